import GermanText
import Xapian

/// A word of a query, analysed: what it asks the index for and what it is recognised by in a text.
struct QueryWord {
    /// As typed.
    var text: String
    /// The terms that stand for the whole word: stems, base forms, completed words, a date.
    var whole: [TermID]
    /// The folded word as typed.
    var exact: TermID?
    /// The stem in an older spelling, as typed, where ``whole`` has today's.
    var older: TermID?
    /// The one of ``whole`` that a suspended hyphen stands for; the others are what it left.
    var completed: TermID?
    /// The stems of its outermost parts, from first to last; none for a word that is no compound.
    var parts: [TermID]
    /// The same parts as they stand in the folded word, without joints; none for the pieces of a hyphenated word.
    var partForms: [[UInt8]] = []
    /// A function word.
    var isStopWord: Bool
    /// A date with its day.
    var isDate = false
    /// Its position in the query, counted in words.
    var position: Int
    /// What stands for it, or for the phrase that it begins, by the corpus' lexicon.
    var synonyms: [SynonymTable.Expansion] = []

    /// Reads the words of a text that was just analysed.
    static func words(_ tokens: TokenBuffer, of text: String) -> [QueryWord] {
        var words: [QueryWord] = []
        let bytes = Array(text.utf8)
        for token in tokens.tokens {
            let terms = tokens.terms(of: token)
            if token.flags.contains(.piece) {
                // The pieces of a hyphenated word are its parts.
                guard !words.isEmpty, let piece = terms.first(where: { $0.foldedLength == 0 }) else { continue }
                let last = words.count - 1
                if !words[last].parts.contains(piece.id) { words[last].parts.append(piece.id) }
                continue
            }
            let hasPieces = tokens.hasPieces(token)
            var whole = terms.filter { $0.kind.space == .stem }
            // A full date asks for its day, not for every text of that year.
            let isDate = whole.first?.kind == .date
            if isDate { whole = [whole[whole.startIndex]] }
            // A text in the old spelling has both stems, and would count twice.
            var older: TermID?
            if let today = whole.first(where: { $0.kind == .variant }) {
                older = whole.first?.id
                whole = [today]
            }
            let completed = whole.count > 1 ? whole.first { $0.kind == .completed } : nil
            let text = String(decoding: bytes[token.range], as: UTF8.self)
            let parts = hasPieces ? [] : outermost(terms)
            let folded = parts.isEmpty ? [] : Analyzer.fold(text)
            words.append(
                QueryWord(
                    text: text, whole: whole.map(\.id), exact: terms.first { $0.kind == .exact }?.id,
                    older: older, completed: completed?.id,
                    parts: parts.map(\.id),
                    partForms: parts.map { part in
                        Array(folded.dropFirst(Int(part.foldedOffset)).prefix(Int(part.foldedLength)))
                    },
                    isStopWord: token.flags.contains(.stopWord), isDate: isDate, position: Int(token.position)))
        }
        return words
    }

    /// The parts that no other part contains, from first to last.
    private static func outermost(_ terms: ArraySlice<Term>) -> [Term] {
        // They come in this order already: a part before its own parts, and the longer ends of the word last.
        var chosen: [Term] = []
        var end = 0
        // In `Schiffahrt` two parts share a letter.
        for part in terms where part.kind == .part && Int(part.foldedOffset) >= end - 1 {
            chosen.append(part)
            end = Int(part.foldedOffset) + Int(part.foldedLength)
        }
        return chosen.count >= 2 ? chosen : []
    }
}

extension TokenBuffer {
    /// Whether the tokens behind a token are its pieces.
    fileprivate func hasPieces(_ token: Token) -> Bool {
        // Tokens are sorted by their beginnings, and a piece begins inside its word.
        tokens.contains { $0.flags.contains(.piece) && $0.start >= token.start && $0.end <= token.end }
    }
}
