/// Tells of most words that are in no lexicon that they are in none, from memory that stays in the processor's cache: a
/// Bloom filter (Bloom, CACM 1970) with one bit a word.
///
/// The compound splitter asks for every stretch of letters of every word, and nearly all are no words. Each such question
/// would otherwise be a miss in a table of several megabytes.
struct LexiconFilter: Sendable {
    private var bits: [UInt64]
    private let mask: Int

    /// A filter for so many words: eight to sixteen bits a word, 4 MB at most.
    init(words: Int) {
        var size = 1 << 10
        while size < words * 8, size < 1 << 25 { size *= 2 }
        bits = [UInt64](repeating: 0, count: size / 64)
        mask = size - 1
    }

    private func place(_ hash: WordHash) -> Int { Int(hash.tag) & mask }

    mutating func insert(_ hash: WordHash) {
        let place = place(hash)
        bits[place >> 6] |= 1 << UInt64(place & 63)
    }

    /// Opens the filter for several questions.
    @inline(__always)
    func withView<Result>(_ body: (View) -> Result) -> Result {
        bits.withUnsafeBufferPointer { body(View(bits: $0, mask: mask)) }
    }

    /// The filter while it is open; it must not outlive the closure of ``LexiconFilter/withView(_:)``.
    struct View {
        let bits: UnsafeBufferPointer<UInt64>
        let mask: Int

        /// False for most words that were not inserted, true for all that were.
        @inline(__always)
        func mayContain(_ hash: WordHash) -> Bool {
            let place = Int(hash.tag) & mask
            return bits[place >> 6] & (1 << UInt64(place & 63)) != 0
        }
    }
}
