import Foundation
import LotseAPI
import LotseTestSupport
import Testing

@testable import Lotse

@Suite("A damaged index")
struct DamageTests {
    @discardableResult
    static func with<Value>(_ body: (IndexedCorpus) throws -> Value) throws -> Value {
        try IndexedCorpus.with(PublishingTests.pages) { indexed in
            try indexed.run()
            return try body(indexed)
        }
    }

    /// What opening the index throws.
    static func fault(_ indexed: IndexedCorpus) -> LotseError? {
        do {
            _ = try indexed.engine()
            return nil
        } catch {
            return error
        }
    }

    static func isDamaged(_ error: LotseError?, mentioning word: String) -> Bool {
        guard case .damagedIndex(_, let detail) = error else { return false }
        return detail.contains(word)
    }

    @Test("no index at all is told apart from a damaged one")
    func none() throws {
        try TemporaryFolder.with { folder in
            let path = folder("index")
            #expect(throws: LotseError.noIndex(path: path)) { try SearchEngine(indexPath: path) }
            #expect(throws: LotseError.noIndex(path: path)) { try Verifier.verify(IndexDirectory(path: path)) }
            #expect(throws: LotseError.noIndex(path: path)) { try TextAnalyzer(indexPath: path) }
        }
    }

    @Test("a manifest that is cut off, or gone, is named")
    func manifest() throws {
        try Self.with { indexed in
            let path = indexed.current() + "/manifest.json"
            let text = try Data(contentsOf: URL(fileURLWithPath: path))
            try text.prefix(text.count / 2).write(to: URL(fileURLWithPath: path))
            #expect(Self.isDamaged(Self.fault(indexed), mentioning: "manifest.json cannot be read"))
            try FileManager.default.removeItem(atPath: path)
            #expect(Self.isDamaged(Self.fault(indexed), mentioning: "manifest.json is missing"))
        }
    }

    @Test("a manifest of another format says which formats they are")
    func format() throws {
        try Self.with { indexed in
            try Self.edit(indexed, "\"format\":\(Manifest.formatVersion)", "\"format\":99")
            let expected = LotseError.otherFormat(
                path: indexed.current(), found: 99, expected: Manifest.formatVersion)
            #expect(Self.fault(indexed) == expected)
            #expect(expected.description.contains("format 99") && expected.description.contains("lotse index --full"))
        }
    }

    @Test("there is no way back to a generation that this program cannot read", arguments: [true, false])
    func rollback(isOtherFormat: Bool) throws {
        try Self.with { indexed in
            let format = "\"format\":\(Manifest.formatVersion)"
            if isOtherFormat {
                try Self.edit(indexed, format, "\"format\":1")
            } else {
                try Self.edit(indexed, Fingerprint.programRules, "german-0;stemmer=none")
            }
            let old = indexed.current()
            _ = try indexed.run()
            let new = indexed.current()
            #expect(old != new)
            #expect(throws: LotseError.self) { try indexed.index.rollback() }
            #expect(indexed.current() == new && Self.fault(indexed) == nil)
        }
    }

    @Test("an index by other rules is not queried but named, with both rules")
    func fingerprint() throws {
        try Self.with { indexed in
            try Self.edit(indexed, Fingerprint.programRules, "german-0;stemmer=none")
            let expected = LotseError.otherFingerprint(
                path: indexed.index.path, found: "german-0;stemmer=none", expected: Fingerprint.programRules)
            #expect(Self.fault(indexed) == expected)
            #expect(expected.description.contains("lotse index --full"))
            // The next run builds anew by itself.
            let report = try indexed.run()
            #expect(report.mode == "full")
            #expect(Self.fault(indexed) == nil)
        }
    }

    @Test("a missing or broken file of the lexicon is named", arguments: ["lexicon.bin", "resources.json"])
    func lexicon(name: String) throws {
        try Self.with { indexed in
            let path = indexed.current() + "/" + name
            try Data("nothing".utf8).write(to: URL(fileURLWithPath: path))
            #expect(Self.isDamaged(Self.fault(indexed), mentioning: "\(name) cannot be read"))
            try FileManager.default.removeItem(atPath: path)
            #expect(Self.isDamaged(Self.fault(indexed), mentioning: "\(name) is missing"))
        }
    }

    @Test("a database without its version file is a damaged index when it is opened")
    func database() throws {
        try Self.with { indexed in
            try FileManager.default.removeItem(atPath: indexed.current() + "/shard-0/iamglass")
            guard case .damagedIndex(let path, _) = Self.fault(indexed) else {
                Issue.record("the index was opened")
                return
            }
            #expect(path == indexed.index.path)
        }
    }

    @Test("a cut-off table is a damaged index when it is opened or asked, never a wrong answer or a crash")
    func truncated() throws {
        for table in ["postlist", "docdata", "termlist"] {
            try Self.with { indexed in
                let path = indexed.current() + "/shard-0/\(table).glass"
                let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
                try handle.truncate(atOffset: 16)
                try handle.close()
                let report = try Verifier.verify(indexed.index)
                #expect(report.problems.contains { $0.contains("\(table).glass") }, "\(table)")
                do {
                    let engine = try indexed.engine()
                    // A table that a query does not need may be missing unseen; an answer is then the right one.
                    #expect(try engine.found("Garten") == ["documents/haus"], "\(table)")
                } catch let error as LotseError {
                    guard case .damagedIndex = error else {
                        Issue.record("\(table): \(error)")
                        return
                    }
                }
            }
        }
    }

    @Test("an engine keeps its generation when the next one is damaged")
    func refresh() throws {
        try Self.with { indexed in
            let engine = try indexed.engine()
            try indexed.run { $0.full = true }
            try Data("{".utf8).write(to: URL(fileURLWithPath: indexed.current() + "/manifest.json"))
            #expect(throws: LotseError.self) { try engine.refresh() }
            #expect(engine.generationNumber == 1)
            #expect(try engine.found("Garten") == ["documents/haus"])
        }
    }

    @Test("an index whose manifest is damaged is built anew by the next run")
    func rebuild() throws {
        try Self.with { indexed in
            try Data("{".utf8).write(to: URL(fileURLWithPath: indexed.current() + "/manifest.json"))
            let report = try indexed.run()
            #expect(report.mode == "full")
            #expect(report.generation == 2)
            #expect(Self.fault(indexed) == nil)
        }
    }

    static func edit(_ indexed: IndexedCorpus, _ old: String, _ new: String) throws {
        let url = URL(fileURLWithPath: indexed.current() + "/manifest.json")
        let text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
        try #require(text.contains(old))
        try Data(text.replacingOccurrences(of: old, with: new).utf8).write(to: url)
    }
}
