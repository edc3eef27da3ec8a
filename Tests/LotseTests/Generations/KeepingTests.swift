import LotseAPI
import LotseTestSupport
import Testing

@testable import Lotse

@Suite("Keeping, pruning and going back")
struct KeepingTests {
    /// Publishes generations 1 to `count`; each says its own number as a word.
    @discardableResult
    static func with<Value>(
        generations count: Int, keep: Int = 2, _ body: (IndexedCorpus) throws -> Value
    ) throws -> Value {
        try IndexedCorpus.with([:]) { indexed in
            for number in 1...count {
                try indexed.corpus.write("documents/a.txt", "Fassung\n\nFassung Nummer\(number).")
                try indexed.run { $0.keep = keep }
            }
            return try body(indexed)
        }
    }

    @Test("two generations stay by default, the current one counted")
    func two() throws {
        try Self.with(generations: 4) { indexed in
            #expect(indexed.index.numbers() == [3, 4])
            #expect(indexed.index.currentNumber() == 4)
        }
    }

    @Test("as many stay as were asked for", arguments: [(1, [4]), (3, [2, 3, 4]), (9, [1, 2, 3, 4])])
    func keep(count: Int, expected: [Int]) throws {
        try Self.with(generations: 4, keep: count) { #expect($0.index.numbers() == expected) }
    }

    @Test("pruning tells what it removed and never takes the current generation")
    func prune() throws {
        try Self.with(generations: 4, keep: 9) { indexed in
            #expect(try indexed.index.pruneGenerations(keep: 3) == [1])
            _ = try indexed.index.rollback()
            #expect(indexed.index.currentNumber() == 3)
            #expect(try indexed.index.pruneGenerations(keep: 1) == [2, 4])
            #expect(indexed.index.numbers() == [3])
            #expect(try indexed.engine().found("Nummer3") == ["documents/a"])
            #expect(try FileSystem.entries(indexed.index.generationsPath) == ["000003"])
        }
    }

    @Test("the list of generations has their figures and marks the current one")
    func list() throws {
        try Self.with(generations: 2) { indexed in
            let all = indexed.index.generations()
            #expect(all.map(\.number) == [1, 2])
            #expect(all.map(\.isCurrent) == [false, true])
            #expect(all.allSatisfy { $0.documents == 1 && $0.sections >= 1 && $0.built != nil })
        }
    }

    @Test("a rollback brings the earlier answers back, at once for an engine that refreshes")
    func rollback() throws {
        try Self.with(generations: 2) { indexed in
            let engine = try indexed.engine()
            #expect(try engine.found("Nummer2") == ["documents/a"])
            #expect(try indexed.index.rollback() == 1)
            #expect(try engine.refresh())
            #expect(engine.generationNumber == 1)
            #expect(try engine.found("Nummer2") == [])
            #expect(try engine.found("Nummer1") == ["documents/a"])
            #expect(try !engine.refresh())
        }
    }

    @Test("where there is no earlier generation a rollback says so and changes nothing")
    func nothingEarlier() throws {
        try Self.with(generations: 1) { indexed in
            do {
                _ = try indexed.index.rollback()
                Issue.record("it went back to nothing")
            } catch LotseError.io(let path, let detail) {
                #expect(path == indexed.index.path)
                #expect(detail.contains("before 1"))
            }
            #expect(indexed.index.currentNumber() == 1)
        }
        try TemporaryFolder.with { folder in
            let nowhere = IndexDirectory(path: folder("index"))
            #expect(throws: LotseError.noIndex(path: nowhere.path)) { try nowhere.rollback() }
        }
    }

    @Test("indexing after a rollback takes a new number and the corpus as it is now")
    func indexAfterRollback() throws {
        try Self.with(generations: 2) { indexed in
            _ = try indexed.index.rollback()
            let report = try indexed.run()
            #expect(report.generation == 3)
            #expect(report.updated == 1)
            #expect(try indexed.engine().found("Nummer2") == ["documents/a"])
        }
    }

    @Test("a rollback after that goes to the generation that was current before, not to the one that was taken back")
    func rollbackAfterRollback() throws {
        try Self.with(generations: 2) { indexed in
            _ = try indexed.index.rollback()
            try indexed.corpus.write("documents/a.txt", "Fassung\n\nFassung Nummer3.")
            try indexed.run()
            #expect(try indexed.index.rollback() == 1)
        }
    }

    @Test("a generation that was opened answers on after it was pruned, on every reader")
    func prunedWhileOpen() throws {
        try Self.with(generations: 1) { indexed in
            let engine = try indexed.engine(readers: 3)
            for number in 2...3 {
                try indexed.corpus.write("documents/a.txt", "Fassung\n\nFassung Nummer\(number).")
                try indexed.run { $0.keep = 1 }
            }
            #expect(indexed.index.numbers() == [3])
            // Three at a time: each inner search needs another reader than the ones around it.
            let held = engine.current()
            let found = try held.withReader { _ in
                try held.withReader { _ in try engine.found("Nummer1") }
            }
            #expect(found == ["documents/a"])
        }
    }
}
