import ArgumentParser
import Lotse

struct EvalScoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "score", abstract: "Score a TREC run against judgements.")

    @OptionGroup var judgements: JudgementOptions
    @Option(help: ArgumentHelp("The run.", valueName: "file"))
    var run: String
    @Flag(help: "Print every query's scores as well.")
    var perQuery = false

    func run() async throws {
        try await Failure.translating {
            let (judged, path) = try judgements.read()
            let scored = Metrics.perQuery(run: try judgements.run(run, judgedBy: judged, in: path), qrels: judged)
            ScoreTable.show(scored, perQuery: perQuery)
        }
    }
}
