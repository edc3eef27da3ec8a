import LotseAPI
import QuerySyntax
import Xapian

/// The conditions of a request on what documents say about themselves: kind, date, facets and any other metadata.
enum MetadataFilter {
    /// The conditions as queries without weight. Keys are ANDed, the values of one key ORed.
    ///
    /// - Throws: `Problem` (400) for a date that is none.
    static func conditions(_ filter: [String: [String]]) throws(Problem) -> [Query] {
        var conditions: [Query] = []
        for (key, values) in filter.sorted(by: { $0.key < $1.key }) where !ProfileFilter.keys.contains(key.lowercased())
        {
            switch key.lowercased() {
            case "date":
                var ranges: [Query] = []
                for value in values { ranges.append(try range(value)) }
                conditions.append(.any(ranges))
            default: conditions.append(.any(values.flatMap { terms(key, $0) }.map { .term($0) }))
            }
        }
        return conditions
    }

    /// The terms of which a document has one.
    private static func terms(_ key: String, _ value: String) -> [[UInt8]] {
        if key.lowercased() == "kind" { return [IndexTerms.kind(value.lowercased())] }
        // A language may be written as its code or as its name.
        let facet = Facet(named: key)
        let isLanguage = facet == .language || facet == .spoken
        let values = [value] + (isLanguage ? [LanguageCode.name(of: value)].compactMap { $0 } : [])
        return values.flatMap { value in names(key).map { IndexTerms.filter($0, value) } }
    }

    /// A facet has several names, and its values may stand under any of them.
    private static func names(_ key: String) -> [String] { Facet(named: key)?.names ?? [key] }

    /// Says so, in German, where no document has what a filter asks for: it may be misspelt.
    static func notes(_ filter: [String: [String]], _ ranking: Ranking) -> [String] {
        var notes: [String] = []
        for (key, values) in filter.sorted(by: { $0.key < $1.key }) {
            let name = key.lowercased()
            guard name != "date", !ProfileFilter.keys.contains(name) else { continue }
            let unknown = values.filter { terms(key, $0).allSatisfy { ranking.frequency($0) == 0 } }
            guard !unknown.isEmpty else { continue }
            let isKnown =
                name == "kind" || names(key).contains { ranking.hasTerm(beginningWith: IndexTerms.filter($0, "")) }
            guard isKnown else {
                notes.append("Kein Dokument hat eine Angabe „\(key)“; der Filter findet deshalb nichts.")
                continue
            }
            notes += unknown.map { "Kein Dokument hat „\($0)“ als Angabe „\(key)“." }
        }
        return notes
    }

    /// `2018`, `2018-03..2019`, `..2020`: as the query language reads them.
    private static func range(_ value: String) throws(Problem) -> Query {
        guard case .dateRange(let from, let to)? = QueryParser.parse("datum:" + value).root else {
            throw Problem.badRequest(
                field: "filter", detail: "A date is written 2018, 2018-03, 2018-03-07, or as a range 2018..2020.")
        }
        // A document without a date has an empty value, which is before every day.
        return .valueRange(ValueSlots.date, from: Array((from ?? "0000").utf8), to: Array((to ?? "9999-12-31").utf8))
    }
}
