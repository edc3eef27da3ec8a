import ArgumentParser
import LotseAPI

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The command line's root: one file a command beside it.
struct LotseTool: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lotse",
        abstract: "German full-text search: make an index of a corpus, search it, look after it.",
        discussion: """
            Exit codes: 0 done; 1 done, but some files could not be read (they are named), or something was not found; \
            2 wrong usage; 3 another process is writing the index; 4 no index, or a damaged one.
            """,
        version: "lotse " + Version.text,
        subcommands: [
            IndexCommand.self, SearchCommand.self, SuggestCommand.self, SimilarCommand.self, GetCommand.self,
            AnalyzeCommand.self, StatusCommand.self,
            VerifyCommand.self, GenerationsCommand.self, RollbackCommand.self, EvalCommand.self,
        ])
}

@main
enum Main {
    static func main() async {
        do {
            var command = try LotseTool.parseAsRoot(
                QueryArguments.withWordsApart(Array(CommandLine.arguments.dropFirst())))
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let failure as Failure {
            Output.error("lotse: \(failure.message)")
            exit(failure.code.rawValue)
        } catch {
            guard LotseTool.exitCode(for: error) == .validationFailure else { LotseTool.exit(withError: error) }
            Output.error(LotseTool.fullMessage(for: error))
            exit(Failure.Code.usage.rawValue)
        }
    }
}
