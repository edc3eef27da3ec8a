import Foundation
import LotseAPI
import ServiceLifecycle
import Testing

@testable import LotseDaemon

@Suite("Stopping")
struct ShutdownTests {
    @Test("a running request is answered before the daemon ends, and the socket is removed")
    func drain() async throws {
        let gate = Gate()
        defer { gate.open() }
        let backend = FakeBackend(onSearch: { request in
            gate.pass()
            return .empty(for: request)
        })
        try await withTemporaryFolder { folder in
            let socket = "\(folder)/q.sock"
            let answer = try await withDaemon(backend, on: socket) { daemon in
                async let answer = Exchange.search(socket, "a")
                try await gate.waitForArrivals(1)
                await daemon.triggerGracefulShutdown()
                // The listening end closes first: from then on nobody new gets in.
                try await eventually { (try? Connection(socket)) == nil }
                gate.open()
                return try await answer
            }
            #expect(answer.status == 200)
            #expect(!FileManager.default.fileExists(atPath: socket))
        }
    }

    @Test("an idle connection does not keep the daemon alive")
    func idleConnection() async throws {
        let connection = try await withDaemon(FakeBackend()) { socket in
            let connection = try Connection(socket)
            await connection.send("GET /healthz HTTP/1.1\r\nHost: l\r\n\r\n")
            return connection
        }
        #expect(await connection.readToEnd() != nil)
    }

    @Test("a search that does not end keeps the daemon no longer than the drain")
    func stuckSearch() async throws {
        let gate = Gate()
        defer { gate.open() }
        let backend = FakeBackend(onSearch: { request in
            gate.pass()
            return .empty(for: request)
        })
        try await withTemporaryFolder { folder in
            let socket = "\(folder)/q.sock"
            let recorder = LogRecorder()
            // The connection outlives the daemon, so that its end is the daemon's doing.
            let connection = try await withDaemon(
                backend, on: socket, logger: recorder.logger, configure: { $0.drainTimeout = .milliseconds(100) }
            ) { _ in
                let connection = try Connection(socket)
                await connection.send("GET /v1/search?q=a HTTP/1.1\r\nHost: l\r\n\r\n")
                try await gate.waitForArrivals(1)
                return connection
            }
            #expect(gate.arrivals == 1)
            #expect(await connection.readToEnd() != nil)
            #expect(!FileManager.default.fileExists(atPath: socket))
        }
    }

    @Test("a path is free again when a daemon has ended")
    func restart() async throws {
        try await withTemporaryFolder { folder in
            let socket = "\(folder)/q.sock"
            for _ in 0..<3 {
                try await withDaemon(FakeBackend(), on: socket) { _ in
                    let answer = try await Exchange.search(socket, "a")
                    #expect(answer.status == 200)
                }
            }
        }
    }
}
