import Testing

@testable import Xapian

@Suite("Query operators")
struct QueryTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try writeTexts(texts, to: folder("db"))
    }

    private func search(_ query: Query, _ options: SearchOptions = .init()) throws -> SearchResult {
        try Database(path: folder("db")).search(query, options)
    }

    /// Ids in ascending order, which is what a set operator is about.
    private func matches(_ query: Query) throws -> [DocumentID] {
        try search(query).ids.sorted()
    }

    @Test("a term finds the documents that have it, the more frequent first")
    func term() throws {
        #expect(try search(.term("see")).ids.first == 5)
        #expect(try matches(.term("see")) == [1, 3, 5])
        #expect(try matches(.term("fehlt")).isEmpty)
    }

    @Test("all, any, andNot, andMaybe, filter and xor are set operators")
    func sets() throws {
        let haus = Query.term("haus")
        let boot = Query.term("boot")
        #expect(try matches(.all([haus, boot])) == [2])
        #expect(try matches(.any([haus, boot])) == [1, 2, 3, 4, 5])
        #expect(try matches(.andNot(haus, boot)) == [1, 4])
        #expect(try matches(.andMaybe(haus, boot)) == [1, 2, 4])
        #expect(try search(.andMaybe(haus, boot)).ids.first == 2)
        #expect(try matches(.filter(haus, by: boot)) == [2])
        #expect(try matches(.xor([haus, boot])) == [1, 3, 4, 5])
    }

    @Test("groups are the documents that share a value with a match")
    func groups() throws {
        // Slot 1 holds the first word of each text.
        let first = texts.map { String($0.split(separator: " ")[0]) }
        for word in ["am", "see", "haus", "boot", "fehlt"] {
            let touched = Set(
                texts.indices.filter { texts[$0].split(separator: " ").contains(Substring(word)) }.map { first[$0] })
            let expected = texts.indices.filter { touched.contains(first[$0]) }.map { DocumentID($0 + 1) }
            let query = Query.groups(of: .term(word), by: 1)
            #expect(try matches(query) == expected, "\(word)")
            let others = texts.indices.map { DocumentID($0 + 1) }.filter { !expected.contains($0) }
            #expect(try matches(.andNot(.matchAll, query)) == others, "\(word)")
        }
        #expect(try matches(.groups(of: .matchAll, by: 9)) == [])
        #expect(try search(.groups(of: .term("see"), by: 1)).hits.allSatisfy { $0.weight == 0 })
    }

    @Test("a filter adds no weight, but all does")
    func filterWeight() throws {
        let alone = try search(.filter(.term("haus"), by: .term("boot"))).hits[0].weight
        let both = try search(.all([.term("haus"), .term("boot")])).hits[0].weight
        #expect(alone > 0)
        #expect(both > alone)
    }

    @Test("max takes scaled terms, and refuses what Xapian may crash in")
    func maximum() throws {
        let scaled = Query.max([.term("am").scaled(by: 3), .term("see").scaled(by: 2).scaled(by: 0.5), .matchAll])
        #expect(try matches(scaled) == [1, 2, 3, 4, 5])
        let terms = ["am", "see"].map { Query.term($0) }
        for inner in [Query.any(terms), .all(terms), .wildcard(prefix: "a")] {
            #expect(throws: XapianError.self) { try search(.max([.term("haus"), inner])) }
            #expect(throws: XapianError.self) { try search(.max([.term("haus"), inner.scaled(by: 2)])) }
        }
    }

    @Test("synonym weighs its terms as one, max takes the greatest, any adds up")
    func combinations() throws {
        let terms = ["am", "see"].map { Query.term($0) }
        let weight = { (query: Query) throws -> Double in
            try search(query).hits.first { $0.id == 1 }?.weight ?? -1
        }
        let sum = try weight(.any(terms))
        let single = try terms.map(weight)
        #expect(abs(sum - single[0] - single[1]) < 1e-9)
        #expect(try weight(.max(terms)) == single.max())
        #expect(try matches(.synonym(terms)) == [1, 3, 4, 5])
        #expect(try weight(.synonym(terms)) != sum)
    }

    @Test("an elite set keeps the terms that can weigh most")
    func eliteSet() throws {
        let terms = ["am", "haus", "garten"].map { Query.term($0) }
        #expect(try matches(.eliteSet(terms, count: 1)) == [4])
        #expect(try matches(.eliteSet(terms, count: 3)) == [1, 2, 3, 4])
    }

    @Test("a phrase needs the order and the window, near needs only the window")
    func positions() throws {
        let am = Query.term("am")
        let see = Query.term("see")
        let boot = Query.term("boot")
        #expect(try matches(.phrase([am, see])) == [1, 3])
        #expect(try matches(.phrase([see, am])).isEmpty)
        #expect(try matches(.near([see, am])) == [1, 3])
        #expect(try matches(.phrase([boot, see], window: 2)).isEmpty)
        #expect(try matches(.phrase([boot, see], window: 3)) == [3])
        #expect(try matches(.phrase([.any([.term("haus"), boot]), am])) == [1, 3])
    }

    @Test("scaling multiplies the weight")
    func scaled() throws {
        let once = try search(.term("see")).hits[0].weight
        let twice = try search(Query.term("see").scaled(by: 2)).hits[0].weight
        #expect(abs(twice - 2 * once) < 1e-9)
        #expect(try search(Query.term("see").scaled(by: 0)).hits.allSatisfy { $0.weight == 0 })
    }

    @Test("a term's frequency in the query raises its weight")
    func wqf() throws {
        let once = try search(.term("see")).hits[0].weight
        #expect(try search(.term("see", wqf: 3)).hits[0].weight > once)
    }

    @Test("a wildcard expands to the terms with its prefix", arguments: [Query.WildcardCombiner.synonym, .or, .max])
    func wildcard(combiner: Query.WildcardCombiner) throws {
        #expect(try matches(.wildcard(prefix: "ha", combiner: combiner)) == [1, 2, 4])
        #expect(try matches(.wildcard(prefix: "x", combiner: combiner)).isEmpty)
    }

    @Test("a wildcard beyond its limit fails, takes the first or the most frequent, as asked")
    func wildcardLimit() throws {
        // The prefix Q expands to five terms, of which Q1 is the first; all stand in one document.
        #expect(
            errorCode { _ = try search(.wildcard(prefix: "Q", limit: 2, overflow: .error)) } == .wildcardLimit)
        #expect(try matches(.wildcard(prefix: "Q", limit: 2, overflow: .first)) == [1, 2])
        // Of am, boot, garten, haus, see and und, no term stands in more documents than see, haus, boot and am.
        #expect(try search(.wildcard(prefix: "", limit: 1, overflow: .mostFrequent)).hits.count == 3)
    }

    @Test("the error of a wildcard does not repeat it")
    func wildcardErrorIsSilent() throws {
        do {
            _ = try search(.wildcard(prefix: "Q", limit: 1))
            Issue.record("the limit was not enforced")
        } catch let error as XapianError {
            #expect(error.code == .wildcardLimit)
            #expect(!error.description.contains("Q"))
        }
    }

    @Test("value ranges include both ends and compare bytes")
    func ranges() throws {
        let three = SortableNumber.serialise(3)
        let four = SortableNumber.serialise(4)
        #expect(try matches(.valueRange(0, from: three, to: three)) == [1, 2, 3, 4])
        #expect(try matches(.valueRange(0, from: three, to: four)) == [1, 2, 3, 4, 5])
        #expect(try matches(.valueAtLeast(0, four)) == [5])
        #expect(try matches(.valueAtMost(0, three)) == [1, 2, 3, 4])
        #expect(try matches(.valueRange(0, from: four, to: three)).isEmpty)
    }

    @Test("everything, nothing, and operators over nothing")
    func extremes() throws {
        #expect(try matches(.matchAll) == [1, 2, 3, 4, 5])
        #expect(try matches(.matchNothing).isEmpty)
        #expect(try matches(.all([])).isEmpty)
        #expect(try matches(.any([])).isEmpty)
        #expect(try matches(.any([.matchNothing, .term("und")])) == [2])
        #expect(try matches(.andNot(.matchAll, .term("see"))) == [2, 4])
        #expect(try matches(.phrase([.term("see")])) == [1, 3, 5])
    }

    @Test("what cannot be searched for is an error with a code of its own")
    func errors() throws {
        #expect(errorCode { _ = try search(.term("")) } == .invalidArgument)
        #expect(errorCode { _ = try search(Query.term("see").scaled(by: -1)) } == .invalidArgument)
        #expect(errorCode { _ = try search(Query.term("see").scaled(by: .nan)) } == .invalidArgument)
        #expect(errorCode { _ = try search(.phrase([.all([.term("a"), .term("b")]), .term("c")])) } == .unimplemented)
    }

    @Test("a term longer than any index can hold finds nothing")
    func overlongTerm() throws {
        let long = [UInt8](repeating: 0x61, count: 1000)
        #expect(try matches(.any([.term(long), .term("und")])) == [2])
        #expect(try matches(.any([.term([UInt8](repeating: 0, count: 200)), .term("und")])) == [2])
        #expect(try matches(.wildcard(prefix: long)).isEmpty)
    }

    @Test("queries are values")
    func values() {
        let query = Query.all([.term("a"), .phrase([.term("b"), .term("c")], window: 4)])
        #expect(query == .all([.term("a"), .phrase([.term("b"), .term("c")], window: 4)]))
        #expect(query != .all([.term("a"), .phrase([.term("b"), .term("c")], window: 5)]))
        #expect(Set([query, query, .matchAll]).count == 2)
    }

    @Test("the description reads like the query")
    func description() {
        let query = Query.andNot(
            .term("haus", wqf: 2), .any([.wildcard(prefix: "kahn"), Query.term([0, 0x61]).scaled(by: 0.5)]))
        #expect(query.description == #"(haus#2 AND NOT (kahn* OR 0.5 * \x00a))"#)
        #expect(Query.phrase([.term("für"), .term([0xFF])], window: 3).description == #"(für PHRASE 3 \xFF)"#)
        #expect(Query.valueRange(7, from: [0x61], to: [0x62]).description == "VALUE 7 a..b")
    }
}
