/// Two runs on the same judgements, query by query.
public struct RunComparison: Sendable, Hashable {
    /// A judged query with both runs' measures.
    public struct Query: Sendable, Hashable {
        /// The query's id.
        public var id: String
        /// The first run's measures.
        public var first: Metrics
        /// The second run's measures.
        public var second: Metrics

        /// The second's value less the first's.
        ///
        /// - Parameter measure: a position in ``Metrics/names``.
        public func difference(_ measure: Int) -> Double { second.values[measure] - first.values[measure] }
    }

    /// One measure over all queries.
    public struct Row: Sendable, Hashable {
        /// Its name, of ``Metrics/names``.
        public var measure: String
        /// The first run's mean.
        public var first: Double
        /// The second run's mean.
        public var second: Double
        /// The second's values less the first's.
        public var differences: PairedDifferences
    }

    /// All judged queries, by their ids.
    public let queries: [Query]

    /// Compares two runs. A judged query that a run lacks counts as 0 for it.
    public init(first: TrecRun, second: TrecRun, qrels: Qrels) {
        queries = zip(Metrics.perQuery(run: first, qrels: qrels), Metrics.perQuery(run: second, qrels: qrels)).map {
            Query(id: $0.query, first: $0.metrics, second: $1.metrics)
        }
    }

    /// One row for each of ``Metrics/names``.
    public var rows: [Row] {
        let first = Metrics.mean(queries.map(\.first)).values
        let second = Metrics.mean(queries.map(\.second)).values
        return Metrics.names.indices.map { measure in
            Row(
                measure: Metrics.names[measure], first: first[measure], second: second[measure],
                differences: PairedDifferences(queries.map { $0.difference(measure) }))
        }
    }

    /// Queries that the second run answers better, the greatest difference first.
    ///
    /// - Parameter measure: a position in ``Metrics/names``.
    public func won(_ measure: Int) -> [Query] {
        queries.filter { $0.difference(measure) > PairedDifferences.smallest }
            .sorted { ($1.difference(measure), $0.id) < ($0.difference(measure), $1.id) }
    }

    /// Queries that the second run answers worse, the greatest difference first.
    ///
    /// - Parameter measure: a position in ``Metrics/names``.
    public func lost(_ measure: Int) -> [Query] {
        queries.filter { $0.difference(measure) < -PairedDifferences.smallest }
            .sorted { ($0.difference(measure), $0.id) < ($1.difference(measure), $1.id) }
    }
}
