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

    /// Whether another spelling is offered for words that a word list or a text has. Nothing is put into the mouth of somebody in
    /// need: `ich hasse mich` is no `ich hause mich`.
    var correctsKnown = true

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
        let standing =
            parsed.notes.map(\.message) + profiles.notes + MetadataFilter.notes(request.filter, reader.ranking)
            + (try fieldNotes(parsed.root, reader)) + (try dateNotes(parsed.root, reader))
        notes = standing
        guard let root = parsed.root, let plan = try plan(root, reader) else {
            notes.append("Die Anfrage enthält kein Wort, nach dem gesucht werden kann.")
            return response(hits: [], nil, reader.table)
        }
        var response = try corrected(plan, reader)
        // A wording that no text has: its words are better than nothing.
        if response.total.value == 0, request.match == .auto, root.hasPhrase,
            let loose = try self.plan(root.withoutPhrases, reader)
        {
            notes = standing
            notes.append("Kein Text enthält diese Wortfolge; gezeigt werden Treffer mit ihren Wörtern.")
            let other = try answer(loose, reader)
            if other.total.value > 0 { response = other }
        }
        return response
    }

    /// Says so, in German, where no document has what a field asks for: it may be misspelt.
    private func fieldNotes(_ root: QueryNode?, _ reader: borrowing Reader) throws(XapianError) -> [String] {
        var planner = QueryPlanner(
            analyzer: reader.analyzer, synonyms: reader.synonyms, statistics: TermStatistics())
        var notes: [String] = []
        for (field, value) in root?.restrictions ?? [] {
            let query = planner.restriction(field, value)
            guard let query, try reader.matches(query).hasFewer(than: 1) else { continue }
            let note = "Kein Dokument hat „\(value.text)“ als Angabe „\(field.names[0])“."
            if !notes.contains(note) { notes.append(note) }
        }
        return notes
    }

    /// Says, in German, how many documents a condition on the date cannot find because they have none.
    private func dateNotes(_ root: QueryNode?, _ reader: borrowing Reader) throws(XapianError) -> [String] {
        guard root?.asksForDate == true || request.filter.keys.contains(where: { $0.lowercased() == "date" }) else {
            return []
        }
        let all = reader.ranking.documents(of: try reader.matches(.matchAll))
        let undated = all.count - reader.table.labels(of: all, facets: ["date"]).reduce(0) { $0 + $1.count }
        switch undated {
        case 0: return []
        case 1: return ["Ein Dokument im Bestand hat kein Datum; eine Suche mit Datum findet es nicht."]
        default: return ["\(undated) Dokumente im Bestand haben kein Datum; eine Suche mit Datum findet sie nicht."]
        }
    }

    /// Answers a plan, with better spellings for words that no text has.
    private mutating func corrected(
        _ plan: QueryPlan, _ reader: borrowing Reader
    ) throws(XapianError) -> SearchResponse {
        guard let correction = try correction(of: plan, reader), correctsKnown || correction.replacesUnknown,
            let better = try self.plan(correction, reader)
        else {
            return try answer(plan, reader)
        }
        let typed = (request, notes)
        var asTyped: SearchResponse?
        if !correction.replacesUnknown {
            var response = try answer(plan, reader)
            // Where nothing is found, on whatever page, nothing is lost by searching for the other.
            guard response.total.value == 0, !correction.mayBeRight else {
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
        var sections: [RankedSection]
        var documents: MatchedDocuments
        /// What was added to the weights of the words.
        var extras: [Explanation.Extra] = []
    }

    private mutating func answer(
        _ plan: QueryPlan, _ reader: borrowing Reader
    ) throws(XapianError) -> SearchResponse {
        var found = try run(plan, reader)
        if request.sort == .distance {
            found.sections = Array(
                byDistance(found.sections, reader).dropFirst((request.page - 1) * request.perPage).prefix(
                    request.perPage))
        }
        var hits = try hits(found, plan, reader)
        guard request.explain else { return response(hits: hits, found.documents, reader.table) }
        let statistics = TermStatistics(reader.analyzer, reader.ranking, sections: reader.sections)
        if let functionWords = plan.functionWords {
            found.extras.append(.init(member: \.functionWords, query: functionWords))
        }
        let explanation = Explanation(
            plan,
            planner: QueryPlanner(analyzer: reader.analyzer, synonyms: reader.synonyms, statistics: statistics))
        try explanation.addWeights(
            to: &hits, found.sections, extras: found.extras, reader)
        var response = response(hits: hits, found.documents, reader.table)
        response.explanation = try explanation.lines(reader)
        return response
    }

    /// Nearest first. Xapian cannot know distances, and profiles are few.
    private func byDistance(_ sections: [RankedSection], _ reader: borrowing Reader) -> [RankedSection] {
        var distances: [(section: RankedSection, metres: Double)] = []
        for section in sections {
            let document = reader.table.head(of: section.id)?.document
            distances.append((section, document.flatMap { profiles.distances?[$0] } ?? .infinity))
        }
        return distances.sorted { ($0.metres, $1.section.score) < ($1.metres, $0.section.score) }.map(\.section)
    }

    private static func unreadable(_ id: DocumentID) -> XapianError {
        XapianError(code: .databaseCorrupt, message: "the data of section \(id) cannot be read")
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
        return try plan(root, reader)
    }

    private func plan(_ root: QueryNode, _ reader: borrowing Reader) throws(XapianError) -> QueryPlan? {
        let statistics = TermStatistics(reader.analyzer, reader.ranking, sections: reader.sections)
        return QueryPlanner.plan(
            root, analyzer: reader.analyzer, synonyms: reader.synonyms, statistics: statistics, match: request.match)
    }

    /// Runs the strict query, or the relaxed one where the mode wants it. Every match is counted.
    private mutating func run(
        _ plan: QueryPlan, _ reader: borrowing Reader
    ) throws(XapianError) -> Found {
        if request.match == .any {
            noteLength(plan)
            return try found(preferring(filtered(plan.any)), reader)
        }
        let all = preferring(filtered(plan.all))
        guard request.match == .auto, plan.canRelax else { return try found(all, reader) }
        let strict = reader.ranking.documents(of: try reader.matches(all))
        if strict.count < RankingParameters.relaxBelow {
            var relaxed = try found(relaxing(plan, strict: strict.count), reader)
            if relaxed.documents.count > strict.count {
                notes.append(SearchRun.note(strict: strict.count, plan))
                noteLength(plan)
                if strict.count > 0 {
                    relaxed.extras.append(.init(member: \.allWords, query: SearchRun.bonus(plan)))
                }
                return relaxed
            }
        }
        guard strict.count > 0 else { return Found(sections: [], documents: strict) }
        return try found(all, known: strict, reader)
    }

    /// The relaxed query, in which texts with all words come a little earlier where there are any.
    private func relaxing(_ plan: QueryPlan, strict documents: Int) -> Query {
        let query = documents > 0 ? Query.andMaybe(plan.any, SearchRun.bonus(plan)) : plan.any
        return preferring(filtered(query))
    }

    /// What having all words adds.
    private static func bonus(_ plan: QueryPlan) -> Query { plan.all.scaled(by: RankingParameters.allWords) }

    /// The page's sections. Other orders than that of relevance are the database's.
    private func found(
        _ query: Query, known: MatchedDocuments? = nil, _ reader: borrowing Reader
    ) throws(XapianError) -> Found {
        let extras = preference.map { [Explanation.Extra(member: \.preference, query: $0)] } ?? []
        guard request.sort == .relevance else {
            let documents: MatchedDocuments
            if let known {
                documents = known
            } else {
                documents = reader.ranking.documents(of: try reader.matches(query))
            }
            let sections = try reader.database.search(query, options()).hits.map {
                RankedSection(id: $0.id, score: $0.weight)
            }
            return Found(sections: sections, documents: documents, extras: extras)
        }
        let ranked = try reader.rank(
            query, known: known, sectionsPerDocument: request.sectionsPerDocument,
            offset: (request.page - 1) * request.perPage, limit: request.perPage)
        return Found(sections: ranked.sections, documents: ranked.documents, extras: extras)
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
        try hits(try found(filtered(.andNot(plan.any, .term(term))), reader), plan, reader)
    }

    private func options() -> SearchOptions {
        var options = SearchOptions(
            offset: UInt32((request.page - 1) * request.perPage), limit: UInt32(request.perPage))
        options.weighting = .bm25(
            k1: RankingParameters.k1, k2: 0, k3: 1, b: RankingParameters.b,
            minimumNormalisedLength: RankingParameters.minimumNormalisedLength)
        options.collapse = .init(slot: ValueSlots.document, maximum: UInt32(request.sectionsPerDocument))
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
        var hits: [Hit] = []
        for section in found.sections {
            guard let head = reader.table.head(of: section.id), let document = reader.table.document(of: section.id)
            else { throw SearchRun.unreadable(section.id) }
            var hit = Hit(
                id: head.document + "#" + head.anchor, document: head.document, kind: head.kind,
                title: head.title, path: head.path, url: head.url.nonEmpty, date: head.date.nonEmpty,
                score: (section.score * 1000).rounded() / 1000,
                moreSections: max(
                    0,
                    reader.table.sectionCount(of: document, in: found.documents.sections)
                        - request.sectionsPerDocument))
            hit.distance = profiles.distances?[head.document].map { Int($0.rounded()) }
            hits.append(hit)
        }
        guard request.snippets, !hits.isEmpty else { return hits }
        let table = MatchTable(plan, analyzer: reader.analyzer)
        var maker = SnippetMaker(table: table, analyzer: reader.analyzer, marks: request.highlight)
        for (place, section) in found.sections.enumerated() {
            // The text alone is in the database.
            guard let record = SectionRecord(try reader.database.document(section.id, parts: .data).data) else {
                throw SearchRun.unreadable(section.id)
            }
            let made = maker.make(record.text)
            hits[place].snippets = made.snippets
            hits[place].matched = made.matches
            // A word may be met in the headings alone, or beside the text.
            var others = [hits[place].title] + hits[place].path
            if !record.context.isEmpty, hits[place].path.last != record.context { others.append(record.context) }
            if Set(hits[place].matched.map(\.query)).count < Set(plan.words.map(\.text)).count {
                others += DocumentFacts.searchedTexts(encoded: record.documentFacts)
            }
            for other in others {
                for word in maker.matches(in: other)
                where !hits[place].matched.contains(where: { $0.query == word.query }) {
                    hits[place].matched.append(word)
                }
            }
        }
        return hits
    }

    private func response(hits: [Hit], _ documents: MatchedDocuments?, _ table: SectionTable) -> SearchResponse {
        // Of a document, so many sections are hits as were asked for.
        let most = UInt32(request.sectionsPerDocument)
        var total = documents?.count ?? 0
        if most > 1, let documents {
            total = table.sectionCounts(of: documents.sections).reduce(0) { $0 + Int(min($1, most)) }
        }
        return SearchResponse(
            query: request.query, total: Total(value: total, exact: true), page: request.page,
            perPage: request.perPage, generation: 0, tookMilliseconds: 0, notes: notes,
            facets: facets.counts(documents, table), hits: hits)
    }
}
