import GermanText
import LotseAPI
import Xapian

/// Says how a query was understood, and what each of its words weighs in each hit.
struct Explanation {
    private let plan: QueryPlan
    private let planner: QueryPlanner

    init(_ plan: QueryPlan, planner: QueryPlanner) {
        self.plan = plan
        self.planner = planner
    }

    /// How each word was understood, in German, a line each.
    func lines(_ reader: borrowing Reader) throws(XapianError) -> [String] {
        var lines: [String] = []
        for word in plan.words {
            var parts: [String] = []
            let whole = try frequency(word.whole, .stem, reader)
            let inside = try frequency(word.whole, .part, reader)
            parts.append("als Wort in \(Explanation.sections(whole))")
            if inside > 0 { parts.append("als Teil anderer Wörter in \(inside)") }
            for part in word.parts {
                let found = try frequency([part], .stem, reader) + (try frequency([part], .part, reader))
                parts.append("Wortteil „\(text(part, reader))“ in \(found)")
            }
            let others = word.synonyms.map { expansion in
                expansion.words.compactMap { $0.stems.first.map { String(decoding: $0, as: UTF8.self) } }
                    .joined(separator: " ")
            }
            if !others.isEmpty { parts.append("auch gesucht: " + others.joined(separator: ", ")) }
            if word.isStopWord { parts.append("Funktionswort") }
            lines.append("„\(word.text)“: " + parts.joined(separator: "; "))
        }
        for prefix in plan.prefixes {
            lines.append("„\(String(decoding: prefix, as: UTF8.self))*“: alle Wörter, die so beginnen")
        }
        return lines
    }

    private static func sections(_ count: Int) -> String { count == 1 ? "einem Abschnitt" : "\(count) Abschnitten" }

    private func text(_ id: TermID, _ reader: borrowing Reader) -> String {
        String(decoding: reader.analyzer.bytes(of: id), as: UTF8.self)
    }

    private func frequency(
        _ ids: [TermID], _ space: TermSpace, _ reader: borrowing Reader
    ) throws(XapianError) -> Int {
        try reader.database.termFrequencies(
            of: ids.map { IndexTerms.term(space, reader.analyzer.bytes(of: $0)) }
        ).map(\.documents).max() ?? 0
    }

    /// Writes into each hit's matches what their words weigh there, and into the hit what its profile does. A word's weight
    /// stands with its first match.
    func addWeights(
        to hits: inout [Hit], _ found: [SearchResult.Hit], preference: Query?, options: SearchOptions,
        _ database: borrowing Database
    ) throws(XapianError) {
        guard !hits.isEmpty else { return }
        let documents = Query.any(Set(hits.map(\.document)).sorted().map { .term(IndexTerms.document($0)) })
        var options = options
        options.offset = 0
        options.limit = 10_000
        options.collapse = nil
        options.wantsData = false
        options.sort = .relevance
        func weights(_ query: Query) throws(XapianError) -> [DocumentID: Double] {
            var weights: [DocumentID: Double] = [:]
            let query = Query.filter(query, by: documents)
            for hit in try database.search(query, options).hits { weights[hit.id] = hit.weight }
            return weights
        }
        if let preference {
            let weights = try weights(preference)
            for (number, hit) in found.enumerated() {
                hits[number].preference = weights[hit.id].map { ($0 * 1000).rounded() / 1000 }
            }
        }
        for word in plan.words {
            let weights = try weights(planner.weighed(word))
            for (number, hit) in found.enumerated() {
                guard let weight = weights[hit.id], weight > 0,
                    let match = hits[number].matched.firstIndex(where: { $0.query == word.text && $0.weight == nil })
                else { continue }
                hits[number].matched[match].weight = (weight * 1000).rounded() / 1000
            }
        }
    }
}

extension QueryPlanner {
    /// What gives a word its weight in a hit.
    func weighed(_ word: QueryWord) -> Query {
        let own = query(word, strict: false)
        guard !word.synonyms.isEmpty else { return own }
        return .any([own, oneWord(word.synonyms).scaled(by: RankingParameters.synonym)])
    }
}
