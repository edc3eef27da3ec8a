import LotseAPI
import LotseTestSupport
import Testing

@testable import Lotse

@Suite("Filters and facets")
struct FilterTests {
    static let files = [
        "documents/a.md": CorpusFixture.page(
            "A", ["region": "Nordstadt", "topics": "[Sucht, Familie]"], "Beratung.\n\n## Mehr\n\nBeratung."),
        "documents/b.md": CorpusFixture.page("B", ["region": "Südstadt", "topics": "[Sucht]"], "Beratung."),
        "documents/c.md": CorpusFixture.page("C", ["region": "Ost"], "Beratung."),
        "forums/f.md": CorpusFixture.page("F", ["region": "Nordstadt"], "Beratung."),
        "institutions/i.json":
            #"{"name":"Stelle I","description":"Beratung am Bach.","services":[{"name":"Beratung"}]}"#,
    ]

    static func found(_ filter: [String: [String]]) throws -> [String] {
        try withEngine(files) { engine in
            try engine.search(SearchRequest(query: "Beratung", perPage: 100, filter: filter)).hits.map(\.document)
                .sorted()
        }
    }

    @Test("a filter by kind")
    func kind() throws {
        #expect(try Self.found(["kind": ["forum"]]) == ["forums/f"])
        #expect(try Self.found(["kind": ["institution"]]) == ["institutions/i"])
        #expect(try Self.found(["kind": ["document"]]) == ["documents/a", "documents/b", "documents/c"])
        #expect(try Self.found(["kind": ["unbekannt"]]) == [])
    }

    @Test("values of one key are ORed, different keys are ANDed")
    func values() throws {
        #expect(try Self.found(["region": ["Nordstadt"]]) == ["documents/a", "forums/f"])
        #expect(try Self.found(["region": ["Nordstadt", "Südstadt"]]) == ["documents/a", "documents/b", "forums/f"])
        #expect(try Self.found(["region": ["Nordstadt"], "kind": ["document"]]) == ["documents/a"])
        #expect(
            try Self.found(["region": ["Nordstadt", "Südstadt"], "topics": ["Sucht"]]) == [
                "documents/a", "documents/b",
            ])
        #expect(try Self.found(["region": ["Ost"], "topics": ["Sucht"]]) == [])
        #expect(try Self.found(["topics": ["Familie", "Sucht"], "region": ["Südstadt", "Ost"]]) == ["documents/b"])
    }

    @Test("what no document has is said, since it may be misspelt")
    func unknown() throws {
        func notes(_ filter: [String: [String]]) throws -> [String] {
            try withEngine(Self.files) { try $0.search(SearchRequest(query: "Beratung", filter: filter)).notes }
        }
        #expect(
            try notes(["regoin": ["Ost"]]) == [
                "Kein Dokument hat eine Angabe „regoin“; der Filter findet deshalb nichts."
            ])
        #expect(try notes(["region": ["Ost", "Nord"]]) == ["Kein Dokument hat „Nord“ als Angabe „region“."])
        #expect(try notes(["Kind": ["froum"]]) == ["Kein Dokument hat „froum“ als Angabe „Kind“."])
        // A key that is the beginning of another one, and a value of another key.
        #expect(try notes(["topic": ["Ost"]]).count == 1)
        #expect(
            try notes(["reg": ["Ost"]]) == ["Kein Dokument hat eine Angabe „reg“; der Filter findet deshalb nichts."])
        #expect(
            try notes(["region": ["Ost", "NORDSTADT"], "kind": ["forum"], "topics": ["Familie"]]) == [])
    }

    @Test("keys and values are found whatever their case")
    func letterCase() throws {
        #expect(try Self.found(["Region": ["nordstadt"]]) == ["documents/a", "forums/f"])
        #expect(try Self.found(["KIND": ["forum"]]) == ["forums/f"])
    }

    @Test("a filter takes whole values, and holds for the relaxed query too")
    func whole() throws {
        #expect(try Self.found(["region": ["Nord"]]) == [])
        try withEngine(Self.files) { engine in
            let request = SearchRequest(query: "Beratung Einhorn", filter: ["region": ["Ost"]])
            let response = try engine.search(request)
            #expect(response.hits.map(\.document) == ["documents/c"])
            #expect(response.total.value == 1)
        }
    }

    @Test("a filter finds a value longer than a term may be")
    func longValue() throws {
        let long = String(repeating: "Nordstadt ", count: 20) + "Ende"
        let files = [
            "documents/a.md": CorpusFixture.page("A", ["region": long], "Beratung."),
            "documents/b.md": CorpusFixture.page("B", ["region": long + "X"], "Beratung."),
        ]
        try withEngine(files) { engine throws in
            let request = SearchRequest(query: "Beratung", filter: ["region": [long]])
            #expect(try engine.search(request).hits.map(\.document) == ["documents/a"])
        }
    }

    @Test("a value of bytes that a term can hardly hold does not stop the run")
    func strangeValues() throws {
        let value = String(repeating: "\\u0000", count: 400)
        let line = #"{"title":"A","text":"Beratung.","region":"\#(value)","topics":["", "\u0001"]}"#
        try withEngine(["a.jsonl": line]) { engine throws in
            #expect(try engine.found("Beratung") == ["a/1"])
        }
    }

    @Test("the facet kind counts documents and not sections, most first")
    func facet() throws {
        try withEngine(Self.files) { engine in
            var request = SearchRequest(query: "Beratung", perPage: 1, facets: ["kind"])
            let expected = [
                FacetCount(value: "document", count: 3), FacetCount(value: "forum", count: 1),
                FacetCount(value: "institution", count: 1),
            ]
            let response = try engine.search(request)
            #expect(response.facets == ["kind": expected])
            #expect(response.total == Total(value: 5, exact: true))
            request.sectionsPerDocument = 10
            request.perPage = 100
            #expect(try engine.search(request).facets == ["kind": expected])
            request.filter = ["kind": ["forum"]]
            #expect(try engine.search(request).facets == ["kind": [FacetCount(value: "forum", count: 1)]])
        }
    }

    @Test("a facet over no hit is there and empty")
    func emptyFacet() throws {
        try withEngine(Self.files) { engine in
            let response = try engine.search(SearchRequest(query: "Einhorn", facets: ["kind"]))
            #expect(response.facets == ["kind": []])
            #expect(response.total == Total(value: 0, exact: true))
        }
    }
}
