import Testing

@testable import LotseCorpus

@Suite("Random input")
struct RandomInputTests {
    private static let paths = [
        "a.md", "forums/a.md", "a.txt", "forums/a.txt", "a.html", "a.json", "a.yaml", "a.jsonl",
    ]
    private static let pieces = [
        "---\n", "title: ", "visibility: public\n", "# ", "## ", "### ", "AG 1: ", "Ergebnisse der AG 2: ",
        "Was hilft?", "\n",
        "\n\n", "  ", "\t", "- ", "  • ", "1. ", "a) ", "| a | b |\n|---|---|\n", "[x](y)", "![z](q)", "`c`", "```\n",
        "<p>", "</p>", "<ul><li>", "<table><tr><td>", "<h2>", "<br>", "<!--", "<script>", "&nbsp;", "&#x0;", "[^1]",
        "[^1]: n\n", ":   d\n", "Zurück\n", "Sie sind hier: a\n", "Anhänge:\n", "X:\\a\\b.doc\n", "„Wort“ ",
        "Ünde\u{308} ",
        "\u{AD}", "\u{A0}", "\u{200B}", "🙂", "\r\n", "\r", "{", "}", "[", "]", "\"", ": ", ", ", "&a ", "*a ", "? ",
        "!!", "%",
        "Ein Satz, der länger ist als eine Überschrift und mit einem Punkt endet. ", "Kurz", "GROSS GESCHRIEBEN\n",
        "\u{FEFF}",
        "\"text\": ", "\"title\": \"t\"", "null", "1e99", "~", "'", "|\n", ">", "> ", "\\", "\u{2028}", "name: x\n",
        "0",
    ]

    @Test("assembled scraps of every format never trap, and documents keep their promises", arguments: paths)
    func scraps(_ path: String) {
        for seed in 0..<1_500 {
            var random = SeededGenerator(state: UInt64(seed) &* 977 &+ UInt64(path.utf8.count))
            var text = ""
            for _ in 0..<Int.random(in: 1...60, using: &random) {
                text += Self.pieces.randomElement(using: &random) ?? ""
            }
            check(parse(text, as: path), seed)
            // The same again: reading is deterministic.
            if seed % 50 == 0 { #expect(parse(text, as: path).documents == parse(text, as: path).documents) }
        }
    }

    @Test("random bytes never trap", arguments: paths)
    func bytes(_ path: String) throws {
        try TemporaryCorpus.with { corpus in
            let reader = try corpus.reader()
            for seed in 0..<400 {
                var random = SeededGenerator(state: UInt64(seed) &+ 17)
                let top: UInt8 = seed % 2 == 0 ? 255 : 126
                let bytes = (0..<Int.random(in: 0...400, using: &random)).map { _ in
                    UInt8.random(in: (seed % 3 == 0 ? 0 : 9)...top, using: &random)
                }
                let result = reader.parse(bytes, path: path)
                for document in result.documents { #expect(violations(of: document) == [], "seed \(seed)") }
            }
        }
    }

    @Test("a readable text with single bytes changed never traps", arguments: paths)
    func mutations(_ path: String) throws {
        let text = """
            ---
            title: Steg
            date: 2019-02-03
            topics: [a, b]
            ---
            # Steg

            Ein Absatz.

            ## AG 1: Was nun?

            - eins
            - zwei

            <p>drei</p>
            """
        let json =
            #"{"name": "Haus", "services": [{"name": "Rat", "schedules": [{"byday": "MO", "opens_at": "9:00"}]}]}"#
        let isValue = path.contains("json") || path.contains("yaml")
        try TemporaryCorpus.with { corpus in
            let reader = try corpus.reader()
            for seed in 0..<800 {
                var random = SeededGenerator(state: UInt64(seed))
                var bytes = Array((isValue ? json : text).utf8)
                for _ in 0...Int.random(in: 0...3, using: &random) {
                    let index = Int.random(in: 0..<bytes.count, using: &random)
                    bytes[index] = UInt8.random(in: 0...255, using: &random)
                }
                let result = reader.parse(bytes, path: path)
                for document in result.documents { #expect(violations(of: document) == [], "seed \(seed)") }
            }
        }
    }

    private func check(_ result: ParsedFile, _ seed: Int) {
        for document in result.documents { #expect(violations(of: document) == [], "seed \(seed)") }
        for problem in result.problems { #expect(!problem.message.isEmpty && !problem.path.isEmpty) }
    }
}
