import Foundation
import LotseTestSupport
import Testing
import Xapian

@testable import Lotse

@Suite("The table of sections")
struct SectionTableTests {
    private static func record(_ document: String, _ anchor: String, path: [String] = []) -> SectionRecord {
        var record = SectionRecord()
        record.document = document
        record.anchor = anchor
        record.kind = document.hasPrefix("f") ? "forum" : "document"
        record.title = "Titel von \(document)"
        record.url = "/\(document)"
        record.date = document.hasPrefix("f") ? "2018-03-07" : ""
        record.path = path
        return record
    }

    private static func facts(_ metadata: [String: [String]]) throws -> DocumentFacts {
        let json = try JSONEncoder().encode(metadata)
        let text = #"{"language":"de","attachments":[],"metadata":"# + String(decoding: json, as: UTF8.self) + "}"
        return try #require(DocumentFacts(encoded: text))
    }

    /// Ids 3, 4 and 9 have sections; 1, 2 and 5 to 8 were deleted.
    private static func sample() throws -> Data {
        var builder = SectionTableBuilder()
        let both = try facts(["topics": ["Sucht", "Trauer"], "thema": ["Sucht", "Kinder"]])
        builder.add(3, record("a", "top", path: ["Größe", "§ 8a"]), facts: both)
        builder.add(4, record("f", "ag-1"), facts: try facts(["topics": ["Sucht"]]))
        builder.add(9, record("a", "ende"), facts: nil)
        return builder.block
    }

    @Test("gives back what was added, and nothing for ids that no section has")
    func heads() throws {
        let table = try #require(SectionTable(block: try Self.sample()))
        let head = SectionTable.Head(
            document: "a", kind: "document", title: "Titel von a", url: "/a", date: "", anchor: "top",
            path: ["Größe", "§ 8a"])
        #expect(table.head(of: 3) == head)
        #expect(table.head(of: 9)?.anchor == "ende")
        #expect(table.head(of: 9)?.document == "a")
        #expect(table.head(of: 4)?.date == "2018-03-07")
        for id: DocumentID in [0, 1, 2, 5, 8, 10, 9_999] { #expect(table.head(of: id) == nil) }
    }

    @Test("counts documents by the values of their facets, each once")
    func labels() throws {
        let table = try #require(SectionTable(block: try Self.sample()))
        func labels(_ sections: [DocumentID], _ facets: Set<String>) -> [String: Int] {
            let documents = table.documents(of: SectionSet(limit: 10, sections))
            return Dictionary(
                uniqueKeysWithValues: table.labels(of: documents, facets: facets).map {
                    ($0.label.facet + ":" + $0.label.value, $0.count)
                })
        }
        #expect(labels([3, 4, 9], ["topics"]) == ["topics:Sucht": 2, "topics:Trauer": 1, "topics:Kinder": 1])
        #expect(
            labels([3, 4, 9], ["kind", "date", "language"])
                == ["kind:document": 1, "kind:forum": 1, "date:2018": 1, "language:de": 2])
        #expect(labels([4], ["topics", "kind"]) == ["topics:Sucht": 1, "kind:forum": 1])
        #expect(labels([], ["kind"]).isEmpty)
    }

    @Test("counts documents and their sections, whether these follow each other or not")
    func counts() throws {
        var random = SeededRandom(seed: 14)
        for round in 0..<200 {
            var builder = SectionTableBuilder()
            var owners: [DocumentID: Int] = [:]
            var id: DocumentID = 0
            for _ in 0..<random.below(40) {
                // In every other round a document comes again later.
                let document = round % 2 == 0 ? Int(id) : random.below(10)
                for _ in 0..<random.pick([1, 1, 2, 5, 70, 200]) {
                    id += random.below(9) == 0 ? 2 : 1
                    builder.add(id, Self.record("d\(document)", "\(id)"), facts: nil)
                    owners[id] = document
                }
            }
            let table = try #require(SectionTable(block: builder.block))
            let numbers = Dictionary(
                owners.map { ($0.value, table.document(of: $0.key)) }, uniquingKeysWith: { one, _ in one })
            for share in [1, 2, 30, 1_000] {
                let matches = owners.keys.filter { _ in random.below(share) == 0 }
                let set = SectionSet(limit: Int(id) + 1 + random.below(70), matches)
                let documents = table.documents(of: set)
                let expected = Dictionary(matches.compactMap { owners[$0].map { ($0, 1) } }, uniquingKeysWith: +)
                #expect(documents.count == expected.count)
                var touched: [Int?] = []
                documents.oneOfEach.forEach { touched.append(owners[DocumentID($0)]) }
                #expect(touched.count == expected.count && Set(touched) == Set(expected.keys))
                let counts = table.sectionCounts(of: set)
                for case (let document, let number?) in numbers {
                    #expect(table.sectionCount(of: number, in: set) == expected[document, default: 0])
                    #expect(Int(counts[number]) == expected[document, default: 0])
                }
            }
        }
    }

    @Test("an empty table is a table")
    func empty() throws {
        let table = try #require(SectionTable(block: SectionTableBuilder().block))
        #expect(table.head(of: 0) == nil)
        #expect(table.labels(of: table.documents(of: SectionSet(limit: 0)), facets: ["kind"]).isEmpty)
    }

    @Test("bytes that are cut off, too long or changed are no table, or one that can be read")
    func damage() throws {
        let block = try Self.sample()
        for count in 0..<block.count { #expect(SectionTable(block: block.prefix(count)) == nil) }
        #expect(SectionTable(block: block + [0]) == nil)
        var random = SeededRandom(seed: 12)
        var refused = 0
        for _ in 0..<3_000 {
            var bytes = Array(block)
            bytes[random.below(bytes.count)] = UInt8(random.below(256))
            guard let table = SectionTable(block: Data(bytes)) else {
                refused += 1
                continue
            }
            for id: DocumentID in 0...12 { _ = table.head(of: id) }
            _ = table.labels(of: table.documents(of: SectionSet(limit: 10, [3, 4, 9])), facets: ["topics"])
        }
        #expect(refused > 500)
    }
}
