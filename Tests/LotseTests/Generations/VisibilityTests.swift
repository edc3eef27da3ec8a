import LotseAPI
import LotseTestSupport
import Testing

@testable import Lotse

@Suite("Documents that are not public")
struct VisibilityTests {
    static let others = DuplicateTests.others

    /// Whether the bytes of a word are anywhere in the index.
    static func holds(_ indexed: IndexedCorpus, _ word: String) throws -> Bool {
        let wanted = Array(word.utf8)
        for name in TemporaryFolder.files(below: indexed.current()) {
            let bytes = try Array(FileSystem.read(indexed.current() + "/" + name))
            if bytes.firstRange(of: wanted) != nil { return true }
        }
        return false
    }

    @Test(
        "an internal document leaves no trace but a line in the report",
        arguments: ["internal", "intern", "private", "\"\""])
    func withheld(word: String) throws {
        var files = Self.others
        files["documents/geheim.md"] = CorpusFixture.page(
            "Titelgeheimnis", ["visibility": word], "Der Schatz liegt im Drachenkeller.")
        try IndexedCorpus.with(files) { indexed in
            let report = try indexed.run()
            #expect(report.problems.map(\.code) == ["withheld"])
            #expect(report.problems.map(\.severity) == ["info"])
            #expect(!report.hasErrors)
            #expect(report.documents == 20)
            let engine = try indexed.engine()
            #expect(try engine.found("Drachenkeller") == [])
            #expect(try engine.document(id: "documents/geheim") == nil)
            for word in ["drachenkeller", "Drachenkeller", "titelgeheimnis", "Titelgeheimnis", "drach"] {
                #expect(try !Self.holds(indexed, word), "\(word)")
            }
            // What is public is there, so that the search above can find something.
            #expect(try Self.holds(indexed, "verein"))
        }
    }

    @Test("a document that becomes internal disappears with the next run, and comes back when it is public again")
    func becomesInternal() throws {
        var files = Self.others
        let body = "Der Schatz liegt im Drachenkeller."
        files["documents/a.md"] = CorpusFixture.page("Seite", [:], body)
        try IndexedCorpus.with(files) { indexed in
            try indexed.run()
            #expect(try indexed.engine().found("Drachenkeller") == ["documents/a"])
            try indexed.corpus.write("documents/a.md", CorpusFixture.page("Seite", ["visibility": "internal"], body))
            var report = try indexed.run()
            #expect((report.mode, report.updated, report.documents) == ("update", 1, 20))
            #expect(try indexed.engine().found("Drachenkeller") == [])
            #expect(try indexed.engine().document(id: "documents/a") == nil)
            try indexed.corpus.write("documents/a.md", CorpusFixture.page("Seite", ["visibility": "public"], body))
            report = try indexed.run()
            #expect(report.problems.isEmpty)
            #expect(try indexed.engine().found("Drachenkeller") == ["documents/a"])
        }
    }

    @Test("a document that becomes internal is in no file of the generation that an update makes")
    func updateForgets() throws {
        var files = Self.others
        files["documents/a.md"] = CorpusFixture.page("Seite", [:], "Der Schatz liegt im Drachenkeller.")
        try IndexedCorpus.with(files) { indexed in
            try indexed.run()
            try indexed.corpus.write(
                "documents/a.md", CorpusFixture.page("Seite", ["visibility": "internal"], "Nichts."))
            #expect(try indexed.run().mode == "update")
            let database = TemporaryFolder.files(below: indexed.current()).filter { $0.hasPrefix("shard-0/") }
            #expect(!database.isEmpty)
            for name in database {
                let bytes = try Array(FileSystem.read(indexed.current() + "/" + name))
                #expect(bytes.firstRange(of: Array("rachenkeller".utf8)) == nil, "\(name)")
            }
        }
    }

    @Test("the corpus' default withholds what does not say that it is public")
    func byDefault() throws {
        let files = [
            "lotse.yaml": "defaults:\n  visibility: internal\n",
            "documents/a.md": CorpusFixture.page("Seite", [:], "Ein Garten."),
            "documents/b.md": CorpusFixture.page("Seite", ["visibility": "public"], "Ein Bach."),
        ]
        try IndexedCorpus.with(files) { indexed in
            try indexed.run()
            #expect(try indexed.engine().found("Garten") == [])
            #expect(try indexed.engine().found("Bach") == ["documents/b"])
        }
    }
}
