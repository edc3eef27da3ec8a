import Foundation
import LotseAPI
import LotseTestSupport
import Testing

@testable import Lotse

@Suite("Places, opening hours and facets of profiles")
struct ProfileTests {
    static func profile(
        _ name: String, _ latitude: Double?, _ longitude: Double?, code: String, hours: String, focus: [String]
    ) -> String {
        let location = latitude.flatMap { latitude in
            longitude.map { #""locations":[{"latitude":\#(latitude),"longitude":\#($0)}],"# }
        }
        let values = focus.map { "\"\($0)\"" }.joined(separator: ",")
        return #"""
            {"name":"\#(name)","description":"Beratung am Ort.","services":[{"name":"Beratung"}],\#(location ?? "")
            "addresses":[{"address_1":"Weg 1","postal_code":"\#(code)","city":"Ellerfurt"}],
            "schedules":[\#(hours)],"attributes":{"Beratungsschwerpunkt":[\#(values)],"Träger":["Verein \#(name)"]},
            "languages":[{"name":"Deutsch"},{"name":"Türkisch"}]}
            """#
    }

    static let mornings = #"{"byday":"MO,TU","opens_at":"09:00","closes_at":"12:00"}"#
    static let files = [
        "institutions/a.json": profile(
            "Anker", 52.30, 9.60, code: "05101", hours: mornings, focus: ["Sucht", "Familie"]),
        "institutions/b.json": profile("Brücke", 52.32, 9.60, code: "05102", hours: mornings, focus: ["Sucht"]),
        "institutions/c.json": profile(
            "Café", nil, nil, code: "05102", hours: #"{"description":"nach Absprache"}"#, focus: []),
        "documents/d.md": CorpusFixture.page("Text", ["date": "2019-04-01", "topics": "[Sucht]"], "Beratung."),
        "documents/e.md": CorpusFixture.page("Text zwei", ["date": "2019-09-01"], "Beratung."),
        "documents/f.md": CorpusFixture.page("Text drei", ["date": "2021-01-01"], "Beratung."),
    ]

    static func search(_ configure: (inout SearchRequest) -> Void) throws -> SearchResponse {
        try withEngine(files) { engine in
            var request = SearchRequest(query: "Beratung", perPage: 50)
            configure(&request)
            return try engine.search(request)
        }
    }

    @Test(
        "a spoken language by its name and by its code",
        arguments: ["Türkisch", "türkisch", "tr", "TR", "Arabisch", "ar"])
    func spoken(language: String) throws {
        let expected =
            language.lowercased().hasPrefix("a") ? [] : ["institutions/a", "institutions/b", "institutions/c"]
        #expect(try Self.search { $0.query = "sprache:\(language)" }.hits.map(\.document).sorted() == expected)
        guard language.first?.isUppercase == true || language.count == 2 else { return }
        let filtered = try Self.search { $0.filter = ["sprache": [language]] }
        #expect(filtered.hits.map(\.document).sorted() == expected)
    }

    @Test("near: within so many kilometres of coordinates, nearest first where that is asked for")
    func near() throws {
        let near = try Self.search { $0.filter = ["near": ["52.30,9.60,1"]] }
        #expect(near.hits.map(\.document) == ["institutions/a"])
        #expect(near.hits.first?.distance == 0)
        let both = try Self.search {
            $0.filter = ["near": ["52.325,9.60,10"]]
            $0.sort = .distance
        }
        // One without coordinates is where its postal code is: where others of that code are.
        #expect(both.hits.map(\.document).sorted() == ["institutions/a", "institutions/b", "institutions/c"])
        #expect(both.hits.last?.document == "institutions/a")
        let distances = both.hits.compactMap(\.distance)
        #expect(distances == distances.sorted() && distances.count == 3)
        #expect((500...600).contains(distances[0]))
    }

    @Test("near: of a postal code, which may be unknown")
    func postalCode() throws {
        let known = try Self.search { $0.filter = ["near": ["05101,1"]] }
        #expect(known.hits.map(\.document) == ["institutions/a"])
        let unknown = try Self.search { $0.filter = ["near": ["99999,1"]] }
        #expect(unknown.hits.isEmpty)
        #expect(unknown.notes.contains { $0.contains("Postleitzahl ist nicht bekannt") })
    }

    @Test("a list of postal codes in the corpus says where they are")
    func postalCodeList() throws {
        var files = Self.files
        files["lexicon/postal_codes.tsv"] = "# Orte\n99999\t52.3001\t9.6001\nunfug\n"
        try IndexedCorpus.with(files) { indexed in
            let report = try indexed.run()
            #expect(report.problems.contains { $0.path == "lexicon/postal_codes.tsv" && $0.line == 3 })
            let request = SearchRequest(query: "Beratung", filter: ["near": ["99999,1"]])
            #expect(try indexed.engine().search(request).hits.map(\.document) == ["institutions/a"])
        }
    }

    @Test("open: at a local time; what is not known is left out and said")
    func open() throws {
        let monday = try Self.search { $0.filter = ["open": ["2026-05-18T09:30"]] }
        #expect(monday.hits.map(\.document).sorted() == ["institutions/a", "institutions/b"])
        #expect(monday.notes.contains { $0.contains("Feiertage sind nicht berücksichtigt") })
        #expect(monday.notes.contains { $0.contains("Bei einer Einrichtung ist nicht bekannt") })
        #expect(try Self.search { $0.filter = ["open": ["2026-05-18T12:00:00"]] }.hits.isEmpty)
        #expect(try Self.search { $0.filter = ["open": ["2026-05-20T09:30"]] }.hits.isEmpty)
        let both = try Self.search { $0.filter = ["open": ["2026-05-18T09:30"], "near": ["52.30,9.60,1"]] }
        #expect(both.hits.map(\.document) == ["institutions/a"])
        _ = try Self.search { $0.filter = ["open": ["now"]] }
    }

    @Test(
        "a wrong filter, facet or order is refused with the field's name",
        arguments: [
            ("near", "Ellerfurt"), ("near", "05101"), ("near", "5101,3"), ("near", "05101,-1"), ("near", "95,200,1"),
            ("near", "05101,nan"), ("open", "gestern"), ("open", "2026-13-01T09:00"), ("date", "gestern"),
        ])
    func wrong(key: String, value: String) throws {
        let problem = #expect(throws: LotseAPI.Problem.self) { try Self.search { $0.filter = [key: [value]] } }
        #expect(problem?.field == "filter")
        #expect(problem?.status == 400)
        let facet = #expect(throws: LotseAPI.Problem.self) { try Self.search { $0.facets = ["unfug"] } }
        #expect(facet?.field == "facets")
        let sort = #expect(throws: LotseAPI.Problem.self) { try Self.search { $0.sort = .distance } }
        #expect(sort?.field == "sort")
    }

    @Test("facets count documents by each of their values, under any of their names")
    func facets() throws {
        let names = ["schwerpunkt", "topics", "thema", "traeger", "sprache", "language", "date", "ort"]
        let response = try Self.search { $0.facets = names }
        #expect(Set(response.facets.keys) == Set(names))
        #expect(
            response.facets["schwerpunkt"] == [
                FacetCount(value: "Sucht", count: 2), FacetCount(value: "Familie", count: 1),
            ])
        #expect(response.facets["topics"] == [FacetCount(value: "Sucht", count: 1)])
        #expect(response.facets["thema"] == response.facets["topics"])
        #expect(response.facets["traeger"]?.count == 3)
        #expect(
            response.facets["sprache"] == [
                FacetCount(value: "Deutsch", count: 3), FacetCount(value: "Türkisch", count: 3),
            ])
        #expect(response.facets["language"] == [FacetCount(value: "de", count: 6)])
        #expect(response.facets["date"] == [FacetCount(value: "2021", count: 1), FacetCount(value: "2019", count: 2)])
        #expect(response.facets["ort"] == [FacetCount(value: "Ellerfurt", count: 3)])
        #expect(response.total == Total(value: 6, exact: true))
    }

    @Test("the filter date takes ranges, and a facet's filter any of its names")
    func filters() throws {
        #expect(try Self.search { $0.filter = ["date": ["2019"]] }.hits.count == 2)
        #expect(try Self.search { $0.filter = ["date": ["2019-05..2020", "2021"]] }.hits.count == 2)
        #expect(try Self.search { $0.filter = ["beratungsschwerpunkt": ["familie"]] }.hits.count == 1)
        #expect(try Self.search { $0.filter = ["provider": ["verein anker"]] }.hits.count == 1)
    }

    @Test("a damaged table of profiles is a damaged index")
    func damaged() throws {
        try IndexedCorpus.with(Self.files) { indexed in
            try indexed.run()
            for name in ["profiles.bin", "words.bin", "suggestions.bin", "sections.bin", "postings.bin", "tokens.bin"] {
                let path = indexed.current() + "/" + name
                let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
                try bytes.dropLast().write(to: URL(fileURLWithPath: path))
                let error = #expect(throws: LotseError.self) { _ = try indexed.engine() }
                #expect(error.map { "\($0)" }?.contains("\(name) cannot be read") == true)
                try bytes.write(to: URL(fileURLWithPath: path))
            }
            _ = try indexed.engine()
        }
    }

    /// The same words three times, in profiles that tell more or less. What comes first without a preference is the order
    /// of the files.
    private static func preferred(_ configure: (inout SearchRequest) -> Void = { _ in }) throws -> [Hit] {
        let today = Date.now.formatted(.iso8601.year().month().day())
        func profile(_ name: String, _ more: String) -> String {
            #"{"name":"Beratung \#(name)","description":"Beratung für alle"\#(more)}"#
        }
        return try withEngine([
            "institutions/a.json": profile("Anna", #","assured_date":"2011-01-31""#),
            "institutions/b.json": profile("Bodo", #","assured_date":"\#(today)""#),
            "documents/c.md": CorpusFixture.page("Beratung Carl", [:], "Beratung für alle"),
        ]) { engine in
            var request = SearchRequest(query: "Beratung")
            configure(&request)
            return try engine.search(request).hits
        }
    }

    @Test("a profile that was looked at lately comes before an old one, unless that is turned off")
    func preference() throws {
        let ids = try Self.preferred().map(\.document)
        #expect(ids.first == "institutions/b")
        let plain = try Self.preferred { $0.preference = false }
        #expect(plain.map(\.document).filter { $0.hasPrefix("i") } == ["institutions/a", "institutions/b"])
        #expect(plain[0].score - plain[1].score < RankingParameters.recentProfile / 2)
    }

    @Test("what the preference adds is said, and is part of the score")
    func explainedPreference() throws {
        for hit in try Self.preferred({ $0.explain = true }) {
            if hit.kind == "document" { #expect(hit.preference == nil) }
            if hit.document == "institutions/b" {
                #expect(try #require(hit.preference) > RankingParameters.recentProfile)
            }
            let sum = hit.matched.compactMap(\.weight).reduce(hit.preference ?? 0, +)
            #expect(abs(sum - hit.score) < 0.01)
        }
        #expect(try Self.preferred { ($0.explain, $0.preference) = (true, false) }.allSatisfy { $0.preference == nil })
    }
}
