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
        if HiddenNouns.folded.contains(folded) { counts.listedNoun = true }
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
        var table = [UInt32](repeating: 0, count: slots * 2)
        var entries: [UInt8] = []
        let base = Lexicon.headerSize + Lexicon.slotSize * slots
        for word in words.keys.sorted(by: LexiconBuilder.precedes) {
            guard let counts = words[word] else { continue }
            let hash = word.withUnsafeBufferPointer { WordHash($0) }
            var slot = hash.slot & (slots - 1)
            while table[slot * 2] != 0 { slot = (slot + 1) & (slots - 1) }
            table[slot * 2] = UInt32(base + entries.count).littleEndian
            table[slot * 2 + 1] = hash.tag.littleEndian
            entries.append(UInt8(word.count))
            entries.append(LexiconBuilder.flags(counts).rawValue)
            withUnsafeBytes(of: counts.frequency.littleEndian) { entries.append(contentsOf: $0) }
            entries.append(contentsOf: word)
        }
        var block = Lexicon.magic
        block.reserveCapacity(base + entries.count)
        for value in [UInt32(slots), UInt32(words.count)] {
            withUnsafeBytes(of: value.littleEndian) { block.append(contentsOf: $0) }
        }
        table.withUnsafeBytes { block.append(contentsOf: $0) }
        block.append(contentsOf: entries)
        guard let lexicon = Lexicon(bytes: block) else {
            preconditionFailure("the table above has more slots than words and a whole header")
        }
        return lexicon
    }

    /// A list knows how a word is written; the corpus decides only about words that no list has.
    private static func flags(_ counts: Counts) -> Lexicon.Flags {
        var flags: Lexicon.Flags = counts.listed ? .listed : []
        let mostlyCapitalised = counts.capitalised > counts.frequency / 2
        if counts.listedNoun || mostlyCapitalised { flags.insert(.noun) }
        if counts.listedLower || !counts.listed && !mostlyCapitalised { flags.insert(.lower) }
        return flags
    }

    private static func precedes(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        let common = min(left.count, right.count)
        return left.withUnsafeBufferPointer { left in
            right.withUnsafeBufferPointer { right in
                for index in 0..<common where left[index] != right[index] { return left[index] < right[index] }
                return left.count < right.count
            }
        }
    }
}
