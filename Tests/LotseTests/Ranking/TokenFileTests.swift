import Foundation
import LotseTestSupport
import Testing
import Xapian

@testable import Lotse

@Suite("Token files")
struct TokenFileTests {
    @Test("bytes that are cut off, too long or changed are no file, or one that can be asked")
    func damage() throws {
        try TemporaryFolder.with { folder in
            let fixture = try RankingFixture(folder, 60, seed: 11)
            let block = try RankingFixture.tokens(of: fixture.database, idCount: fixture.file.idCount)
            var asked = SeededRandom(seed: 14)
            for _ in 0..<200 {
                let query = RankingFixture.sequence(&asked)
                guard case .sequence = query.node else { continue }
                let set = fixture.file.all
                try fixture.tokens.filter(set, by: query)
                let expected = SectionSet(limit: fixture.file.idCount, try fixture.database.matches(query))
                #expect(set.ids == expected.ids)
            }
            for count in 0..<block.count { #expect(TokenFile(block: block.prefix(count)) == nil) }
            #expect(TokenFile(block: block + [0]) == nil)
            var random = SeededRandom(seed: 12)
            var refused = 0
            for _ in 0..<2_000 {
                var bytes = block
                bytes[random.below(bytes.count)] = UInt8(random.below(256))
                guard let file = TokenFile(block: bytes), file.idCount == fixture.tokens.idCount else {
                    refused += 1
                    continue
                }
                let query = RankingFixture.sequence(&random)
                guard case .sequence = query.node else { continue }
                let set = fixture.file.all
                try file.filter(set, by: query)
                #expect(Set(set.ids).isSubset(of: fixture.file.all.ids))
            }
            #expect(refused > 50)
        }
    }

    @Test("a query that is no sequence is refused")
    func others() throws {
        try TemporaryFolder.with { folder in
            let fixture = try RankingFixture(folder, 5, seed: 13)
            #expect(throws: XapianError.self) { try fixture.tokens.filter(fixture.file.all, by: .term("a")) }
        }
    }
}

extension SectionSet {
    fileprivate var ids: [Int] {
        var ids: [Int] = []
        forEach { ids.append($0) }
        return ids
    }
}
