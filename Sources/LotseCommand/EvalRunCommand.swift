import ArgumentParser
import Foundation
import Lotse
import LotseAPI

struct EvalRunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Answer the queries of a test set and score the answers.",
        discussion: """
            The set's documents are indexed into a temporary folder, unless --index names an index of them. With --queries \
            there are no judgements: the index is asked, and the run is written.
            """)

    @OptionGroup var set: TestSetOption
    @Option(help: ArgumentHelp("Queries in place of a set: query id, tab, query.", valueName: "file"))
    var queries: String?
    @Option(help: ArgumentHelp("The run to write: query id, Q0, document id, rank, score, tag.", valueName: "file"))
    var out: String?
    @Option(
        name: .customLong("index"),
        help: ArgumentHelp("The index folder. Default with --queries: .lotse.", valueName: "dir"))
    var index: String?
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
        guard queries == nil || set.path == nil else {
            throw ValidationError("--set and --queries exclude each other.")
        }
        guard queries == nil || out != nil else {
            throw ValidationError("--queries needs --out: without judgements the run is all there is.")
        }
        guard !tag.isEmpty, !tag.contains(where: \.isWhitespace) else {
            throw ValidationError("--tag must be one word: the columns of a run are told apart by spaces.")
        }
    }

    func run() async throws {
        try await Failure.translating {
            if let queries {
                let asked = try EvaluationQueries(path: queries)
                _ = try answer(asked, SearchEngine(indexPath: index ?? IndexOption.usual, readers: 1))
            } else if let index {
                try measure(set.read(), SearchEngine(indexPath: index, readers: 1), indexName: index)
            } else {
                let set = try set.read()
                let jobs = max(1, ProcessInfo.processInfo.activeProcessorCount)
                try set.withTemporaryIndex(jobs: jobs) { index in
                    try measure(set, SearchEngine(indexPath: index, readers: 1), indexName: set.path)
                }
            }
        }
    }

    private func measure(_ set: TestSet, _ engine: SearchEngine, indexName: String) throws {
        try checkDocuments(of: set, engine, indexName: indexName)
        let run = TrecRun(rankings: try answer(set.queries, engine))
        ScoreTable.show(Metrics.perQuery(run: run, qrels: set.qrels), perQuery: false)
    }

    /// Relevant documents that the index lacks lower every ranking, and that is said.
    private func checkDocuments(of set: TestSet, _ engine: SearchEngine, indexName: String) throws {
        let missing = try set.relevantDocuments(missingIn: engine, name: indexName, areSections: sections)
        guard let one = missing.first else { return }
        Output.error(
            "note: \(set.qrelsPath): \(missing.count) of \(set.relevantDocuments.count) relevant documents, \(one) for one, "
                + "are not in \(indexName); no ranking can have them")
    }

    /// Asks every query, writes the run where a file is named, and gives the rankings as a reader of the file would get
    /// them.
    private func answer(_ asked: EvaluationQueries, _ engine: SearchEngine) throws -> [String: [String]] {
        var text = ""
        var empty = 0
        var rankings: [String: [String]] = [:]
        for query in asked.queries {
            var request = SearchRequest(query: query.text, perPage: limit)
            request.match = match
            request.snippets = false
            // Judgements know no day: a run must come out the same tomorrow.
            request.preference = false
            request.sectionsPerDocument = sections ? Limits.sectionsPerDocument : 1
            let hits = try engine.search(request).hits
            if hits.isEmpty { empty += 1 }
            let ranking = hits.map { (document: sections ? $0.id : $0.document, score: $0.score) }
            text += TrecRun.lines(query: query.id, ranking: ranking, tag: tag)
            rankings[query.id] = TrecRun.ranking(ranking)
        }
        var line = "\(asked.queries.count) queries, \(empty) without a hit"
        if let out {
            do {
                try Data(text.utf8).write(to: URL(fileURLWithPath: out))
            } catch {
                throw Failure(.incomplete, "\(out): the run cannot be written: \(error.localizedDescription)")
            }
            line += "; run written to \(out)"
        }
        Output.line(line)
        return rankings
    }
}
