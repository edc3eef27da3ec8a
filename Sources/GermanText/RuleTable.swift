/// A fixed set of folded words, with a filter in front: most stretches of letters that are asked for are none of them,
/// and the filter says so without touching the table's memory.
struct RuleTable {
    private var filter = SIMD8<UInt64>()
    private var table = WordTable(capacity: 256)

    /// The words of a text, separated by spaces.
    init(_ words: String) {
        for word in words.split(whereSeparator: \.isWhitespace) {
            Folding.fold(word).withUnsafeBufferPointer { word in
                let tag = WordHash(word).tag
                filter[RuleTable.row(tag)] |= RuleTable.bit(tag)
                _ = table.intern(word)
            }
        }
    }

    private static func row(_ tag: UInt32) -> Int { Int(tag >> 6) & 7 }

    private static func bit(_ tag: UInt32) -> UInt64 { 1 << UInt64(tag & 63) }

    /// False for most words that are not in the set.
    @inline(__always)
    func mayContain(_ hash: WordHash) -> Bool { filter[RuleTable.row(hash.tag)] & RuleTable.bit(hash.tag) != 0 }

    /// Whether a word is in the set.
    func contains(_ word: UnsafeBufferPointer<UInt8>) -> Bool { table.find(word) != nil }
}
