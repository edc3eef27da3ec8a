import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import LotseAPI
import NIOCore
import Testing

@testable import LotseDaemon

@Suite("The routes")
struct RouteTests {
    private let backend = FakeBackend(
        onSimilar: {
            $0.id == "missing" ? nil : SimilarResponse(id: $0.id, generation: 1, tookMilliseconds: 0, hits: [])
        },
        onDocument: { id in id == "missing" ? nil : .empty(id: id) })

    private func test(
        _ backend: FakeBackend, _ body: @Sendable (any TestClientProtocol) async throws -> Void
    ) async throws {
        let application = buildApplication(
            backend: backend, configuration: DaemonConfiguration(socketPath: "/nowhere", threadCount: 1),
            logger: LogRecorder().logger)
        try await application.test(.router, body)
    }

    @Test(
        "every address answers with its status and media type",
        arguments: [
            ("GET", "/v1/search?q=a", 200), ("HEAD", "/v1/search?q=a", 200), ("GET", "/v1/search", 400),
            ("GET", "/v1/search?q=a&page=0", 400), ("PUT", "/v1/search", 405), ("OPTIONS", "/v1/search", 405),
            ("GET", "/v1/documents/a", 200), ("HEAD", "/v1/documents/a", 200), ("GET", "/v1/documents/missing", 404),
            ("GET", "/v1/documents/", 404), ("GET", "/v1/documents", 404), ("GET", "/v1/documents/%FF", 400),
            ("POST", "/v1/documents/a", 405), ("GET", "/v1/status", 200), ("POST", "/v1/status", 405),
            ("GET", "/v1/openapi.json", 200), ("HEAD", "/v1/openapi.json", 200), ("GET", "/healthz", 200),
            ("GET", "/readyz", 200), ("HEAD", "/readyz", 200), ("DELETE", "/healthz", 405), ("GET", "/", 404),
            ("GET", "/v1/suggest?q=a", 200), ("GET", "/v1/suggest?q=", 200), ("GET", "/v1/suggest", 400),
            ("GET", "/v1/suggest?q=a&limit=10", 400), ("GET", "/v1/suggest?q=a&limit=x", 400),
            ("POST", "/v1/suggest?q=a", 405), ("GET", "/v1/similar/a", 200), ("GET", "/v1/similar/missing", 404),
            ("GET", "/v1/similar/a?limit=0", 400), ("GET", "/v1/similar/a?filter=x", 400),
            ("GET", "/v1/similar/", 404), ("GET", "/v1/similar/%FF", 400), ("POST", "/v1/similar/a", 405),
            ("GET", "/v1/status/", 404), ("GET", "/v2/search?q=a", 404), ("POST", "/", 404),
        ])
    func everyAddress(method: String, path: String, status: Int) async throws {
        try await test(backend) { client in
            let method = try #require(HTTPRequest.Method(method))
            try await client.execute(uri: path, method: method) { response in
                #expect(response.status.code == status)
                let mediaType = status == 200 ? "application/json" : "application/problem+json"
                #expect(response.headers[.contentType] == mediaType)
                #expect(response.headers[.cacheControl] == "no-store")
                if method == .head {
                    #expect(response.body.readableBytes == 0)
                    #expect(response.headers[.contentLength] != "0")
                } else if status != 200 {
                    let problem = try JSONDecoder().decode(Problem.self, from: Data(response.body.readableBytesView))
                    #expect(problem.status == status)
                }
                if status == 405 { #expect(response.headers[.allow]?.hasPrefix("GET, HEAD") == true) }
            }
        }
    }

    @Test(
        "a document's id may hold slashes, as they are or encoded",
        arguments: [
            ("forums/forum-1", "forums/forum-1"), ("forums%2Fforum-1", "forums/forum-1"), ("a%20b%23c", "a b#c"),
            ("k%C3%B6ln", "köln"), ("a+b", "a+b"), ("a/../b", "a/../b"), ("%CC%81x", "\u{301}x"),
        ])
    func documentIdentifiers(path: String, id: String) async throws {
        try await test(backend) { client in
            try await client.execute(uri: "/v1/documents/\(path)?x=1", method: .get) { response in
                #expect(response.status == .ok)
                #expect(String(buffer: response.body) == DocumentResponse.empty(id: id).jsonText())
            }
        }
    }

    @Test("an id above the limit is refused before the backend sees it")
    func longIdentifier() async throws {
        try await test(backend) { client in
            for (length, status) in [(Limits.identifierBytes, 200), (Limits.identifierBytes + 1, 400)] {
                let id = String(repeating: "x", count: length)
                let response = try await client.execute(uri: "/v1/documents/\(id)", method: .get)
                #expect(Int(response.status.code) == status)
            }
        }
    }

    @Test("a GET and a POST ask for the same")
    func getAndPost() async throws {
        let backend = FakeBackend(onSearch: { request in
            var response = SearchResponse.empty(for: request)
            response.notes = [request.jsonText()]
            return response
        })
        try await test(backend) { client in
            let byGet = try await client.execute(
                uri: "/v1/search?q=a%20b&filter=kind:forum&facets=kind&per_page=3&pre=*", method: .get)
            let byPost = try await client.execute(
                uri: "/v1/search", method: .post, headers: [.contentType: "Application/JSON; charset=utf-8"],
                body: ByteBuffer(
                    string: """
                        {"q":"a b","filter":{"kind":"forum"},"facets":["kind"],"per_page":3,"highlight":{"pre":"*"}}
                        """))
            #expect(byGet.status == .ok)
            #expect(byGet.body == byPost.body)
        }
    }

    @Test(
        "a body that is not declared as JSON is refused",
        arguments: [nil, "text/plain", "application/jsonp", "application/x-www-form-urlencoded", ""])
    func mediaTypes(contentType: String?) async throws {
        try await test(backend) { client in
            var headers = HTTPFields()
            if let contentType { headers[.contentType] = contentType }
            let response = try await client.execute(
                uri: "/v1/search", method: .post, headers: headers, body: ByteBuffer(string: #"{"q":"a"}"#))
            #expect(response.status == .unsupportedMediaType)
        }
    }

    @Test("without an index everything but the signs of life is 503 with Retry-After")
    func notReady() async throws {
        try await test(FakeBackend(onReady: { false })) { client in
            for path in ["/v1/search?q=a", "/v1/status", "/v1/documents/a", "/readyz"] {
                let response = try await client.execute(uri: path, method: .get)
                #expect(response.status == .serviceUnavailable)
                #expect(response.headers[.retryAfter] == "5")
            }
            for path in ["/healthz", "/v1/openapi.json"] {
                #expect(try await client.execute(uri: path, method: .get).status == .ok)
            }
        }
    }

    @Test("a problem of the backend is answered as it is, any other error as 500")
    func backendErrors() async throws {
        let problem = Problem.badRequest(field: "sort", detail: "Nicht hier.")
        let backend = FakeBackend(
            onSearch: { _ in throw problem }, onStatus: { throw TalkativeError(description: "geheim") })
        try await test(backend) { client in
            let search = try await client.execute(uri: "/v1/search?q=a", method: .get)
            #expect(search.status == .badRequest)
            #expect(String(buffer: search.body) == problem.jsonText())
            let status = try await client.execute(uri: "/v1/status", method: .get)
            #expect(status.status == .internalServerError)
            #expect(String(buffer: status.body) == Problem.internalError.jsonText())
        }
    }
}
