import Foundation
import LotseAPI
import Testing

/// An answer of the server, read from the wire.
struct Exchange: Sendable {
    let status: Int
    let headers: [String: String]
    let body: String

    var problem: Problem {
        get throws { try JSONDecoder().decode(Problem.self, from: Data(body.utf8)) }
    }

    /// Sends one request over a connection of its own and reads the answer.
    static func run(
        _ socket: String, _ method: String = "GET", _ path: String, headers: [String] = [], body: String = ""
    ) async throws -> Exchange {
        let connection = try Connection(socket)
        var lines = ["\(method) \(path) HTTP/1.1", "Host: l", "Connection: close"] + headers
        if !body.isEmpty { lines.append("Content-Length: \(body.utf8.count)") }
        await connection.send(lines.joined(separator: "\r\n") + "\r\n\r\n" + body)
        let bytes = try #require(await connection.readToEnd(), "the server does not close")
        return try #require(Exchange(bytes: bytes), "no answer")
    }

    static func search(_ socket: String, _ query: String) async throws -> Exchange {
        try await run(
            socket, "POST", "/v1/search", headers: ["Content-Type: application/json"],
            body: SearchRequest(query: query).jsonText())
    }

    init?(bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let end = text.range(of: "\r\n\r\n") else { return nil }
        let lines = text[..<end.lowerBound].components(separatedBy: "\r\n")
        guard let status = lines[0].split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else { return nil }
        self.status = status
        headers = Dictionary(
            lines.dropFirst().compactMap { line in
                line.range(of: ": ").map { (line[..<$0.lowerBound].lowercased(), String(line[$0.upperBound...])) }
            }, uniquingKeysWith: { $1 })
        body = String(text[end.upperBound...])
    }
}
