import GermanText

/// Says in words which rule made a term, for an admin who wonders why something is found.
struct TermRules {
    let resources: AnalyzerResources

    /// The rule behind a term of a token.
    ///
    /// - Parameters:
    ///   - name: the term's bytes.
    ///   - text: the token's bytes in the original text.
    func rule(of term: Term, _ name: [UInt8], in token: Token, _ text: [UInt8]) -> String {
        switch term.kind {
        case .exact: return "as written, folded"
        case .stem: return stemRule(term, name, token, text)
        case .variant: return "stem in today's spelling"
        case .gender: return token.flags.contains(.genderForm) ? "gender form, its base" : "feminine noun, its base"
        case .part:
            if token.flags.contains(.piece) { return "piece of a hyphenated word" }
            let isHandMade = resources.compounds[Analyzer.fold(String(decoding: text, as: UTF8.self))] != nil
            return isHandMade ? "part, by lexicon/compounds.txt" : "part of a compound"
        case .completed: return "what the suspended hyphen stands for"
        case .abbreviation: return "abbreviation without its points"
        case .synonym: return "synonym"
        case .date: return "date in ISO 8601 order"
        }
    }

    private func stemRule(_ term: Term, _ name: [UInt8], _ token: Token, _ text: [UInt8]) -> String {
        if token.flags.contains(.noWord) { return "number, date or address" }
        if term.foldedLength > 0 { return "word run together with a function word" }
        if resources.protectedWords.headword(Analyzer.fold(String(decoding: text, as: UTF8.self))) != nil {
            return "protected word"
        }
        if name.last == UInt8(ascii: "~") { return "stem, kept apart from another word" }
        return token.flags.contains(.stopWord) ? "stem of a function word" : "stem"
    }
}
