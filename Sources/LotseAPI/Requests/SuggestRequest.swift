/// A request for suggestions, as `GET /v1/suggest` takes it.
public struct SuggestRequest: Sendable, Hashable {
    /// What was typed so far (`q`).
    public var query: String
    /// Most suggestions, 1 to ``Limits/suggestions``.
    public var limit: Int

    /// Makes a request.
    public init(query: String, limit: Int = 8) {
        self.query = query
        self.limit = limit
    }

    /// Reads a request from the query part of a URL: `q` and `limit`. Unknown parameters are ignored.
    ///
    /// - Parameter query: the part after `?`, still percent-encoded.
    /// - Throws: ``Problem`` (400) naming the parameter and what it must be.
    public init(parameters query: some StringProtocol) throws(Problem) {
        guard query.utf8.count <= Limits.bodyBytes else { throw .contentTooLarge }
        self.init(query: "")
        var isThere = false
        for parameter in QueryString(query) {
            switch try parameter.decodedName() {
            case "q":
                self.query = try parameter.decodedValue(of: "q")
                isThere = true
            case "limit": limit = try Limits.integer(try parameter.decodedValue(of: "limit"), field: "limit")
            default: break
            }
        }
        guard isThere else { throw .badRequest(field: "q", detail: "This parameter must be there.") }
    }

    /// Checks the request against ``Limits``.
    ///
    /// - Throws: ``Problem`` (400) naming the first wrong field and the remedy.
    @discardableResult
    public func validated() throws(Problem) -> SuggestRequest {
        guard query.utf8.count <= Limits.queryBytes else {
            throw .badRequest(field: "q", detail: "At most \(Limits.queryBytes) bytes. Send the end of what was typed.")
        }
        guard (1...Limits.suggestions).contains(limit) else {
            throw .badRequest(field: "limit", detail: "Ask for 1 to \(Limits.suggestions) suggestions.")
        }
        return self
    }
}

extension Limits {
    /// A whole number in a URL.
    static func integer(_ value: String, field: String) throws(Problem) -> Int {
        guard let number = Int(value) else {
            throw .badRequest(field: field, detail: "This parameter must be a whole number.")
        }
        return number
    }
}
