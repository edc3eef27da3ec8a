import ArgumentParser
import Foundation
import Lotse

struct EvalCompareCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare", abstract: "Compare two TREC runs on the same judgements.",
        discussion: """
            Prints for each measure both means, their difference, its 95 % interval (paired bootstrap) and how likely such a \
            difference is by chance (paired randomisation); then the queries that B answers better and worse. With --index \
            both runs' first hits stand side by side for those where they differ most.
            """)

    @Argument(help: "The run that is compared with.")
    var runA: String
    @Argument(help: "The run in question.")
    var runB: String
    @OptionGroup var judgements: JudgementOptions
    @Option(help: ArgumentHelp("The queries' texts, where there is no set.", valueName: "file"))
    var queries: String?
    @Option(help: ArgumentHelp("An index of the documents, to show titles and snippets of.", valueName: "dir"))
    var index: String?
    @Option(
        help: ArgumentHelp(
            "What makes a query better or worse: \(Metrics.names.joined(separator: ", ")).", valueName: "measure"))
    var measure = Metrics.names[0]
    @Option(help: ArgumentHelp("How many better and how many worse queries are shown side by side.", valueName: "n"))
    var show = 5

    func validate() throws {
        guard Metrics.names.contains(measure) else {
            throw ValidationError("--measure must be one of \(Metrics.names.joined(separator: ", ")).")
        }
        guard show >= 0 else { throw ValidationError("--show must be 0 or more.") }
        guard queries == nil || judgements.qrels != nil else {
            throw ValidationError("--queries goes with --qrels; a set has queries of its own.")
        }
        guard index == nil || queries != nil || judgements.qrels == nil else {
            throw ValidationError("--index needs --queries beside --qrels: snippets are cut for a query.")
        }
    }

    func run() async throws {
        try await Failure.translating {
            let (judged, path) = try judgements.read()
            let first = try judgements.run(runA, judgedBy: judged, in: path)
            let second = try judgements.run(runB, judgedBy: judged, in: path)
            let texts = try readTexts()
            let comparison = RunComparison(first: first, second: second, qrels: judged)
            let table = ComparisonTable(
                comparison: comparison, measure: Metrics.names.firstIndex(of: measure) ?? 0, texts: texts)
            table.show(names: (runA, runB))
            if let index {
                let view = SideBySide(
                    passages: Passages(engine: try SearchEngine(indexPath: index, readers: 1)), texts: texts,
                    runs: (first, second), qrels: judged)
                for query in table.won.prefix(show) + table.lost.prefix(show) {
                    try view.show(query, measure: table.measure)
                }
            }
        }
    }

    /// What the queries say, by their ids; nothing where only judgements are at hand.
    private func readTexts() throws(EvaluationError) -> [String: String] {
        let asked: EvaluationQueries
        if let queries {
            asked = try EvaluationQueries(path: queries)
        } else if judgements.qrels == nil {
            asked = try judgements.set.read().queries
        } else {
            return [:]
        }
        return Dictionary(asked.queries.map { ($0.id, $0.text) }, uniquingKeysWith: { first, _ in first })
    }
}

/// The figures of a comparison and the lists of its queries.
struct ComparisonTable {
    let comparison: RunComparison
    let measure: Int
    let texts: [String: String]

    var won: [RunComparison.Query] { comparison.won(measure) }
    var lost: [RunComparison.Query] { comparison.lost(measure) }

    func show(names: (String, String)) {
        Output.line("A: \(names.0)")
        Output.line("B: \(names.1)")
        Output.line(
            "\(comparison.queries.count) queries. The difference is B less A: above 0 B is better. won, lost, tied: queries "
                + "that B answers better, worse, alike.\n")
        Output.line("measure\tA\tB\tdifference\t95 % interval\tp\twon\tlost\ttied")
        for row in comparison.rows {
            let differences = row.differences
            let interval = differences.bootstrapInterval()
            Output.line(
                [
                    row.measure, ComparisonTable.value(row.first), ComparisonTable.value(row.second),
                    ComparisonTable.signed(differences.mean),
                    ComparisonTable.signed(interval.lowerBound) + " to " + ComparisonTable.signed(interval.upperBound),
                    ComparisonTable.value(differences.randomisationP()), "\(differences.won)", "\(differences.lost)",
                    "\(differences.tied)",
                ].joined(separator: "\t"))
        }
        list("won", won)
        list("lost", lost)
    }

    private func list(_ name: String, _ queries: [RunComparison.Query]) {
        Output.line("\n\(name) (\(queries.count)), \(Metrics.names[measure])\tA\tB\tdifference")
        for query in queries {
            let columns = [
                query.id, ComparisonTable.value(query.first.values[measure]),
                ComparisonTable.value(query.second.values[measure]), ComparisonTable.signed(query.difference(measure)),
            ]
            Output.line((columns + [texts[query.id]].compactMap { $0 }).joined(separator: "\t"))
        }
    }

    static func value(_ value: Double) -> String { String(format: "%.4f", value) }
    static func signed(_ value: Double) -> String { String(format: "%+.4f", value) }
}
