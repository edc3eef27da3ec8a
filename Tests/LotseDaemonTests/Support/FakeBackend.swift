import LotseAPI
import LotseDaemon
import Synchronization

/// A backend that a test tells what to do.
struct FakeBackend: SearchBackend {
    var onSearch: @Sendable (SearchRequest) throws -> SearchResponse = { .empty(for: $0) }
    var onSuggest: @Sendable (SuggestRequest) throws -> SuggestResponse = {
        SuggestResponse(query: $0.query, generation: 1, tookMilliseconds: 0, suggestions: [])
    }
    var onSimilar: @Sendable (SimilarRequest) throws -> SimilarResponse? = { _ in nil }
    var onDocument: @Sendable (String) throws -> DocumentResponse? = { _ in nil }
    var onStatus: @Sendable () throws -> StatusResponse = {
        StatusResponse(generation: 1, built: "", documents: 0, sections: 0, fingerprint: "", version: "")
    }
    var onRefresh: @Sendable () throws -> Bool = { false }
    var onReady: @Sendable () -> Bool = { true }

    func search(_ request: SearchRequest) throws -> SearchResponse { try onSearch(request.validated()) }
    func suggest(_ request: SuggestRequest) throws -> SuggestResponse { try onSuggest(request) }
    func similar(_ request: SimilarRequest) throws -> SimilarResponse? { try onSimilar(request) }
    func document(id: String) throws -> DocumentResponse? { try onDocument(id) }
    func status() throws -> StatusResponse { try onStatus() }
    func refresh() throws -> Bool { try onRefresh() }
    var isReady: Bool { onReady() }
}

extension SearchResponse {
    static func empty(for request: SearchRequest, generation: Int = 1) -> SearchResponse {
        SearchResponse(
            query: request.query, total: Total(value: 0, exact: true), page: request.page, perPage: request.perPage,
            generation: generation, tookMilliseconds: 0, hits: [])
    }
}

extension DocumentResponse {
    static func empty(id: String) -> DocumentResponse {
        DocumentResponse(id: id, kind: "document", title: "", sections: [])
    }
}

/// An error whose text quotes what must not be quoted.
struct TalkativeError: Error, CustomStringConvertible {
    let description: String
}
