import LotseTestSupport
import Testing

@testable import Xapian

@Suite("All matches of a query")
struct MatchesTests {
    private static let terms = (0..<12).map { "t\($0)" }

    /// Texts in which each term is half as frequent as the one before, so that some lists are read and some sought in.
    private static func manyTexts(_ count: Int, _ random: inout SeededRandom) -> [String] {
        (0..<count).map { number in
            let words = terms.enumerated().filter { random.below(1 << $0.offset) == 0 }.map(\.element)
            return (words + ["n\(number % 7)"]).joined(separator: " ")
        }
    }

    private static func query(_ random: inout SeededRandom, depth: Int) -> Query {
        func leaf() -> Query {
            switch random.below(12) {
            case 0: .matchAll
            case 1: .matchNothing
            case 2: .term("unknown")
            case 3: .valueRange(1, from: Array("n0".utf8), to: Array("n3".utf8))
            case 4: .wildcard(prefix: "n", limit: 9, overflow: .first)
            case 5: .phrase([.term("t0"), .term("t1")])
            default: .term(random.pick(terms))
            }
        }
        guard depth > 0, random.below(5) > 0 else { return leaf() }
        func part() -> Query { query(&random, depth: depth - 1) }
        func parts() -> [Query] { (0..<(1 + random.below(4))).map { _ in part() } }
        switch random.below(9) {
        case 0, 1: return .any(parts())
        case 2, 3: return .all(parts())
        case 4: return .andNot(part(), part())
        case 5: return .andMaybe(part(), part())
        case 6: return .filter(part(), by: part())
        case 7: return .synonym((0..<3).map { _ in .term(random.pick(terms)) }).scaled(by: 0.5)
        default: return .xor([part(), part()])
        }
    }

    private static func ids(_ set: DocumentSet) -> [DocumentID] {
        var ids: [DocumentID] = []
        set.forEach { ids.append($0) }
        return ids
    }

    @Test("are those that a search finds, whatever the query", arguments: [1, 2])
    func sameAsSearch(shards: Int) throws {
        let folder = try TemporaryFolder()
        var random = SeededRandom(seed: UInt64(70 + shards))
        let paths = (0..<shards).map { folder("db\($0)") }
        for path in paths { try writeTexts(Self.manyTexts(700, &random), to: path) }
        let database = try Database(paths: paths)
        var found = 0
        for _ in 0..<400 {
            let query = Self.query(&random, depth: 3)
            var options = SearchOptions(limit: 10_000)
            options.weighting = .boolean
            let expected = try database.search(query, options).hits.map(\.id).sorted()
            let matches = try database.matches(query)
            #expect(Self.ids(matches) == expected, "\(query)")
            #expect(matches.count == expected.count)
            #expect(matches.isEmpty == expected.isEmpty)
            if !expected.isEmpty, expected.count < 700 * shards { found += 1 }
        }
        #expect(found > 100)
    }

    @Test("an empty database has none, and membership ends at its last document")
    func edges() throws {
        let folder = try TemporaryFolder()
        try writeTexts(texts, to: folder("db"))
        try writeTexts([], to: folder("empty"))
        #expect(try Database(path: folder("empty")).matches(.matchAll).isEmpty)
        let matches = try Database(path: folder("db")).matches(.term("boot"))
        #expect((0...70).filter { matches.contains($0) } == [2, 3, 5])
        #expect(errorCode { _ = try Database(path: folder("db")).matches(.term("")) } == .invalidArgument)
    }
}
