import HTTPTypes
import Hummingbird
import LotseAPI
import NIOCore

extension Response {
    /// An answer of one JSON value.
    init(json bytes: [UInt8], status: HTTPResponse.Status = .ok, mediaType: String = "application/json") {
        // Answers hold queries and so health data: nobody on the way may keep them.
        self.init(
            status: status, headers: [.contentType: mediaType, .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// An error answer (RFC 9457).
    init(_ problem: Problem) {
        self.init(
            json: problem.jsonBytes(), status: HTTPResponse.Status(code: problem.status, reasonPhrase: problem.title),
            mediaType: Problem.mediaType)
        if let seconds = problem.retryAfter { headers[.retryAfter] = "\(seconds)" }
    }

    /// 405, with the header that RFC 9110, section 15.5.6, requires.
    init(methodNotAllowed allowed: [HTTPRequest.Method]) {
        let names = allowed.map(\.rawValue)
        self.init(.methodNotAllowed(allowed: names))
        headers[.allow] = names.joined(separator: ", ")
    }
}
