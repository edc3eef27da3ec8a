public import Foundation

/// Collects words for a ``Lexicon``.
public struct LexiconBuilder: Sendable {
    private struct Counts {
        var seen = VocabularyCounter.Counts()
        var listed = false
        var listedNoun = false
        var listedLower = false
    }

    private var words = WordTable(capacity: 1 << 14)
    /// By the words' numbers.
    private var counts: [Counts] = []

    /// An empty builder.
    public init() {}

    /// Adds a word list: one word a line, nouns with a capital letter, UTF-8 (Debian's `wngerman` for one).
    public mutating func addWordList(_ list: Data) {
        var folded: [UInt8] = []
        list.withUnsafeBytes { bytes in
            let bytes = bytes.bindMemory(to: UInt8.self)
            var start = 0
            while start < bytes.count {
                let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
                addListed(UnsafeBufferPointer(rebasing: bytes[start..<end]), &folded)
                start = end + 1
            }
        }
    }

    /// Adds one word of a word list.
    public mutating func addListed(_ word: some StringProtocol) {
        var folded: [UInt8] = []
        var word = String(word)
        word.withUTF8 { addListed($0, &folded) }
    }

    private mutating func addListed(_ word: UnsafeBufferPointer<UInt8>, _ folded: inout [UInt8]) {
        folded.removeAll(keepingCapacity: true)
        Folding.fold(word, into: &folded)
        guard (2...Tokenizer.longestFold).contains(folded.count) else { return }
        let isCapitalised = Folding.isUppercase(Folding.decode(word, 0).scalar)
        let isHidden = HiddenNouns.folded.contains(folded)
        update(folded.withUnsafeBufferPointer { words.intern($0) }) { counts in
            counts.listed = true
            if isCapitalised { counts.listedNoun = true } else { counts.listedLower = true }
            if isHidden { counts.listedNoun = true }
        }
    }

    private mutating func update(_ interned: (id: UInt32, isNew: Bool), _ change: (inout Counts) -> Void) {
        if interned.isNew { counts.append(Counts()) }
        change(&counts[Int(interned.id)])
    }

    /// Adds what a ``VocabularyCounter`` counted, without words rarer than `minimum`.
    public mutating func add(_ counter: VocabularyCounter, minimum: UInt32 = 1) {
        counter.forEachCount { word, seen in
            guard seen.frequency >= minimum else { return }
            // What the counts mean is told by their sums alone: each thread has a counter, and which one saw a text is
            // chance.
            update(word.withUnsafeBufferPointer { words.intern($0) }) { $0.seen.add(seen) }
        }
    }

    /// Makes the table. The same words in any order give the same bytes.
    public func build() -> Lexicon {
        var slots = 16
        while slots < words.count * 2 { slots *= 2 }
        var table = [UInt32](repeating: 0, count: slots * 2)
        var entries: [UInt8] = []
        let base = Lexicon.headerSize + Lexicon.slotSize * slots
        for id in words.sorted() {
            let word = words[id]
            let counts = counts[Int(id)]
            let hash = word.withUnsafeBufferPointer { WordHash($0) }
            var slot = hash.slot & (slots - 1)
            while table[slot * 2] != 0 { slot = (slot + 1) & (slots - 1) }
            table[slot * 2] = UInt32(base + entries.count).littleEndian
            table[slot * 2 + 1] = hash.tag.littleEndian
            entries.append(UInt8(word.count))
            entries.append(LexiconBuilder.flags(counts).rawValue)
            withUnsafeBytes(of: counts.seen.frequency.littleEndian) { entries.append(contentsOf: $0) }
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
        let mostlyCapitalised = counts.seen.tellingCapitals > counts.seen.frequency / 2
        if counts.listedNoun || mostlyCapitalised { flags.insert(.noun) }
        if counts.listedLower || !counts.listed && !mostlyCapitalised { flags.insert(.lower) }
        return flags
    }
}
