import Foundation
import LotseAPI
import LotseTestSupport
import NIOConcurrencyHelpers
import Testing

@testable import Lotse

@Suite("Building and publishing a generation")
struct PublishingTests {
    static let pages = [
        "documents/haus.md": CorpusFixture.page(
            "Offenes Haus", [:], "Das Haus hat einen Garten.\n\n## Zeiten\n\nAm Abend offen."),
        "documents/verein.txt": "Der Verein\n\nDer Verein sucht eine Wohnung.",
        "forums/forum-1.jsonl": #"{"id":"f1","title":"Forum","text":"Ein Netzwerk für Familien."}"# + "\n",
    ]

    @Test("a full build publishes generation 1 with what the corpus holds")
    func fullBuild() throws {
        try IndexedCorpus.with(Self.pages) { indexed in
            let report = try indexed.run()
            #expect(report.generation == 1)
            #expect(report.changed)
            #expect(report.mode == "full")
            #expect(report.documents == 3)
            #expect((report.added, report.updated, report.removed) == (3, 0, 0))
            #expect(indexed.index.currentNumber() == 1)
            #expect(indexed.index.numbers() == [1])
            let engine = try indexed.engine()
            #expect(try engine.found("Garten") == ["documents/haus"])
            #expect(try engine.found("Wohnung") == ["documents/verein"])
            #expect(try engine.found("Netzwerk") == ["f1"])
            let status = engine.status()
            #expect(status.generation == 1)
            #expect(status.documents == 3)
            #expect(status.sections == report.sections)
            #expect(status.version == lotseVersion)
            #expect(status.fingerprint.hasPrefix(Fingerprint.programRules + ";words="))
        }
    }

    @Test("an unchanged corpus makes no generation, and its report tells of the one that is")
    func unchanged() throws {
        try IndexedCorpus.with(Self.pages) { indexed in
            let first = try indexed.run()
            let before = TemporaryFolder.files(below: indexed.index.path)
            let second = try indexed.run()
            #expect(!second.changed)
            #expect(second.mode == "none")
            #expect(second.generation == 1)
            #expect((second.documents, second.sections) == (first.documents, first.sections))
            #expect((second.added, second.updated, second.removed) == (0, 0, 0))
            #expect(TemporaryFolder.files(below: indexed.index.path) == before)
        }
    }

    @Test("a file touched without a change of its bytes makes no generation")
    func touched() throws {
        try IndexedCorpus.with(Self.pages) { indexed in
            try indexed.run()
            for (name, text) in Self.pages { try indexed.corpus.write(name, text) }
            #expect(try !indexed.run().changed)
        }
    }

    @Test("--full builds anew what did not change")
    func full() throws {
        try IndexedCorpus.with(Self.pages) { indexed in
            try indexed.run()
            let report = try indexed.run { $0.full = true }
            #expect(report.generation == 2)
            #expect(report.mode == "full")
            #expect((report.added, report.updated, report.removed) == (0, 0, 0))
        }
    }

    @Test(
        "a change of the corpus' settings builds everything anew",
        arguments: [
            ("lotse.yaml", "defaults:\n  region: Nordstadt\n"), ("lexicon/stopwords.txt", "Garten\n"),
            ("lexicon/compounds.txt", "Gartenhaus = Garten Haus\n"), ("lexicon/protected.txt", "Verein Vereine\n"),
        ])
    func settings(name: String, text: String) throws {
        try IndexedCorpus.with(Self.pages) { indexed in
            try indexed.run()
            try indexed.corpus.write(name, text)
            let report = try indexed.run()
            #expect(report.generation == 2)
            #expect(report.mode == "full")
            #expect(try !indexed.run().changed)
        }
    }

    @Test("new defaults of lotse.yaml hold for every document afterwards")
    func defaults() throws {
        try IndexedCorpus.with(Self.pages) { indexed in
            try indexed.run()
            try indexed.corpus.write("lotse.yaml", "defaults:\n  region: Nordstadt\n")
            try indexed.run()
            let engine = try indexed.engine()
            let request = SearchRequest(query: "Garten Wohnung", filter: ["region": ["Nordstadt"]], match: .any)
            #expect(try engine.search(request).hits.count == 2)
        }
    }

    @Test("one thread and four make the same files, all but the databases' random names")
    func deterministic() throws {
        var random = SeededRandom(seed: 11)
        var files: [String: String] = [:]
        for number in 0..<20 {
            files["documents/seite-\(number).md"] = CorpusFixture.page("Seite \(number)", [:], Vocabulary.page(&random))
        }
        try IndexedCorpus.with(files) { indexed in
            let other = IndexDirectory(path: indexed.folder("other"))
            try indexed.run { $0.jobs = 1 }
            try indexed.run(into: other) { $0.jobs = 4 }
            let names = TemporaryFolder.files(below: indexed.index.folder(1))
            #expect(names == TemporaryFolder.files(below: other.folder(1)))
            #expect(names.contains("lexicon.bin"))
            #expect(names.contains("shard-0/postlist.glass"))
            // `iamglass` holds a random identifier; manifest and report hold the time.
            let varying: Set = ["shard-0/iamglass", "manifest.json", "report.json"]
            for name in names where !varying.contains(name) {
                let first = try FileSystem.digest(indexed.index.folder(1) + "/" + name)
                let second = try FileSystem.digest(other.folder(1) + "/" + name)
                #expect(first.sha256 == second.sha256, "\(name)")
            }
        }
    }

    @Test("progress goes through the phases in order and ends complete")
    func progress() throws {
        try IndexedCorpus.with(Self.pages) { indexed in
            let seen = NIOLockedValueBox<[IndexProgress]>([])
            var options = IndexOptions()
            options.wordList = nil
            options.jobs = 1
            _ = try Indexer(corpus: indexed.corpus.path, index: indexed.index, options: options).run { step in
                seen.withLockedValue { $0.append(step) }
            }
            let steps = seen.withLockedValue { $0 }
            var phases: [IndexProgress.Phase] = []
            for step in steps where phases.last != step.phase { phases.append(step.phase) }
            #expect(phases == IndexProgress.Phase.allCases)
            for phase in [IndexProgress.Phase.counting, .indexing] {
                let last = steps.last { $0.phase == phase }
                #expect(last?.done == last?.total)
            }
            #expect(steps.allSatisfy { (0...$0.total).contains($0.done) })
        }
    }

    @Test("a missing word list is a warning in the report and in the status, and no error")
    func missingWordList() throws {
        try IndexedCorpus.with(Self.pages) { indexed in
            let report = try indexed.run { $0.wordList = indexed.folder("missing") }
            #expect(report.warnings.count == 1)
            #expect(report.warnings.first?.contains(indexed.folder("missing")) == true)
            #expect(report.warnings.first?.contains("wngerman") == true)
            #expect(!report.hasErrors)
            #expect(try indexed.engine().status().warnings == report.warnings)
        }
    }
}
