import LotseAPI
import LotseTestSupport
import Testing

@testable import Lotse

@Suite("A run that cannot publish leaves the index as it is")
struct RefusalTests {
    static let page = ["documents/a.txt": "Der Garten\n\nEin Garten am Bach."]

    @Test("a corpus that is not there is named")
    func noCorpus() throws {
        try TemporaryFolder.with { folder in
            let indexer = Indexer(corpus: folder("nowhere"), index: IndexDirectory(path: folder("index")))
            #expect(throws: LotseError.noCorpus(path: folder("nowhere"))) { try indexer.run() }
            #expect(!FileSystem.exists(folder("index")))
        }
    }

    @Test("an empty corpus is refused where there is no index, and leaves none")
    func emptyFirst() throws {
        try IndexedCorpus.with([:]) { indexed throws in
            #expect(throws: LotseError.emptyCorpus(path: indexed.corpus.path)) { try indexed.run() }
            #expect(indexed.index.currentNumber() == nil)
            #expect(try FileSystem.entries(indexed.index.generationsPath).isEmpty)
        }
    }

    @Test("a corpus that lost all its documents is refused, and the published index answers on")
    func emptied() throws {
        try IndexedCorpus.with(Self.page) { indexed in
            try indexed.run()
            try indexed.corpus.remove("documents/a.txt")
            #expect(throws: LotseError.emptyCorpus(path: indexed.corpus.path)) { try indexed.run() }
            #expect(indexed.index.currentNumber() == 1)
            #expect(try FileSystem.entries(indexed.index.generationsPath) == ["000001"])
            #expect(try indexed.engine().found("Bach") == ["documents/a"])
        }
    }

    @Test("a corpus of files without any text is refused like an empty one")
    func blank() throws {
        try IndexedCorpus.with(["documents/a.txt": "  \n\n", "documents/b.md": ""]) { indexed in
            #expect(throws: LotseError.emptyCorpus(path: indexed.corpus.path)) { try indexed.run() }
        }
    }

    @Test("a broken lotse.yaml stops the run and is named, because its defaults may withhold documents")
    func brokenSettings() throws {
        try IndexedCorpus.with(Self.page) { indexed in
            try indexed.run()
            try indexed.corpus.write("lotse.yaml", "defaults: [region\n")
            do {
                try indexed.run()
                Issue.record("the run did not stop")
            } catch LotseError.io(let path, let detail) {
                #expect(path == indexed.corpus.path)
                #expect(detail.contains("lotse.yaml"))
            }
            #expect(indexed.index.currentNumber() == 1)
        }
    }

    @Test("a second writer is told at once that the index is locked")
    func locked() throws {
        try IndexedCorpus.with(Self.page) { indexed in
            try indexed.run()
            let lock = try WriterLock(indexed.index)
            let expected = LotseError.locked(path: indexed.index.path)
            #expect(throws: expected) { try indexed.run { $0.full = true } }
            #expect(throws: expected) { try indexed.index.rollback() }
            #expect(throws: expected) { try indexed.index.pruneGenerations(keep: 1) }
            // Readers never wait.
            #expect(try indexed.engine().found("Bach") == ["documents/a"])
            lock.release()
            #expect(try indexed.run { $0.full = true }.generation == 2)
        }
    }

    @Test("a lock that was given back is free, though a child that is just being made has a copy of its descriptor")
    func lockReleasedUnderAFork() throws {
        try IndexedCorpus.with(Self.page) { indexed in
            let lock = try WriterLock(indexed.index)
            let child = InheritedDescriptors(of: indexed.index.path + "/lock")
            lock.release()
            #expect(try indexed.run().generation == 1)
            #expect(child.count == 1)
        }
    }

    @Test("what a killed run left is removed by the next one")
    func orphans() throws {
        try IndexedCorpus.with(Self.page) { indexed in
            try indexed.run()
            let generations = indexed.index.generationsPath
            try indexed.folder.write("index/generations/000002.building/parts/000000/postlist.glass", "half")
            try indexed.folder.write("index/generations/000000.removed/manifest.json", "{}")
            try FileSystem.replaceLink(indexed.index.path + "/current.new", target: "generations/000002")
            #expect(try indexed.engine().found("Bach") == ["documents/a"])
            #expect(try !indexed.run().changed)
            #expect(try FileSystem.entries(generations) == ["000001"])
            #expect(try FileSystem.entries(indexed.index.path) == ["current", "generations", "lock"])
        }
    }

    @Test(
        "a whole generation that was never published is not taken for the current one, and goes with the next that is")
    func unpublished() throws {
        try IndexedCorpus.with(Self.page) { indexed in
            try indexed.run()
            try FileSystem.copy(indexed.index.folder(1), to: indexed.index.folder(2))
            #expect(try !indexed.run().changed)
            #expect(indexed.index.currentNumber() == 1)
            #expect(try indexed.run { $0.full = true }.generation == 3)
            #expect(indexed.index.currentNumber() == 3)
            #expect(indexed.index.numbers() == [1, 3])
        }
    }
}
