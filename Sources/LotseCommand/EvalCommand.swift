import ArgumentParser
import Foundation
import Lotse
import LotseAPI

struct EvalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "eval", abstract: "Measure relevance with test sets in TREC's form.",
        discussion: """
            A test set is a folder with docs.jsonl, queries.tsv and qrels.txt, or the folder gold of a corpus. Where none \
            is named it is \(TestSet.builtIn).
            """,
        subcommands: [EvalRunCommand.self, EvalScoreCommand.self, EvalCompareCommand.self])
}

/// The test set that a command works on.
struct TestSetOption: ParsableArguments {
    @Option(
        name: .customLong("set"), help: ArgumentHelp("The test set. Default: \(TestSet.builtIn).", valueName: "dir"))
    var path: String?

    func read() throws(EvaluationError) -> TestSet { try TestSet(path: path ?? TestSet.builtIn) }
}

/// The judgements of a file, or of a test set.
struct JudgementOptions: ParsableArguments {
    @OptionGroup var set: TestSetOption
    @Option(
        help: ArgumentHelp(
            "The judgements in place of a set: query id, 0, document id, grade.", valueName: "file"))
    var qrels: String?

    func validate() throws {
        guard qrels == nil || set.path == nil else { throw ValidationError("--set and --qrels exclude each other.") }
    }

    /// The judgements and their file.
    func read() throws(EvaluationError) -> (judged: Qrels, path: String) {
        if let qrels { return (try Qrels(path: qrels), qrels) }
        let set = try set.read()
        return (set.qrels, set.qrelsPath)
    }

    /// A run that belongs to the judgements. What it lacks is said, because it counts as 0.
    func run(_ path: String, judgedBy judged: Qrels, in judgements: String) throws(EvaluationError) -> TrecRun {
        let run = try TrecRun(path: path)
        try run.check(path: path, judgedBy: judged, in: judgements)
        let unjudged = run.queries(notJudgedIn: judged)
        if let one = unjudged.first {
            Output.error(
                "note: \(path): \(unjudged.count) of \(run.rankings.count) queries, \(one) for one, are not judged in "
                    + "\(judgements) and left out; if that file was cut off, copy it again")
        }
        if !run.hasJudgedDocument(of: judged) {
            Output.error(
                "note: \(path): none of the run's documents is judged in \(judgements); is it a run of another test set?"
            )
        }
        let lacking = run.judgedQueriesLacking(of: judged)
        if let one = lacking.first {
            Output.error(
                "note: \(path): \(lacking.count) of \(judged.grades.count) judged queries, \(one) for one, have no hit in "
                    + "this run and count 0")
        }
        return run
    }
}

/// Scores as rows with tabs between their columns.
enum ScoreTable {
    static var head: String { "query\t" + Metrics.names.joined(separator: "\t") }

    static func row(_ name: String, _ metrics: Metrics) -> String {
        name + "\t" + metrics.values.map { String(format: "%.4f", $0) }.joined(separator: "\t")
    }

    static func show(_ scored: [(query: String, metrics: Metrics)], perQuery: Bool) {
        Output.line(head)
        if perQuery { for (query, metrics) in scored { Output.line(row(query, metrics)) } }
        Output.line(row("all (\(scored.count))", Metrics.mean(scored.map(\.metrics))))
    }
}
