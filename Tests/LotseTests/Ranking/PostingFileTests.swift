import Foundation
import LotseTestSupport
import Testing
import Xapian

@testable import Lotse

@Suite("Posting files")
struct PostingFileTests {
    @Test("knows every term of the database, how often it stands, and what begins alike")
    func lookup() throws {
        try TemporaryFolder.with { folder in
            let fixture = try RankingFixture(folder, 200, seed: 6)
            let file = fixture.file
            #expect(file.sections == 180)
            var all: [[UInt8]] = []
            try fixture.database.forEachTerm { term, frequency in
                #expect(file.frequency(Array(term)) == frequency)
                all.append(Array(term))
            }
            #expect(all.count == file.termCount)
            #expect(all.map { file.index(of: $0) } == all.indices.map { $0 })
            for missing in ["", "a", "t", "t1x", "t1x1x", "zz"] {
                #expect(file.frequency(Array(missing.utf8)) == 0 && file.index(of: Array(missing.utf8)) == nil)
            }
            for beginning in ["", "K", "t1", "t3x3", "u", "A"] {
                let bytes = Array(beginning.utf8)
                #expect(file.places(beginningWith: bytes).map { all[$0] } == all.filter { $0.starts(with: bytes) })
            }
        }
    }

    @Test("a stem and the same stem inside of other words have a joint list with both")
    func joint() throws {
        try TemporaryFolder.with { folder in
            let fixture = try RankingFixture(folder, 3_000, seed: 14)
            let file = fixture.file
            func postings(_ list: Int) -> [Int: UInt32] {
                var found: [Int: UInt32] = [:]
                _ = file.withList(at: list) { $0.forEach { found[$0] = $1 } }
                return found
            }
            var joined = 0
            for number in 0..<40 {
                let stem = try #require(file.index(of: RankingFixture.term(number)))
                guard let part = file.index(of: RankingFixture.part(number)) else {
                    #expect(file.joint(ofStemAt: stem) == nil)
                    continue
                }
                let joint = try #require(file.joint(ofStemAt: stem))
                #expect(joint.part == part && file.joint(ofStemAt: part) == nil)
                let both = postings(stem).merging(postings(part)) { $0 + $1 }
                let expected = Dictionary(uniqueKeysWithValues: both.map { ($0, min($1, file.lengths[$0])) })
                #expect(postings(joint.list) == expected && file.frequency(at: joint.list) == both.count)
                joined += 1
            }
            #expect(joined == 14)
        }
    }

    @Test("a file of nothing is a file")
    func empty() throws {
        try TemporaryFolder.with { folder in
            let writer = try WritableDatabase(path: folder("db"), mode: .create, options: [.noSync])
            try writer.close()
            let database = try Database(path: folder("db"))
            let file = try #require(PostingFile(block: try RankingFixture.block(of: database, weights: [])))
            #expect((file.sections, file.termCount, file.frequency([1])) == (0, 0, 0))
            let tokens = try #require(TokenFile(block: try RankingFixture.tokens(of: database, idCount: 0)))
            let model = Bm25(k1: 1, b: 1, minimumNormalisedLength: 0, of: file)
            let foreign = { (_: Query) throws(XapianError) in DocumentSet(words: []) }
            let found = try Evaluation(file, tokens, model).matches(.any([.term("a"), .matchAll]), foreign)
            #expect(found.count == 0)
        }
    }

    @Test("bytes that are cut off, too long or changed are no file, or one that can be asked")
    func damage() throws {
        try TemporaryFolder.with { folder in
            let fixture = try RankingFixture(folder, 40, seed: 7)
            let block = try RankingFixture.block(of: fixture.database, weights: fixture.file.weights)
            for count in 0..<block.count { #expect(PostingFile(block: block.prefix(count)) == nil) }
            #expect(PostingFile(block: block + [0]) == nil)
            var random = SeededRandom(seed: 8)
            var (refused, failed) = (0, 0)
            for _ in 0..<2_000 {
                var bytes = block
                bytes[random.below(bytes.count)] = UInt8(random.below(256))
                guard let file = PostingFile(block: bytes) else {
                    refused += 1
                    continue
                }
                let evaluation = Evaluation(
                    file, fixture.tokens, Bm25(k1: 4.5, b: 0.75, minimumNormalisedLength: 0.2, of: file))
                let foreign = { (_: Query) throws(XapianError) in DocumentSet(words: []) }
                for _ in 0..<3 {
                    let query = RankingFixture.query(2, &random)
                    do { try evaluation.withScores(query, foreign) { _ in } } catch { failed += 1 }
                }
            }
            #expect(refused > 100 && failed > 10)
        }
    }
}
