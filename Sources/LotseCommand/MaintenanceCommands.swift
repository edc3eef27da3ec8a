import ArgumentParser
import Foundation
import Lotse
import LotseAPI
import LotseClient

struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "status", abstract: "Tell what the index holds.")

    @OptionGroup var place: PlaceOptions
    @Flag(help: "Print JSON.")
    var json = false

    func run() async throws {
        let status = try await Failure.translating { () async throws -> StatusResponse in
            if let socket = place.socket {
                return try await LotseClient.withClient(socket: socket) { try await $0.status() }
            }
            return try SearchEngine(indexPath: place.index.path, readers: 1).status()
        }
        if json {
            Output.line(status.jsonText())
            return
        }
        Output.line("generation   \(status.generation), built \(status.built)")
        Output.line("documents    \(status.documents)")
        Output.line("sections     \(status.sections)")
        Output.line("fingerprint  \(status.fingerprint)")
        Output.line("version      \(status.version)")
        for warning in status.warnings { Output.line("warning      \(warning)") }
    }
}

struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Check every file of the index against its digest, and every database.")

    @OptionGroup var index: IndexOption

    func run() async throws {
        let report = try await Failure.translating { try Verifier.verify(index.directory) }
        guard report.problems.isEmpty else {
            for problem in report.problems { Output.error("generation \(report.generation): \(problem)") }
            throw Failure(
                .noIndex,
                "\(index.path): the index is damaged; go back with: lotse rollback, or rebuild with: lotse index --full"
            )
        }
        Output.line("generation \(report.generation) is sound: \(report.files) files, \(report.bytes) bytes")
    }
}

struct GenerationsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generations", abstract: "List the generations of the index, or remove old ones.")

    @OptionGroup var index: IndexOption
    @Flag(help: "Remove all but the newest.")
    var prune = false
    @Option(help: ArgumentHelp("With --prune: generations that stay, the current one counted.", valueName: "n"))
    var keep = 2

    func validate() throws {
        guard keep >= 1 else { throw ValidationError("--keep must be 1 or more.") }
    }

    func run() async throws {
        try await Failure.translating {
            let directory = index.directory
            guard directory.currentNumber() != nil else { throw LotseError.noIndex(path: index.path) }
            if prune {
                for number in try directory.pruneGenerations(keep: keep) { Output.line("removed generation \(number)") }
            }
            for generation in directory.generations() {
                let mark = generation.isCurrent ? "*" : " "
                Output.line(
                    "\(mark) \(generation.number)  \(generation.built ?? "(its manifest cannot be read)")  "
                        + "\(generation.documents) documents, \(generation.sections) sections")
            }
        }
    }
}

struct RollbackCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rollback", abstract: "Publish the generation before the current one again.")

    @OptionGroup var index: IndexOption

    func run() async throws {
        let number = try await Failure.translating { try index.directory.rollback() }
        Output.line("generation \(number) is current")
    }
}
