import GermanText
import Xapian

/// The postings of a term that stands in few of the sections, one behind the other.
///
/// A list of more than ``blockSize`` postings begins with a table: for each block of so many the last id in it and its end,
/// from the end of the table (u32 each). A posting is the distance from the id before, less 1, times 4, plus a code for the
/// frequency (LEB128): 0, 1 and 2 stand for 1, 3 and 6, which are what a part, a word and a word of the lead count; 3 means
/// that the frequency follows (LEB128).
struct SparsePostings {
    static let blockSize = 128
    /// So many postings are read in the time that a block takes to be looked for.
    private static let seekCost = 24

    private let bytes: UnsafeRawBufferPointer
    /// How many postings there are.
    let count: Int
    private let limit: Int

    /// - Parameters:
    ///   - bytes: must outlive the list.
    ///   - limit: a list with ids at or beyond this is damaged.
    init(_ bytes: UnsafeRawBufferPointer, count: Int, limit: Int) {
        self.bytes = bytes
        self.count = count
        self.limit = limit
    }

    private var blocks: Int {
        count > SparsePostings.blockSize ? (count + SparsePostings.blockSize - 1) / SparsePostings.blockSize : 0
    }

    /// Calls a closure with each id and frequency, lowest id first.
    ///
    /// - Returns: false where the list is damaged; the closure has then seen only its beginning.
    @inline(__always)
    func forEach(_ body: (_ id: Int, _ frequency: UInt32) -> Void) -> Bool {
        guard blocks * 8 <= bytes.count else { return false }
        return read(from: blocks * 8, to: bytes.count, count, after: -1, body) == bytes.count
    }

    /// Calls a closure for the postings of sections in a set. Blocks that have none of them are passed over.
    ///
    /// - Returns: as ``forEach(_:)`` does.
    @inline(__always)
    func forEach(in set: SectionSet, _ body: (_ id: Int, _ frequency: UInt32) -> Void) -> Bool {
        guard blocks > 0, set.hasFewer(than: count / SparsePostings.seekCost) else {
            let bits = set.bits
            return forEach { id, frequency in if bits.contains(id) { body(id, frequency) } }
        }
        let table = blocks * 8
        guard table <= bytes.count else { return false }
        let bits = set.bits
        var isSound = true
        var block = 0
        set.forEachSkipping { id in
            // The first block that may have the id: by doubling steps, then by halves.
            var step = 1
            while block + step < blocks, last(of: block + step - 1) < id { step *= 2 }
            var low = block
            var high = min(block + step, blocks)
            while low < high {
                let middle = (low + high) / 2
                if last(of: middle) < id { low = middle + 1 } else { high = middle }
            }
            guard low < blocks else { return nil }
            block = low
            let start = block > 0 ? end(of: block - 1) : table
            let stop = end(of: block)
            let size = min(SparsePostings.blockSize, count - block * SparsePostings.blockSize)
            guard start <= stop, stop <= bytes.count,
                read(
                    from: start, to: stop, size, after: block > 0 ? last(of: block - 1) : -1,
                    { found, frequency in if bits.contains(found) { body(found, frequency) } }) == stop
            else {
                isSound = false
                return nil
            }
            // The block is done with, and all of the set that was in it.
            let next = last(of: block) + 1
            block += 1
            return next
        }
        return isSound
    }

    private func last(of block: Int) -> Int { number(block * 8) }
    private func end(of block: Int) -> Int { blocks * 8 + number(block * 8 + 4) }
    private func number(_ offset: Int) -> Int {
        Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
    }

    /// Reads some postings; gives the offset behind the last one, or -1 where they end too early.
    @inline(__always)
    private func read(
        from start: Int, to end: Int, _ count: Int, after id: Int,
        _ body: (_ id: Int, _ frequency: UInt32) -> Void
    ) -> Int {
        var at = start
        var id = id
        for _ in 0..<count {
            guard let coded = number(&at, before: end) else { return -1 }
            id &+= Int(truncatingIfNeeded: coded >> 2) &+ 1
            guard id < limit else { return -1 }
            // What the codes stand for, a byte each: a choice between them would be guessed wrong every other time.
            var frequency = UInt32(truncatingIfNeeded: (0x06_0301 as UInt64) >> ((coded & 3) * 8)) & 0xFF
            if coded & 3 == 3 {
                guard let written = number(&at, before: end) else { return -1 }
                frequency = UInt32(truncatingIfNeeded: written)
            }
            body(id, frequency)
        }
        return at
    }

    /// The number at an offset (LEB128), which moves behind it; nil where it does not end.
    @inline(__always)
    private func number(_ at: inout Int, before end: Int) -> UInt64? {
        // Most numbers are of one byte.
        guard at < end else { return nil }
        var number = UInt64(bytes[at])
        at &+= 1
        if number < 0x80 { return number }
        number &= 0x7F
        var shift: UInt64 = 7
        while at < end, shift < 42 {
            let byte = UInt64(bytes[at])
            at &+= 1
            number |= (byte & 0x7F) << shift
            if byte < 0x80 { return number }
            shift += 7
        }
        return nil
    }

    /// Appends a list's bytes; see ``PostingList/append(_:to:limit:)``.
    static func append(_ postings: [Posting], to bytes: inout [UInt8]) {
        let table = bytes.count
        let hasTable = postings.count > blockSize
        if hasTable {
            bytes.append(contentsOf: repeatElement(0, count: (postings.count + blockSize - 1) / blockSize * 8))
        }
        let start = bytes.count
        var before = -1
        for (number, posting) in postings.enumerated() {
            let id = Int(posting.id)
            let code =
                switch posting.wdf {
                case 0, 1: 0
                case 3: 1
                case 6: 2
                default: 3
                }
            bytes.appendLength((id - before - 1) << 2 | code)
            if code == 3 { bytes.appendLength(Int(posting.wdf)) }
            before = id
            guard hasTable, (number + 1) % blockSize == 0 || number + 1 == postings.count else { continue }
            let entry = table + number / blockSize * 8
            for byte in 0..<4 {
                bytes[entry + byte] = UInt8(truncatingIfNeeded: posting.id >> UInt32(byte * 8))
                bytes[entry + 4 + byte] = UInt8(truncatingIfNeeded: (bytes.count - start) >> (byte * 8))
            }
        }
    }
}
