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

    /// When a run is killed: so many steps told, and so much later.
    struct Moment {
        var isFull = false
        var steps: Int
        var later = Duration.zero

        /// Full builds and updates at each of their steps, and updates while they are flushed, renamed and published.
        static let all =
            [1, 2, 3, 5].map { Moment(isFull: true, steps: $0) } + (1...4).map { Moment(steps: $0) }
            + (1...12).map { Moment(steps: 4, later: .milliseconds($0)) }
    }

    static func kill(_ station: Station, _ moment: Moment) async throws -> Int32 {
        let arguments = ["index", "--corpus", station.corpus.path, "--index", station.index, "--progress", "json"]
        return try await Program.lotse.running(arguments + (moment.isFull ? ["--full"] : [])) { run in
            while run.isRunning, run.errors.count(where: { $0 == "\n" }) < moment.steps {
                try await Task.sleep(for: .milliseconds(1))
            }
            try await Task.sleep(for: moment.later)
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
            for (index, moment) in Moment.all.enumerated() {
                let next = index + 1
                try station.write(version: next)
                let code = try await Self.kill(station, moment)
                if code == -SIGKILL { killed += 1 } else { #expect(code == 0) }
                let version = try Self.answer(station)
                #expect(version == published || version == next, "\(moment)")
                published = version ?? published
                #expect(try Program.lotse.run(["verify", "--index", station.index]).code == 0, "\(moment)")
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
