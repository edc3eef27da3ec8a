import Foundation
import Testing

@testable import LotseCorpus

@Suite("Finding and reading files")
struct CorpusReaderTests {
    @Test("in the layout only its folders are read, in order of their paths")
    func layout() throws {
        try TemporaryCorpus.with([
            "README.md": "x", "LICENSE": "x", "lotse.yaml": "name: N", "crisis.yaml": "a: b", "other/z.md": "z",
            "lexicon/synonyms.txt": "a, b", "gold/qrels.txt": "1 0 a 1", "documents/b.md": "b",
            "documents/a/c.txt": "c",
            "documents/.versteckt.md": "x", "institutions/i.json": "{}", "forums/f.md": "f",
        ]) { corpus in
            let (sources, problems) = try corpus.reader().sources()
            #expect(
                sources.map(\.path) == ["documents/a/c.txt", "documents/b.md", "forums/f.md", "institutions/i.json"])
            #expect(problems.isEmpty)
        }
    }

    @Test("in any other folder every readable file is read, but for what stands beside the documents")
    func freeLayout() throws {
        try TemporaryCorpus.with([
            "README.md": "x", "lotse.yaml": "name: N", "lexicon/synonyms.txt": "a, b", "gold/qrels.txt": "1 0 a 1",
            "tief/er/z.HTML": "z", "a.jsonl": "",
        ]) { corpus in
            let sources = try corpus.reader().sources().sources
            #expect(sources.map(\.path) == ["README.md", "a.jsonl", "tief/er/z.HTML"])
        }
        try TemporaryCorpus.with(["lexicon/aal.txt": "Ein Fisch."]) { corpus in
            let sources = try corpus.reader().sources().sources
            #expect(sources.map(\.path) == ["lexicon/aal.txt"])
        }
    }

    @Test("formats that are not read are named, documents as warnings")
    func unsupported() throws {
        try TemporaryCorpus.with(["a.pdf": "x", "b.CSV": "x", "c.png": "x", "d": "x"]) { corpus in
            let problems = try corpus.reader().sources().problems
            #expect(problems.map(\.path) == ["a.pdf", "b.CSV", "c.png", "d"])
            #expect(problems.map(\.severity) == [.warning, .warning, .info, .info])
            #expect(problems.allSatisfy { $0.code == .unsupported && $0.message.contains(".md") })
        }
    }

    @Test("links out of the corpus, to folders and to nowhere are not followed")
    func links() throws {
        try TemporaryCorpus.with(["fremd.md": "fremd"]) { outside in
            try TemporaryCorpus.with(["a.md": "A."]) { corpus in
                let manager = FileManager.default
                try manager.createSymbolicLink(
                    atPath: corpus.root + "/raus.md", withDestinationPath: outside.root + "/fremd.md")
                try manager.createSymbolicLink(atPath: corpus.root + "/kreis", withDestinationPath: corpus.root)
                try manager.createSymbolicLink(atPath: corpus.root + "/nirgends.md", withDestinationPath: "fehlt.md")
                try manager.createSymbolicLink(atPath: corpus.root + "/auch.md", withDestinationPath: "a.md")
                let (sources, problems) = try corpus.reader().sources()
                #expect(sources.map(\.path) == ["a.md", "auch.md"])
                #expect(problems.map(\.path) == ["kreis", "nirgends.md", "raus.md"])
                #expect(problems.allSatisfy { $0.code == .link })
                // A link that turned outwards after the walk.
                let source = Source(path: "raus.md", format: .markdown, size: 5, modified: 0)
                let reading = try corpus.reader().read(source) { _ in Issue.record("read from outside") }
                #expect(reading.problems.map(\.code) == [.link])
                #expect(reading.digest == nil)
            }
        }
    }

    @Test("a pipe is reported and never waited for")
    func pipe() throws {
        try TemporaryCorpus.with(["a.md": "A."]) { corpus in
            #expect(mkfifo(corpus.root + "/rohr.md", 0o600) == 0)
            let reader = try corpus.reader()
            #expect(reader.sources().problems.map(\.code) == [.notAFile])
            let source = Source(path: "rohr.md", format: .markdown, size: 0, modified: 0)
            #expect(reader.read(source) { _ in }.problems.map(\.code) == [.notAFile])
        }
    }

    @Test("a missing root, a file as root and a missing file are errors that name the path")
    func missing() throws {
        #expect(throws: CorpusError.self) { try CorpusReader(root: "/nicht/da") }
        try TemporaryCorpus.with(["a.md": "A."]) { corpus in
            #expect(throws: CorpusError.self) { try CorpusReader(root: corpus.root + "/a.md") }
            let gone = Source(path: "weg.md", format: .markdown, size: 0, modified: 0)
            let problems = try corpus.reader().read(gone) { _ in }.problems
            #expect(problems.map(\.code) == [.unreadable])
            #expect(problems.first?.path == "weg.md")
            #expect(throws: CorpusError.self) { try corpus.reader().digest(gone) }
        }
    }

    @Test("the digest is SHA-256, the same while reading and alone")
    func digest() throws {
        try TemporaryCorpus.with(["a.md": "abc"]) { corpus in
            let reader = try corpus.reader()
            let source = try #require(reader.sources().sources.first)
            #expect(try reader.digest(source) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
            #expect(try reader.read(source) { _ in }.digest == reader.digest(source))
        }
    }

    @Test("two files that differ only by extension collide, the second is reported")
    func duplicates() throws {
        let list = #"[{"id": "x", "text": "1"}, {"id": "x", "text": "2"}]"#
        try TemporaryCorpus.with(["a.html": "<p>eins</p>", "a.md": "zwei", "l.json": list]) { corpus in
            let (documents, problems) = try corpus.readAll()
            #expect(documents.keys.sorted() == ["a", "x"])
            #expect(documents["a"]?.sections.first?.text == "eins")
            #expect(problems.map(\.code) == [.duplicateID, .duplicateID])
            #expect(problems.map(\.path) == ["a.md", "l.json"])
        }
    }

    @Test("identifiers are NFC, short, and free of the anchor's sign")
    func identifiers() {
        #expect(Identifier.from(path: "a/Gru\u{308}ße.v2.md").unicodeScalars.count == "a/Grüße.v2".unicodeScalars.count)
        #expect(Identifier.from(path: ".a/b") == ".a/b")
        #expect(Identifier.normalise(" a#b ") == "a-b")
        let long = Identifier.normalise(String(repeating: "ü", count: 300))
        #expect(long.utf8.count <= Identifier.limit)
        #expect(long != Identifier.normalise(String(repeating: "ü", count: 301)))
    }

    @Test("a file over the limit is reported, not read")
    func tooLarge() throws {
        try TemporaryCorpus.with(["a.txt": String(repeating: "x", count: 100)]) { corpus in
            var configuration = CorpusReader.Configuration()
            configuration.limits.fileBytes = 99
            let reader = try CorpusReader(root: corpus.root, configuration: configuration)
            let source = try #require(reader.sources().sources.first)
            let problems = reader.read(source) { _ in }.problems
            #expect(problems.map(\.code) == [.tooLarge])
            #expect(problems.first?.message.contains("99") == true)
        }
    }

    @Test("what the closure throws ends the reading")
    func emitThrows() throws {
        struct Full: Error {}
        try TemporaryCorpus.with(["a.md": "A."]) { corpus in
            let reader = try corpus.reader()
            let source = try #require(reader.sources().sources.first)
            #expect(throws: Full.self) {
                _ = try reader.read(source) { _ throws(Full) in throw Full() }
            }
        }
    }

    @Test("documents survive encoding")
    func codable() throws {
        var document = Document(id: "a", title: "T", sections: [Section(anchor: "top", text: "x")])
        document.metadata = ["k": ["v"]]
        document.attachments = [Attachment(title: "A", file: "a.pdf")]
        let data = try JSONEncoder().encode(document)
        #expect(try JSONDecoder().decode(Document.self, from: data) == document)
    }
}
