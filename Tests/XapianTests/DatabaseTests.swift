import Testing

@testable import Xapian

@Suite("Reading")
struct DatabaseTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try writeTexts(texts, to: folder("db"))
    }

    @Test("the statistics are those of the documents")
    func statistics() throws {
        let database = try Database(path: folder("db"))
        let figures = try database.statistics()
        #expect(figures.documentCount == 5)
        #expect(figures.lastDocumentID == 5)
        #expect(figures.totalLength == 16)
        #expect(figures.averageLength == 3.2)
        #expect(figures.hasPositions)
        #expect(try database.averageLength == 3.2)
        #expect(try database.uuid.count == 36)
    }

    @Test("frequencies of many terms come in their order")
    func frequencies() throws {
        let database = try Database(path: folder("db"))
        let frequencies = try database.termFrequencies(of: ["see", "fehlt", "", "haus"])
        #expect(frequencies.map(\.documents) == [3, 0, 0, 3])
        #expect(frequencies.map(\.occurrences) == [5, 0, 0, 3])
        #expect(try database.termFrequencies(of: [String]()).isEmpty)
        #expect(try database.termFrequency("boot") == 3)
        #expect(try database.collectionFrequency("see") == 5)
    }

    @Test("terms are listed in byte order, by prefix and up to a limit")
    func terms() throws {
        let database = try Database(path: folder("db"))
        func list(_ prefix: String, _ limit: Int = .max) throws -> [String] {
            var found: [String] = []
            try database.forEachTerm(prefix: prefix, limit: limit) { term, frequency in
                found.append("\(String(decoding: term, as: UTF8.self)) \(frequency)")
            }
            return found
        }
        #expect(try list("Q") == ["Q1 1", "Q2 1", "Q3 1", "Q4 1", "Q5 1"])
        #expect(try list("Q", 2) == ["Q1 1", "Q2 1"])
        #expect(try list("haus") == ["haus 3"])
        #expect(try list("") == list("Q") + ["am 3", "boot 3", "garten 1", "haus 3", "see 3", "und 1"])
        #expect(try list("fehlt").isEmpty)
        #expect(try list("", 0).isEmpty)
    }

    @Test("terms beyond one batch are all listed once, also terms with NUL bytes at the seams")
    func manyTerms() throws {
        var writer = try WritableDatabase(path: folder("many"), options: .noSync)
        var builder = DocumentBuilder()
        var expected: [[UInt8]] = []
        for first in UInt8(0)...255 {
            for second in UInt8(0)..<40 { expected.append([first, second]) }
        }
        expected += (0...255).map { [$0] }
        for term in expected { try builder.add(term: term) }
        try writer.add(builder)
        try writer.close()

        let database = try Database(path: folder("many"))
        var found: [[UInt8]] = []
        try database.forEachTerm { term, _ in found.append(Array(term)) }
        #expect(found == expected.sorted { $0.lexicographicallyPrecedes($1) })
    }

    @Test("the body of a term walk can use the database and stop by throwing")
    func reentrant() throws {
        struct Enough: Error {}
        let database = try Database(path: folder("db"))
        var seen = 0
        #expect(throws: Enough.self) {
            try database.forEachTerm { term, frequency in
                #expect(try database.termFrequency(Array(term)) == frequency)
                seen += 1
                if seen == 3 { throw Enough() }
            }
        }
        #expect(seen == 3)
    }

    @Test("postings are ascending, from a first id and up to a limit")
    func postings() throws {
        let database = try Database(path: folder("db"))
        #expect(try database.postings(of: "see") == [1, 3, 5])
        #expect(try database.postings(of: "see", from: 2, limit: 1) == [3])
        #expect(try database.postings(of: "see", from: 6).isEmpty)
        #expect(try database.postings(of: "fehlt").isEmpty)
        #expect(try database.postings(of: "").isEmpty)
        #expect(try database.documentID(uniqueTerm: "Q4") == 4)
        #expect(try database.documentID(uniqueTerm: "Q9") == nil)
    }

    @Test("a document comes with the parts asked for")
    func document() throws {
        let database = try Database(path: folder("db"))
        let whole = try database.document(2)
        #expect(whole.data.text == "haus und boot")
        #expect(whole.values[1]?.text == "haus")
        #expect(whole.terms.map(\.term.text) == ["Q2", "boot", "haus", "und"])
        #expect(whole.terms.allSatisfy { $0.positions.isEmpty })
        #expect(try database.document(2, parts: .positions).terms.map(\.positions) == [[], [3], [1], [2]])
        #expect(try database.document(2, parts: []).terms.isEmpty)
        #expect(errorCode { _ = try database.document(6) } == .documentNotFound)
        #expect(errorCode { _ = try database.document(0) } == .invalidArgument)
    }

    @Test("metadata is stored, listed, replaced and removed")
    func metadata() throws {
        var writer = try WritableDatabase(path: folder("db"), mode: .open)
        try writer.setMetadata("lotse.a", [0, 1, 0])
        try writer.setMetadata("lotse.b", "zwei")
        try writer.setMetadata("andere", "x")
        try writer.setMetadata("weg", "x")
        try writer.setMetadata("weg", "")
        #expect(try writer.metadata("lotse.b").text == "zwei")
        #expect(errorCode { try writer.setMetadata("", "x") } == .invalidArgument)
        try writer.close()
        let database = try Database(path: folder("db"))
        #expect(try database.metadata("lotse.a") == [0, 1, 0])
        #expect(try database.metadata("fehlt").isEmpty)
        #expect(try database.metadataKeys(prefix: "lotse.") == ["lotse.a", "lotse.b"])
        #expect(try database.metadataKeys().count == 3)
    }

    @Test("spelling suggestions come from the dictionary, the more frequent first")
    func spelling() throws {
        var writer = try WritableDatabase(path: folder("db"), mode: .open)
        try writer.addSpelling("beratung", frequency: 10)
        try writer.addSpelling("beratend", frequency: 1)
        try writer.addSpelling("entfernt", frequency: 2)
        try writer.removeSpelling("entfernt", frequency: 2)
        try writer.close()
        let database = try Database(path: folder("db"))
        #expect(try database.spellingSuggestion(for: "beratng") == "beratung")
        #expect(try database.spellingSuggestion(for: "beartung") == "beratung")
        #expect(try database.spellingSuggestion(for: "beratung") == nil)
        #expect(try database.spellingSuggestion(for: "entfrnt") == nil)
        #expect(try database.spellingSuggestion(for: "brtng", maximumEditDistance: 1) == nil)
    }

    @Test("synonyms are recorded and removed")
    func synonyms() throws {
        var writer = try WritableDatabase(path: folder("db"), mode: .open)
        try writer.addSynonym("gewaesser", of: "see")
        try writer.addSynonym("teich", of: "see")
        try writer.addSynonym("schiff", of: "boot")
        try writer.removeSynonym("teich", of: "see")
        try writer.clearSynonyms(of: "boot")
        try writer.close()
        let database = try Database(path: folder("db"))
        #expect(try database.synonyms(of: "see") == ["gewaesser"])
        #expect(try database.synonyms(of: "boot").isEmpty)
    }

    @Test("several databases are searched as one")
    func several() throws {
        try writeTexts(["haus im wald", "wald"], to: folder("second"))
        let database = try Database(paths: [folder("db"), folder("second")])
        #expect(try database.documentCount == 7)
        #expect(try database.termFrequency("haus") == 4)
        // Ids interleave: the first document of the second shard is number 2.
        #expect(try database.search(.term("wald")).ids.sorted() == [2, 4])
        #expect(try database.document(2, parts: .data).data.text == "haus im wald")
        #expect(try database.postings(of: "haus") == [1, 2, 3, 7])
        var options = SearchOptions(checkAtLeast: .max)
        options.facets = [1]
        let result = try database.search(.matchAll, options)
        #expect(result.facetDocuments == 7)
        #expect(result.facets[1]?.first { $0.value.text == "haus" }?.count == 3)
        var terms: [String] = []
        try database.forEachTerm(prefix: "w") { term, _ in terms.append(String(decoding: term, as: UTF8.self)) }
        #expect(terms == ["wald"])
    }

    @Test("no database at all has no documents")
    func none() throws {
        let database = try Database(paths: [])
        #expect(try database.documentCount == 0)
        #expect(try database.postings(of: "a").isEmpty)
        try database.forEachTerm { _, _ in Issue.record("a term out of nothing") }
        #expect(try database.search(.term("a")).hits.isEmpty)
    }
}
