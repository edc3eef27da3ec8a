import GermanText

/// How the words of a query are recognised in a text: by the numbers of their terms on one analyzer.
struct MatchTable {
    /// A place of the query that a term belongs to.
    struct Target {
        /// The word's number in the query.
        var word: Int
        /// The whole word, or only a part of a compound that was asked for.
        var isWhole: Bool
    }

    private var targets: [TermID: Target] = [:]
    private var exact: Set<TermID> = []
    private let prefixes: [[UInt8]]
    let words: [QueryWord]

    init(_ plan: QueryPlan) {
        words = plan.words
        prefixes = plan.prefixes
        for (number, word) in words.enumerated() {
            for part in word.parts where targets[part] == nil { targets[part] = Target(word: number, isWhole: false) }
        }
        // Whole words last: they win over a part of another word.
        for (number, word) in words.enumerated() {
            for stem in word.whole { targets[stem] = Target(word: number, isWhole: true) }
            if let form = word.exact { exact.insert(form) }
        }
    }

    /// How a word of a text meets the query.
    struct Found {
        var target: Target
        /// The range of the text: the word, or only the part of it that was met.
        var range: Range<Int>
        /// The rule.
        var kind: TermKind
    }

    /// What a token meets, the whole word first.
    func find(_ token: Token, _ tokens: TokenBuffer, in text: UnsafeBufferPointer<UInt8>, analyzer: Analyzer) -> [Found]
    {
        let terms = tokens.terms(of: token)
        var parts: [Found] = []
        for term in terms {
            if term.kind == .exact {
                if !prefixes.isEmpty, matchesPrefix(analyzer.bytes(of: term.id)) {
                    return [Found(target: Target(word: words.count, isWhole: true), range: token.range, kind: .exact)]
                }
                continue
            }
            guard let target = targets[term.id] else { continue }
            if term.kind == .part {
                let range =
                    term.foldedLength == 0
                    ? token.range
                    : analyzer.range(
                        ofFolded: Int(term.foldedOffset), count: Int(term.foldedLength), in: token, of: text)
                if !parts.contains(where: { $0.range.overlaps(range) }) {
                    parts.append(Found(target: target, range: range, kind: .part))
                }
                continue
            }
            if target.isWhole {
                let isExact = terms.contains { $0.kind == .exact && exact.contains($0.id) }
                return [Found(target: target, range: token.range, kind: isExact ? .exact : term.kind)]
            }
            parts.insert(Found(target: target, range: token.range, kind: .part), at: 0)
            return [parts[0]]
        }
        return parts.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    private func matchesPrefix(_ word: ArraySlice<UInt8>) -> Bool {
        prefixes.contains { word.starts(with: $0) }
    }

    /// The query's word with a number, as typed.
    func label(_ word: Int) -> String {
        if word < words.count { return words[word].text }
        return prefixes.first.map { String(decoding: $0, as: UTF8.self) + "*" } ?? ""
    }
}
