import GermanText
import Xapian

/// The postings of a term that stands in many of the sections: a bit for each section, so that sets are united and a section is
/// looked up without reading all of them.
///
/// Form, numbers little-endian: the bits, 64 in a word (u64 each, as many as in a ``SectionSet``); how many postings are before
/// each word (u32 each); a ``FrequencyColumn``.
struct DensePostings {
    private let bytes: UnsafeRawBufferPointer
    private let count: Int
    private let limit: Int
    private let words: Int
    private let frequencies: FrequencyColumn

    /// - Parameters: as those of ``PostingList/init(_:count:limit:)``.
    init(_ bytes: UnsafeRawBufferPointer, count: Int, limit: Int) {
        self.bytes = bytes
        self.count = count
        self.limit = limit
        words = SectionSet.wordCount(limit)
        frequencies = FrequencyColumn(bytes, at: words * 12, count: count)
    }

    /// Whether the list has the length that it says, and no bit beyond the limit.
    private var isSound: Bool { frequencies.isSound && word(words - 1) >> UInt64(limit & 63) == 0 }

    @inline(__always)
    private func word(_ at: Int) -> UInt64 {
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at * 8, as: UInt64.self))
    }

    @inline(__always)
    private func number(_ offset: Int) -> Int {
        Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
    }

    @inline(__always)
    func forEach(_ body: (_ id: Int, _ frequency: UInt32) -> Void) -> Bool {
        guard isSound else { return false }
        var index = 0
        for at in 0..<words {
            var rest = word(at)
            while rest != 0 {
                guard index < count else { return false }
                let id = at << 6 | rest.trailingZeroBitCount
                body(id, frequencies.frequency(index, of: id))
                rest &= rest &- 1
                index &+= 1
            }
        }
        return index == count
    }

    @inline(__always)
    func forEach(in set: SectionSet, _ body: (_ id: Int, _ frequency: UInt32) -> Void) -> Bool {
        guard isSound else { return false }
        let wanted = set.bits
        for at in 0..<words {
            var rest = word(at) & wanted.words[at]
            guard rest != 0 else { continue }
            let all = word(at)
            let first = number(words * 8 + at * 4)
            while rest != 0 {
                let bit = rest & (0 &- rest)
                let index = first &+ (all & (bit &- 1)).nonzeroBitCount
                guard index < count else { return false }
                let id = at << 6 | bit.trailingZeroBitCount
                body(id, frequencies.frequency(index, of: id))
                rest ^= bit
            }
        }
        return true
    }

    func add(to found: SectionSet) -> Bool {
        guard isSound else { return false }
        let bits = found.bits
        for at in 0..<words { bits.words[at] |= word(at) }
        return true
    }

    func add(to found: SectionSet, in set: SectionSet) -> Bool {
        guard isSound else { return false }
        let (bits, wanted) = (found.bits, set.bits)
        for at in 0..<words { bits.words[at] |= word(at) & wanted.words[at] }
        return true
    }

    /// Appends a list's bytes; see ``PostingList/append(_:to:limit:)``.
    static func append(_ postings: [Posting], to bytes: inout [UInt8], limit: Int) {
        var words = [UInt64](repeating: 0, count: SectionSet.wordCount(limit))
        for posting in postings { words[Int(posting.id) >> 6] |= 1 << UInt64(posting.id & 63) }
        for word in words {
            bytes.append(uint32: UInt32(truncatingIfNeeded: word))
            bytes.append(uint32: UInt32(truncatingIfNeeded: word >> 32))
        }
        var before: UInt32 = 0
        for word in words {
            bytes.append(uint32: before)
            before += UInt32(word.nonzeroBitCount)
        }
        FrequencyColumn.append(postings, to: &bytes)
    }
}
