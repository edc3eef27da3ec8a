import GermanText
import LotseAPI
import Xapian

/// Says how a query was understood, and what each of its words weighs in each hit.
struct Explanation {
    private let plan: QueryPlan
    private let planner: QueryPlanner

    /// What a hit's score has beside the weights of its words.
    struct Extra {
        /// Where a hit says it.
        var member: WritableKeyPath<Hit, Double?>
        var query: Query
    }

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
        ids.map { reader.ranking.frequency(IndexTerms.term(space, reader.analyzer.bytes(of: $0))) }.max() ?? 0
    }

    /// Writes into each hit's matches what their words weigh there, and into the hit what was added beside them. A word's weight
    /// stands with its first match.
    func addWeights(
        to hits: inout [Hit], _ found: [RankedSection], extras: [Extra], _ reader: borrowing Reader
    ) throws(XapianError) {
        guard !hits.isEmpty else { return }
        let ids = found.map(\.id)
        for extra in extras {
            let weights = try weights(extra.query, of: ids, reader)
            for (number, weight) in weights.enumerated() where weight > 0 {
                hits[number][keyPath: extra.member] = weight
            }
        }
        for word in plan.words {
            for (number, weight) in try weights(planner.weighed(word), of: ids, reader).enumerated() where weight > 0 {
                guard
                    let match = hits[number].matched.firstIndex(where: { $0.query == word.text && $0.weight == nil })
                else { continue }
                hits[number].matched[match].weight = weight
            }
        }
    }

    private func weights(
        _ query: Query, of ids: [DocumentID], _ reader: borrowing Reader
    ) throws(XapianError) -> [Double] {
        try reader.scores(query, of: ids).map { ($0 * 1000).rounded() / 1000 }
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
