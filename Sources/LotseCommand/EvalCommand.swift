import ArgumentParser
import Foundation
import Lotse
import LotseAPI

struct EvalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "eval", abstract: "Measure relevance with test sets in TREC's form.",
        subcommands: [EvalRunCommand.self, EvalScoreCommand.self])
}

struct EvalRunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Answer a file of queries and write a TREC run.")

    @Option(help: ArgumentHelp("The queries: query id, tab, query.", valueName: "file"))
    var queries: String
    @Option(help: ArgumentHelp("The run: query id, Q0, document id, rank, score, tag.", valueName: "file"))
    var out: String
    @OptionGroup var index: IndexOption
    @Option(help: ArgumentHelp("Documents for each query, at most 100.", valueName: "n"))
    var limit = 100
    @Option(help: "How many words must be found: auto, all or any.")
    var match = MatchMode.auto
    @Flag(help: "Rank sections instead of documents.")
    var sections = false
    @Option(help: "The run's name.")
    var tag = "lotse"

    func validate() throws {
        guard (1...Limits.hitsPerPage).contains(limit) else {
            throw ValidationError("--limit must be 1 to \(Limits.hitsPerPage).")
        }
    }

    func run() async throws {
        try await Failure.translating {
            let set = try EvaluationQueries(path: queries)
            let engine = try SearchEngine(indexPath: index.path, readers: 1)
            var text = ""
            var empty = 0
            for query in set.queries {
                var request = SearchRequest(query: query.text, perPage: limit)
                request.match = match
                request.snippets = false
                // Judgements know no day: a run must come out the same tomorrow.
                request.preference = false
                request.sectionsPerDocument = sections ? Limits.sectionsPerDocument : 1
                let hits = try engine.search(request).hits
                if hits.isEmpty { empty += 1 }
                text += TrecRun.lines(
                    query: query.id, ranking: hits.map { (sections ? $0.id : $0.document, $0.score) }, tag: tag)
            }
            do {
                try Data(text.utf8).write(to: URL(fileURLWithPath: out))
            } catch {
                throw Failure(.incomplete, "\(out): the run cannot be written: \(error.localizedDescription)")
            }
            Output.line("\(set.queries.count) queries, \(empty) without a hit; run written to \(out)")
        }
    }
}

struct EvalScoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "score", abstract: "Score a TREC run against judgements.")

    @Option(help: ArgumentHelp("The judgements: query id, 0, document id, grade.", valueName: "file"))
    var qrels: String
    @Option(help: ArgumentHelp("The run.", valueName: "file"))
    var run: String
    @Flag(help: "Print every query's scores as well.")
    var perQuery = false

    func run() async throws {
        try await Failure.translating {
            let judged = try Qrels(path: qrels)
            let scored = Metrics.perQuery(run: try TrecRun(path: run), qrels: judged)
            Output.line("query\t" + Metrics.names.joined(separator: "\t"))
            if perQuery { for (query, metrics) in scored { Output.line(row(query, metrics)) } }
            Output.line(row("all (\(scored.count))", Metrics.mean(scored.map(\.metrics))))
        }
    }

    private func row(_ name: String, _ metrics: Metrics) -> String {
        name + "\t" + metrics.values.map { String(format: "%.4f", $0) }.joined(separator: "\t")
    }
}
