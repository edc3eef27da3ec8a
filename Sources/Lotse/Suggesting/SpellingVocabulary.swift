import GermanText
import Xapian

/// The words that an index has, in all their forms as written, each with the number of sections that have it.
///
/// It is read from the finished database and not collected on the way, so that an update forgets the words of withdrawn
/// documents.
enum SpellingVocabulary {
    /// Shorter words are not corrected, and not offered.
    static let shortest = 3

    static func words(
        in database: borrowing Database, lexicon: Lexicon, synonyms: [SynonymRule]
    ) throws -> SortedWords {
        var words: [[UInt8]: UInt32] = [:]
        try database.forEachTerm(prefix: [IndexTerms.exactPrefix]) { (term, frequency) throws(XapianError) in
            add(Array(term.dropFirst()), frequency, to: &words)
        }
        // A word that is its own stem has no term of its own; the lexicon tells it from a mere stem.
        try database.forEachTerm { (term, frequency) throws(XapianError) in
            guard let first = term.first, first >= UInt8(ascii: "a"), let entry = lexicon.entry(term),
                entry.frequency > 0
            else { return }
            let word = Array(term)
            if words[word] == nil { add(word, frequency, to: &words) }
        }
        // Function words are hardly ever indexed, but people misspell them too.
        for word in StopWords.german {
            if let entry = lexicon.entry(word), entry.frequency > 0 { add(word, Int(entry.frequency), to: &words) }
        }
        // A word that only the corpus' synonyms have finds texts through them.
        for phrase in synonyms.flatMap(\.asked) where !phrase.contains(where: \.isWhitespace) {
            let word = Analyzer.fold(phrase)
            if words[word] == nil { add(word, 1, to: &words) }
        }
        return SortedWords(words)
    }

    private static func add(_ word: [UInt8], _ frequency: Int, to words: inout [[UInt8]: UInt32]) {
        guard word.count >= shortest, word.count <= SortedWords.longest,
            !word.contains(where: { $0 < UInt8(ascii: "a") })
        else { return }
        words[word] = UInt32(clamping: frequency)
    }
}
