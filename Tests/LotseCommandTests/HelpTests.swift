import ArgumentParser
import LotseTestSupport
import Testing

@testable import LotseCommand

@Suite("Help")
struct HelpTests {
    /// The names of all commands below one.
    static func names(of type: any ParsableCommand.Type, below path: [String] = []) -> [[String]] {
        [path]
            + type.configuration.subcommands.flatMap { command in
                names(of: command, below: path + [command.configuration.commandName ?? ""])
            }
    }

    @Test("every command has a snapshot, and there is none of a command that is gone")
    func complete() {
        let names = Self.names(of: LotseTool.self).map { $0.joined(separator: " ") }
        #expect(names.sorted() == HelpSnapshots.all.keys.sorted())
    }

    @Test("the help of every command is as it was agreed on", arguments: HelpSnapshots.all.keys.sorted())
    func help(command: String) throws {
        let outcome = try Program.lotse.run(command.split(separator: " ").map(String.init) + ["--help"])
        #expect((outcome.code, outcome.errors) == (0, ""))
        let text = String(outcome.output.reversed().drop { $0 == "\n" }.reversed())
        #expect(text == HelpSnapshots.all[command] ?? "")
    }

    @Test("every option and every argument is explained")
    func explained() {
        for (command, text) in HelpSnapshots.all {
            for line in text.split(separator: "\n") where line.hasPrefix("  -") || line.hasPrefix("  <") {
                // A long option has its explanation on the next line; all of ours fit into the first column.
                #expect(line.count > 26 && line.dropFirst(25).first == " ", "\(command): \(line)")
            }
        }
    }
}
