import HTTPTypes
public import Hummingbird
import Logging
import LotseAPI
import NIOCore

/// Answers the requests of the query socket.
///
/// It never throws: every error becomes a problem answer here, so that no library below has one to log.
public struct APIResponder: HTTPResponder {
    /// The server's own context; nothing is kept between requests.
    public typealias Context = BasicRequestContext

    let backend: any SearchBackend
    let workers: WorkerPool
    let logger: Logger

    /// Answers a request.
    public func respond(to request: Request, context: Context) async throws -> Response {
        let response: Response
        do {
            response = try await answer(request)
        } catch let problem as Problem {
            response = Response(problem)
        } catch is CancellationError {
            response = Response(.unavailable(detail: "The daemon is stopping. Try again in a moment.", retryAfter: 1))
        } catch {
            // Only the type: an error's text may quote the query.
            logger.error("a request failed", metadata: ["error": "\(String(reflecting: Swift.type(of: error)))"])
            response = Response(.internalError)
        }
        return request.method == .head ? response.createHeadResponse() : response
    }

    private func answer(_ request: Request) async throws -> Response {
        guard let route = try Route(path: request.uri.path) else {
            throw Problem.notFound(detail: "There is no such address. GET /v1/openapi.json lists all of them.")
        }
        guard route.methods.contains(request.method) else {
            return Response(methodNotAllowed: route.methods)
        }
        switch route {
        case .search: return try await search(request)
        case .suggest:
            let suggest = try SuggestRequest(parameters: request.uri.query ?? "").validated()
            return try await run { try $0.suggest(suggest).jsonBytes() }
        case .similar(let id):
            return try await similar(try SimilarRequest(id: id, parameters: request.uri.query ?? "").validated())
        case .document(let id): return try await document(id)
        case .status: return try await run { try $0.status().jsonBytes() }
        case .openAPI: return Response(json: OpenAPI.bytes)
        case .alive: return Response(json: HealthResponse(status: "ok").jsonBytes())
        case .ready:
            try requireReady()
            return Response(json: HealthResponse(status: "ready").jsonBytes())
        }
    }

    private func search(_ request: Request) async throws -> Response {
        // Checked by the backend, which also knows what to tell somebody in need whose query is beyond the limits.
        let search = try await SearchRequest(request)
        return try await run { try $0.search(search).jsonBytes() }
    }

    private func similar(_ request: SimilarRequest) async throws -> Response {
        try await run { backend in
            guard let similar = try backend.similar(request) else {
                throw Problem.notFound(detail: "There is no document with this id. Take the id from a hit.")
            }
            return similar.jsonBytes()
        }
    }

    private func document(_ id: String) async throws -> Response {
        try await run { backend in
            guard let document = try backend.document(id: id) else {
                throw Problem.notFound(detail: "There is no document with this id. Take the id from a hit.")
            }
            return document.jsonBytes()
        }
    }

    /// Runs blocking work of the backend, the writing of its answer included, away from the event loop.
    private func run(_ work: @escaping @Sendable (any SearchBackend) throws -> [UInt8]) async throws -> Response {
        try requireReady()
        let bytes = try await workers.run { [backend] in try work(backend) }
        return Response(json: bytes)
    }

    private func requireReady() throws(Problem) {
        guard backend.isReady else {
            throw .unavailable(detail: "No index is open yet. Build one with: lotse index", retryAfter: 5)
        }
    }
}
