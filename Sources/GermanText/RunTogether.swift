/// Words that a missing space has run together with a function word (`Informationsaustauschsund`), as texts have them
/// that were taken out of PDF files and web pages.
///
/// Two words of meaning that are run together need no rule: they look like a compound and are found by their parts.
enum RunTogether {
    /// Function words that end no German word by accident often, behind a word.
    private static let behind = fold("und oder sowie durch für über mit von vom zur zum nach sind wird werden")
    /// Function words that begin no German word by accident often, before one.
    private static let before = fold("und oder sowie für der die das dem den des eine einer")

    private static func fold(_ words: String) -> [[UInt8]] { words.split(separator: " ").map { Folding.fold($0) } }

    /// Where the word of meaning stands in a folded word that no list has and that is no compound, or nil.
    static func content(of word: [UInt8], _ lexicon: Lexicon, _ splitter: CompoundSplitter) -> Range<Int>? {
        guard word.count >= 8, word.count <= 120, lexicon.count > 0 else { return nil }
        let ends = behind.filter { word.count - $0.count >= 5 && word.suffix($0.count).elementsEqual($0) }
        let beginnings = before.filter { word.count - $0.count >= 6 && word.starts(with: $0) }
        guard !ends.isEmpty || !beginnings.isEmpty else { return nil }
        // Often means on purpose: nobody leaves the same space out ten times.
        if let entry = lexicon.entry(word), entry.flags.contains(.listed) || entry.frequency >= 10 { return nil }
        guard splitter.split(word).isEmpty else { return nil }
        for end in ends {
            let range = 0..<(word.count - end.count)
            if isWord(word[range], lexicon, splitter) { return range }
        }
        for beginning in beginnings {
            let range = beginning.count..<word.count
            if isWord(word[range], lexicon, splitter) { return range }
        }
        return nil
    }

    /// A word that a list has or the corpus has more than once, or a compound; also with the `s` of a genitive.
    private static func isWord(_ word: ArraySlice<UInt8>, _ lexicon: Lexicon, _ splitter: CompoundSplitter) -> Bool {
        if let entry = lexicon.entry(word), entry.flags.contains(.listed) || entry.frequency >= 5 { return true }
        if word.last == 0x73, let entry = lexicon.entry(word.dropLast()), entry.flags.isSuperset(of: [.noun, .listed]) {
            return true
        }
        return word.count >= 8 && !splitter.split(Array(word)).isEmpty
    }
}
