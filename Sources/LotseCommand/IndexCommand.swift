public import ArgumentParser
import Foundation
public import Lotse
import LotseAPI

extension AnalysisStage: ExpressibleByArgument {}

struct IndexOption: ParsableArguments {
    @Option(name: .customLong("index"), help: ArgumentHelp("The index folder.", valueName: "dir"))
    var path = IndexOption.usual

    static let usual = ".lotse"

    var directory: IndexDirectory { IndexDirectory(path: path) }
}

struct IndexCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "index", abstract: "Make the next generation of the index from a corpus.",
        discussion: """
            Searches go on meanwhile and see the new generation when it is complete. Files that could not be read are \
            named on standard error and in report.json; all others are indexed.
            """)

    @Option(help: ArgumentHelp("The corpus folder.", valueName: "dir"))
    var corpus = "corpus"
    @OptionGroup var index: IndexOption
    @Flag(help: "Build everything anew, even what did not change.")
    var full = false
    @Option(help: ArgumentHelp("Threads that read and analyse. Default: one for every core.", valueName: "n"))
    var jobs: Int?
    @Option(help: ArgumentHelp("Generations that stay, the new one counted.", valueName: "n"))
    var keep = 2
    @Option(
        help: ArgumentHelp(
            "Leave a stage of the analysis out, to measure what it is worth; may be repeated.", valueName: "stage"))
    var without: [AnalysisStage] = []
    @Option(help: "How progress is shown on standard error: auto, plain, json or none.")
    var progress = ProgressPrinter.Style.auto
    @Flag(help: "Print the report as JSON.")
    var json = false

    func validate() throws {
        if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs must be 1 to 256.") }
        guard keep >= 1 else { throw ValidationError("--keep must be 1 or more.") }
    }

    func run() async throws {
        try await Failure.translating {
            var options = IndexOptions()
            options.full = full
            options.jobs = jobs ?? max(1, ProcessInfo.processInfo.activeProcessorCount)
            options.keep = keep
            options.without = Set(without)
            let printer = ProgressPrinter(style: progress)
            let report = try Indexer(corpus: corpus, index: index.directory, options: options).run { printer.show($0) }
            printer.finish()
            show(report)
            if report.hasErrors { throw ExitCode(Failure.Code.incomplete.rawValue) }
        }
    }

    /// A file of many entries may have a problem in each: so many are shown.
    private static let problemsOfFile = 10

    private func show(_ report: IndexReport) {
        var shown: [String: Int] = [:]
        for problem in report.problems where problem.severity != "info" {
            let count = shown[problem.path, default: 0] + 1
            shown[problem.path] = count
            guard count <= IndexCommand.problemsOfFile else { continue }
            let place = problem.line.map { $0 > 0 ? ":\($0)" : "" } ?? ""
            Output.error("\(problem.severity): \(problem.path)\(place): \(problem.message)")
        }
        for (path, count) in shown.sorted(by: { $0.key < $1.key }) where count > IndexCommand.problemsOfFile {
            Output.error("\(path): \(count - IndexCommand.problemsOfFile) more of these; report.json has them all")
        }
        for warning in report.warnings { Output.error("warning: \(warning)") }
        if json {
            Output.text(String(decoding: report.encoded(), as: UTF8.self))
            return
        }
        let left = report.problems.filter { $0.severity == "info" }.count
        let seconds = report.seconds.formatted(.number.precision(.fractionLength(1)).locale(Locale(identifier: "en")))
        if report.changed {
            Output.line(
                "generation \(report.generation): \(report.documents) documents, \(report.sections) sections "
                    + "in \(seconds) s (\(report.mode): \(report.added) files new, \(report.updated) changed, "
                    + "\(report.removed) gone)")
        } else {
            Output.line(
                "generation \(report.generation) is up to date: \(report.documents) documents, "
                    + "\(report.sections) sections")
        }
        let faulty = Set(report.problems.filter { $0.severity == "error" }.map(\.path)).count
        if faulty > 0 {
            Output.line(
                "\(faulty) files could not be read, or not wholly: what is missing is named above and in report.json")
        }
        if left > 0 { Output.line("\(left) files were left out on purpose; report.json in the generation names them") }
    }
}
