import Xapian

/// A set of sections by their ids, a bit each, that grows while a query is evaluated.
///
/// A class over memory of its own: sets are filled posting by posting, and an array's checks would cost more than the bits.
final class SectionSet {
    /// The bits, without a reference that would have to be followed for each. They live as long as their set.
    struct Bits {
        let words: UnsafeMutablePointer<UInt64>

        /// Adds a section. The id must be below the limit.
        @inline(__always)
        func insert(_ id: Int) { words[id >> 6] |= 1 << UInt64(id & 63) }

        /// Whether a section is in it. The id must be below the limit.
        @inline(__always)
        func contains(_ id: Int) -> Bool { words[id >> 6] & 1 << UInt64(id & 63) != 0 }
    }

    let bits: Bits
    private let words: UnsafeMutableBufferPointer<UInt64>

    /// So many words are looked through at a time.
    private static let step = 8

    /// How many words of 64 bits the ids below a limit take. The last one always has room.
    static func wordCount(_ limit: Int) -> Int { limit / 64 + 1 }

    /// The empty set of ids below a limit.
    init(limit: Int) {
        let count = SectionSet.wordCount(limit)
        let first = UnsafeMutablePointer<UInt64>.allocate(capacity: count)
        first.initialize(repeating: 0, count: count)
        bits = Bits(words: first)
        words = UnsafeMutableBufferPointer(start: first, count: count)
    }

    /// The same ids as in another set.
    init(copying other: SectionSet) {
        let first = UnsafeMutablePointer<UInt64>.allocate(capacity: other.words.count)
        first.initialize(from: other.bits.words, count: other.words.count)
        bits = Bits(words: first)
        words = UnsafeMutableBufferPointer(start: first, count: other.words.count)
    }

    /// The ids of a list that are below the limit.
    convenience init(limit: Int, _ ids: some Sequence<DocumentID>) {
        self.init(limit: limit)
        for id in ids where id < limit { insert(Int(id)) }
    }

    /// A database's answer; it may be of more ids than there are here.
    convenience init(limit: Int, _ documents: DocumentSet) {
        self.init(limit: limit)
        for (number, word) in documents.words.prefix(words.count).enumerated() { words[number] = word }
        words[limit >> 6] &= ~(UInt64.max << UInt64(limit & 63))
    }

    deinit { words.deallocate() }

    /// How many words of 64 bits it has.
    var wordCount: Int { words.count }

    /// How many sections there are.
    var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    /// How many sections there are with ids in a range, which must be below the limit.
    func count(in range: Range<Int>) -> Int {
        guard let last = range.last else { return 0 }
        var count = 0
        for at in (range.lowerBound >> 6)...(last >> 6) {
            var word = words[at]
            if at == range.lowerBound >> 6 { word &= UInt64.max << UInt64(range.lowerBound & 63) }
            if at == last >> 6 { word &= UInt64.max >> UInt64(63 - last & 63) }
            count += word.nonzeroBitCount
        }
        return count
    }

    /// Whether there are fewer than so many sections; it is not counted further than that.
    func hasFewer(than limit: Int) -> Bool {
        let words = bits.words
        var count = 0
        var first = 0
        while first < wordCount {
            let end = min(first &+ SectionSet.step, wordCount)
            for at in first..<end { count &+= words[at].nonzeroBitCount }
            if count >= limit { return false }
            first = end
        }
        return count < limit
    }

    /// Lends the words.
    func withWords<Value>(
        _ body: (UnsafeMutableBufferPointer<UInt64>) throws(XapianError) -> Value
    ) throws(XapianError) -> Value { try body(words) }

    /// Adds a section. The id must be below the limit.
    @inline(__always)
    func insert(_ id: Int) { bits.insert(id) }

    /// Whether a section is in it. The id must be below the limit.
    @inline(__always)
    func contains(_ id: Int) -> Bool { bits.contains(id) }

    /// Adds all of another set with the same limit.
    func formUnion(_ other: SectionSet) { for at in words.indices { words[at] |= other.words[at] } }

    /// Keeps what another set with the same limit has as well.
    func formIntersection(_ other: SectionSet) { for at in words.indices { words[at] &= other.words[at] } }

    /// Removes what another set with the same limit has.
    func subtract(_ other: SectionSet) { for at in words.indices { words[at] &= ~other.words[at] } }

    /// Calls a closure with each id, lowest first.
    @inline(__always)
    func forEach(_ body: (Int) -> Void) {
        let words = bits.words
        var first = 0
        while first < wordCount {
            let end = min(first &+ SectionSet.step, wordCount)
            // Most sets are of few sections: where there are none for long, that is seen at once.
            var some: UInt64 = 0
            for at in first..<end { some |= words[at] }
            if some != 0 {
                for at in first..<end {
                    var rest = words[at]
                    while rest != 0 {
                        body(at << 6 | rest.trailingZeroBitCount)
                        rest &= rest &- 1
                    }
                }
            }
            first = end
        }
    }
}
