/// A request for documents like one, as `GET /v1/similar/{id}` takes it.
public struct SimilarRequest: Sendable, Hashable {
    /// The id of a document, or of a section (`document#anchor`).
    public var id: String
    /// Most hits, 1 to ``Limits/hitsPerPage``.
    public var limit: Int
    /// Accepted values by metadata key.
    public var filter: [String: [String]]

    /// Makes a request.
    public init(id: String, limit: Int = 10, filter: [String: [String]] = [:]) {
        self.id = id
        self.limit = limit
        self.filter = filter
    }

    /// Reads a request from a URL: `limit`, and `filter=key:value`, which may be repeated.
    ///
    /// - Parameters:
    ///   - id: the id, decoded.
    ///   - query: the part after `?`, still percent-encoded.
    /// - Throws: ``Problem`` (400) naming the parameter and what it must be.
    public init(id: String, parameters query: some StringProtocol) throws(Problem) {
        guard query.utf8.count <= Limits.bodyBytes else { throw .contentTooLarge }
        self.init(id: id)
        for parameter in QueryString(query) {
            switch try parameter.decodedName() {
            case "limit": limit = try Limits.integer(try parameter.decodedValue(of: "limit"), field: "limit")
            case "filter":
                let value = try parameter.decodedValue(of: "filter")
                guard let colon = value.utf8.firstIndex(of: UInt8(ascii: ":")) else {
                    throw .badRequest(
                        field: "filter", detail: "A filter is written key:value. Add the key and a colon.")
                }
                filter[String(value[..<colon]), default: []].append(
                    String(value[value.utf8.index(after: colon)...]))
            default: break
            }
        }
    }

    /// Checks the request against ``Limits``.
    ///
    /// - Throws: ``Problem`` (400) naming the first wrong field and the remedy.
    @discardableResult
    public func validated() throws(Problem) -> SimilarRequest {
        guard !id.isEmpty, id.utf8.count <= Limits.identifierBytes else {
            throw .badRequest(field: "id", detail: "An id has 1 to \(Limits.identifierBytes) bytes. Check it.")
        }
        guard (1...Limits.hitsPerPage).contains(limit) else {
            throw .badRequest(field: "limit", detail: "Ask for 1 to \(Limits.hitsPerPage) hits.")
        }
        var search = SearchRequest(query: "x")
        search.filter = filter
        try search.validated()
        return self
    }
}
