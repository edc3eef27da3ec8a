extension TrecRun {
    /// The run's queries that nobody judged, by their ids.
    public func queries(notJudgedIn qrels: Qrels) -> [String] {
        rankings.keys.filter { qrels.grades[$0] == nil }.sorted()
    }

    /// The judged queries that the run has no line of, by their ids. They count as 0.
    public func judgedQueriesLacking(of qrels: Qrels) -> [String] {
        qrels.grades.keys.filter { rankings[$0] == nil }.sorted()
    }

    /// Makes sure that a run and judgements have queries in common: figures of a swapped file look like any others.
    ///
    /// - Parameters:
    ///   - path: the run's file, for the message.
    ///   - qrels: the judgements.
    ///   - qrelsPath: their file, for the message.
    /// - Throws: ``EvaluationError`` where no query of the run is judged.
    public func check(path: String, judgedBy qrels: Qrels, in qrelsPath: String) throws(EvaluationError) {
        let unjudged = queries(notJudgedIn: qrels)
        if let one = unjudged.first, unjudged.count == rankings.count {
            throw EvaluationError(
                path: path, line: 0,
                message: "none of the run's queries is judged in \(qrelsPath), \(one) for one; take the run and the "
                    + "judgements of one test set")
        }
    }

    /// Whether a document of the run is judged at all: where none is, the run is perhaps of another set.
    public func hasJudgedDocument(of qrels: Qrels) -> Bool {
        let judged = Set(qrels.grades.values.flatMap(\.keys))
        return rankings.values.contains { $0.contains(where: judged.contains) }
    }
}
