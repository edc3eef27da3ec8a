import AsyncHTTPClient
import LotseAPI
import NIOCore
import NIOHTTP1

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

extension LotseClient {
    /// An answer with a status of success.
    struct Answer {
        let status: Int
        let bytes: [UInt8]
    }

    /// The largest answer that is read: a whole document may be long, but not without end.
    private static let largestAnswer = 256 * 1024 * 1024

    /// Sends a request: a POST when there is a body, else a GET.
    func call(_ path: String, json body: [UInt8]? = nil) async throws(LotseClientError) -> Answer {
        let answer: Answer
        do {
            var request = HTTPClientRequest(url: "http+unix://\(Self.encodeHost(socket))\(path)")
            if let body {
                request.method = .POST
                request.headers.add(name: "Content-Type", value: "application/json")
                request.body = .bytes(body)
            }
            let response = try await http.execute(request, timeout: TimeAmount(timeout))
            let buffer = try await response.body.collect(upTo: Self.largestAnswer)
            answer = Answer(status: Int(response.status.code), bytes: Array(buffer.readableBytesView))
        } catch {
            throw LotseClientError(error, socket: socket)
        }
        guard (200..<300).contains(answer.status) else {
            guard let problem = try? JSONDecoder().decode(Problem.self, from: Data(answer.bytes)) else {
                throw .unexpectedAnswer(status: answer.status, reason: "it is no problem object")
            }
            throw .problem(problem)
        }
        return answer
    }

    /// Reads an answer.
    func decode<Value: Decodable>(_ type: Value.Type, from answer: Answer) throws(LotseClientError) -> Value {
        do {
            return try JSONDecoder().decode(type, from: Data(answer.bytes))
        } catch {
            // Not the decoder's own text, which may quote the answer and with it the query.
            throw .unexpectedAnswer(status: answer.status, reason: "it is no \(type)")
        }
    }

    /// A socket's path stands in a URL as its host, so the slashes are encoded as well.
    private static func encodeHost(_ path: String) -> String {
        PercentEncoding.encodePath(path).replacing("/", with: "%2F")
    }
}

extension LotseClientError {
    /// Sorts an error of the HTTP client.
    init(_ error: any Error, socket: String) {
        switch error {
        case is CancellationError: self = .cancelled
        case let error as IOError where error.errnoCode == ECONNREFUSED || error.errnoCode == ENOENT:
            self = .connectionRefused(socket: socket)
        case let error as HTTPClientError where error == .cancelled: self = .cancelled
        case let error as HTTPClientError where error == .alreadyShutdown: self = .shutDown
        case let error as HTTPClientError
        where [.deadlineExceeded, .readTimeout, .connectTimeout, .writeTimeout].contains(error):
            self = .timedOut(socket: socket)
        default: self = .connectionFailed(socket: socket, reason: "\(error)")
        }
    }
}
