import LotseAPI

@testable import Lotse

/// All that an index answers to some queries, in a form that does not depend on the order in which documents were
/// written: two indexes of one corpus must agree in it.
struct Answers: Equatable {
    var hits: [String: [String]] = [:]
    var totals: [String: Int] = [:]
    var documents: [String: DocumentResponse] = [:]

    init(_ engine: SearchEngine, queries: [String], documents ids: [String]) throws {
        for query in queries {
            let response = try engine.search(SearchRequest(query: query, perPage: 100, sectionsPerDocument: 100))
            hits[query] = response.hits.map { hit in
                let snippets = hit.snippets.map { "\($0.html) \($0.highlights)" }
                return "\(hit.id) \(hit.score) \(hit.title) \(hit.path) \(hit.matched.map(\.term)) \(snippets)"
            }.sorted()
            totals[query] = try engine.search(SearchRequest(query: query)).total.value
        }
        for id in ids { documents[id] = try engine.document(id: id) }
    }
}
