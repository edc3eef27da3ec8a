import LotseAPI
import LotseTestSupport
import Testing

@testable import Lotse

@Suite("Two documents of one id")
struct DuplicateTests {
    static let first = CorpusFixture.page("Erste", ["id": "doppelt"], "Der Text vom Garten.")
    static let second = CorpusFixture.page("Zweite", ["id": "doppelt"], "Der Text vom Bach.")

    /// Enough other pages that one changed file is a small change.
    static let others = Dictionary(
        uniqueKeysWithValues: (0..<20).map { ("documents/x-\($0).txt", "Seite \($0)\n\nEin Verein mit Telefon \($0).") }
    )

    static func duplicates(_ report: IndexReport) -> [String] {
        report.problems.filter { $0.code == "duplicateID" }.map(\.path)
    }

    static func check(_ indexed: IndexedCorpus, title: String?) throws {
        #expect(try indexed.engine().document(id: "doppelt")?.title == title)
        #expect(
            try indexed.engine().found("Garten").count + indexed.engine().found("Bach").count == (title == nil ? 0 : 1))
        #expect(try Verifier.verify(indexed.index).problems == [])
    }

    @Test("the first by path is indexed, the other is reported with the first one's path")
    func firstWins() throws {
        var files = Self.others
        files["documents/b.md"] = Self.second
        files["documents/a.md"] = Self.first
        try IndexedCorpus.with(files) { indexed in
            let report = try indexed.run()
            #expect(Self.duplicates(report) == ["documents/b.md"])
            #expect(report.problems.first?.message.contains("documents/a.md") == true)
            #expect(report.hasErrors)
            #expect(report.documents == 21)
            try Self.check(indexed, title: "Erste")
        }
    }

    @Test("two of one id in one file: the first is indexed, the other is reported")
    func inOneFile() throws {
        let lines =
            #"{"id":"doppelt","title":"Erste","text":"Garten"}"# + "\n"
            + #"{"id":"doppelt","title":"Zweite","text":"Bach"}"# + "\n"
        try IndexedCorpus.with(["documents/a.jsonl": lines]) { indexed in
            let report = try indexed.run()
            #expect(Self.duplicates(report) == ["documents/a.jsonl"])
            #expect(report.problems.first?.message.contains("this file") == true)
            try Self.check(indexed, title: "Erste")
        }
    }

    @Test("an update that brings a duplicate before the first gives the id to the new first")
    func comesBefore() throws {
        var files = Self.others
        files["documents/b.md"] = Self.second
        try IndexedCorpus.with(files) { indexed in
            try indexed.run()
            try indexed.corpus.write("documents/a.md", Self.first)
            let report = try indexed.run()
            #expect(Self.duplicates(report) == ["documents/b.md"])
            try Self.check(indexed, title: "Erste")
        }
    }

    @Test("an update that brings a duplicate behind the first reports it")
    func comesBehind() throws {
        var files = Self.others
        files["documents/a.md"] = Self.first
        try IndexedCorpus.with(files) { indexed in
            try indexed.run()
            try indexed.corpus.write("documents/b.md", Self.second)
            #expect(Self.duplicates(try indexed.run()) == ["documents/b.md"])
            try Self.check(indexed, title: "Erste")
        }
    }

    @Test("two new files of one id in one update: the first by path wins")
    func bothNew() throws {
        try IndexedCorpus.with(Self.others) { indexed in
            try indexed.run()
            try indexed.corpus.write("documents/a.md", Self.first)
            try indexed.corpus.write("documents/b.md", Self.second)
            #expect(Self.duplicates(try indexed.run()) == ["documents/b.md"])
            try Self.check(indexed, title: "Erste")
        }
    }

    @Test("when the first is removed the other takes its place, and when both are gone so is the id")
    func firstRemoved() throws {
        var files = Self.others
        files["documents/a.md"] = Self.first
        files["documents/b.md"] = Self.second
        try IndexedCorpus.with(files) { indexed in
            try indexed.run()
            try indexed.corpus.remove("documents/a.md")
            #expect(try indexed.run().problems.isEmpty)
            try Self.check(indexed, title: "Zweite")
            try indexed.corpus.remove("documents/b.md")
            try indexed.run()
            try Self.check(indexed, title: nil)
        }
    }

    @Test("an id that moves from one file to another in one update is no duplicate")
    func moves() throws {
        var files = Self.others
        files["documents/a.md"] = Self.first
        try IndexedCorpus.with(files) { indexed in
            try indexed.run()
            try indexed.corpus.remove("documents/a.md")
            try indexed.corpus.write("documents/b.md", Self.second)
            let report = try indexed.run()
            #expect(report.mode == "update")
            #expect(report.problems.isEmpty)
            try Self.check(indexed, title: "Zweite")
        }
    }
}
