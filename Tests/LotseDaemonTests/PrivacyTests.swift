import Foundation
import Logging
import LotseAPI
import Testing

@testable import LotseDaemon

@Suite("Privacy")
struct PrivacyTests {
    private static let marker = "geheimnisvoll"

    /// Requests of every kind that goes wrong, each with the marker where a client's words can stand.
    private static let failing: [(method: String, path: String, headers: [String], body: String)] = {
        let json = ["Content-Type: application/json"]
        return [
            ("GET", "/v1/search?q=\(marker)", [], ""),
            ("GET", "/v1/search?q=\(String(repeating: marker, count: 300))", [], ""),
            ("GET", "/v1/search?q=\(marker)&q=\(marker)", [], ""),
            ("GET", "/v1/search?q=\(marker)&page=\(marker)", [], ""),
            ("GET", "/v1/search?q=\(marker)&sort=\(marker)", [], ""),
            ("GET", "/v1/search?q=\(marker)&filter=\(marker)", [], ""),
            ("GET", "/v1/search?q=\(marker)%FF", [], ""),
            ("GET", "/\(marker)", [], ""),
            ("GET", "/v1/documents/\(marker)", [], ""),
            ("GET", "/v1/documents/\(marker)%FF", [], ""),
            ("GET", "/v1/documents/\(String(repeating: marker, count: 100))", [], ""),
            ("PUT", "/v1/search?q=\(marker)", [], marker),
            (marker.uppercased(), "/v1/search?q=\(marker)", [], ""),
            ("GET", "/v1/search?q=\(marker)", ["X: " + String(repeating: marker, count: 3_000)], ""),
            ("GET", "/v1/search?q=\(marker)", ["\(marker) no header"], ""),
            ("POST", "/v1/search", json, #"{"q":"\#(marker)"}"#),
            ("POST", "/v1/search", json, #"{"q":"\#(marker)","page":"\#(marker)"}"#),
            ("POST", "/v1/search", json, #"{"q":"a","filter":{"\#(marker)":5}}"#),
            ("POST", "/v1/search", json, #"{"q":"\#(marker)"#),
            ("POST", "/v1/search", json, String(repeating: marker, count: 6_000)),
            ("POST", "/v1/search", ["Content-Type: \(marker)"], marker),
            ("POST", "/v1/search", json + ["Transfer-Encoding: \(marker)"], #"{"q":"\#(marker)"}"#),
        ]
    }()

    @Test("no error and no log line holds what a client sent, at any log level")
    func everyErrorPath() async throws {
        let recorder = LogRecorder()
        // The engine's errors quote the query, as those of query parsers do.
        let backend = FakeBackend(
            onSearch: { throw TalkativeError(description: "bad query: \($0.query)") },
            onDocument: { throw TalkativeError(description: "no such document: \($0)") })
        try await withDaemon(
            backend, logger: recorder.logger,
            configure: {
                $0.requestTimeout = .milliseconds(200)
                $0.idleTimeout = .milliseconds(500)
            }
        ) { socket in
            for (method, path, headers, body) in Self.failing {
                let answer = try await Exchange.run(socket, method, path, headers: headers, body: body)
                #expect(answer.status >= 400, "\(method) \(path.prefix(40))")
                let all = (answer.headers.map { "\($0): \($1)" } + [answer.body]).joined(separator: "\n")
                #expect(!all.localizedCaseInsensitiveContains(Self.marker), "\(method) \(path.prefix(40))")
            }
            // Connections that break off in the middle, and one that is too slow.
            for text in [
                "GET /v1/search?q=\(Self.marker)", "POST /\(Self.marker) HTTP/1.1\r\nContent-Length: 9\r\n\r\n",
            ] {
                await (try Connection(socket)).send(text)
                let slow = try Connection(socket)
                await slow.send(text)
                #expect(await slow.readToEnd() != nil)
            }
        }
        #expect(recorder.lines.contains { $0.contains("TalkativeError") })
        for line in recorder.lines { #expect(!line.localizedCaseInsensitiveContains(Self.marker)) }
    }

    @Test("the libraries below never log at the levels at which they show requests", arguments: Logger.Level.allCases)
    func quietLibraries(level: Logger.Level) {
        var logger = LogRecorder().logger
        logger.logLevel = level
        #expect(logger.quietened().logLevel == (level < .notice ? .notice : level))
    }

    @Test("answers may not be kept by anybody on the way")
    func noStore() async throws {
        try await withDaemon(FakeBackend()) { socket in
            let answer = try await Exchange.search(socket, "a")
            #expect(answer.headers["cache-control"] == "no-store")
        }
    }
}
