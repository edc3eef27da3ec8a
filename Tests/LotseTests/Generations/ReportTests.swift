import Foundation
import LotseAPI
import LotseTestSupport
import Testing

@testable import Lotse

@Suite("The report of a run")
struct ReportTests {
    static let files = [
        "documents/gut.md": CorpusFixture.page("Gut", [:], "Ein Garten."),
        "documents/leer.txt": "\n \n",
        "documents/kaputt.md": "---\ntitle: [offen\n---\nEin Bach.",
        "documents/zeilen.jsonl": #"{"title":"Eins","text":"Ein Haus."}"# + "\nkeine Zeile\n"
            + #"{"title":"Drei","text":"Ein Verein."}"# + "\n",
        "documents/geheim.md": CorpusFixture.page("Geheim", ["visibility": "internal"], "Nichts."),
        "documents/bild.png": "kein Text",
        "documents/tabelle.docx": "kein Text",
    ]

    @Test("every file that could not be read is named with its line, everything else is indexed")
    func faults() throws {
        try IndexedCorpus.with(Self.files) { indexed in
            try indexed.corpus.write("documents/binaer.txt", bytes: [0x41, 0, 0, 1, 2, 0])
            let report = try indexed.run()
            let found = report.problems.map { "\($0.path):\($0.line ?? 0) \($0.severity) \($0.code)" }
            #expect(
                found == [
                    "documents/bild.png:0 info unsupported",
                    "documents/binaer.txt:0 error binary",
                    "documents/geheim.md:0 info withheld",
                    "documents/kaputt.md:3 warning frontMatter",
                    "documents/leer.txt:0 warning empty",
                    "documents/tabelle.docx:0 warning unsupported",
                    "documents/zeilen.jsonl:2 error json",
                ])
            #expect(report.problems.allSatisfy { !$0.message.isEmpty })
            #expect(report.hasErrors)
            let engine = try indexed.engine()
            #expect(try engine.found("Garten ODER Bach ODER Haus ODER Verein", .any).count == 4)
        }
    }

    @Test("report.json in the generation is the report that the run returned")
    func file() throws {
        try IndexedCorpus.with(Self.files) { indexed in
            let report = try indexed.run()
            var kept = try #require(indexed.index.report())
            #expect(kept.seconds <= report.seconds)
            kept.seconds = report.seconds
            #expect(kept == report)
            let text = try String(
                decoding: Data(contentsOf: URL(fileURLWithPath: indexed.current() + "/report.json")), as: UTF8.self)
            for field in [
                "generation", "changed", "mode", "documents", "sections", "sourceBytes", "added", "updated", "removed",
                "seconds", "warnings", "problems",
            ] {
                #expect(text.contains("\"\(field)\" : "), "\(field)")
            }
        }
    }

    @Test("figures count the sources' bytes, and the problems are sorted by path and line")
    func figures() throws {
        let lines = (1...30).map { $0 % 3 == 0 ? "kaputt" : #"{"title":"T\#($0)","text":"Ein Haus \#($0)."}"# }
        try IndexedCorpus.with(["b.jsonl": lines.joined(separator: "\n"), "a.txt": "\u{0}\u{0}"]) { indexed in
            let report = try indexed.run { $0.jobs = 4 }
            #expect(report.sourceBytes == lines.joined(separator: "\n").utf8.count + 2)
            #expect(report.problems.map(\.path) == ["a.txt"] + Array(repeating: "b.jsonl", count: 10))
            #expect(report.problems.dropFirst().map(\.line) == stride(from: 3, through: 30, by: 3).map { $0 })
            #expect(report.documents == 20)
        }
    }

    @Test("files of the lexicon with lines in Windows' manner are read line by line")
    func lexiconLines() throws {
        let files = [
            "documents/a.txt": "Garten\n\nEin Garten.",
            "lexicon/compounds.txt": "Gartenhaus = Garten Haus\r\nkaputt\r\nHaustür = Haus Tür\r\n",
            "lexicon/stopwords.txt": "eins\r\nzwei\r\n",
        ]
        try IndexedCorpus.with(files) { indexed throws in
            #expect(try indexed.run().problems.map(\.line) == [2])
            var faults: [LexiconFiles.Fault] = []
            let read = LexiconFiles(corpus: indexed.corpus.path, faults: &faults)
            #expect(read.stopWords == ["eins", "zwei"])
            #expect(read.compounds == ["Gartenhaus": ["Garten", "Haus"], "Haustür": ["Haus", "Tür"]])
        }
    }

    @Test("a line of the lexicon that cannot be used is named")
    func lexicon() throws {
        let files = [
            "documents/a.txt": "Garten\n\nEin Garten.", "lexicon/compounds.txt": "# von Hand\nGartenhaus\n",
        ]
        try IndexedCorpus.with(files) { indexed in
            let report = try indexed.run()
            #expect(report.problems.map(\.path) == ["lexicon/compounds.txt"])
            #expect(report.problems.map(\.line) == [2])
            #expect(report.problems.map(\.severity) == ["warning"])
            #expect(report.problems.first?.message.contains("Selbsthilfegruppe = Selbsthilfe Gruppe") == true)
        }
    }
}
