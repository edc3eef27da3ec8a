import Foundation

/// The usual measures of a ranking against graded judgements. A grade above 0 is relevant.
public struct Metrics: Sendable, Hashable {
    /// Normalised discounted cumulative gain over ten documents (Järvelin and Kekäläinen, TOIS 2002): gain is the grade,
    /// the discount the binary logarithm of the rank plus one, as trec_eval's `ndcg_cut_10`.
    public var ndcg10: Double
    /// The reciprocal of the first relevant document's rank, 0 beyond the tenth.
    public var mrr10: Double
    /// Average precision over the whole ranking.
    public var averagePrecision: Double
    /// The share of the relevant documents that are among the first ten.
    public var recall10: Double
    /// The share of the relevant documents that are among the first hundred.
    public var recall100: Double
    /// 1 where the first document is relevant.
    public var success1: Double

    /// The names in their order, as reports have them.
    public static let names = ["nDCG@10", "MRR@10", "AP", "R@10", "R@100", "S@1"]

    /// The values in the order of ``names``.
    public var values: [Double] { [ndcg10, mrr10, averagePrecision, recall10, recall100, success1] }

    /// Measures one query's ranking.
    ///
    /// - Parameters:
    ///   - ranking: document ids, best first.
    ///   - grades: the judged documents; others count as not relevant.
    public init(ranking: [String], grades: [String: Int]) {
        let relevant = grades.values.filter { $0 > 0 }.count
        var gain = 0.0
        var first = 0
        var hits10 = 0
        var hits100 = 0
        var hits = 0
        var precision = 0.0
        for (index, document) in ranking.enumerated() {
            let grade = max(0, grades[document] ?? 0)
            guard grade > 0 else { continue }
            hits += 1
            precision += Double(hits) / Double(index + 1)
            if index < 100 { hits100 += 1 }
            if index < 10 {
                gain += Double(grade) / log2(Double(index) + 2)
                hits10 += 1
                if first == 0 { first = index + 1 }
            }
        }
        let ideal = grades.values.filter { $0 > 0 }.sorted(by: >).prefix(10).enumerated()
            .reduce(0.0) { $0 + Double($1.element) / log2(Double($1.offset) + 2) }
        ndcg10 = ideal > 0 ? gain / ideal : 0
        mrr10 = first > 0 ? 1 / Double(first) : 0
        averagePrecision = relevant > 0 ? precision / Double(relevant) : 0
        recall10 = relevant > 0 ? Double(hits10) / Double(relevant) : 0
        recall100 = relevant > 0 ? Double(hits100) / Double(relevant) : 0
        success1 = first == 1 ? 1 : 0
    }

    private init(_ values: [Double]) {
        ndcg10 = values[0]
        mrr10 = values[1]
        averagePrecision = values[2]
        recall10 = values[3]
        recall100 = values[4]
        success1 = values[5]
    }

    /// Measures every judged query of a run. A judged query that the run lacks counts as 0 in everything.
    public static func perQuery(run: TrecRun, qrels: Qrels) -> [(query: String, metrics: Metrics)] {
        qrels.grades.sorted { $0.key < $1.key }.map { query, grades in
            (query, Metrics(ranking: run.rankings[query] ?? [], grades: grades))
        }
    }

    /// The mean over queries; all 0 for none.
    public static func mean(_ all: [Metrics]) -> Metrics {
        var sums = [Double](repeating: 0, count: names.count)
        for metrics in all { for (index, value) in metrics.values.enumerated() { sums[index] += value } }
        return Metrics(sums.map { $0 / Double(max(1, all.count)) })
    }
}
