import LotseAPI
import LotseTestSupport
import Testing

@testable import Lotse

@Suite("An update of a copy")
struct UpdateTests {
    /// Thirty pages over one vocabulary, so that a change of a few is small, and the lexicon the same either way.
    static func pages(_ random: inout SeededRandom) -> [String: String] {
        var files: [String: String] = ["documents/alle.txt": "Wörter\n\n" + Vocabulary.listed.joined(separator: " ")]
        for number in 0..<30 {
            files["documents/seite-\(number).md"] = CorpusFixture.page(
                "Seite \(number)", ["region": number % 2 == 0 ? "Nord" : "Süd"], Vocabulary.page(&random))
        }
        return files
    }

    static let queries = [
        "Garten", "Beratungsstellen", "Trauer Gruppe", "\"Haus und Garten\"", "Klientin", "Sucht*",
        "Selbsthilfegruppe -Bach",
        "Familien Häuser Wohnung", "Therapie ODER Telefon",
    ]

    static func check(_ indexed: IndexedCorpus, _ comment: Comment) throws {
        let fresh = IndexDirectory(path: indexed.folder("fresh-\(indexed.index.currentNumber() ?? 0)"))
        let full = try indexed.run(into: fresh)
        let manifest = try Manifest.read(fresh.folder(1))
        let ids = manifest.sources.flatMap(\.documents)
        let updated = try Answers(indexed.engine(), queries: queries, documents: ids)
        let built = try Answers(SearchEngine(indexPath: fresh.path), queries: queries, documents: ids)
        #expect(updated == built, comment)
        #expect(built.documents.count == ids.count, comment)
        let copy = try Manifest.read(indexed.index.folder(indexed.index.currentNumber() ?? 0))
        #expect(copy.sources == manifest.sources, comment)
        #expect((copy.documents, copy.sections) == (manifest.documents, manifest.sections), comment)
        #expect(indexed.index.report()?.problems == full.problems, comment)
        #expect(try Verifier.verify(indexed.index).problems == [], comment)
    }

    @Test("an added, a changed, a removed and a renamed file each answer as a full build does")
    func kinds() throws {
        var random = SeededRandom(seed: 21)
        try IndexedCorpus.with(Self.pages(&random)) { indexed in
            try indexed.run()
            try indexed.corpus.write(
                "documents/neu.md", CorpusFixture.page("Neue Seite", [:], Vocabulary.page(&random)))
            var report = try indexed.run()
            #expect((report.mode, report.added, report.updated, report.removed) == ("update", 1, 0, 0))
            try Self.check(indexed, "added")

            try indexed.corpus.write(
                "documents/seite-3.md", CorpusFixture.page("Andere Seite", [:], Vocabulary.page(&random, sections: 6)))
            report = try indexed.run()
            #expect((report.mode, report.added, report.updated, report.removed) == ("update", 0, 1, 0))
            try Self.check(indexed, "changed")

            try indexed.corpus.remove("documents/seite-4.md")
            report = try indexed.run()
            #expect((report.mode, report.added, report.updated, report.removed) == ("update", 0, 0, 1))
            try Self.check(indexed, "removed")

            try indexed.corpus.rename("documents/seite-5.md", to: "documents/unten/umbenannt.md")
            report = try indexed.run()
            #expect((report.mode, report.added, report.updated, report.removed) == ("update", 1, 0, 1))
            try Self.check(indexed, "renamed")
            let engine = try indexed.engine()
            #expect(try engine.document(id: "documents/seite-5") == nil)
            #expect(try engine.document(id: "documents/unten/umbenannt")?.title == "Seite 5")
        }
    }

    @Test("many small changes one after the other answer as one full build does")
    func many() throws {
        var random = SeededRandom(seed: 22)
        try IndexedCorpus.with(Self.pages(&random)) { indexed in
            try indexed.run()
            var updates = 0
            for round in 0..<12 {
                let number = random.below(30)
                switch random.below(3) {
                case 0:
                    try indexed.corpus.write(
                        "documents/runde-\(round).md", CorpusFixture.page("Runde", [:], Vocabulary.page(&random)))
                case 1 where FileSystem.exists(indexed.corpus.path + "/documents/seite-\(number).md"):
                    try indexed.corpus.remove("documents/seite-\(number).md")
                default:
                    try indexed.corpus.write(
                        "documents/seite-\(number).md",
                        CorpusFixture.page("Neu \(round)", [:], Vocabulary.page(&random)))
                }
                if try indexed.run().mode == "update" { updates += 1 }
            }
            #expect(updates == 12)
            try Self.check(indexed, "after twelve updates")
        }
    }

    @Test("a large change is built anew")
    func large() throws {
        var random = SeededRandom(seed: 23)
        try IndexedCorpus.with(Self.pages(&random)) { indexed in
            try indexed.run()
            for number in 0..<12 {
                try indexed.corpus.write(
                    "documents/seite-\(number).md", CorpusFixture.page("Neu", [:], Vocabulary.page(&random)))
            }
            let report = try indexed.run()
            #expect((report.mode, report.updated) == ("full", 12))
            try Self.check(indexed, "large")
        }
    }

    @Test("after many updates the next run builds anew and the count begins again")
    func mostUpdates() throws {
        var random = SeededRandom(seed: 24)
        try IndexedCorpus.with(Self.pages(&random)) { indexed in
            try indexed.run()
            var modes: [String] = []
            for round in 0...IndexRun.mostUpdates {
                try indexed.corpus.write("documents/seite-1.md", "Fassung \(round)\n\nEin Garten.")
                modes.append(try indexed.run().mode)
            }
            #expect(modes.dropLast().allSatisfy { $0 == "update" })
            #expect(modes.last == "full")
            #expect(try Manifest.read(indexed.current()).updates == 0)
        }
    }

    @Test("a file that cannot be read any more is taken out and reported, and comes back when it can")
    func unreadable() throws {
        var random = SeededRandom(seed: 25)
        try IndexedCorpus.with(Self.pages(&random)) { indexed in
            try indexed.run()
            let page = CorpusFixture.page("Seite 7", [:], "Ein Text mit Einhorn.")
            try indexed.corpus.write("documents/seite-7.md", bytes: [0, 1, 2, 0, 3])
            var report = try indexed.run()
            #expect(report.problems.map(\.path) == ["documents/seite-7.md"])
            #expect(report.hasErrors)
            #expect(try indexed.engine().document(id: "documents/seite-7") == nil)
            // Nothing changed, but the fault is still there.
            report = try indexed.run()
            #expect(!report.changed)
            #expect(report.problems.map(\.path) == ["documents/seite-7.md"])
            try indexed.corpus.write("documents/seite-7.md", page)
            report = try indexed.run()
            #expect(report.problems.isEmpty)
            #expect(try indexed.engine().found("Einhorn") == ["documents/seite-7"])
        }
    }

    @Test("the report forgets a file that is no source and is gone, and names a new one")
    func besides() throws {
        var random = SeededRandom(seed: 26)
        try IndexedCorpus.with(Self.pages(&random)) { indexed in
            try indexed.corpus.write("documents/tabelle.xlsx", "keine Seite")
            #expect(try indexed.run().problems.map(\.path) == ["documents/tabelle.xlsx"])
            try indexed.corpus.remove("documents/tabelle.xlsx")
            #expect(try indexed.run().problems.isEmpty)
            try indexed.corpus.write("documents/bild.docx", "keine Seite")
            #expect(try indexed.run().problems.map(\.path) == ["documents/bild.docx"])
            try indexed.corpus.remove("documents/bild.docx")
            try indexed.corpus.write("documents/seite-2.md", "Neu\n\nEin Haus.")
            let report = try indexed.run()
            #expect(report.mode == "update")
            #expect(report.problems.isEmpty)
        }
    }
}
