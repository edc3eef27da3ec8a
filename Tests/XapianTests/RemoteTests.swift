import Foundation
import Testing

@testable import Xapian

/// Where `xapian-tcpsrv` is, if it is installed.
private let server: URL? = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin").split(separator: ":")
    .map { URL(fileURLWithPath: String($0)).appendingPathComponent("xapian-tcpsrv") }
    .first { FileManager.default.isExecutableFile(atPath: $0.path) }

@Suite("Remote shards", .enabled(if: server != nil, "xapian-tcpsrv is not on the PATH (Debian: xapian-tools)"))
struct RemoteTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try writeTexts(texts, to: folder("db"))
    }

    /// A server on a free port of this machine, which ends with the object.
    private final class RunningServer {
        let host: RemoteHost
        private let process: Process

        /// Starts a server, and connects to it as soon as it can be reached.
        static func start(_ database: String, options: [String] = []) throws -> (RunningServer, Connection) {
            for _ in 0..<20 {
                let server = try RunningServer(database, port: .random(in: 20_000...60_000), options: options)
                // On a port in use the server ends, and the next one is tried.
                while server.process.isRunning {
                    if let database = try? Database(remoteHosts: [server.host]) {
                        return (server, Connection(database: database))
                    }
                    usleep(5_000)
                }
            }
            throw XapianError(code: .network, message: "no free port was found")
        }

        private init(_ database: String, port: UInt16, options: [String]) throws {
            host = RemoteHost(host: "127.0.0.1", port: port)
            process = Process()
            process.executableURL = server
            process.arguments = options + ["--interface", host.host, "--port", "\(port)", database]
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.run()
        }

        /// Not followed by `waitUntilExit()`: the server's children inherit what Foundation waits for, and they live as
        /// long as a connection does.
        func kill() {
            if process.isRunning { Foundation.kill(process.processIdentifier, SIGKILL) }
        }

        deinit { kill() }
    }

    /// A tuple cannot hold what is not copyable, but it can hold this.
    private final class Connection {
        let database: Database
        init(database: consuming Database) { self.database = database }
    }

    @Test("a remote database answers like a local one")
    func sameAnswers() throws {
        let (server, connection) = try RunningServer.start(folder("db"))
        defer { server.kill() }
        let local = try Database(path: folder("db"))
        var options = SearchOptions(checkAtLeast: .max)
        options.facets = [1]
        options.values = [1]
        options.wantsData = true
        options.wantsMatchingTerms = true
        options.collapse = .init(slot: 1)
        for query in [
            Query.term("see"), .any([.term("haus"), .wildcard(prefix: "bo")]), .phrase([.term("am"), .term("see")]),
        ] {
            let here = try local.search(query, options)
            let there = try connection.database.search(query, options)
            #expect(there.ids == here.ids)
            #expect(there.hits.map(\.data) == here.hits.map(\.data))
            #expect(there.hits.map(\.values) == here.hits.map(\.values))
            #expect(there.hits.map { Set($0.matchingTerms) } == here.hits.map { Set($0.matchingTerms) })
            #expect(there.facets == here.facets)
        }
        #expect(try connection.database.statistics() == local.statistics())
        #expect(
            try connection.database.termFrequencies(of: ["see", "haus"]) == local.termFrequencies(of: ["see", "haus"]))
        #expect(try connection.database.postings(of: "see") == [1, 3, 5])
        #expect(errorCode { _ = try connection.database.document(77) } == .documentNotFound)
    }

    @Test("a local and a remote shard are searched as one")
    func mixed() throws {
        try writeTexts(["haus im wald"], to: folder("second"))
        let (server, _) = try RunningServer.start(folder("second"))
        defer { server.kill() }
        let database = try Database(shards: [.path(folder("db")), .remote(server.host)])
        #expect(try database.documentCount == 6)
        #expect(try database.search(.term("haus")).hits.count == 4)
        #expect(try database.document(2, parts: .data).data.text == "haus im wald")
    }

    @Test("a server that is not there is a network error that names the host")
    func unreachable() throws {
        // Port 1 belongs to a service that nobody runs.
        do {
            _ = try Database(remoteHosts: [RemoteHost(host: "127.0.0.1", port: 1)])
            Issue.record("connected to nothing")
        } catch {
            #expect([.network, .networkTimeout].contains(error.code))
            #expect(error.description.contains("127.0.0.1"))
        }
    }

    @Test("a server that goes away is a network error at the next search")
    func goneAway() throws {
        // With one-shot the server itself serves the connection, so that killing it cuts the connection.
        let (server, connection) = try RunningServer.start(folder("db"), options: ["--one-shot"])
        #expect(try connection.database.search(.term("see")).hits.count == 3)
        server.kill()
        var code: XapianError.Code?
        for _ in 0..<100 where code == nil {
            code = errorCode { _ = try connection.database.search(.term("see")) }
            usleep(10_000)
        }
        #expect([.network, .networkTimeout].contains(code))
        #expect([.network, .networkTimeout].contains(errorCode { _ = try connection.database.search(.term("see")) }))
    }
}
