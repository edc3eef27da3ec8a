import Testing

@testable import Lotse

@Suite("Two runs on the same judgements")
struct RunComparisonTests {
    static let qrels = Qrels(grades: ["1": ["a": 1], "2": ["b": 1], "3": ["c": 1], "4": ["d": 1]])
    static let first = TrecRun(rankings: ["1": ["x", "a"], "2": ["b"], "3": ["c"], "4": ["x", "y", "d"]])
    static let second = TrecRun(rankings: ["1": ["a"], "2": ["x", "b"], "4": ["d"]])

    @Test("a difference is the second less the first, and a query that a run lacks is lost by it")
    func differences() throws {
        let comparison = RunComparison(first: Self.first, second: Self.second, qrels: Self.qrels)
        let measure = try #require(Metrics.names.firstIndex(of: "MRR@10"))
        let row = comparison.rows[measure]
        #expect(row.measure == "MRR@10")
        #expect(abs(row.first - (0.5 + 1 + 1 + 1.0 / 3) / 4) < 1e-12)
        #expect(abs(row.second - (1 + 0.5 + 0 + 1) / 4) < 1e-12)
        #expect(abs(row.differences.mean - (row.second - row.first)) < 1e-12)
        #expect((row.differences.won, row.differences.lost, row.differences.tied) == (2, 2, 0))
        #expect(comparison.won(measure).map(\.id) == ["4", "1"])
        #expect(comparison.lost(measure).map(\.id) == ["3", "2"])
    }

    @Test("exchanged runs exchange what is won and lost")
    func exchanged() {
        let there = RunComparison(first: Self.first, second: Self.second, qrels: Self.qrels)
        let back = RunComparison(first: Self.second, second: Self.first, qrels: Self.qrels)
        for measure in Metrics.names.indices {
            #expect(there.won(measure).map(\.id) == back.lost(measure).map(\.id))
            #expect(there.lost(measure).map(\.id) == back.won(measure).map(\.id))
        }
        let same = RunComparison(first: Self.first, second: Self.first, qrels: Self.qrels)
        #expect(same.rows.allSatisfy { $0.differences.tied == 4 })
    }
}

@Suite("Runs and judgements that belong together")
struct JudgedRunTests {
    static let qrels = Qrels(grades: ["1": ["a": 1], "2": ["b": 1, "c": 0]])

    static func fault(_ rankings: [String: [String]]) -> String? {
        do throws(EvaluationError) {
            try TrecRun(rankings: rankings).check(path: "r", judgedBy: qrels, in: "q")
            return nil
        } catch {
            return error.description
        }
    }

    @Test("a run of the judged queries passes, also where it lacks one; which, is told")
    func passes() {
        #expect(Self.fault(["1": ["x", "a"], "2": ["b"]]) == nil)
        #expect(Self.fault(["2": ["c"]]) == nil)
        #expect(Self.fault(["1": ["a"], "3": ["c"]]) == nil)
        let run = TrecRun(rankings: ["2": ["c"], "3": []])
        #expect(run.judgedQueriesLacking(of: Self.qrels) == ["1"])
        #expect(run.queries(notJudgedIn: Self.qrels) == ["3"])
    }

    @Test("a run of other queries is caught: it was swapped")
    func swapped() {
        let message = Self.fault(["h1": ["a"], "h2": ["b"]])
        #expect(message?.hasPrefix("r: none of the run's queries is judged in q, h1 for one") == true)
    }

    @Test("a run of other documents can be told, though its queries have the same ids")
    func otherDocuments() {
        #expect(!TrecRun(rankings: ["1": ["m", "n"], "2": ["o"]]).hasJudgedDocument(of: Self.qrels))
        #expect(TrecRun(rankings: ["1": ["m", "n"], "2": ["c"]]).hasJudgedDocument(of: Self.qrels))
    }
}
