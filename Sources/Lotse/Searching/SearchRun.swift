import GermanText
import LotseAPI
import QuerySyntax
import Xapian

/// One query's way through the index, on one reader.
struct SearchRun {
    private(set) var request: SearchRequest
    private var notes: [String] = []
    /// So many matches were looked at, if there were as many.
    private var counted: UInt32 = 0
    private let conditions: [Query]
    private let facets: FacetCounts
    private let profiles: ProfileFilter

    /// Reads what the request asks for besides its words.
    ///
    /// - Throws: `Problem` (400) for a filter or a facet that is none.
    init(request: SearchRequest, profiles table: ProfileTable) throws(Problem) {
        self.request = request
        profiles = try ProfileFilter(request.filter, table: table)
        conditions = try MetadataFilter.conditions(request.filter) + (profiles.query.map { [$0] } ?? [])
        facets = try FacetCounts(request.facets)
        guard request.sort != .distance || profiles.distances != nil else {
            throw .badRequest(
                field: "sort", detail: "Sorting by distance needs a place: add the filter near, such as near:05101,10.")
        }
    }

    /// Answers the request. The generation and the time are filled in by the caller.
    mutating func answer(_ reader: inout Reader) throws(XapianError) -> SearchResponse {
        reader.analyzer.trim()
        let parsed = QueryParser.parse(request.query)
        notes = parsed.notes.map(\.message) + profiles.notes
        guard let root = parsed.root, let plan = try plan(root, of: request.query, reader) else {
            notes.append("Die Anfrage enthält kein Wort, nach dem gesucht werden kann.")
            return response(hits: [], result: nil)
        }
        var response = try corrected(plan, reader)
        // A wording that no text has: its words are better than nothing.
        if response.total.value == 0, request.match == .auto, root.hasPhrase,
            let loose = try self.plan(root.withoutPhrases, of: request.query, reader)
        {
            notes = parsed.notes.map(\.message) + profiles.notes
            notes.append("Kein Text enthält diese Wortfolge; gezeigt werden Treffer mit ihren Wörtern.")
            let other = try answer(loose, reader)
            if other.total.value > 0 { response = other }
        }
        return response
    }

    /// Answers a plan, with better spellings for words that no text has.
    private mutating func corrected(
        _ plan: QueryPlan, _ reader: borrowing Reader
    ) throws(XapianError) -> SearchResponse {
        guard let correction = try correction(of: plan, reader), let better = try self.plan(correction, reader) else {
            return try answer(plan, reader)
        }
        let typed = (request, notes)
        var asTyped: SearchResponse?
        if !correction.replacesUnknown {
            var response = try answer(plan, reader)
            // Where nothing is found, on whatever page, nothing is lost by searching for the other.
            guard response.total.value == 0 else {
                response.didYouMean = DidYouMean(query: correction.query, applied: false)
                return response
            }
            asTyped = response
            (request, notes) = typed
        }
        request.query = correction.query
        notes.append(correction.note)
        var response = try answer(better, reader)
        guard response.total.value > 0 else {
            (request, notes) = typed
            if let asTyped { return asTyped }
            return try answer(plan, reader)
        }
        response.query = typed.0.query
        response.didYouMean = DidYouMean(query: correction.query, applied: true)
        return response
    }

    private mutating func answer(
        _ plan: QueryPlan, _ reader: borrowing Reader
    ) throws(XapianError) -> SearchResponse {
        let result = try run(plan, reader.database, sections: reader.sections)
        var found = result.hits
        if request.sort == .distance {
            found = Array(try byDistance(found).dropFirst((request.page - 1) * request.perPage).prefix(request.perPage))
        }
        var hits = try hits(found, plan, reader)
        guard request.explain else { return response(hits: hits, result: result) }
        let statistics = try TermStatistics(
            of: request.query, analyzer: reader.analyzer, reader.database, sections: reader.sections)
        let explanation = Explanation(
            plan,
            planner: QueryPlanner(analyzer: reader.analyzer, synonyms: reader.synonyms, statistics: statistics))
        try explanation.addWeights(to: &hits, found, options: options(), reader.database)
        var response = response(hits: hits, result: result)
        response.explanation = try explanation.lines(reader)
        return response
    }

    /// Nearest first. Xapian cannot know distances, and profiles are few.
    private func byDistance(_ hits: [SearchResult.Hit]) throws(XapianError) -> [SearchResult.Hit] {
        var distances: [(hit: SearchResult.Hit, metres: Double)] = []
        for hit in hits {
            guard let record = SectionRecord(hit.data) else { throw SearchRun.unreadable(hit) }
            distances.append((hit, profiles.distances?[record.document] ?? .infinity))
        }
        return distances.sorted { ($0.metres, $1.hit.weight) < ($1.metres, $0.hit.weight) }.map(\.hit)
    }

    private static func unreadable(_ hit: SearchResult.Hit) -> XapianError {
        XapianError(code: .databaseCorrupt, message: "the data of section \(hit.id) cannot be read")
    }

    private func correction(
        of plan: QueryPlan, _ reader: borrowing Reader
    ) throws(XapianError) -> QueryCorrection? {
        try QueryCorrection(of: request.query, plan: plan, reader)
    }

    private func plan(
        _ correction: QueryCorrection, _ reader: borrowing Reader
    ) throws(XapianError) -> QueryPlan? {
        guard let root = QueryParser.parse(correction.query).root else { return nil }
        return try plan(root, of: correction.query, reader)
    }

    private func plan(
        _ root: QueryNode, of text: String, _ reader: borrowing Reader
    ) throws(XapianError) -> QueryPlan? {
        let statistics = try TermStatistics(
            of: text, analyzer: reader.analyzer, reader.database, sections: reader.sections)
        return QueryPlanner.plan(
            root, analyzer: reader.analyzer, synonyms: reader.synonyms, statistics: statistics)
    }

    /// Runs the strict query, and the relaxed one where the mode wants it.
    private mutating func run(
        _ plan: QueryPlan, _ database: borrowing Database, sections: Int
    ) throws(XapianError) -> SearchResult {
        let all = filtered(plan.all)
        let any = filtered(plan.any)
        let anyCount = RankingParameters.countOfAny(sections: sections)
        counted = RankingParameters.countAtLeast
        switch request.match {
        case .all: return try database.search(all, options(countAtLeast: counted))
        case .any:
            counted = anyCount
            noteLength(plan)
            return try database.search(any, options(countAtLeast: anyCount))
        case .auto:
            let strict = try database.search(all, options(countAtLeast: counted))
            guard plan.canRelax, strict.facetDocuments < RankingParameters.relaxBelow else { return strict }
            let relaxed = try database.search(any, options(countAtLeast: anyCount))
            guard relaxed.facetDocuments > strict.facetDocuments else { return strict }
            counted = anyCount
            notes.append(SearchRun.note(strict: strict.facetDocuments, plan))
            noteLength(plan)
            return relaxed
        }
    }

    private mutating func noteLength(_ plan: QueryPlan) {
        guard plan.isShortened else { return }
        notes.append("Die Frage ist lang: Gesucht wurde nach ihren \(RankingParameters.mostWords) seltensten Wörtern.")
    }

    /// What the reader should know where a query was relaxed.
    private static func note(strict documents: Int, _ plan: QueryPlan) -> String {
        switch (plan.hasSeveralWords, documents) {
        case (true, 0): "Kein Text enthält alle Suchwörter; gezeigt werden Treffer mit einigen davon."
        case (true, ..<10): "Nur wenige Texte enthalten alle Suchwörter; es folgen auch Treffer mit einigen davon."
        case (true, _): "Gezeigt werden auch Treffer, in denen Suchwörter fehlen."
        case (false, 0): "Kein Text enthält das Suchwort; gezeigt werden Treffer mit Teilen davon."
        default: "Gezeigt werden auch Treffer, die nur einen Teil des Suchworts enthalten."
        }
    }

    /// The hits of a plan that nobody typed, without the sections that have a term.
    func hits(
        _ plan: QueryPlan, without term: [UInt8], _ reader: borrowing Reader
    ) throws(XapianError) -> [Hit] {
        let query = filtered(.andNot(plan.any, .term(term)))
        return try hits(try reader.database.search(query, options()).hits, plan, reader)
    }

    private func options(countAtLeast: UInt32 = 0) -> SearchOptions {
        var options = SearchOptions(
            offset: UInt32((request.page - 1) * request.perPage), limit: UInt32(request.perPage),
            checkAtLeast: countAtLeast)
        options.weighting = .bm25(
            k1: RankingParameters.k1, k2: 0, k3: 1, b: RankingParameters.b,
            minimumNormalisedLength: RankingParameters.minimumNormalisedLength)
        options.collapse = .init(slot: ValueSlots.document, maximum: UInt32(request.sectionsPerDocument))
        options.wantsData = true
        options.facetsDistinctBy = ValueSlots.document
        if !facets.isEmpty {
            options.facets = facets.slots
            options.facetListsFrom = ValueSlots.facets
            options.checkAtLeast = .max
        }
        switch request.sort {
        case .date: options.sort = .valueThenRelevance(ValueSlots.date, descending: true)
        case .title: options.sort = .valueThenRelevance(ValueSlots.title)
        case .distance: (options.offset, options.limit) = (0, RankingParameters.mostByDistance)
        default: break
        }
        return options
    }

    /// Whether every match was looked at, so that the number of documents is known.
    private func sawAll(_ result: SearchResult) -> Bool {
        // With several sections of a document the hits are neither documents nor all sections: the number is a guess.
        guard request.sectionsPerDocument == 1 else { return false }
        return !request.facets.isEmpty || result.examined < Int(counted)
    }

    /// Filters of different keys are ANDed, values of one key ORed.
    private func filtered(_ query: Query) -> Query {
        conditions.isEmpty ? query : .filter(query, by: .all(conditions))
    }

    private func hits(
        _ result: [SearchResult.Hit], _ plan: QueryPlan, _ reader: borrowing Reader
    ) throws(XapianError) -> [Hit] {
        let table = MatchTable(plan, analyzer: reader.analyzer)
        var maker = SnippetMaker(table: table, analyzer: reader.analyzer, marks: request.highlight)
        var hits: [Hit] = []
        for found in result {
            guard let record = SectionRecord(found.data) else { throw SearchRun.unreadable(found) }
            var hit = Hit(
                id: record.document + "#" + record.anchor, document: record.document, kind: record.kind,
                title: record.title, path: record.path, url: record.url.nonEmpty, date: record.date.nonEmpty,
                score: (found.weight * 1000).rounded() / 1000, moreSections: found.collapseCount)
            hit.distance = profiles.distances?[record.document].map { Int($0.rounded()) }
            if request.snippets {
                let made = maker.make(record.text)
                hit.snippets = made.snippets
                hit.matched = made.matches
                // A word may be met in the headings alone.
                for heading in [record.title] + record.path {
                    for match in maker.matches(in: heading)
                    where !hit.matched.contains(where: { $0.query == match.query }) {
                        hit.matched.append(match)
                    }
                }
            }
            hits.append(hit)
        }
        return hits
    }

    private func response(hits: [Hit], result: SearchResult?) -> SearchResponse {
        let total = result.map { result in
            sawAll(result)
                ? Total(value: result.facetDocuments, exact: true)
                : Total(value: max(result.matches.estimated, result.facetDocuments), exact: false)
        }
        return SearchResponse(
            query: request.query, total: total ?? Total(value: 0, exact: true), page: request.page,
            perPage: request.perPage, generation: 0, tookMilliseconds: 0, notes: notes,
            facets: facets.counts(result), hits: hits)
    }
}
