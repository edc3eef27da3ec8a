import Foundation
import LotseAPI
import Testing

@testable import LotseDaemon

@Suite("Slow clients")
struct SlowClientTests {
    private static let post = "POST /v1/search HTTP/1.1\r\nHost: l\r\nContent-Type: application/json\r\n"

    @Test("a connection that says nothing is closed")
    func silence() async throws {
        try await withDaemon(FakeBackend(), configure: { $0.idleTimeout = .milliseconds(100) }) { socket in
            let connection = try Connection(socket)
            #expect(await connection.readToEnd() == [])
        }
    }

    @Test("a connection that is silent after its answer is closed")
    func silenceAfterAnswer() async throws {
        try await withDaemon(FakeBackend(), configure: { $0.idleTimeout = .milliseconds(100) }) { socket in
            let connection = try Connection(socket)
            await connection.send("GET /healthz HTTP/1.1\r\nHost: l\r\n\r\n")
            let bytes = try #require(await connection.readToEnd())
            #expect(Exchange(bytes: bytes)?.status == 200)
        }
    }

    @Test("a header that trickles in is given up")
    func tricklingHeader() async throws {
        try await withDaemon(FakeBackend(), configure: { $0.idleTimeout = .milliseconds(200) }) { socket in
            let connection = try Connection(socket)
            await connection.send("GET /v1/search?q=a HTTP/1.1\r\nX: ")
            #expect(try await connection.trickle("x"))
        }
    }

    @Test("a body that trickles in is given up, however steadily it comes")
    func tricklingBody() async throws {
        let configure: @Sendable (inout DaemonConfiguration) -> Void = {
            // Far longer than the test: only the deadline can close.
            $0.idleTimeout = .seconds(600)
            $0.requestTimeout = .milliseconds(200)
        }
        try await withDaemon(FakeBackend(), configure: configure) { socket in
            let connection = try Connection(socket)
            await connection.send(Self.post + "Content-Length: 60000\r\n\r\n")
            #expect(try await connection.trickle(" "))
        }
    }

    @Test("an answer that is not taken is given up")
    func unreadAnswer() async throws {
        // More than the kernel keeps for a socket.
        let note = String(repeating: "x", count: 4 * 1024 * 1024)
        let backend = FakeBackend(onSearch: { request in
            var response = SearchResponse.empty(for: request)
            response.notes = [note]
            return response
        })
        let configure: @Sendable (inout DaemonConfiguration) -> Void = {
            $0.idleTimeout = .seconds(600)
            $0.responseTimeout = .milliseconds(200)
        }
        try await withDaemon(backend, configure: configure) { socket in
            let connection = try Connection(socket)
            await connection.send("GET /v1/search?q=a HTTP/1.1\r\nHost: l\r\n\r\n")
            #expect(await connection.waitForHangUp())
            let bytes = try #require(await connection.readToEnd())
            #expect(bytes.starts(with: "HTTP/1.1 200".utf8))
            #expect(bytes.count < note.utf8.count)
        }
    }

    @Test("a request that comes in time is not closed by the deadlines")
    func inTime() async throws {
        let configure: @Sendable (inout DaemonConfiguration) -> Void = {
            $0.requestTimeout = .milliseconds(400)
            $0.responseTimeout = .milliseconds(400)
        }
        try await withDaemon(FakeBackend(), configure: configure) { socket in
            let connection = try Connection(socket)
            await connection.send("GET /healthz HTTP/1.1\r\nHost: l\r\n\r\n")
            try await Task.sleep(for: .milliseconds(900))
            #expect(await connection.send("GET /healthz HTTP/1.1\r\nHost: l\r\nConnection: close\r\n\r\n"))
            let bytes = try #require(await connection.readToEnd())
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(text.components(separatedBy: "HTTP/1.1 200").count == 3)
        }
    }

    @Test("a body above the limit is refused, announced or not, and so is a header")
    func tooLarge() async throws {
        try await withDaemon(FakeBackend()) { socket in
            let announced = try await Exchange.run(
                socket, "POST", "/v1/search", headers: ["Content-Type: application/json"],
                body: String(repeating: " ", count: Limits.bodyBytes + 1))
            #expect(announced.status == 413)
            #expect(try announced.problem == .contentTooLarge)

            let connection = try Connection(socket)
            let chunk = "1000\r\n" + String(repeating: " ", count: 0x1000) + "\r\n"
            await connection.send(Self.post + "Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n")
            for _ in 0...16 { await connection.send(chunk) }
            await connection.send("0\r\n\r\n")
            let bytes = try #require(await connection.readToEnd())
            #expect(Exchange(bytes: bytes)?.status == 413)

            let header = try await Exchange.run(
                socket, "GET", "/healthz", headers: ["X: " + String(repeating: "x", count: 40_000)])
            #expect(header.status == 400)
        }
    }
}
