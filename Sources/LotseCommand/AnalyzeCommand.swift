import ArgumentParser
import Lotse
import LotseAPI

struct AnalyzeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "analyze", abstract: "Show the terms that a text gets, and the rule that made each.",
        discussion: "Without a text, every line of standard input is answered by a line or block of its own.")

    @Argument(help: "The text.")
    var text: [String] = []
    @Flag(help: "Print JSON, one line for each text.")
    var json = false
    @Option(
        name: .customLong("index"),
        help: ArgumentHelp(
            "Analyse with the words of this index. Default: the index in .lotse, else the system's word list.",
            valueName: "dir"))
    var indexPath: String?

    func run() async throws {
        try await Failure.translating {
            let analyzer = try makeAnalyzer()
            guard text.isEmpty else {
                show(analyzer.analyze(text.joined(separator: " ")))
                return
            }
            while let line = readLine() { show(analyzer.analyze(line)) }
        }
    }

    private func makeAnalyzer() throws -> TextAnalyzer {
        if let indexPath { return try TextAnalyzer(indexPath: indexPath) }
        if IndexDirectory(path: ".lotse").currentNumber() != nil { return try TextAnalyzer(indexPath: ".lotse") }
        return try TextAnalyzer()
    }

    private func show(_ tokens: [TextAnalyzer.AnalyzedToken]) {
        if json {
            var writer = JSONWriter()
            writer.object { writer in writer.member("tokens", tokens.map(AnalyzedTokenJSON.init)) }
            Output.text(String(decoding: writer.bytes, as: UTF8.self) + "\n")
            return
        }
        for token in tokens {
            Output.line("\(token.position)\t\(token.start)-\(token.end)\t\(token.text)")
            for term in token.terms {
                let place = term.range.map { ", at \($0.lowerBound)-\($0.upperBound)" } ?? ""
                Output.line("\t\(term.kind)\t\(term.term)\t(\(term.rule)\(place))")
            }
        }
    }
}

/// A token as the JSON has it.
private struct AnalyzedTokenJSON: JSONWritable {
    let token: TextAnalyzer.AnalyzedToken

    init(_ token: TextAnalyzer.AnalyzedToken) { self.token = token }

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("text", token.text)
            json.member("start", token.start)
            json.member("end", token.end)
            json.member("position", token.position)
            json.member("terms", token.terms.map(AnalyzedTermJSON.init))
        }
    }
}

private struct AnalyzedTermJSON: JSONWritable {
    let term: TextAnalyzer.AnalyzedTerm

    init(_ term: TextAnalyzer.AnalyzedTerm) { self.term = term }

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("term", term.term)
            json.member("kind", term.kind)
            json.member("rule", term.rule)
            if let range = term.range {
                json.member("start", range.lowerBound)
                json.member("end", range.upperBound)
            }
        }
    }
}
