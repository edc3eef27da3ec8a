import HTTPTypes
import Hummingbird
import LotseAPI
import NIOCore

extension SearchRequest {
    /// Reads a search from the URL of a GET or the body of a POST.
    ///
    /// - Throws: ``LotseAPI/Problem``: 400, 413 or 415; the connection's error when the body does not arrive.
    init(_ request: Request) async throws {
        guard request.method == .post else {
            self = try SearchRequest(parameters: request.uri.query ?? "")
            return
        }
        guard request.headers[.contentType].map(Self.isJSON) == true else { throw Problem.unsupportedMediaType }
        // Said before the body is read, so that an honest client need not send it.
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > Limits.bodyBytes {
            throw Problem.contentTooLarge
        }
        do {
            let body = try await request.body.collect(upTo: Limits.bodyBytes)
            self = try SearchRequest(json: Array(body.readableBytesView))
        } catch is NIOTooManyBytesError {
            throw Problem.contentTooLarge
        }
    }

    /// Whether a content type is `application/json`, with or without parameters.
    private static func isJSON(_ contentType: String) -> Bool {
        let mediaType = contentType.prefix { $0 != ";" }
        return mediaType.split(whereSeparator: \.isWhitespace).map { $0.lowercased() } == ["application/json"]
    }
}
