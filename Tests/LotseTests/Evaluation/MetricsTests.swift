import LotseTestSupport
import Testing

@testable import Lotse

@Suite("Measures of a ranking")
struct MetricsTests {
    static func near(_ value: Double, _ expected: Double) -> Bool { abs(value - expected) < 0.000_05 }

    @Test("a ranking worked out by hand")
    func byHand() {
        let grades = ["a": 3, "b": 2, "c": 1, "d": 0]
        let metrics = Metrics(ranking: ["x", "b", "d", "a"], grades: grades)
        // Gain: b (2) at rank 2, a (3) at rank 4: 2/log2(3) + 3/log2(5) = 1.26186 + 1.29203 = 2.55389.
        // Ideal: 3/log2(2) + 2/log2(3) + 1/log2(4) = 3 + 1.26186 + 0.5 = 4.76186. 2.55389 / 4.76186 = 0.53632.
        #expect(Self.near(metrics.ndcg10, 0.53632))
        // The first relevant one is at rank 2.
        #expect(metrics.mrr10 == 0.5)
        // Two of the three relevant ones.
        #expect(Self.near(metrics.recall10, 2.0 / 3))
        #expect(metrics.success1 == 0)
        // (1/2 + 2/4) / 3.
        #expect(Self.near(metrics.averagePrecision, 1.0 / 3))
        #expect(metrics.recall100 == metrics.recall10)
        #expect(
            metrics.values == [
                metrics.ndcg10, 0.5, metrics.averagePrecision, metrics.recall10, metrics.recall100, 0,
            ])
        #expect(Metrics.names == ["nDCG@10", "MRR@10", "AP", "R@10", "R@100", "S@1"])
    }

    @Test("the ideal order gives 1 everywhere")
    func ideal() {
        let metrics = Metrics(ranking: ["a", "b", "c", "x"], grades: ["a": 3, "b": 2, "c": 1])
        #expect(metrics.values.allSatisfy { Self.near($0, 1) })
    }

    @Test("only ten ranks count, a hundred for R@100, all for average precision")
    func cut() {
        let ranking = (1...10).map { "x\($0)" } + ["a"]
        let metrics = Metrics(ranking: ranking, grades: ["a": 1])
        #expect((metrics.ndcg10, metrics.mrr10, metrics.recall10, metrics.success1) == (0, 0, 0, 0))
        // One relevant document at rank 11.
        #expect(Self.near(metrics.averagePrecision, 1.0 / 11))
        #expect(metrics.recall100 == 1)
        let deep = (1...99).map { "x\($0)" } + ["a", "b"]
        let both = Metrics(ranking: deep, grades: ["a": 1, "b": 1])
        #expect(both.recall100 == 0.5)
        #expect(Self.near(both.averagePrecision, (1.0 / 100 + 2.0 / 101) / 2))
    }

    @Test("with more than ten relevant documents the ideal is that of the best ten")
    func manyRelevant() {
        let grades = Dictionary(uniqueKeysWithValues: (1...12).map { ("d\($0)", 1) })
        let metrics = Metrics(ranking: (1...10).map { "d\($0)" }, grades: grades)
        #expect(Self.near(metrics.ndcg10, 1))
        #expect(Self.near(metrics.recall10, 10.0 / 12))
        #expect(Self.near(metrics.averagePrecision, 10.0 / 12))
    }

    @Test("grades of 0 and below, and no ranking, count nothing")
    func nothing() {
        #expect(Metrics(ranking: ["a", "b"], grades: ["a": 0, "b": -1]).values == [0, 0, 0, 0, 0, 0])
        #expect(Metrics(ranking: [], grades: ["a": 1]).values == [0, 0, 0, 0, 0, 0])
        #expect(Metrics.mean([]).values == [0, 0, 0, 0, 0, 0])
    }

    @Test("a judged query that the run lacks counts as 0 in the mean, one that nobody judged not at all")
    func mean() {
        let qrels = Qrels(grades: ["1": ["a": 1], "2": ["b": 1]])
        let scored = Metrics.perQuery(run: TrecRun(rankings: ["1": ["a"], "3": ["c"]]), qrels: qrels)
        #expect(scored.map(\.query) == ["1", "2"])
        #expect(Metrics.mean(scored.map(\.metrics)).values == [0.5, 0.5, 0.5, 0.5, 0.5, 0.5])
    }

    @Test("a swapped ranking and judgements cut off change the score")
    func sensitive() {
        let qrels = Qrels(grades: ["1": ["a": 3, "b": 1], "2": ["c": 2]])
        func mean(_ rankings: [String: [String]], _ qrels: Qrels) -> Metrics {
            Metrics.mean(Metrics.perQuery(run: TrecRun(rankings: rankings), qrels: qrels).map(\.metrics))
        }
        let good = mean(["1": ["a", "b"], "2": ["c"]], qrels)
        let swapped = mean(["1": ["b", "a"], "2": ["c"]], qrels)
        let exchanged = mean(["1": ["c"], "2": ["a", "b"]], qrels)
        let truncated = mean(["1": ["a", "b"], "2": ["c"]], Qrels(grades: ["1": ["b": 1], "2": ["c": 2]]))
        #expect(swapped.ndcg10 < good.ndcg10)
        #expect(exchanged.values == [0, 0, 0, 0, 0, 0])
        #expect(truncated.ndcg10 < good.ndcg10)
        #expect(truncated.success1 == 0.5)
    }

    @Test("every measure is between 0 and 1, and no order beats the ideal one")
    func random() {
        var random = SeededRandom(seed: 96)
        for _ in 0..<200 {
            let documents = (0..<(1 + random.below(20))).map { "d\($0)" }
            var grades: [String: Int] = [:]
            for document in documents where random.below(3) > 0 { grades[document] = random.below(4) }
            let metrics = Metrics(ranking: documents.shuffled(using: &random), grades: grades)
            #expect(metrics.values.allSatisfy { (0...1.000_000_1).contains($0) })
            let ideal = Metrics(ranking: documents.sorted { (grades[$0] ?? 0) > (grades[$1] ?? 0) }, grades: grades)
            #expect(metrics.ndcg10 <= ideal.ndcg10 + 1e-9)
        }
    }
}
