import HTTPTypes
import LotseAPI

/// The addresses of the query socket.
///
/// A table of its own rather than a router's patterns, because document ids contain slashes, and because a wrong method
/// must be told apart from a wrong address.
enum Route: Hashable, Sendable {
    case search
    case suggest
    case similar(id: String)
    case document(id: String)
    case status
    case openAPI
    case alive
    case ready

    static let documentPrefix = "/v1/documents/"
    static let similarPrefix = "/v1/similar/"

    /// The route of a path.
    ///
    /// - Parameter path: the path of a URL, still percent-encoded.
    /// - Returns: `nil` when there is no such address.
    /// - Throws: ``LotseAPI/Problem`` (400) for a document id that is not percent-encoded UTF-8.
    init?(path: String) throws(Problem) {
        switch path {
        case "/v1/search": self = .search
        case "/v1/suggest": self = .suggest
        case "/v1/status": self = .status
        case "/v1/openapi.json": self = .openAPI
        case "/healthz": self = .alive
        case "/readyz": self = .ready
        default:
            if let id = try Self.identifier(in: path, behind: Self.documentPrefix) {
                self = .document(id: id)
            } else if let id = try Self.identifier(in: path, behind: Self.similarPrefix) {
                self = .similar(id: id)
            } else {
                return nil
            }
        }
    }

    /// The id that stands behind a prefix of a path.
    private static func identifier(in path: String, behind prefix: String) throws(Problem) -> String? {
        // By bytes: an id may begin with a combining mark, which makes one character with the slash before it.
        guard path.utf8.starts(with: prefix.utf8) else { return nil }
        let encoded = path.utf8.dropFirst(prefix.utf8.count)
        guard !encoded.isEmpty else { return nil }
        guard let id = PercentEncoding.decode(encoded) else {
            throw .badRequest(field: "id", detail: "The id is not percent-encoded UTF-8. Encode it as UTF-8.")
        }
        guard id.utf8.count <= Limits.identifierBytes else {
            throw .badRequest(field: "id", detail: "An id has at most \(Limits.identifierBytes) bytes. Check it.")
        }
        return id
    }

    /// The methods that the address answers.
    var methods: [HTTPRequest.Method] {
        switch self {
        case .search: [.get, .head, .post]
        case .suggest, .similar, .document, .status, .openAPI, .alive, .ready: [.get, .head]
        }
    }
}
