public import LotseAPI

/// What answers the daemon's requests.
///
/// Every method may block; the daemon calls them on its own threads, several at a time. A ``LotseAPI/Problem`` that is
/// thrown is answered as it is, so it must not repeat the query; any other error becomes a 500 without its text.
public protocol SearchBackend: Sendable {
    /// Answers a search.
    ///
    /// - Throws: `Problem` (400) where it is beyond the limits, with the crisis notice that its words call for.
    func search(_ request: SearchRequest) throws -> SearchResponse

    /// What the beginning of a query may become; the request is within the limits.
    func suggest(_ request: SuggestRequest) throws -> SuggestResponse

    /// Documents like one, or `nil` where there is none with this id; the request is within the limits.
    func similar(_ request: SimilarRequest) throws -> SimilarResponse?

    /// The document with this id, or `nil`.
    func document(id: String) throws -> DocumentResponse?

    /// What is being searched.
    func status() throws -> StatusResponse

    /// Looks whether another generation was published, and opens it. Cheap when there is none. Never called twice at
    /// the same time.
    ///
    /// - Returns: whether another generation is open now.
    func refresh() throws -> Bool

    /// Whether an index is open. Must not block.
    var isReady: Bool { get }
}
