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

    /// What the beginning of a query may become.
    ///
    /// - Parameters:
    ///   - beginning: what was typed so far.
    ///   - limit: most suggestions, at most ``LotseAPI/Limits/suggestions``.
    /// - Throws: ``LotseClientError``.
    public func suggest(_ beginning: String, limit: Int = 8) async throws(LotseClientError) -> SuggestResponse {
        let query = "q=\(PercentEncoding.encodeValue(beginning))&limit=\(limit)"
        return try decode(SuggestResponse.self, from: try await call("/v1/suggest?\(query)"))
    }

    /// Documents that say the like of one.
    ///
    /// - Returns: `nil` when there is no document with this id.
    /// - Throws: ``LotseClientError``.
    public func similar(_ request: SimilarRequest) async throws(LotseClientError) -> SimilarResponse? {
        var query = "limit=\(request.limit)"
        for (key, values) in request.filter.sorted(by: { $0.key < $1.key }) {
            for value in values { query += "&filter=" + PercentEncoding.encodeValue("\(key):\(value)") }
        }
        do {
            let answer = try await call("/v1/similar/\(PercentEncoding.encodePath(request.id))?\(query)")
            return try decode(SimilarResponse.self, from: answer)
        } catch .problem(let problem) where problem.status == 404 {
            return nil
        }
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
