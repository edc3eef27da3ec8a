import Testing

@testable import Xapian

@Suite("Search options and results")
struct SearchTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try writeTexts(texts, to: folder("db"))
    }

    private func search(
        _ query: Query = .matchAll, _ change: (inout SearchOptions) -> Void = { _ in }
    ) throws -> SearchResult {
        var options = SearchOptions()
        change(&options)
        return try Database(path: folder("db")).search(query, options)
    }

    @Test("offset and limit cut a page out of the hits")
    func page() throws {
        #expect(try search { $0.limit = 2 }.ids == [1, 2])
        #expect(try search { ($0.offset, $0.limit) = (3, 10) }.ids == [4, 5])
        #expect(try search { $0.offset = 9 }.ids.isEmpty)
        let counted = try search { $0.limit = 0 }
        #expect(counted.hits.isEmpty)
        #expect(counted.matches == .init(lowerBound: 5, estimated: 5, upperBound: 5))
        #expect(counted.matches.isExact)
    }

    @Test("weights, percentages and their maxima fit together")
    func weights() throws {
        let result = try search(.any([.term("see"), .term("boot")]))
        #expect(result.hits[0].weight == result.maxAttained)
        #expect(result.maxAttained <= result.maxPossible)
        #expect(result.hits.map(\.weight) == result.hits.map(\.weight).sorted(by: >))
        #expect(result.hits.allSatisfy { 1...100 ~= $0.percent })
    }

    @Test("each weighting gives weights of its own")
    func weighting() throws {
        let bm25 = try search(.term("see"))
        let flat = try search(.term("see")) { $0.weighting = .bm25(k1: 0, b: 0) }
        let boolean = try search(.term("see")) { $0.weighting = .boolean }
        let tfidf = try search(.term("see")) { $0.weighting = .tfidf() }
        #expect(Set(bm25.hits.map(\.weight)).count == 2)
        #expect(Set(flat.hits.map(\.weight)).count == 1)
        #expect(boolean.hits.allSatisfy { $0.weight == 0 })
        #expect(tfidf.hits[0].id == 5)
        #expect(tfidf.hits[0].weight == 3 * tfidf.hits[1].weight)
        #expect(
            errorCode { _ = try search(.term("see")) { $0.weighting = .tfidf(normalisations: "?") } }
                == .invalidArgument)
    }

    @Test("sorting by value, by both, and by document id")
    func sort() throws {
        #expect(try search { $0.sort = .value(1) }.hits.map(\.id) == [3, 4, 1, 2, 5])
        #expect(try search { $0.sort = .value(1, descending: true) }.ids == [5, 1, 2, 4, 3])
        let byNumber = try search(.term("see")) { $0.sort = .valueThenRelevance(0) }
        #expect(byNumber.ids == [1, 3, 5])
        let byWeight = try search(.term("see")) { $0.sort = .relevanceThenValue(1) }
        #expect(byWeight.ids == [5, 3, 1])
        #expect(try search { $0.documentIDOrder = .descending }.ids == [5, 4, 3, 2, 1])
        #expect(try search { $0.documentIDOrder = .any }.ids.sorted() == [1, 2, 3, 4, 5])
    }

    @Test("collapsing keeps the best of each value and counts the rest")
    func collapse() throws {
        let result = try search {
            $0.collapse = .init(slot: 1)
            $0.checkAtLeast = .max
        }
        #expect(result.ids == [1, 3, 4, 5])
        #expect(result.hits.map(\.collapseKey.text) == ["haus", "boot", "garten", "see"])
        #expect(result.hits.map(\.collapseCount) == [1, 0, 0, 0])
        #expect(result.matches.estimated == 4)
        #expect(result.uncollapsedMatches.estimated == 5)
        #expect(try search { $0.collapse = .init(slot: 1, maximum: 2) }.hits.count == 5)
        #expect(try search { $0.collapse = .init(slot: 99) }.hits.count == 5)
        #expect(errorCode { _ = try search { $0.collapse = .init(slot: 1, maximum: 0) } } == .invalidArgument)
    }

    @Test("facets count the values of all matches, in byte order")
    func facets() throws {
        let result = try search(.any([.term("haus"), .term("boot")])) {
            $0.facets = [1, 0, 50]
            $0.limit = 1
            $0.checkAtLeast = .max
        }
        #expect(result.facetDocuments == 5)
        #expect(result.facets[1]?.map(\.value.text) == ["boot", "garten", "haus", "see"])
        #expect(result.facets[1]?.map(\.count) == [1, 1, 2, 1])
        #expect(result.facets[0]?.map(\.count) == [4, 1])
        #expect(result.facets[50] == [])
        #expect(try search().facets.isEmpty)
    }

    @Test("a page behind the last hit is empty, and later pages bring their data")
    func pagesWithData() throws {
        let all = try search { $0.wantsData = true }.hits
        for offset in 0..<8 {
            let page = try search {
                $0.offset = UInt32(offset)
                $0.limit = 2
                $0.wantsData = true
                $0.values = [1]
            }
            #expect(page.hits.map(\.id) == all.dropFirst(offset).prefix(2).map(\.id))
            #expect(page.hits.map(\.data) == all.dropFirst(offset).prefix(2).map(\.data))
        }
    }

    @Test("data, values and matching terms come with the hits when asked for")
    func fields() throws {
        let plain = try search(.term("garten")).hits[0]
        #expect(plain.data.isEmpty && plain.values.isEmpty && plain.matchingTerms.isEmpty)
        let full = try search(.any([.term("haus"), .term("garten"), .term("see")])) {
            $0.wantsData = true
            $0.wantsMatchingTerms = true
            $0.values = [1, 77, 0]
        }
        let hit = try #require(full.hits.first { $0.id == 4 })
        #expect(hit.data.text == "garten am haus")
        #expect(hit.values[0].text == "garten")
        #expect(hit.values[1] == [])
        #expect(try SortableNumber.unserialise(hit.values[2]) == 3)
        #expect(Set(hit.matchingTerms.map(\.text)) == ["haus", "garten"])
        // Values alone must not depend on the data.
        #expect(try search(.term("garten")) { $0.values = [1] }.hits[0].values.map(\.text) == ["garten"])
    }

    @Test("cut-offs leave weak hits out")
    func cutoffs() throws {
        let query = Query.any([.term("see"), .term("boot"), .term("am")])
        let all = try search(query)
        #expect(all.hits.count == 5)
        let percent = try search(query) { $0.percentCutoff = 70 }
        #expect((1..<5).contains(percent.hits.count))
        #expect(percent.hits.allSatisfy { $0.percent >= 70 })
        let weight = try search(query) { $0.weightCutoff = all.hits[1].weight }
        #expect(weight.ids == Array(all.ids.prefix(2)))
        #expect(errorCode { _ = try search(query) { $0.percentCutoff = 101 } } == .invalidArgument)
    }

    @Test("a time limit does not change a quick search")
    func timeLimit() throws {
        let limited = try search(.term("see")) { $0.timeLimit = 30 }
        #expect(limited == (try search(.term("see"))))
    }
}
