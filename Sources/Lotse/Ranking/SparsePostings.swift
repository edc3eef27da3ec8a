import GermanText
import Xapian

/// The postings of a term that stands in few of the sections, one behind the other.
///
/// A posting is the distance from the id before, less 1, times 4, plus a code for the frequency (LEB128): 0, 1 and 2 stand for 1,
/// 3 and 6, which are what a part, a word and a word of the lead count; 3 means that the frequency follows (LEB128).
struct SparsePostings {
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

    /// Calls a closure with each id and frequency, lowest id first.
    ///
    /// - Returns: false where the list is damaged; the closure has then seen only its beginning.
    @inline(__always)
    func forEach(_ body: (_ id: Int, _ frequency: UInt32) -> Void) -> Bool {
        var at = 0
        var id = -1
        for _ in 0..<count {
            guard let coded = number(&at) else { return false }
            id &+= Int(truncatingIfNeeded: coded >> 2) &+ 1
            guard id < limit else { return false }
            // What the codes stand for, a byte each: a choice between them would be guessed wrong every other time.
            var frequency = UInt32(truncatingIfNeeded: (0x06_0301 as UInt64) >> ((coded & 3) * 8)) & 0xFF
            if coded & 3 == 3 {
                guard let written = number(&at) else { return false }
                frequency = UInt32(truncatingIfNeeded: written)
            }
            body(id, frequency)
        }
        return at == bytes.count
    }

    @inline(__always)
    func forEach(in set: SectionSet, _ body: (_ id: Int, _ frequency: UInt32) -> Void) -> Bool {
        let bits = set.bits
        return forEach { id, frequency in if bits.contains(id) { body(id, frequency) } }
    }

    /// The number at an offset (LEB128), which moves behind it; nil where it does not end.
    @inline(__always)
    private func number(_ at: inout Int) -> UInt64? {
        let end = bytes.count
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
        var before = -1
        for posting in postings {
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
        }
    }
}
