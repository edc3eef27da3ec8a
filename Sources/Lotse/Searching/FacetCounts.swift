import LotseAPI

/// The facets that a request asks for, and their counts.
struct FacetCounts {
    /// The name that was asked for, and what it stands for.
    private enum Source {
        case kind
        /// Years, as a histogram.
        case date
        case facet(Facet)

        /// Its name in a ``SectionTable``.
        var label: String {
            switch self {
            case .kind: "kind"
            case .date: "date"
            case .facet(let facet): facet.rawValue
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

    /// The counts by name: most frequent first, years latest first.
    func counts(_ documents: MatchedDocuments?, _ table: SectionTable) -> [String: [FacetCount]] {
        guard !sources.isEmpty else { return [:] }
        let found = documents.map { table.labels(of: $0, facets: Set(sources.map(\.source.label))) } ?? []
        var facets: [String: [FacetCount]] = [:]
        for (name, source) in sources {
            let counts = found.filter { $0.label.facet == source.label }
                .map { FacetCount(value: $0.label.value, count: $0.count) }
            facets[name] =
                if case .date = source { counts.sorted { $0.value > $1.value } } else {
                    counts.sorted { ($1.count, $0.value) < ($0.count, $1.value) }
                }
        }
        return facets
    }
}
