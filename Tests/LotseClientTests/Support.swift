import Foundation
import Logging
import LotseAPI
import LotseClient
import LotseDaemon
import ServiceLifecycle

/// A backend that answers with little.
struct StubBackend: SearchBackend {
    var isReady = true
    var onSearch: @Sendable (SearchRequest) throws -> SearchResponse

    init(
        isReady: Bool = true,
        onSearch: @escaping @Sendable (SearchRequest) throws -> SearchResponse = { .empty(for: $0) }
    ) {
        self.isReady = isReady
        self.onSearch = onSearch
    }

    func search(_ request: SearchRequest) throws -> SearchResponse { try onSearch(request.validated()) }

    func suggest(_ request: SuggestRequest) throws -> SuggestResponse {
        SuggestResponse(
            query: request.query, generation: 1, tookMilliseconds: 0,
            suggestions: [Suggestion(text: request.query + "!", kind: .topic, documents: request.limit)])
    }

    func similar(_ request: SimilarRequest) throws -> SimilarResponse? {
        guard request.id != "missing" else { return nil }
        let values = request.filter.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.joined(separator: "|"))" }
        let hit = Hit(id: request.id, document: values.joined(), kind: "", title: "", path: [], score: 0)
        return SimilarResponse(id: request.id, generation: 1, tookMilliseconds: 0, hits: [hit])
    }

    func document(id: String) throws -> DocumentResponse? {
        id == "missing" ? nil : DocumentResponse(id: id, kind: "document", title: "", sections: [])
    }

    func status() throws -> StatusResponse {
        StatusResponse(generation: 1, built: "", documents: 0, sections: 0, fingerprint: "f1", version: "")
    }

    func refresh() throws -> Bool { false }
}

extension SearchResponse {
    static func empty(for request: SearchRequest) -> SearchResponse {
        SearchResponse(
            query: request.query, total: Total(value: 0, exact: true), page: request.page, perPage: request.perPage,
            generation: 1, tookMilliseconds: 0, hits: [])
    }
}

struct NeverReady: Error {}

/// Makes a folder for the time of a closure. Its path is short, because socket addresses are.
func withTemporaryFolder(_ body: (String) async throws -> Void) async throws {
    let folder = "/tmp/lotse-\(UInt64.random(in: 0 ... .max))"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await body(folder)
}

/// Runs a daemon and a client of it for the time of a closure.
func withServer(
    _ backend: StubBackend, timeout: Duration = .seconds(600), _ body: (LotseClient) async throws -> Void
) async throws {
    try await withTemporaryFolder { folder in
        let socket = "\(folder)/q.sock"
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let configuration = DaemonConfiguration(socketPath: socket, threadCount: 2)
        let daemon = Daemon(backend: backend, configuration: configuration, logger: logger)
        let group = ServiceGroup(services: [daemon], logger: logger)
        async let running: Void = group.run()
        var failure: (any Error)?
        do {
            try await LotseClient.withClient(socket: socket, timeout: timeout) { client in
                try await waitUntilListening(client)
                try await body(client)
            }
        } catch {
            failure = error
        }
        await group.triggerGracefulShutdown()
        try await running
        if let failure { throw failure }
    }
}

/// The bound is generous: it only keeps a failing test from hanging.
private func waitUntilListening(_ client: LotseClient) async throws {
    let deadline = ContinuousClock.now + .seconds(600)
    while (try? await client.ready()) == nil {
        guard ContinuousClock.now < deadline else { throw NeverReady() }
        try await Task.sleep(for: .milliseconds(5))
    }
}

/// Leaves a socket at a path that nobody answers on, as a daemon that was killed does.
func leaveStaleSocket(at path: String) throws {
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    let result = withUnsafePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
        }
    }
    if result != 0 { throw NeverReady() }
}
