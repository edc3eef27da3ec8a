import Lotse
import LotseAPI
import LotseTestSupport

/// A small corpus with an index that was made in this process, so that the programs need only read it.
struct CommandFixture {
    let folder: TemporaryFolder
    let corpus: CorpusFixture
    let index: String

    static let files = [
        "documents/haus.md": CorpusFixture.page(
            "Offenes Haus", ["region": "Nordstadt", "date": "2021-03-04"],
            "Das Haus am Bach.\n\n## Zeiten\n\nDas Haus ist am Abend offen."),
        "documents/garten.txt": "Der Garten\n\nEin Garten für alle Kinder & Eltern.",
        "forums/forum.md": CorpusFixture.page("Forum", [:], "Wir reden über das Haus."),
    ]

    @discardableResult
    static func with<Value>(_ files: [String: String] = files, _ body: (CommandFixture) throws -> Value) throws -> Value
    {
        try TemporaryFolder.with { folder in
            try folder.write("words", "Haus\nHäuser\nGarten\nKind\nKinder\nAbend\n")
            let corpus = try CorpusFixture(path: folder("corpus"), files: files)
            let fixture = CommandFixture(folder: folder, corpus: corpus, index: folder("index"))
            if !files.isEmpty { try fixture.run() }
            return try body(fixture)
        }
    }

    /// Indexes in this process.
    @discardableResult
    func run(full: Bool = false) throws -> IndexReport {
        var options = IndexOptions()
        options.wordList = folder("words")
        options.full = full
        return try Indexer(corpus: corpus.path, index: IndexDirectory(path: index), options: options).run()
    }

    /// Runs the program on the index.
    func lotse(_ command: String, _ arguments: String..., input: String = "") throws -> Program.Outcome {
        try Program.lotse.run([command, "--index", index] + arguments, input: input, in: folder.path)
    }
}
