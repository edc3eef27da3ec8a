import Foundation
import LotseAPI
import LotseTestSupport
import Testing

@Suite("A run of the indexer that is killed")
struct KilledRunTests {
    /// The version that the index answers with.
    static func answer(_ station: Station) throws -> Int? {
        let outcome = try Program.lotse.run(["search", "--index", station.index, "--json", "--limit", "50", "Garten"])
        #expect((outcome.code, outcome.errors) == (0, ""))
        let response = try JSONDecoder().decode(SearchResponse.self, from: Data(outcome.output.utf8))
        return Station.version(of: response.hits.flatMap(\.snippets).map(\.text))
    }

    /// Kills a run when it has told so many steps, or so much later than its last one.
    static func kill(_ station: Station, after steps: Int, later: Duration) async throws -> Int32 {
        let arguments = ["index", "--corpus", station.corpus.path, "--index", station.index, "--progress", "json"]
        return try await Program.lotse.running(arguments) { run in
            while run.isRunning, run.errors.count(where: { $0 == "\n" }) < steps {
                try await Task.sleep(for: .milliseconds(1))
            }
            try await Task.sleep(for: later)
            run.signal(SIGKILL)
            return try run.wait().code
        }
    }

    @Test("at whatever moment, the old or the new generation answers whole, and the next run succeeds and tidies up")
    func killed() async throws {
        try await Station.with { station in
            try station.write(version: 0)
            #expect(try station.publish().code == 0)
            var published = 0
            var killed = 0
            for moment in 1...20 {
                try station.write(version: moment)
                // Five moments at the steps, fifteen while the generation is flushed, renamed and published.
                let code =
                    moment <= 5
                    ? try await Self.kill(station, after: moment, later: .zero)
                    : try await Self.kill(station, after: 5, later: .milliseconds(2 * (moment - 5)))
                if code == -SIGKILL { killed += 1 } else { #expect(code == 0) }
                let version = try Self.answer(station)
                #expect(version == published || version == moment, "moment \(moment)")
                published = version ?? published
                #expect(try Program.lotse.run(["verify", "--index", station.index]).code == 0, "moment \(moment)")
            }
            // At the first steps nothing can be done yet.
            #expect(killed >= 1)
            try station.write(version: 99)
            let outcome = try station.publish()
            #expect((outcome.code, outcome.errors) == (0, ""))
            #expect(try Self.answer(station) == 99)
            let names = try FileManager.default.contentsOfDirectory(atPath: station.index + "/generations")
            #expect(names.count <= 2)
            #expect(names.allSatisfy { Int($0) != nil }, "\(names)")
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: station.index).sorted() == [
                    "current", "generations", "lock",
                ])
        }
    }
}
