import GermanText

/// How the words of a query are recognised in a text: by the numbers of their terms on one analyzer.
struct MatchTable {
    /// A place of the query that a term belongs to.
    struct Target {
        /// The word's number in the query.
        var word: Int
        /// The whole word, or only a part of a compound that was asked for.
        var isWhole: Bool
        /// Whether it stands for the word by the corpus' lexicon.
        var isSynonym = false
    }

    /// A word's place in a phrase of the corpus' lexicon. It means something only beside the others.
    struct Place: Hashable {
        var phrase: Int
        var index: Int
        var count: Int
        /// The word's number in the query that the phrase stands for.
        var word: Int
    }

    private var targets: [TermID: Target] = [:]
    private var exact: Set<TermID> = []
    private var places: [TermID: [Place]] = [:]
    private let prefixes: [[UInt8]]
    let words: [QueryWord]

    init(_ plan: QueryPlan, analyzer: Analyzer) {
        words = plan.words
        prefixes = plan.prefixes
        for (number, word) in words.enumerated() {
            for part in word.parts where targets[part] == nil { targets[part] = Target(word: number, isWhole: false) }
        }
        readSynonyms(analyzer)
        // Whole words last: they win over a part of another word.
        for (number, word) in words.enumerated() {
            for stem in word.whole { targets[stem] = Target(word: number, isWhole: true) }
            if let form = word.exact { exact.insert(form) }
        }
    }

    private mutating func readSynonyms(_ analyzer: Analyzer) {
        var phrase = 0
        for (number, word) in words.enumerated() {
            for expansion in word.synonyms {
                phrase += 1
                for (index, member) in expansion.words.enumerated() {
                    for stem in member.stems {
                        let id = analyzer.id(of: stem)
                        if expansion.words.count == 1 {
                            targets[id] = Target(word: number, isWhole: true, isSynonym: true)
                        } else {
                            places[id, default: []].append(
                                Place(phrase: phrase, index: index, count: expansion.words.count, word: number))
                        }
                    }
                }
            }
        }
    }

    /// How a word of a text meets the query.
    struct Found {
        var target: Target
        /// The range of the text: the word, or only the part of it that was met.
        var range: Range<Int>
        /// The rule.
        var kind: TermKind
        /// Where the word stands in the text, counted in words.
        var position = 0
        /// The phrases of the lexicon that it may belong to.
        var places: [Place] = []
        /// Whether it means nothing but as a word of such a phrase.
        var isOnlyPlace = false
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
            let target = targets[term.id]
            if term.kind == .part {
                guard let target else { continue }
                let range = range(of: term, in: token, of: text, analyzer)
                if !parts.contains(where: { $0.range.overlaps(range) }) {
                    parts.append(Found(target: target, range: range, kind: target.isSynonym ? .synonym : .part))
                }
                continue
            }
            let places = places[term.id] ?? []
            guard let target else {
                guard let place = places.first else { continue }
                let target = Target(word: place.word, isWhole: true, isSynonym: true)
                return [
                    Found(
                        target: target, range: token.range, kind: .synonym, position: Int(token.position),
                        places: places, isOnlyPlace: true)
                ]
            }
            if target.isWhole {
                let isExact = terms.contains { $0.kind == .exact && exact.contains($0.id) }
                return [
                    Found(
                        target: target, range: range(of: term, in: token, of: text, analyzer),
                        kind: target.isSynonym ? .synonym : isExact ? .exact : term.kind,
                        position: Int(token.position), places: places)
                ]
            }
            parts.insert(Found(target: target, range: token.range, kind: .part), at: 0)
            return [parts[0]]
        }
        return parts.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// The part of the text that a term stands for: the token, or less of it.
    private func range(
        of term: Term, in token: Token, of text: UnsafeBufferPointer<UInt8>, _ analyzer: Analyzer
    ) -> Range<Int> {
        guard term.foldedLength > 0 else { return token.range }
        return analyzer.range(ofFolded: Int(term.foldedOffset), count: Int(term.foldedLength), in: token, of: text)
    }

    /// Takes out what is only a word of a phrase that the text does not have as a whole.
    func completing(_ found: [Found]) -> [Found] {
        guard found.contains(where: \.isOnlyPlace) else { return found }
        var isKept = found.map { !$0.isOnlyPlace }
        for start in found.indices {
            for place in found[start].places where place.index == 0 {
                let end = start + place.count
                guard end <= found.count else { continue }
                let isWhole = (1..<place.count).allSatisfy { step in
                    // A few words that are no words of meaning may stand between.
                    found[start + step].position - found[start + step - 1].position <= 3
                        && found[start + step].places.contains { $0.phrase == place.phrase && $0.index == step }
                }
                if isWhole { for index in start..<end { isKept[index] = true } }
            }
        }
        return zip(found, isKept).filter(\.1).map(\.0)
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
