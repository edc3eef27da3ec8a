import LotseAPI
import Xapian

/// The facets that a request asks for, and their counts.
struct FacetCounts {
    /// The name that was asked for, and what it stands for.
    private enum Source {
        case kind
        /// Years, as a histogram.
        case date
        case facet(Facet)

        var slot: UInt32 {
            switch self {
            case .kind: ValueSlots.kind
            case .date: ValueSlots.date
            case .facet(let facet): facet.slot
            }
        }
    }

    private let sources: [(name: String, source: Source)]

    /// Reads the names.
    ///
    /// - Throws: `Problem` (400) for a name that is none.
    init(_ names: [String]) throws(Problem) {
        var sources: [(name: String, source: Source)] = []
        for name in names where !sources.contains(where: { $0.name == name }) {
            switch name.lowercased() {
            case "kind": sources.append((name, .kind))
            case "date": sources.append((name, .date))
            default:
                guard let facet = Facet(named: name) else {
                    let known = (["kind", "date"] + Facet.allCases.map(\.rawValue)).joined(separator: ", ")
                    throw .badRequest(field: "facets", detail: "There is no such facet. Use some of: \(known).")
                }
                sources.append((name, .facet(facet)))
            }
        }
        self.sources = sources
    }

    var isEmpty: Bool { sources.isEmpty }

    /// The slots to count.
    var slots: [UInt32] { sources.map(\.source.slot) }

    /// The counts by name: most frequent first, years latest first.
    func counts(_ result: SearchResult?) -> [String: [FacetCount]] {
        var facets: [String: [FacetCount]] = [:]
        for (name, source) in sources {
            let counted = result?.facets[source.slot] ?? []
            if case .date = source {
                facets[name] = FacetCounts.years(counted)
            } else {
                facets[name] = counted.map {
                    FacetCount(value: String(decoding: $0.value, as: UTF8.self), count: $0.count)
                }
                .sorted { ($1.count, $0.value) < ($0.count, $1.value) }
            }
        }
        return facets
    }

    private static func years(_ days: [SearchResult.FacetValue]) -> [FacetCount] {
        var years: [String: Int] = [:]
        for day in days { years[String(decoding: day.value.prefix(4), as: UTF8.self), default: 0] += day.count }
        return years.map { FacetCount(value: $0.key, count: $0.value) }.sorted { $0.value > $1.value }
    }
}
