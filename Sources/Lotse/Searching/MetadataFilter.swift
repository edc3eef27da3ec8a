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
            case "kind": conditions.append(.any(values.map { .term(IndexTerms.kind($0.lowercased())) }))
            case "date":
                var ranges: [Query] = []
                for value in values { ranges.append(try range(value)) }
                conditions.append(.any(ranges))
            default:
                // A facet has several names, and its values may stand under any of them.
                let facet = Facet(named: key)
                let names = facet?.names ?? [key]
                let isLanguage = facet == .language || facet == .spoken
                let values = values + (isLanguage ? values.compactMap(LanguageCode.name) : [])
                conditions.append(.any(values.flatMap { value in names.map { .term(IndexTerms.filter($0, value)) } }))
            }
        }
        return conditions
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
