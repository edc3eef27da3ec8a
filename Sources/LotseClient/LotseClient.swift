import AsyncHTTPClient
import LotseAPI
import NIOCore

/// A client of the daemon, over its Unix socket.
///
/// ```swift
/// let client = LotseClient(socket: "/run/lotse/query.sock")
/// let answer = try await client.search("suchtselbsthilfe kooperation")
/// for hit in answer.hits { print(hit.title, hit.url ?? "") }
/// print(answer.crisis?.message ?? "")
/// try await client.shutdown()
/// ```
///
/// It keeps connections open, may be used from any task and must be shut down once.
public struct LotseClient: Sendable {
    /// The path of the daemon's socket.
    public let socket: String
    let http: HTTPClient
    let timeout: Duration

    /// Makes a client; it connects when it is first used.
    ///
    /// - Parameters:
    ///   - socket: the path of the daemon's socket.
    ///   - timeout: how long a call may take.
    public init(socket: String, timeout: Duration = .seconds(30)) {
        self.socket = socket
        self.timeout = timeout
        var configuration = HTTPClient.Configuration()
        // A socket that nobody listens on is not there a moment later either: say so at once.
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.httpVersion = .http1Only
        http = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    /// Closes all connections. Calls that still run fail.
    ///
    /// - Throws: ``LotseClientError/shutDown`` when it was shut down before.
    public func shutdown() async throws(LotseClientError) {
        do {
            try await http.shutdown()
        } catch {
            throw .shutDown
        }
    }

    /// Makes a client for the duration of a closure, and shuts it down at its end.
    ///
    /// - Parameters:
    ///   - socket: the path of the daemon's socket.
    ///   - timeout: how long a call may take.
    ///   - body: uses the client.
    /// - Returns: what the closure returns.
    /// - Throws: what the closure throws.
    public static func withClient<Value>(
        socket: String, timeout: Duration = .seconds(30), _ body: (LotseClient) async throws -> Value
    ) async throws -> Value {
        let client = LotseClient(socket: socket, timeout: timeout)
        let result: Result<Value, any Error>
        do {
            result = .success(try await body(client))
        } catch {
            result = .failure(error)
        }
        try? await client.shutdown()
        return try result.get()
    }
}
