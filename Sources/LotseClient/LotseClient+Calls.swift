public import LotseAPI

extension LotseClient {
    /// Searches.
    ///
    /// - Parameter request: what to search for. It is checked by the daemon.
    /// - Throws: ``LotseClientError``.
    public func search(_ request: SearchRequest) async throws(LotseClientError) -> SearchResponse {
        try decode(SearchResponse.self, from: try await call("/v1/search", json: request.jsonBytes()))
    }

    /// Searches with the defaults of the interface.
    ///
    /// - Parameter query: what the person typed.
    /// - Throws: ``LotseClientError``.
    public func search(_ query: String) async throws(LotseClientError) -> SearchResponse {
        try await search(SearchRequest(query: query))
    }

    /// A whole document.
    ///
    /// - Parameter id: a hit's `document`.
    /// - Returns: `nil` when there is no document with this id.
    /// - Throws: ``LotseClientError``.
    public func document(id: String) async throws(LotseClientError) -> DocumentResponse? {
        do {
            let answer = try await call("/v1/documents/\(PercentEncoding.encodePath(id))")
            return try decode(DocumentResponse.self, from: answer)
        } catch .problem(let problem) where problem.status == 404 {
            return nil
        }
    }

    /// What is being searched.
    ///
    /// - Throws: ``LotseClientError``.
    public func status() async throws(LotseClientError) -> StatusResponse {
        try decode(StatusResponse.self, from: try await call("/v1/status"))
    }

    /// The description of the interface (OpenAPI 3.1), as JSON text.
    ///
    /// - Throws: ``LotseClientError``.
    public func openAPI() async throws(LotseClientError) -> String {
        String(decoding: try await call("/v1/openapi.json").bytes, as: UTF8.self)
    }

    /// Whether the daemon has an index open.
    ///
    /// - Returns: `false` when the daemon runs without an index.
    /// - Throws: ``LotseClientError``; also when no daemon runs.
    public func ready() async throws(LotseClientError) -> Bool {
        do {
            _ = try await call("/readyz")
            return true
        } catch .problem(let problem) where problem.status == 503 {
            return false
        }
    }
}
