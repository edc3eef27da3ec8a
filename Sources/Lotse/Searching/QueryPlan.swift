import GermanText

import LotseAPI
import QuerySyntax
import Xapian

/// What a query asks the index, strictly and relaxed.
struct QueryPlan {
    /// All words.
    var all: Query
    /// At least one word.
    var any: Query
    /// Whether the two differ.
    var canRelax: Bool
    /// Whether more than one thing is asked for; else only the parts of a compound can be found apart.
    var hasSeveralWords = true
    /// The words that count, for highlights and explanations.
    var words: [QueryWord]
    /// Beginnings of words, folded.
    var prefixes: [[UInt8]]
    /// What a question's function words add; nil where there are none that count.
    var functionWords: Query?
    /// Whether the relaxed query asks only for the rarest words of a long question.
    var isShortened = false
}

/// From a query tree to index queries. Lives for one request, on the analyzer of the reader that answers it.
struct QueryPlanner {
    let analyzer: Analyzer
    private let synonyms: SynonymTable
    private let statistics: TermStatistics
    var tokens = TokenBuffer()
    /// The words of runs of plain words, which are planned twice: strictly and relaxed.
    private var runs: [String: (words: [QueryWord], functionWords: [QueryWord])] = [:]
    var words: [QueryWord] = []
    var prefixes: [[UInt8]] = []
    var clauseCount = 0
    private var functionWords: [Query] = []
    private var isShortened = false

    init(analyzer: Analyzer, synonyms: SynonymTable, statistics: TermStatistics) {
        self.analyzer = analyzer
        self.synonyms = synonyms
        self.statistics = statistics
    }

    /// Plans a query; nil where nothing in it can be searched for.
    ///
    /// - Parameter match: what the plan is for. What another mode alone would ask for is not worked out: it would take as long
    ///   again. Both of the plan's queries are the same then.
    static func plan(
        _ node: QueryNode, analyzer: Analyzer, synonyms: SynonymTable = .empty,
        statistics: TermStatistics = TermStatistics(), match: MatchMode = .auto
    ) -> QueryPlan? {
        var planner = QueryPlanner(analyzer: analyzer, synonyms: synonyms, statistics: statistics)
        // Of a long question all words are marked, also those that are not searched for.
        if match == .any, let any = planner.query(node, strict: false), !planner.isShortened {
            return planner.plan(all: any, any: any)
        }
        planner = QueryPlanner(analyzer: analyzer, synonyms: synonyms, statistics: statistics)
        guard let all = planner.query(node, strict: true) else { return nil }
        if match == .all { return planner.plan(all: all, any: all) }
        let strict = planner
        let any = planner.query(node, strict: false) ?? all
        return strict.plan(all: all, any: any, isShortened: planner.isShortened)
    }

    /// The plan of the queries that were made, with what was noted on the way.
    private func plan(all: Query, any: Query, isShortened: Bool = false) -> QueryPlan {
        QueryPlan(
            all: all, any: any, canRelax: all != any, hasSeveralWords: clauseCount > 1, words: words,
            prefixes: prefixes,
            functionWords: functionWords.isEmpty ? nil : .any(functionWords), isShortened: isShortened)
    }

    mutating func query(_ node: QueryNode, strict: Bool) -> Query? {
        switch node {
        case .word(let text): return join(plainWords(text, strict: strict), strict: strict)
        case .phrase(let text): return phrase(text)
        case .prefix(let text): return prefix(text)
        case .and(let nodes):
            let queries = nodes.compactMap { query($0, strict: strict) }
            return queries.isEmpty ? nil : .all(queries)
        case .or(let nodes):
            let queries = nodes.compactMap { query($0, strict: strict) }
            return queries.isEmpty ? nil : .any(queries)
        case .sequence(let clauses): return sequence(clauses, strict: strict)
        case .near(let words, let distance): return near(words, distance)
        case .field(let field, let node): return restriction(field, node)
        case .dateRange(let from, let to): return dateRange(from, to)
        }
    }

    /// Terms side by side. Plain words next to each other are analysed together: a date, an abbreviation or a suspended
    /// hyphen may go over several of them.
    private mutating func sequence(_ clauses: [QueryNode.Clause], strict: Bool) -> Query? {
        var plain: [Query] = []
        var required: [Query] = []
        var excluded: [Query] = []
        var unwanted: [Query] = []
        var restrictions: [Query] = []
        var run: [String] = []
        for clause in clauses {
            if clause.sign == .plain, case .word(let text) = clause.node {
                run.append(text)
                continue
            }
            if clause.sign != .excluded, clause.node.isRestriction {
                // It holds whatever else is found or not.
                restrictions.append(query(clause.node, strict: true) ?? .matchNothing)
                continue
            }
            plain += flush(&run, strict: strict)
            // A title that was asked for is no wish, and weighs as its words do.
            let isDemand = if case .field(.title, _) = clause.node { true } else { false }
            switch clause.sign {
            case .plain where isDemand: if let query = query(clause.node, strict: true) { required.append(query) }
            case .plain: if let query = query(clause.node, strict: strict) { plain.append(query) }
            case .required: if let query = query(clause.node, strict: true) { required.append(query) }
            case .excluded:
                // What a field restricts holds for all sections of a document alike.
                guard let query = exclusion(clause.node) else { continue }
                if clause.node.isRestriction { excluded.append(query) } else { unwanted.append(query) }
            }
        }
        plain += flush(&run, strict: strict)
        var result: Query?
        if !plain.isEmpty { result = strict ? .all(plain) : .any(plain) }
        if !required.isEmpty {
            let must: Query = .all(required)
            result = result.map { strict ? .all([must, $0]) : .andMaybe(must, $0) } ?? must
        }
        if !restrictions.isEmpty {
            result = result.map { .filter($0, by: .all(restrictions)) } ?? .all(restrictions)
        }
        // A document is excluded as a whole: otherwise it would come back by another of its sections.
        if !unwanted.isEmpty { excluded.append(.groups(of: .any(unwanted), by: ValueSlots.document)) }
        guard !excluded.isEmpty else { return result }
        return .andNot(result ?? .matchAll, .any(excluded))
    }

    private mutating func flush(_ run: inout [String], strict: Bool) -> [Query] {
        defer { run.removeAll() }
        return run.isEmpty ? [] : plainWords(run.joined(separator: " "), strict: strict)
    }

    /// The queries of the words of a text: of those that are no function words and not a question's verb, or of all where
    /// there are no others.
    private mutating func plainWords(_ text: String, strict: Bool) -> [Query] {
        let (all, functionWords) = run(text)
        var chosen = all
        if !strict, chosen.count > RankingParameters.mostWords { chosen = rarest(of: chosen) }
        let matches = synonyms.matches(chosen.map { $0.whole.map { Array(analyzer.bytes(of: $0)) } })
        for match in matches { chosen[match.words.lowerBound].synonyms = match.expansions }
        words += chosen
        clauseCount += chosen.count
        var queries: [Query] = []
        var next = 0
        for match in matches {
            queries += chosen[next..<match.words.lowerBound].map { query($0, strict: strict) }
            queries.append(contentsOf: query(match, chosen, strict: strict))
            next = match.words.upperBound
        }
        queries += chosen[next...].map { query($0, strict: strict) }
        guard !functionWords.isEmpty else { return queries }
        let wording = Query.any(functionWords.map { .any($0.whole.map { term($0, .stem) }) })
            .scaled(by: RankingParameters.functionWord)
        self.functionWords.append(wording)
        return [.andMaybe(strict ? .all(queries) : .any(queries), wording)]
    }

    /// The words of a run, and a question's function words. Only titles and headings have those; other queries do without: it
    /// takes time, and no test set gains by it.
    private mutating func run(_ text: String) -> (words: [QueryWord], functionWords: [QueryWord]) {
        if let known = runs[text] { return known }
        analyzer.analyze(text, into: &tokens)
        let all = QueryWord.words(tokens, of: text)
        var content = QuestionWords.matter(of: all.filter { !$0.isStopWord }, in: all)
        if content.count == 1 { addVerbForms(to: &content[0]) }
        let hasWording = !content.isEmpty && QuestionWords.isQuestion(all)
        let run = (
            words: QueryPlanner.withoutPairs(content.isEmpty ? all : content),
            functionWords: hasWording ? all.filter(\.isStopWord) : []
        )
        runs[text] = run
        return run
    }

    /// A verb that is all that is asked for, and that no text has as it was typed, asks for its other forms. With a capital it is a
    /// noun. Beside other words verbs do without: in a question the verb says little, and with more of its forms it says more
    /// (nDCG of omos -.006, of covid -.003; with a tenth of the weight -.002 and -.003).
    private func addVerbForms(to word: inout QueryWord) {
        guard word.text.first?.isLowercase == true, word.whole.count == 1, word.parts.isEmpty,
            statistics.sections(with: word.whole) == 0
        else { return }
        word.whole += analyzer.stemsOfOtherForms(of: Analyzer.fold(word.text)).filter {
            !word.whole.contains($0) && statistics.has($0, .stem)
        }
    }

    /// The words of a long question that say most about what is meant, in their order. Common words make it slow, and change
    /// little beside so many others.
    private mutating func rarest(of words: [QueryWord]) -> [QueryWord] {
        isShortened = true
        let frequencies = words.map { statistics.sections(with: $0.whole) }
        let kept = words.indices.sorted { (frequencies[$0], $0) < (frequencies[$1], $1) }
            .prefix(RankingParameters.mostWords).sorted()
        return kept.map { words[$0] }
    }

    /// `Bürgerinnen und Bürger` asks for one thing: the second word of such a pair is left out.
    private static func withoutPairs(_ words: [QueryWord]) -> [QueryWord] {
        var kept: [QueryWord] = []
        for word in words {
            if let last = kept.last, last.whole == word.whole, last.exact != word.exact,
                word.position - last.position <= 3
            {
                continue
            }
            kept.append(word)
        }
        return kept
    }

    /// Words for which something else may stand: it counts as the words do, in a strict query as all of them.
    ///
    /// Everything that means the same counts as one word that is as frequent as all of it together. Added up, a phrase of
    /// three rare words would weigh more than all the rest of a query.
    private func query(_ match: SynonymTable.Match, _ chosen: [QueryWord], strict: Bool) -> [Query] {
        let others = match.expansions.filter { match.replaces || !$0.isAbbreviation }
        let same = match.expansions.filter { !match.replaces && $0.isAbbreviation }
        var rest: [Query] = []
        if !others.isEmpty {
            let weight = match.replaces ? 1 : RankingParameters.synonym
            rest.append(oneWord(others).scaled(by: weight))
            let parts = others.filter { $0.words.count == 1 }.flatMap { $0.words[0].stems }
            if !parts.isEmpty {
                let terms = parts.map { Query.term(IndexTerms.term(.part, $0)) }
                rest.append(Query.synonym(terms).scaled(by: weight * RankingParameters.part))
            }
        }
        if match.replaces { return [.any(rest)] }
        let own = chosen[match.words]
        if own.count == 1, let word = own.first { return [.any([query(word, or: same, strict: strict)] + rest)] }
        if !same.isEmpty { rest.append(oneWord(same).scaled(by: RankingParameters.abbreviation)) }
        let queries = own.map { query($0, strict: strict) }
        return strict ? [.any([.all(queries)] + rest)] : queries + [.any(rest)]
    }

    /// Terms and words of the lexicon that weigh as one word. A phrase weighs as its longest word does, which is mostly the
    /// rarest: all of its words would count each occurrence several times. What is matched is the whole phrase.
    func oneWord(_ expansions: [SynonymTable.Expansion], or terms: [Query] = []) -> Query {
        func query(_ word: SynonymTable.Expansion.Word) -> Query {
            .any(word.stems.map { .term(IndexTerms.term(.stem, $0)) })
        }
        let longest = expansions.compactMap { expansion in
            expansion.words.max { ($0.stems.first?.count ?? 0) < ($1.stems.first?.count ?? 0) }
        }
        let weighed = Query.synonym(terms + longest.map(query))
        guard expansions.contains(where: { $0.words.count > 1 }) else { return weighed }
        let matched = expansions.map { expansion -> Query in
            let words = Query.all(expansion.words.map(query))
            guard expansion.words.count > 1 else { return words }
            let places = expansion.words.map { word in
                TokenStream.Element(keys: word.stems.map { TokenStream.key($0) }, offset: word.offset)
            }
            return .filter(words, by: .sequence(places, in: ValueSlots.tokens))
        }
        return .filter(weighed, by: .any(terms + matched))
    }

    private func join(_ queries: [Query], strict: Bool) -> Query? {
        if queries.count == 1 { return queries[0] }
        return queries.isEmpty ? nil : strict ? .all(queries) : .any(queries)
    }

    func term(_ id: TermID, _ space: TermSpace) -> Query {
        .term(IndexTerms.term(space, analyzer.bytes(of: id)))
    }

    /// What a word asks for: itself, alone or inside other words, and its own parts.
    func query(_ word: QueryWord, or same: [SynonymTable.Expansion] = [], strict: Bool) -> Query {
        let terms = word.whole.map { term($0, .stem) }
        guard !word.isStopWord else { return same.isEmpty ? .any(terms) : oneWord(same, or: terms) }
        // A word and the words that it is a part of are one word with one frequency, in which a part counts less: the index
        // counts it less. Two weights side by side would let a section with both be twice about the same thing.
        let stems = word.completed.map { [$0] } ?? word.whole
        let own = present(stems)
        let weight = weight(of: word)
        let whole =
            same.isEmpty
            ? Query.synonym(own).scaled(by: statistics.correction(stems) * weight)
            : oneWord(same, or: own).scaled(by: weight)
        var extra: [Query] = []
        if let exact = word.exact, !word.whole.contains(exact) {
            extra.append(term(exact, .exact).scaled(by: RankingParameters.exact))
        } else if let exact = word.exact, !same.isEmpty {
            // `RKI` is its own stem, and stands in one group with `Robert Koch-Institut`.
            extra.append(term(exact, .stem).scaled(by: RankingParameters.exact))
        }
        let parts = word.parts.map { Query.synonym(present([$0])) }
        extra += zip(word.parts, parts).filter { statistics.isTelling($0.0) }
            .map { $0.1.scaled(by: RankingParameters.partOfQuery) }
        // What was typed comes before another spelling of it.
        if let older = word.older, statistics.has(older, .stem) {
            extra.append(term(older, .stem).scaled(by: RankingParameters.exact))
        }
        // What a suspended hyphen left is a word as well, as the parts of a compound are beside it: texts may have it without
        // what it stands for.
        let left = word.completed.map { completed in Query.synonym(present(word.whole.filter { $0 != completed })) }
        if let left { extra.append(left) }
        guard strict else { return .any([whole] + extra) }
        // All parts together stand for a compound that is missing; a single one does not.
        var found = parts.count >= 2 ? Query.any([whole, Query.all(parts).scaled(by: 0)]) : whole
        if let left { found = .any([found, left.scaled(by: 0)]) }
        return extra.isEmpty ? found : .andMaybe(found, .any(extra))
    }

    /// What a word weighs beside a plain word that is as rare.
    private func weight(of word: QueryWord) -> Double {
        if word.isDate { return RankingParameters.date }
        if word.completed != nil { return RankingParameters.completed }
        guard let older = word.older, statistics.has(older, .stem) else { return 1 }
        return 1 - RankingParameters.exact
    }

    /// The terms of a word, alone and inside of others, without those that no section has: a group of one term is the term
    /// itself, which Xapian can pass over where it cannot reach the page.
    private func present(_ stems: [TermID]) -> [Query] {
        let found =
            stems.filter { statistics.has($0, .stem) }.map { term($0, .stem) }
            + stems.filter { statistics.has($0, .part) }.map { term($0, .part) }
        return found.isEmpty ? stems.prefix(1).map { term($0, .stem) } : found
    }

    private mutating func phrase(_ text: String) -> Query? {
        analyzer.analyze(text, into: &tokens)
        let all = QueryWord.words(tokens, of: text)
        let content = all.filter { !$0.isStopWord }
        let chosen = content.isEmpty ? all : content
        words += chosen
        clauseCount += 1
        let placed = chosen.filter { !$0.whole.isEmpty }
        let terms = Query.all(placed.map { .any($0.whole.map { term($0, .stem) }) })
        guard let first = placed.first, placed.count >= 2, !content.isEmpty else { return placed.isEmpty ? nil : terms }
        // Function words are not in the stream, but they take their place: the others keep their distance.
        let places = placed.map { word in
            TokenStream.Element(
                keys: word.whole.map { TokenStream.key(analyzer.bytes(of: $0)) },
                offset: UInt32(word.position - first.position))
        }
        return .filter(terms, by: .sequence(places, in: ValueSlots.tokens))
    }

    mutating func prefix(_ text: String) -> Query? {
        analyzer.analyze(text, into: &tokens)
        guard let token = tokens.tokens.first,
            let exact = tokens.terms(of: token).first(where: { $0.kind == .exact || $0.kind == .stem })
        else { return nil }
        let beginning = Array(analyzer.bytes(of: exact.id))
        clauseCount += 1
        prefixes.append(beginning)
        let beginningSo = [TermSpace.stem, .exact].map { space in
            Query.wildcard(
                prefix: IndexTerms.term(space, beginning), limit: RankingParameters.prefixExpansions,
                overflow: .mostFrequent)
        }
        // `LSBTIQ*`: a star out of habit, or that of a gender form. What means the same is meant as well.
        let stems = tokens.terms(of: token).filter { $0.kind.space == .stem }.map { Array(analyzer.bytes(of: $0.id)) }
        let same = synonyms.matches([stems]).flatMap(\.expansions)
        return .any(beginningSo + (same.isEmpty ? [] : [oneWord(same).scaled(by: RankingParameters.synonym)]))
    }

    /// What is excluded is excluded in all its forms, but not as a part of other words.
    private mutating func exclusion(_ node: QueryNode) -> Query? {
        let kept = (words, prefixes, clauseCount)
        defer { (words, prefixes, clauseCount) = kept }
        guard case .word(let text) = node else { return query(node, strict: true) }
        analyzer.analyze(text, into: &tokens)
        let stems = QueryWord.words(tokens, of: text).compactMap { $0.whole.first }.map { term($0, .stem) }
        return stems.isEmpty ? nil : .all(stems)
    }
}
