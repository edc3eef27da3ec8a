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
        let counts = DocumentCounts(sections: [2, 1], documents: 2)
        func labels(_ counts: DocumentCounts, _ facets: Set<String>) -> [String: Int] {
            Dictionary(
                uniqueKeysWithValues: table.labels(of: counts, facets: facets).map {
                    ($0.label.facet + ":" + $0.label.value, $0.count)
                })
        }
        #expect(labels(counts, ["topics"]) == ["topics:Sucht": 2, "topics:Trauer": 1, "topics:Kinder": 1])
        #expect(
            labels(counts, ["kind", "date", "language"])
                == ["kind:document": 1, "kind:forum": 1, "date:2018": 1, "language:de": 2])
        let onlyForum = DocumentCounts(sections: [0, 1], documents: 1)
        #expect(labels(onlyForum, ["topics", "kind"]) == ["topics:Sucht": 1, "kind:forum": 1])
        #expect(labels(DocumentCounts(sections: [0, 0]), ["kind"]).isEmpty)
    }

    @Test("counts sections by document")
    func counts() throws {
        let table = try #require(SectionTable(block: try Self.sample()))
        let odd = table.counts(of: SectionSet(limit: 10, [1, 3, 5, 7, 9]))
        #expect(odd.sections == [2, 0])
        #expect(odd.documents == 1)
        let all = table.counts(of: SectionSet(limit: 20, 0..<20))
        #expect(all.sections == [2, 1])
        #expect(all.documents == 2)
    }

    @Test("an empty table is a table")
    func empty() throws {
        let table = try #require(SectionTable(block: SectionTableBuilder().block))
        #expect(table.head(of: 0) == nil)
        #expect(table.labels(of: DocumentCounts(sections: []), facets: ["kind"]).isEmpty)
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
            _ = table.labels(of: DocumentCounts(sections: [1, 1], documents: 2), facets: ["topics"])
        }
        #expect(refused > 500)
    }
}
