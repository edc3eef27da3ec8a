import Foundation
import LotseTestSupport
import Testing
import Xapian

@testable import Lotse

/// A database of random documents, and its posting file.
struct RankingFixture: ~Copyable {
    static let slot: ValueSlot = 5
    let database: Database
    let file: PostingFile
    let tokens: TokenFile
    let model: Bm25

    /// - Parameter count: documents; every tenth is deleted again.
    init(_ folder: TemporaryFolder, _ count: Int, seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        var writer = try WritableDatabase(path: folder("db"), mode: .create, options: [.noSync])
        for number in 0..<count {
            var document = DocumentBuilder()
            for term in 0..<40 where random.below(term + 2) == 0 {
                try document.add(term: Self.term(term), wdf: random.pick([1, 3, 6, 2, 40]))
            }
            for term in stride(from: 0, to: 40, by: 3) where random.below(term + 2) == 0 {
                try document.add(term: Self.part(term), wdf: random.pick([1, 2, 300]))
            }
            try document.add(term: "K", wdf: 1)
            var stream = TokenStream()
            for place in 0..<random.below(30) {
                stream.append(UInt32(random.below(12)), at: UInt32(place + random.below(2)) * 100)
            }
            if !stream.bytes.isEmpty { try document.setValue(ValueSlots.tokens, bytes: stream.bytes) }
            if number % 3 == 0 { try document.setValue(Self.slot, number: Double(number) / Double(count)) }
            try writer.add(document)
        }
        for id in stride(from: 10, through: count, by: 10) { try writer.delete(DocumentID(id)) }
        try writer.close()
        let opened = try Database(path: folder("db"))
        var weights = PostingFile.SlotWeights(slot: Self.slot, ids: [], numbers: [])
        for id in try opened.postings(of: "K") {
            guard let value = try opened.document(id, parts: .values).values[Self.slot] else { continue }
            weights.ids.append(id)
            weights.numbers.append(try SortableNumber.unserialise(value))
        }
        let read = try #require(PostingFile(block: try RankingFixture.block(of: opened, weights: [weights])))
        let streams = try #require(TokenFile(block: try RankingFixture.tokens(of: opened, idCount: read.idCount)))
        file = read
        tokens = streams
        database = opened
        model = Bm25(k1: 4.5, b: 0.75, minimumNormalisedLength: 0.2, of: read)
    }

    static func block(of database: borrowing Database, weights: [PostingFile.SlotWeights]) throws -> Data {
        let (head, lists, _) = try PostingFileBuilder.pieces(of: database, weights: weights)
        return Data(head + lists)
    }

    static func tokens(of database: borrowing Database, idCount: Int) throws -> Data {
        let (head, streams) = try TokenFile.pieces(of: database, idCount: idCount)
        return Data(head + streams)
    }

    /// A phrase or words near each other, with nothing beside it now and then.
    static func sequence(_ random: inout SeededRandom) -> Query {
        let elements = (0..<random.below(4)).map { place in
            TokenStream.Element(
                keys: (0...random.below(3)).map { _ in UInt32(random.below(13)) }, offset: UInt32(place) * 100)
        }
        return random.below(2) == 0
            ? .sequence(elements, in: ValueSlots.tokens)
            : .near(elements, within: UInt32(random.below(6)) * 100 + 1, in: ValueSlots.tokens)
    }

    static func term(_ number: Int) -> [UInt8] { Array("t\(number % 7)x\(number)".utf8) }

    /// The term of the same word inside of others.
    static func part(_ number: Int) -> [UInt8] { [IndexTerms.partPrefix] + term(number) }

    /// A group as plans have them: words, each alone and inside of others, now and then one of them twice.
    static func group(_ random: inout SeededRandom) -> Query {
        .synonym(
            (0..<random.below(4)).flatMap { _ -> [Query] in
                let number = random.below(44)
                return random.below(3) == 0 ? [.term(term(number))] : [.term(term(number)), .term(part(number))]
            })
    }

    /// A query as plans have them, some levels deep.
    static func query(_ depth: Int, _ random: inout SeededRandom) -> Query {
        func some(_ range: ClosedRange<Int>) -> [Query] {
            (0..<Int.random(in: range, using: &random)).map { _ in query(depth - 1, &random) }
        }
        if depth == 0 { return .term(term(random.below(44)), wqf: random.below(8) == 0 ? 2 : 1) }
        switch random.below(13) {
        case 0: return .any(some(1...4))
        case 1: return .all(some(1...3))
        case 2: return .filter(query(depth - 1, &random), by: .all(some(1...2)))
        case 3: return .andNot(query(depth - 1, &random), .any(some(1...2)))
        case 4: return .andMaybe(query(depth - 1, &random), .any(some(1...2)))
        case 5: return query(depth - 1, &random).scaled(by: random.pick([0, 0.2, 0.7, 1, 3]))
        case 6: return group(&random)
        case 7: return .wildcard(prefix: Array("t\(random.below(7))".utf8))
        case 8: return .filter(.term(term(random.below(44))), by: .valueRange(slot, from: [0xA0], to: [0xA8]))
        case 9: return .andMaybe(query(depth - 1, &random), .recency(slot, reference: 1, halfLife: 0.3).scaled(by: 2))
        case 10: return .filter(query(depth - 1, &random), by: sequence(&random))
        case 11: return .all([query(depth - 1, &random), .any([sequence(&random), sequence(&random)])])
        default: return .andNot(.matchAll, query(depth - 1, &random))
        }
    }
}

@Suite("Evaluating queries over posting lists")
struct EvaluationTests {
    @Test("finds what Xapian finds, and weighs it alike: random queries over random documents")
    func parity() throws {
        try TemporaryFolder.with { folder in
            let fixture = try RankingFixture(folder, 3_000, seed: 1)
            let evaluation = Evaluation(fixture.file, fixture.tokens, fixture.model)
            var random = SeededRandom(seed: 2)
            var options = SearchOptions(limit: 10_000)
            options.weighting = .bm25(k1: 4.5, k2: 0, k3: 1, b: 0.75, minimumNormalisedLength: 0.2)
            var scored = 0
            for round in 0..<600 {
                let query = RankingFixture.query(round % 4, &random)
                let expected = try fixture.database.search(query, options).hits
                let foreign = { (query: Query) throws(XapianError) in try fixture.database.matches(query) }
                let known = try evaluation.matches(query, foreign)
                for known in [nil, known] {
                    try evaluation.withScores(query, known: known, foreign) { found in
                        let scores = found.scores
                        #expect(found.matches === found.candidates)
                        var ids: [DocumentID] = []
                        found.matches.forEach { ids.append(DocumentID($0)) }
                        #expect(ids == expected.map(\.id).sorted(), "\(query)")
                        // Xapian rounds how many documents have any term of a group.
                        let isClose = expected.allSatisfy {
                            abs(scores[Int($0.id)] - $0.weight) <= 0.002 * max(1, $0.weight)
                        }
                        #expect(isClose, "\(query)")
                        scored += expected.contains { $0.weight > 0 } ? 1 : 0
                    }
                }
            }
            #expect(scored > 600)
        }
    }

    @Test("sections that cannot come among the best are left out, and nothing else is changed by that")
    func pruning() throws {
        try TemporaryFolder.with { folder in
            let fixture = try RankingFixture(folder, 3_000, seed: 12)
            var builder = SectionTableBuilder()
            var random = SeededRandom(seed: 13)
            for id in 1..<fixture.file.idCount where id % 10 > 0 {
                var record = SectionRecord()
                record.document = "d\(id / (1 + random.below(9)))"
                builder.add(DocumentID(id), record, facts: nil)
            }
            let table = try #require(SectionTable(block: builder.block))
            let model = Bm25(k1: 4.5, b: 0.75, minimumNormalisedLength: 0.2, presence: 0.5, of: fixture.file)
            let evaluation = Evaluation(fixture.file, fixture.tokens, model)
            let foreign = { (query: Query) throws(XapianError) in try fixture.database.matches(query) }
            var pruned = 0
            for round in 0..<600 {
                // Mostly as plans have them: alternatives of words with different weights, and what only adds to them.
                let words = (0..<Int.random(in: 2...6, using: &random)).map { _ in
                    RankingFixture.query(random.below(10) == 0 ? 2 : 0, &random).scaled(
                        by: random.pick([0.2, 1, 1, 5]))
                }
                let extra = RankingFixture.query(1, &random)
                var query = round % 3 == 0 ? RankingFixture.query(3, &random) : .andMaybe(.any(words), extra)
                if round % 5 == 0 { query = .filter(query, by: RankingFixture.query(1, &random)) }
                let count = random.pick([1, 10, 40])
                let known = round % 4 == 0 ? try evaluation.matches(query, foreign) : nil
                let threshold = { (sections: SectionSet, scores: UnsafeMutableBufferPointer<Double>) in
                    TopSections.ofDocuments(sections, scores, table, count: count).least
                }
                let (all, best) = try evaluation.withScores(query, foreign) {
                    (
                        PostingListTests.ids($0.matches),
                        TopSections.ofDocuments($0.matches, $0.scores, table, count: count).sorted()
                    )
                }
                try evaluation.withScores(query, known: known, reaching: threshold, foreign) { found in
                    #expect(PostingListTests.ids(found.matches) == all)
                    let sections = TopSections.ofDocuments(found.candidates, found.scores, table, count: count).sorted()
                    // What weighs the same but for the last digits may stand in another order.
                    #expect(sections.count == best.count)
                    #expect(zip(sections, best).allSatisfy { abs($0.score - $1.score) < 1e-9 }, "\(query)")
                    if found.candidates.count < found.matches.count { pruned += 1 }
                }
                #expect(evaluation.scores.allSatisfy { $0 == 0 } && evaluation.frequencies.allSatisfy { $0 == 0 })
            }
            #expect(pruned > 60)
        }
    }

    @Test("single terms weigh to the last digits what they weigh in Xapian")
    func terms() throws {
        try TemporaryFolder.with { folder in
            let fixture = try RankingFixture(folder, 500, seed: 3)
            let evaluation = Evaluation(fixture.file, fixture.tokens, fixture.model)
            var options = SearchOptions(limit: 1_000)
            options.weighting = .bm25(k1: 4.5, k2: 0, k3: 1, b: 0.75, minimumNormalisedLength: 0.2)
            for number in 0..<40 {
                let query = Query.any([.term(RankingFixture.term(number)), .term("K").scaled(by: 0.5)])
                let expected = try fixture.database.search(query, options).hits
                try evaluation.withScores(query, { _ in DocumentSet(words: []) }) { found in
                    #expect(expected.allSatisfy { abs(found.scores[Int($0.id)] - $0.weight) < 1e-9 })
                }
            }
        }
    }

    @Test("a rare term adds to a score by being there, a common one next to nothing")
    func presence() throws {
        try TemporaryFolder.with { folder in
            let fixture = try RankingFixture(folder, 500, seed: 3)
            let model = Bm25(k1: 4.5, b: 0.75, minimumNormalisedLength: 0.2, presence: 0.5, of: fixture.file)
            let rarest = model.weight(ofShare: 1 / Double(fixture.file.sections))
            #expect(abs(model.presence(ofWeight: rarest) - 0.5 * rarest) < 1e-9)
            #expect(model.presence(ofWeight: rarest / 2) < 0.02 * rarest)
            for number in 0..<40 {
                let query = Query.term(RankingFixture.term(number))
                let weight = model.weight(
                    ofShare: Double(fixture.file.frequency(RankingFixture.term(number)))
                        / Double(fixture.file.sections))
                let plain = try Evaluation(fixture.file, fixture.tokens, fixture.model).withScores(
                    query, { _ in DocumentSet(words: []) }
                ) { found in PostingListTests.ids(found.matches).map { found.scores[Int($0)] } }
                try Evaluation(fixture.file, fixture.tokens, model).withScores(query, { _ in DocumentSet(words: []) }) {
                    found in
                    let scores = PostingListTests.ids(found.matches).map { found.scores[Int($0)] }
                    #expect(
                        zip(scores, plain).allSatisfy { abs($0 - $1 - model.presence(ofWeight: weight)) < 1e-9 })
                }
            }
        }
    }

    @Test("of too many words that begin alike the most frequent are taken")
    func wildcardLimit() throws {
        try TemporaryFolder.with { folder in
            let fixture = try RankingFixture(folder, 500, seed: 4)
            let evaluation = Evaluation(fixture.file, fixture.tokens, fixture.model)
            let query = Query.wildcard(prefix: "t1", limit: 2, overflow: .mostFrequent)
            let found = try evaluation.matches(query) { _ in DocumentSet(words: []) }
            // Terms with lower numbers are in more documents.
            let both = try fixture.database.matches(
                .any([.term(RankingFixture.term(1)), .term(RankingFixture.term(8))]))
            var ids: [DocumentID] = []
            found.forEach { ids.append(DocumentID($0)) }
            #expect(!ids.isEmpty && ids.count == both.count && ids.allSatisfy(both.contains))
        }
    }

    @Test("a damaged list is an error, and the next query is not touched by it")
    func damage() throws {
        try TemporaryFolder.with { folder in
            let fixture = try RankingFixture(folder, 500, seed: 5)
            let weights = fixture.file.weights
            var block = try RankingFixture.block(of: fixture.database, weights: weights)
            // The last list of all is the joint one of the last stem: it now ends within a posting.
            block[block.count - 1] = 0xFF
            let file = try #require(PostingFile(block: block))
            let evaluation = Evaluation(file, fixture.tokens, fixture.model)
            let number = try #require(
                (0..<40).max { one, other in
                    func list(_ number: Int) -> Int {
                        file.index(of: RankingFixture.term(number)).flatMap { file.joint(ofStemAt: $0)?.list } ?? -1
                    }
                    return list(one) < list(other)
                })
            let last = Query.synonym([.term(RankingFixture.part(number)), .term(RankingFixture.term(number))])
            let foreign = { (_: Query) throws(XapianError) in DocumentSet(words: []) }
            for query in [last, .any([.term("K"), last]), .synonym([.term("K"), last])] {
                #expect(throws: XapianError.self) { try evaluation.withScores(query, foreign) { _ in } }
            }
            let query = Query.synonym([.term("K"), .term(RankingFixture.term(1))])
            func scored(_ evaluation: Evaluation) throws -> [Double] {
                try evaluation.withScores(query, foreign) { Array($0.scores) }
            }
            #expect(try scored(evaluation) == scored(Evaluation(fixture.file, fixture.tokens, fixture.model)))
            #expect(try evaluation.matches(query, foreign).count > 0)
        }
    }
}

@Suite("The best of many sections")
struct TopSectionsTests {
    @Test("the best come first, of a document only so many, of equal ones the lower id: as sorting them all gives")
    func best() {
        var random = SeededRandom(seed: 11)
        for _ in 0..<300 {
            let count = 1 + random.below(200)
            let documents = 1 + random.below(40)
            var builder = SectionTableBuilder()
            var owner: [Int: Int] = [:]
            var numbers: [Int: Int] = [:]
            for id in 1...count where random.below(10) > 0 {
                let document = random.below(documents)
                var record = SectionRecord()
                record.document = "d\(document)"
                record.anchor = "\(id)"
                builder.add(DocumentID(id), record, facts: nil)
                if numbers[document] == nil { numbers[document] = numbers.count }
                owner[id] = document
            }
            guard let table = SectionTable(block: builder.block) else {
                Issue.record("no table")
                return
            }
            let set = SectionSet(limit: count + 1, owner.keys.filter { _ in random.below(4) > 0 }.map(DocumentID.init))
            let scores = UnsafeMutableBufferPointer<Double>.allocate(capacity: count + 1)
            defer { scores.deallocate() }
            scores.initialize(repeating: 0)
            set.forEach { scores[$0] = Double(random.below(12)) }
            for perDocument in [1, 2, 3, 1_000] {
                let wanted = random.below(4) == 0 ? TopDocuments.most + 50 : random.below(30)
                var sorted: [RankedSection] = []
                set.forEach { sorted.append(RankedSection(id: DocumentID($0), score: scores[$0])) }
                sorted.sort { ($1.score, $0.id) < ($0.score, $1.id) }
                var taken: [Int: Int] = [:]
                let expected = sorted.filter {
                    taken[owner[Int($0.id)] ?? -1, default: 0] += 1
                    return taken[owner[Int($0.id)] ?? -1, default: 0] <= perDocument
                }
                let best = TopSections.best(
                    set, scores, table, sectionsPerDocument: perDocument, count: wanted)
                #expect(best == Array(expected.prefix(wanted)))
            }
        }
    }
}
