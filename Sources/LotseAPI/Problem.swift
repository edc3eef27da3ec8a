/// An error answer of the interface: problem details as of RFC 9457.
///
/// The media type is `application/problem+json`. ``type`` is always `about:blank`, which by RFC 9457, section 4.2.1,
/// says that the HTTP status carries the meaning. A problem never repeats anything that the client sent, because a
/// query may be health data and an error may end up in somebody's log.
public struct Problem: Error, Decodable, Sendable, Hashable {
    /// A URI reference for the kind of problem.
    public var type: String
    /// The reason phrase of ``status``.
    public var title: String
    /// The HTTP status code.
    public var status: Int
    /// One or two English sentences: what is wrong, and the remedy.
    public var detail: String
    /// The request field that is wrong, in the interface's spelling; `nil` when it is not about one field.
    public var field: String?
    /// Seconds after which another try makes sense; also sent as the header `Retry-After`.
    public var retryAfter: Int?
    /// Help to show with the error: somebody in need may write more than a query may have. Only for searches whose query could be
    /// read. It tells that somebody is in need: do not log it.
    public var crisis: CrisisNotice?

    /// The media type of a problem.
    public static let mediaType = "application/problem+json"

    enum CodingKeys: String, CodingKey {
        case type, title, status, detail, field, crisis
        case retryAfter = "retry_after"
    }

    /// Makes a problem; the static members below are the ones that the daemon answers.
    ///
    /// - Parameters:
    ///   - status: the HTTP status code.
    ///   - title: its reason phrase.
    ///   - detail: what is wrong and the remedy; must not contain anything that the client sent.
    ///   - field: the request field that is wrong.
    ///   - retryAfter: seconds after which another try makes sense.
    ///   - crisis: help to show with the error.
    public init(
        status: Int, title: String, detail: String, field: String? = nil, retryAfter: Int? = nil,
        crisis: CrisisNotice? = nil
    ) {
        self.type = "about:blank"
        self.title = title
        self.status = status
        self.detail = detail
        self.field = field
        self.retryAfter = retryAfter
        self.crisis = crisis
    }
}

extension Problem {
    /// 400: a field of the request is missing or has a wrong value.
    public static func badRequest(field: String? = nil, detail: String) -> Problem {
        Problem(status: 400, title: "Bad Request", detail: detail, field: field)
    }

    /// 404: there is no such document, or no such address.
    public static func notFound(detail: String) -> Problem {
        Problem(status: 404, title: "Not Found", detail: detail)
    }

    /// 405: the address exists, but not with this method.
    ///
    /// - Parameter allowed: the methods that the address answers.
    public static func methodNotAllowed(allowed: [String]) -> Problem {
        Problem(
            status: 405, title: "Method Not Allowed",
            detail: "This address answers \(allowed.joined(separator: ", ")). Use one of these methods.")
    }

    /// 413: the request is larger than ``Limits/bodyBytes``.
    public static let contentTooLarge = Problem(
        status: 413, title: "Content Too Large",
        detail: "A request is at most \(Limits.bodyBytes) bytes long. Send fewer filters or a shorter query.")

    /// 415: the body is not JSON.
    public static let unsupportedMediaType = Problem(
        status: 415, title: "Unsupported Media Type",
        detail: "The body must be JSON. Send it with the header Content-Type: application/json.")

    /// 500: something failed that the client cannot help.
    public static let internalError = Problem(
        status: 500, title: "Internal Server Error",
        detail: "The search failed for a reason of its own. The daemon's log has the kind of error.")

    /// 503: the daemon is busy or has no index open yet.
    ///
    /// - Parameters:
    ///   - detail: what it waits for.
    ///   - retryAfter: seconds after which another try makes sense.
    public static func unavailable(detail: String, retryAfter: Int) -> Problem {
        Problem(status: 503, title: "Service Unavailable", detail: detail, retryAfter: retryAfter)
    }
}

extension Problem: JSONWritable {
    /// Writes the problem; `field`, `retry_after` and `crisis` are left out where there is none.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("type", type)
            json.member("title", title)
            json.member("status", status)
            json.member("detail", detail)
            if let field { json.member("field", field) }
            if let retryAfter { json.member("retry_after", retryAfter) }
            if let crisis { json.member("crisis", crisis) }
        }
    }
}
