import Foundation
import LotseAPI
import LotseClient
import LotseTestSupport
import Testing

@Suite("The daemon and its clients")
struct DaemonTests {
    static func versions(_ response: SearchResponse) -> Int? {
        Station.version(of: response.hits.flatMap(\.snippets).map(\.text))
    }

    @Test("the program asks the daemon and prints what it prints for the index itself")
    func sameAnswers() async throws {
        try await Station.with { station in
            try station.write(version: 1)
            try station.publish()
            try await station.withDaemon { _ throws in
                for arguments in [
                    ["search", "Garten"], ["get", "documents/seite-1"], ["status"],
                    ["search", "--facet", "kind", "Garten Einhorn"],
                ] {
                    let direct = try Program.lotse.run(
                        [arguments[0], "--index", station.index] + arguments.dropFirst())
                    let asked = try Program.lotse.run(
                        [arguments[0], "--socket", station.socket] + arguments.dropFirst())
                    #expect(asked == direct, "\(arguments)")
                    #expect(asked.code == 0 && !asked.output.isEmpty, "\(arguments)")
                }
                let missing = try Program.lotse.run(["get", "--socket", station.socket, "nichts"])
                #expect(missing.code == 1)
                let limits = try Program.lotse.run(["search", "--socket", station.socket, "--limit", "0", "Garten"])
                #expect(limits.code == 2)
            }
        }
    }

    @Test("generations are swapped under questions without one failed or mixed answer")
    func swap() async throws {
        try await Station.with { station in
            try station.write(version: 1)
            try station.publish()
            try await station.withDaemon { _ throws in
                try await LotseClient.withClient(socket: station.socket) { client in
                    try await withThrowingTaskGroup(of: Int.self) { group in
                        let isDone = Flag()
                        for _ in 0..<4 {
                            group.addTask {
                                var answers = 0
                                while !isDone.isSet {
                                    let response = try await client.search(SearchRequest(query: "Garten", perPage: 50))
                                    #expect(Self.versions(response) == response.generation)
                                    answers += 1
                                }
                                return answers
                            }
                        }
                        for version in 2...4 {
                            try station.write(version: version)
                            let outcome = try station.publish()
                            #expect((outcome.code, outcome.errors) == (0, ""))
                            let asked = try Program.lotse.run(["search", "--socket", station.socket, "Garten"])
                            #expect((asked.code, asked.lines.first) == (0, "6 Treffer"))
                            try await eventually("generation \(version) answers") {
                                try await client.status().generation == version
                            }
                        }
                        _ = try Program.lotse.run(["rollback", "--index", station.index])
                        try await eventually("generation 3 answers again") { try await client.status().generation == 3 }
                        isDone.set()
                        for try await answers in group { #expect(answers > 0) }
                    }
                }
            }
        }
    }

    @Test("a second daemon on the socket is refused with 3, and the first answers on")
    func second() async throws {
        try await Station.with { station in
            try station.write(version: 1)
            try station.publish()
            try await station.withDaemon { _ throws in
                let outcome = try Program.lotsed.run(["--index", station.index, "--socket", station.socket])
                #expect((outcome.code, outcome.output) == (3, ""))
                #expect(outcome.errors.contains(station.socket))
                #expect(try Program.lotse.run(["search", "--socket", station.socket, "Garten"]).code == 0)
            }
        }
    }

    @Test("without an index the daemon ends with 4 and says how to make one; wrong usage is 2")
    func noIndex() async throws {
        try await Station.with { station in
            var outcome = try Program.lotsed.run(["--index", station.index, "--socket", station.socket])
            #expect((outcome.code, outcome.output) == (4, ""))
            #expect(outcome.errors.contains("lotse index"))
            outcome = try Program.lotsed.run(["--threads", "0"])
            #expect((outcome.code, outcome.output) == (2, ""))
            #expect(!FileManager.default.fileExists(atPath: station.socket))
        }
    }

    @Test("SIGTERM ends it with 0 and takes the socket away; after SIGKILL the next one replaces the stale socket")
    func stopped() async throws {
        try await Station.with { station in
            try station.write(version: 1)
            try station.publish()
            try await station.withDaemon { daemon throws in
                daemon.signal(SIGTERM)
                #expect(try daemon.wait().code == 0)
                #expect(!FileManager.default.fileExists(atPath: station.socket))
            }
            try await station.withDaemon { daemon throws in
                daemon.signal(SIGKILL)
                #expect(try daemon.wait().code == -SIGKILL)
                #expect(FileManager.default.fileExists(atPath: station.socket))
            }
            try await station.withDaemon { _ throws in
                #expect(try Program.lotse.run(["search", "--socket", station.socket, "Garten"]).code == 0)
            }
        }
    }

    @Test("not even at the finest level does the log hold a query")
    func privacy() async throws {
        try await Station.with { station in
            try station.write(version: 1)
            try station.publish()
            try await station.withDaemon("--log-level", "trace") { daemon in
                for query in ["drachenkeller", "+ ( drachenkeller", String(repeating: "drachenkeller", count: 200)] {
                    try Program.lotse.run(["search", "--socket", station.socket, query])
                }
                try Program.lotse.run(["get", "--socket", station.socket, "drachenkeller"])
                daemon.signal(SIGTERM)
                let outcome = try daemon.wait()
                #expect(outcome.code == 0)
                #expect(!outcome.errors.isEmpty)
                #expect(!outcome.errors.lowercased().contains("drachenkeller"))
                #expect(outcome.output == "")
            }
            for name in TemporaryFolder.files(below: station.index) {
                let bytes = try Data(contentsOf: URL(fileURLWithPath: station.index + "/" + name))
                #expect(bytes.firstRange(of: Data("drachenkeller".utf8)) == nil, "\(name)")
            }
        }
    }
}
