import Foundation
import GermanText
import LotseAPI
import QuerySyntax
import Xapian

/// One query's way through the index, on one reader.
struct SearchRun {
    private(set) var request: SearchRequest
    private var notes: [String] = []
    private let conditions: [Query]
    private let facets: FacetCounts
    private let profiles: ProfileFilter
    /// What profiles weigh by themselves; nil where there are none, or where it is turned off.
    private let preference: Query?

    /// Reads what the request asks for besides its words.
    ///
    /// - Throws: `Problem` (400) for a filter or a facet that is none.
    init(request: SearchRequest, profiles table: ProfileTable) throws(Problem) {
        self.request = request
        profiles = try ProfileFilter(request.filter, table: table)
        conditions = try MetadataFilter.conditions(request.filter) + (profiles.query.map { [$0] } ?? [])
        facets = try FacetCounts(request.facets)
        preference = request.preference && !table.profiles.isEmpty ? SearchRun.profileWeight(on: .now) : nil
        guard request.sort != .distance || profiles.distances != nil else {
            throw .badRequest(
                field: "sort", detail: "Sorting by distance needs a place: add the filter near, such as near:05101,10.")
        }
    }

    private static func profileWeight(on date: Date) -> Query {
        let today = (date.timeIntervalSince1970 / 86_400).rounded(.down)
        return .any([
            .valueWeight(ValueSlots.completeness).scaled(by: RankingParameters.completeProfile),
            .recency(ValueSlots.assured, reference: today, halfLife: RankingParameters.recencyHalfLife)
                .scaled(by: RankingParameters.recentProfile),
        ])
    }

    /// Answers the request. The generation and the time are filled in by the caller.
    mutating func answer(_ reader: inout Reader) throws(XapianError) -> SearchResponse {
        reader.analyzer.trim()
        let parsed = QueryParser.parse(request.query)
        notes = parsed.notes.map(\.message) + profiles.notes
        guard let root = parsed.root, let plan = try plan(root, of: request.query, reader) else {
            notes.append("Die Anfrage enthält kein Wort, nach dem gesucht werden kann.")
            return response(hits: [], nil, reader.table)
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

    /// The hits of a page, and what is known of all matches.
    private struct Found {
        var hits: [SearchResult.Hit]
        var counts: DocumentCounts
    }

    private mutating func answer(
        _ plan: QueryPlan, _ reader: borrowing Reader
    ) throws(XapianError) -> SearchResponse {
        var found = try run(plan, reader)
        if request.sort == .distance {
            found.hits = Array(
                byDistance(found.hits, reader).dropFirst((request.page - 1) * request.perPage).prefix(request.perPage))
        }
        var hits = try hits(found, plan, reader)
        guard request.explain else { return response(hits: hits, found.counts, reader.table) }
        let statistics = try TermStatistics(
            of: request.query, analyzer: reader.analyzer, reader.database, sections: reader.sections)
        let explanation = Explanation(
            plan,
            planner: QueryPlanner(analyzer: reader.analyzer, synonyms: reader.synonyms, statistics: statistics))
        try explanation.addWeights(
            to: &hits, found.hits, preference: preference, options: options(), reader.database)
        var response = response(hits: hits, found.counts, reader.table)
        response.explanation = try explanation.lines(reader)
        return response
    }

    /// Nearest first. Xapian cannot know distances, and profiles are few.
    private func byDistance(_ hits: [SearchResult.Hit], _ reader: borrowing Reader) -> [SearchResult.Hit] {
        var distances: [(hit: SearchResult.Hit, metres: Double)] = []
        for hit in hits {
            let document = reader.table.head(of: hit.id)?.document
            distances.append((hit, document.flatMap { profiles.distances?[$0] } ?? .infinity))
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

    /// Runs the strict query, or the relaxed one where the mode wants it. Every match is counted; ranked are only those that
    /// can reach the page.
    private mutating func run(
        _ plan: QueryPlan, _ reader: borrowing Reader
    ) throws(XapianError) -> Found {
        let all = preferring(filtered(plan.all))
        let any = preferring(filtered(plan.any))
        if request.match == .any { noteLength(plan) }
        let first = request.match == .any ? any : all
        let counts = reader.table.counts(of: try reader.database.matches(first))
        if request.match == .auto, plan.canRelax, counts.documents < RankingParameters.relaxBelow {
            let relaxed = reader.table.counts(of: try reader.database.matches(any))
            if relaxed.documents > counts.documents {
                notes.append(SearchRun.note(strict: counts.documents, plan))
                noteLength(plan)
                return Found(hits: try reader.database.search(any, options()).hits, counts: relaxed)
            }
        }
        guard counts.documents > 0 else { return Found(hits: [], counts: counts) }
        return Found(hits: try reader.database.search(first, options()).hits, counts: counts)
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
        let counts = reader.table.counts(of: try reader.database.matches(query))
        return try hits(
            Found(hits: try reader.database.search(query, options()).hits, counts: counts), plan, reader)
    }

    private func options() -> SearchOptions {
        var options = SearchOptions(
            offset: UInt32((request.page - 1) * request.perPage), limit: UInt32(request.perPage))
        options.weighting = .bm25(
            k1: RankingParameters.k1, k2: 0, k3: 1, b: RankingParameters.b,
            minimumNormalisedLength: RankingParameters.minimumNormalisedLength)
        options.collapse = .init(slot: ValueSlots.document, maximum: UInt32(request.sectionsPerDocument))
        // The text alone is in the database.
        options.wantsData = request.snippets
        switch request.sort {
        case .date: options.sort = .valueThenRelevance(ValueSlots.date, descending: true)
        case .title: options.sort = .valueThenRelevance(ValueSlots.title)
        case .distance: (options.offset, options.limit) = (0, RankingParameters.mostByDistance)
        default: break
        }
        return options
    }

    /// Lets recent and complete profiles come a little earlier.
    private func preferring(_ query: Query) -> Query {
        preference.map { .andMaybe(query, $0) } ?? query
    }

    /// Filters of different keys are ANDed, values of one key ORed.
    private func filtered(_ query: Query) -> Query {
        conditions.isEmpty ? query : .filter(query, by: .all(conditions))
    }

    private func hits(
        _ found: Found, _ plan: QueryPlan, _ reader: borrowing Reader
    ) throws(XapianError) -> [Hit] {
        let table = MatchTable(plan, analyzer: reader.analyzer)
        var maker = SnippetMaker(table: table, analyzer: reader.analyzer, marks: request.highlight)
        var hits: [Hit] = []
        for match in found.hits {
            guard let head = reader.table.head(of: match.id), let document = reader.table.document(of: match.id) else {
                throw SearchRun.unreadable(match)
            }
            var hit = Hit(
                id: head.document + "#" + head.anchor, document: head.document, kind: head.kind,
                title: head.title, path: head.path, url: head.url.nonEmpty, date: head.date.nonEmpty,
                score: (match.weight * 1000).rounded() / 1000,
                moreSections: max(0, Int(found.counts.sections[document]) - request.sectionsPerDocument))
            hit.distance = profiles.distances?[head.document].map { Int($0.rounded()) }
            if request.snippets {
                guard let record = SectionRecord(match.data) else { throw SearchRun.unreadable(match) }
                let made = maker.make(record.text)
                hit.snippets = made.snippets
                hit.matched = made.matches
                // A word may be met in the headings alone.
                for heading in [head.title] + head.path {
                    for word in maker.matches(in: heading)
                    where !hit.matched.contains(where: { $0.query == word.query }) {
                        hit.matched.append(word)
                    }
                }
            }
            hits.append(hit)
        }
        return hits
    }

    private func response(hits: [Hit], _ counts: DocumentCounts?, _ table: SectionTable) -> SearchResponse {
        // Of a document, so many sections are hits as were asked for.
        let most = UInt32(request.sectionsPerDocument)
        let total =
            most == 1
            ? counts?.documents ?? 0 : counts?.sections.reduce(0) { $0 + Int(min($1, most)) } ?? 0
        return SearchResponse(
            query: request.query, total: Total(value: total, exact: true), page: request.page,
            perPage: request.perPage, generation: 0, tookMilliseconds: 0, notes: notes,
            facets: facets.counts(counts, table), hits: hits)
    }
}
