import Foundation
import LotseAPI
import LotseClient
import Testing

@Suite("The client")
struct ClientTests {
    @Test("a search arrives as it was sent and its answer as it was given")
    func search() async throws {
        let hit = Hit(
            id: "a#b", document: "a", kind: "forum", title: "Für alle", path: ["x"], score: 0.1,
            snippets: [Snippet(text: "ä", html: "<b>ä</b>", highlights: [0..<2])])
        let backend = StubBackend { request in
            SearchResponse(
                query: request.query, total: Total(value: 1, exact: true), page: request.page,
                perPage: request.perPage, generation: 7, tookMilliseconds: 0.25, notes: [request.jsonText()],
                crisis: CrisisNotice(level: "acute", message: "m", resources: []), hits: [hit])
        }
        let request = SearchRequest(
            query: "für \"alle\" \u{0} 🙂", page: 3, filter: ["kind": ["forum"]], sort: .date, match: .any)
        try await withServer(backend) { client in
            let answer = try await client.search(request)
            #expect(answer.query == request.query)
            #expect(answer.notes == [request.jsonText()])
            #expect(answer.hits == [hit])
            #expect(answer.crisis?.level == "acute")
            let plain = try await client.search("hilfe")
            #expect(plain.notes == [SearchRequest(query: "hilfe").jsonText()])
        }
    }

    @Test("documents are found by any id, and a missing one is nil")
    func documents() async throws {
        try await withServer(StubBackend()) { client in
            for id in ["forums/forum-1", "köln #1?x=%41", "a/../b", "a+b c", "\u{301}x"] {
                let document = try await client.document(id: id)
                #expect(document?.id == id)
            }
            let missing = try await client.document(id: "missing")
            #expect(missing == nil)
        }
    }

    @Test("suggestions and similar documents are asked for as they were meant")
    func suggestAndSimilar() async throws {
        try await withServer(StubBackend()) { client in
            let suggested = try await client.suggest("für & „alle“ 100 %+", limit: 3)
            #expect(suggested.suggestions == [Suggestion(text: "für & „alle“ 100 %+!", kind: .topic, documents: 3)])
            let request = SimilarRequest(id: "köln #1?x", filter: ["kind": ["forum"], "ort": ["A & B", "C:D"]])
            let similar = try await client.similar(request)
            #expect(similar?.id == "köln #1?x")
            #expect(similar?.hits.first?.document == "kind=forumort=A & B|C:D")
            let missing = try await client.similar(SimilarRequest(id: "missing"))
            #expect(missing == nil)
        }
    }

    @Test("status, description and readiness are answered")
    func others() async throws {
        try await withServer(StubBackend()) { client in
            let status = try await client.status()
            #expect(status.fingerprint == "f1")
            let description = try await client.openAPI()
            #expect(description.contains("\"/v1/search\""))
            let isReady = try await client.ready()
            #expect(isReady)
        }
        try await withServer(StubBackend(isReady: false)) { client in
            let isReady = try await client.ready()
            #expect(!isReady)
            let error = await #expect(throws: LotseClientError.self) { try await client.status() }
            guard case .problem(let problem) = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(problem.status == 503)
            #expect(problem.retryAfter == 5)
        }
    }

    @Test("an error of the daemon names the field and does not repeat the query")
    func problem() async throws {
        try await withServer(StubBackend()) { client in
            let query = String(repeating: "geheimnis ", count: 100)
            let error = await #expect(throws: LotseClientError.self) { try await client.search(query) }
            guard case .problem(let problem) = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(problem.field == "q")
            #expect(error?.description.contains("about q") == true)
            #expect(error?.description.contains("geheimnis") == false)
        }
    }

    @Test("without a daemon the error names the socket and the remedy", arguments: [false, true])
    func refused(isSocketLeft: Bool) async throws {
        try await withTemporaryFolder { folder in
            let socket = "\(folder)/q.sock"
            if isSocketLeft { try leaveStaleSocket(at: socket) }
            try await LotseClient.withClient(socket: socket) { client in
                _ = await #expect(throws: LotseClientError.connectionRefused(socket: socket)) {
                    try await client.ready()
                }
            }
            let message = LotseClientError.connectionRefused(socket: socket).description
            #expect(message.contains(socket) && message.contains("lotsed"))
        }
    }

    @Test("an answer that the interface does not promise is told apart from an error of the daemon")
    func unexpectedAnswer() async throws {
        // Not-a-number has no spelling in JSON, so the score arrives as null.
        let backend = StubBackend { request in
            let hit = Hit(id: "", document: "", kind: "", title: "geheimnis", path: [], score: .nan)
            return SearchResponse(
                query: request.query, total: Total(value: 1, exact: true), page: 1, perPage: 1, generation: 1,
                tookMilliseconds: 0, hits: [hit])
        }
        try await withServer(backend) { client in
            let error = await #expect(throws: LotseClientError.self) { try await client.search("geheimnis") }
            #expect(error == .unexpectedAnswer(status: 200, reason: "it is no SearchResponse"))
        }
    }

    @Test("a call that takes too long is given up")
    func timeout() async throws {
        let isDone = DispatchSemaphore(value: 0)
        let backend = StubBackend { request in
            isDone.wait()
            return .empty(for: request)
        }
        try await withServer(backend, timeout: .milliseconds(100)) { client in
            await #expect(throws: LotseClientError.timedOut(socket: client.socket)) { try await client.search("a") }
            isDone.signal()
        }
    }

    @Test("a cancelled call ends at once")
    func cancelled() async throws {
        let begun = AsyncStream<Void>.makeStream()
        let isDone = DispatchSemaphore(value: 0)
        let backend = StubBackend { request in
            begun.continuation.yield()
            isDone.wait()
            return .empty(for: request)
        }
        try await withServer(backend) { client in
            let call = Task { () async throws(LotseClientError) -> SearchResponse in try await client.search("a") }
            _ = await begun.stream.first { _ in true }
            call.cancel()
            let result = await call.result
            isDone.signal()
            #expect(throws: LotseClientError.cancelled) { try result.get() }
        }
    }

    @Test("a client that was shut down says so")
    func shutDown() async throws {
        let client = LotseClient(socket: "/nowhere/q.sock")
        try await client.shutdown()
        await #expect(throws: LotseClientError.shutDown) { try await client.status() }
        await #expect(throws: LotseClientError.shutDown) { try await client.shutdown() }
    }

    @Test("many calls at the same time share a client")
    func concurrency() async throws {
        try await withServer(StubBackend()) { client in
            try await withThrowingTaskGroup(of: Bool.self) { group in
                for number in 0..<100 {
                    group.addTask { try await client.search("a \(number)").query == "a \(number)" }
                }
                for try await isRight in group { #expect(isRight) }
            }
        }
    }
}
