public import Foundation

/// Collects words for a ``Lexicon``.
public struct LexiconBuilder: Sendable {
    private struct Counts {
        var frequency: UInt32 = 0
        var capitalised: UInt32 = 0
        var listed = false
        var listedNoun = false
        var listedLower = false
    }

    private var words: [[UInt8]: Counts] = [:]

    /// An empty builder.
    public init() {}

    /// Adds a word list: one word a line, nouns with a capital letter, UTF-8 (Debian's `wngerman` for one).
    public mutating func addWordList(_ list: Data) {
        for line in list.split(separator: 0x0A) {
            let word = String(decoding: line, as: UTF8.self)
            addListed(word)
        }
    }

    /// Adds one word of a word list.
    public mutating func addListed(_ word: some StringProtocol) {
        let folded = Folding.fold(word)
        guard (2...Tokenizer.longestFold).contains(folded.count) else { return }
        var counts = words[folded, default: Counts()]
        counts.listed = true
        if word.first?.isUppercase == true { counts.listedNoun = true } else { counts.listedLower = true }
        words[folded] = counts
    }

    /// Adds what a ``VocabularyCounter`` counted, without words rarer than `minimum`.
    public mutating func add(_ counter: VocabularyCounter, minimum: UInt32 = 1) {
        counter.forEach { word, frequency, capitalised in
            guard frequency >= minimum else { return }
            var counts = words[Array(word), default: Counts()]
            counts.frequency = counts.frequency &+ frequency
            counts.capitalised = counts.capitalised &+ capitalised
            words[Array(word)] = counts
        }
    }

    /// Makes the table. The same words in any order give the same bytes.
    public func build() -> Lexicon {
        var slots = 16
        while slots < words.count * 2 { slots *= 2 }
        var table = [UInt32](repeating: 0, count: slots)
        var entries: [UInt8] = []
        let base = Lexicon.headerSize + 4 * slots
        for (word, counts) in words.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            var flags: Lexicon.Flags = counts.listed ? .listed : []
            if counts.listedNoun || counts.capitalised * 2 > counts.frequency { flags.insert(.noun) }
            if counts.listedLower || !counts.listed && counts.capitalised * 2 <= counts.frequency { flags.insert(.lower) }
            var slot = word.withUnsafeBufferPointer { Lexicon.hash($0) } & (slots - 1)
            while table[slot] != 0 { slot = (slot + 1) & (slots - 1) }
            table[slot] = UInt32(base + entries.count)
            entries.append(UInt8(word.count))
            entries.append(flags.rawValue)
            withUnsafeBytes(of: counts.frequency.littleEndian) { entries.append(contentsOf: $0) }
            entries.append(contentsOf: word)
        }
        var block = Data(Lexicon.magic)
        for value in [UInt32(slots), UInt32(words.count)] {
            withUnsafeBytes(of: value.littleEndian) { block.append(contentsOf: $0) }
        }
        table.withUnsafeBytes { raw in block.append(contentsOf: raw) }
        block.append(contentsOf: entries)
        guard let lexicon = Lexicon(block: block) else {
            preconditionFailure("the table above has more slots than words and a whole header")
        }
        return lexicon
    }
}
