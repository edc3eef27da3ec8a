import Foundation
import LotseTestSupport
import Testing

@testable import Lotse

@Suite("Verifying an index")
struct VerifierTests {
    @Test("a sound index has no problem, and every byte of it was read")
    func sound() throws {
        try DamageTests.with { indexed in
            let report = try Verifier.verify(indexed.index)
            #expect(report.problems == [])
            #expect(report.generation == 1)
            let names = TemporaryFolder.files(below: indexed.index.folder(1)).filter { $0 != "manifest.json" }
            #expect(report.files == names.count)
            let sizes = try names.map { try FileSystem.digest(indexed.index.folder(1) + "/" + $0).size }
            #expect(report.bytes == sizes.reduce(0, +))
        }
    }

    @Test("one flipped byte is found in whichever file it is")
    func flipped() throws {
        try DamageTests.with { indexed in
            var random = SeededRandom(seed: 31)
            let names = TemporaryFolder.files(below: indexed.index.folder(1)).filter { $0 != "manifest.json" }
            for name in names {
                let url = URL(fileURLWithPath: indexed.index.folder(1) + "/" + name)
                let whole = try Data(contentsOf: url)
                guard !whole.isEmpty else { continue }
                var bytes = whole
                bytes[random.below(bytes.count)] ^= UInt8(1 << random.below(8))
                try bytes.write(to: url)
                let problems = try Verifier.verify(indexed.index).problems
                #expect(problems.contains("\(name): its contents have changed"), "\(name)")
                try whole.write(to: url)
            }
            #expect(try Verifier.verify(indexed.index).problems == [])
        }
    }

    @Test("a missing and a foreign file are named")
    func missingAndForeign() throws {
        try DamageTests.with { indexed in
            try FileManager.default.removeItem(atPath: indexed.current() + "/lexicon.bin")
            try Data("x".utf8).write(to: URL(fileURLWithPath: indexed.current() + "/shard-0/fremd"))
            #expect(
                try Verifier.verify(indexed.index).problems.sorted() == [
                    "lexicon.bin: the file is missing or cannot be read",
                    "shard-0/fremd: the file does not belong to the generation",
                ])
        }
    }

    @Test("a manifest that cannot be read is an error, not a report")
    func manifest() throws {
        try DamageTests.with { indexed in
            try Data("[]".utf8).write(to: URL(fileURLWithPath: indexed.current() + "/manifest.json"))
            #expect(throws: LotseError.self) { try Verifier.verify(indexed.index) }
        }
    }
}
