import GermanText
import Xapian

/// The postings of a term that stands in many sections and not in most: their ids in arrays, each in as few bytes as an id needs
/// beside the others of its range (after the array containers of Roaring bitmaps; Chambi, Lemire and others, Software: Practice
/// and Experience, 2016). A section is looked up without reading what stands before it.
///
/// Form, numbers little-endian: for each range of 65,536 ids, up to that of the limit, how many postings there are up to its end
/// (u32 each); the lower halves of the ids (u16 each); a ``FrequencyColumn``.
struct ArrayPostings {
    /// So many postings are read in the time that one takes to be looked for.
    private static let seekCost = 16

    private let bytes: UnsafeRawBufferPointer
    private let count: Int
    private let limit: Int
    /// Where the lower halves begin.
    private let lows: Int
    private let frequencies: FrequencyColumn

    /// - Parameters: as those of ``PostingList/init(_:count:limit:)``.
    init(_ bytes: UnsafeRawBufferPointer, count: Int, limit: Int) {
        self.bytes = bytes
        self.count = count
        self.limit = limit
        lows = ArrayPostings.ranges(limit) * 4
        frequencies = FrequencyColumn(bytes, at: lows + count * 2, count: count)
    }

    private static func ranges(_ limit: Int) -> Int { limit >> 16 + 1 }

    /// How many postings there are up to the end of a range.
    private func end(of range: Int) -> Int {
        Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: range * 4, as: UInt32.self)))
    }

    @inline(__always)
    private func low(_ index: Int) -> Int {
        Int(UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: lows &+ index &* 2, as: UInt16.self)))
    }

    @inline(__always)
    private func forEachID(_ body: (_ id: Int, _ index: Int) -> Void) -> Bool {
        guard frequencies.isSound else { return false }
        var index = 0
        for range in 0..<(lows / 4) {
            let first = range << 16
            let end = end(of: range)
            guard end >= index, end <= count else { return false }
            while index < end {
                let id = first | low(index)
                guard id < limit else { return false }
                body(id, index)
                index &+= 1
            }
        }
        return index == count
    }

    @inline(__always)
    private func forEachID(in set: SectionSet, _ body: (_ id: Int, _ index: Int) -> Void) -> Bool {
        guard set.hasFewer(than: count / ArrayPostings.seekCost) else {
            let bits = set.bits
            return forEachID { id, index in if bits.contains(id) { body(id, index) } }
        }
        guard frequencies.isSound else { return false }
        var isSound = true
        var index = 0
        var range = -1
        var end = 0
        set.forEach { id in
            while range < id >> 16 {
                range += 1
                index = end
                end = self.end(of: range)
                if end > count || end < index {
                    isSound = false
                    end = index
                }
            }
            // By doubling steps, then by halves.
            let wanted = id & 0xFFFF
            var step = 1
            while index + step < end, low(index + step) < wanted {
                index += step
                step *= 2
            }
            var high = min(index + step, end)
            while index < high {
                let middle = (index + high) / 2
                if low(middle) < wanted { index = middle + 1 } else { high = middle }
            }
            if index < end, low(index) == wanted { body(id, index) }
        }
        return isSound
    }

    @inline(__always)
    func forEach(_ body: (_ id: Int, _ frequency: UInt32) -> Void) -> Bool {
        forEachID { id, index in body(id, frequencies.frequency(index, of: id)) }
    }

    @inline(__always)
    func forEach(in set: SectionSet, _ body: (_ id: Int, _ frequency: UInt32) -> Void) -> Bool {
        forEachID(in: set) { id, index in body(id, frequencies.frequency(index, of: id)) }
    }

    func add(to found: SectionSet) -> Bool {
        let bits = found.bits
        return forEachID { id, _ in bits.insert(id) }
    }

    func add(to found: SectionSet, in set: SectionSet) -> Bool {
        let bits = found.bits
        return forEachID(in: set) { id, _ in bits.insert(id) }
    }

    /// Appends a list's bytes; see ``PostingList/append(_:to:limit:)``.
    static func append(_ postings: [Posting], to bytes: inout [UInt8], limit: Int) {
        var index = 0
        for range in 0..<ranges(limit) {
            while index < postings.count, Int(postings[index].id) >> 16 == range { index += 1 }
            bytes.append(uint32: UInt32(index))
        }
        for posting in postings {
            bytes.append(UInt8(truncatingIfNeeded: posting.id))
            bytes.append(UInt8(truncatingIfNeeded: posting.id >> 8))
        }
        FrequencyColumn.append(postings, to: &bytes)
    }
}
