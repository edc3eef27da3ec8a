import GermanText
import Xapian

/// A query with better spellings for the words that the index does not have.
struct QueryCorrection {
    /// The whole query.
    private(set) var query: String
    /// What was done, in German.
    private(set) var note: String

    /// Whether the index has none of the words in question, so that nothing is lost by searching for the others.
    private(set) var replacesUnknown = true

    /// Whether a word list has the words in question, and they sound otherwise (`manisch`, not `Gewallt`): they may be right,
    /// and another is offered, never taken for them.
    private(set) var mayBeRight = false

    /// Corrects what can be corrected; nil where every word is right, or nothing is near.
    ///
    /// A word that no text has finds nothing: it is replaced. A word that a few texts have and that is next to a very common
    /// one is only asked about.
    init?(of query: String, plan: QueryPlan, _ reader: borrowing Reader) throws(XapianError) {
        let words = plan.words.filter { !$0.isStopWord && $0.synonyms.isEmpty }
        var doubtful: [(word: QueryWord, knowledge: Corrector.Knowledge)] = []
        var right: [QueryWord] = []
        for word in words {
            let knowledge = QueryCorrection.knowledge(of: word, reader.corrector)
            if case .right = knowledge { right.append(word) } else { doubtful.append((word, knowledge)) }
        }
        guard !doubtful.isEmpty else { return nil }
        let found = QueryCorrection.frequencies(doubtful.map(\.word), reader)
        let company = right.flatMap(\.whole)
            .map { Query.term(IndexTerms.term(.stem, reader.analyzer.bytes(of: $0))) }
        var changes: [(word: String, better: String, mayBeRight: Bool)] = []
        for ((word, knowledge), sections) in zip(doubtful, found) {
            let folded = Analyzer.fold(word.text)
            // Without a text that has it in any form, an unknown word is replaced; the others are asked about.
            var replaces = false
            let spelling: Corrector.Spelling?
            switch (knowledge, sections) {
            case (.unknown, 0):
                spelling = try QueryCorrection.best(folded, company: company, reader)
                replaces = true
            case (.strangeCompound, 0): spelling = reader.corrector.spelling(ofStrangeCompound: folded)
            case (.doubtful(let frequency), _) where frequency > 0:
                spelling = reader.corrector.muchMoreCommon(than: folded, frequency: frequency, anyForm: sections)
            // A listed word of which a text has another form is right.
            case (.right, _), (.listed, 1...): spelling = nil
            // That a stem is met says little of a word that no text has: `Einrichtigung` has that of `Einrichtung`.
            default:
                spelling = reader.corrector.muchMoreCommon(
                    than: folded, frequency: 0, anyForm: min(sections, reader.corrector.inflections(of: folded)))
            }
            let isListed = if case .listed = knowledge { true } else { false }
            let better = spelling ?? (isListed && sections == 0 ? reader.corrector.derived(from: folded) : nil)
            guard let spelling = better, spelling.words != [folded] else { continue }
            if !replaces { replacesUnknown = false }
            changes.append((word.text, reader.corrector.display(spelling), isListed && !spelling.isSlip))
        }
        // What is wrong for certain goes first.
        let isWrong = changes.filter { !$0.mayBeRight }
        mayBeRight = isWrong.isEmpty
        var text = query
        var said: [String] = []
        for change in mayBeRight ? changes : isWrong {
            guard let corrected = QueryCorrection.replacing(change.word, with: change.better, in: text) else {
                continue
            }
            text = corrected
            let pair = "„\(change.word)“ durch „\(change.better)“"
            if !said.contains(pair) { said.append(pair) }
        }
        guard !said.isEmpty else { return nil }
        self.query = text
        note = "In keinem Text gefunden und ersetzt: " + said.joined(separator: ", ") + "."
    }

    /// What is known of a word. One with hyphens is right where its pieces are known: they are searched for (`BuT-Programm`).
    private static func knowledge(of word: QueryWord, _ corrector: Corrector) -> Corrector.Knowledge {
        let pieces = word.text.split(separator: "-")
        if pieces.count > 1, pieces.allSatisfy({ corrector.isKnown(Analyzer.fold(String($0))) }) { return .right }
        return corrector.knowledge(Analyzer.fold(word.text), parts: word.partForms)
    }

    /// In how many sections each word stands, in any form.
    private static func frequencies(_ words: [QueryWord], _ reader: borrowing Reader) -> [Int] {
        words.map { word in
            word.whole.reduce(0) { sum, id in
                let stem = reader.analyzer.bytes(of: id)
                return sum + reader.ranking.frequency(IndexTerms.term(.stem, stem))
                    + reader.ranking.frequency(IndexTerms.term(.part, stem))
            }
        }
    }

    private static func best(
        _ folded: [UInt8], company: [Query], _ reader: borrowing Reader
    ) throws(XapianError) -> Corrector.Spelling? {
        let spellings = reader.corrector.spellings(of: folded)
        guard !company.isEmpty, let first = spellings.first else { return spellings.first }
        // A closure cannot borrow the reader, so the spellings that come into question are asked for here.
        var together: [[[UInt8]]] = []
        for spelling in spellings.prefix(Corrector.mostCompared)
        where spelling.score - first.score <= Corrector.company {
            if try appears(spelling, with: company, reader) { together.append(spelling.words) }
        }
        return Corrector.best(spellings) { together.contains($0.words) }
    }

    private static func appears(
        _ spelling: Corrector.Spelling, with company: [Query], _ reader: borrowing Reader
    ) throws(XapianError) -> Bool {
        var tokens = TokenBuffer()
        let text = spelling.words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
        reader.analyzer.analyze(text, into: &tokens)
        let stems = QueryWord.words(tokens, of: text).compactMap(\.whole.first)
            .map { Query.term(IndexTerms.term(.stem, reader.analyzer.bytes(of: $0))) }
        let query = Query.filter(.all(stems), by: .any(company))
        return try reader.matches(query).count > 0
    }

    /// Puts a word in the place of another, where it stands as a word of its own.
    private static func replacing(_ word: String, with other: String, in text: String) -> String? {
        var from = text.startIndex
        while let range = text.range(of: word, in: from..<text.endIndex) {
            let isStart = range.lowerBound == text.startIndex || !text[text.index(before: range.lowerBound)].isLetter
            let isEnd = range.upperBound == text.endIndex || !text[range.upperBound].isLetter
            if isStart, isEnd {
                // `gesetzl.` for `gesetzlich`: the point stood for what was missing.
                let isShort =
                    range.upperBound < text.endIndex && text[range.upperBound] == "."
                    && other.lowercased().hasPrefix(word.lowercased())
                let end = isShort ? text.index(after: range.upperBound) : range.upperBound
                return text.replacingCharacters(range.lowerBound..<end, with: other)
            }
            from = range.upperBound
        }
        return nil
    }
}

extension String {
    fileprivate func range(of word: String, in range: Range<Index>) -> Range<Index>? {
        self[range].firstRange(of: word)
    }

    fileprivate func replacingCharacters(_ range: Range<Index>, with other: String) -> String {
        self[..<range.lowerBound] + other + self[range.upperBound...]
    }
}
