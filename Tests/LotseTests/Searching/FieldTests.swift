import LotseAPI
import LotseTestSupport
import Testing

@testable import Lotse

@Suite("Fields, dates and nearness in queries")
struct FieldTests {
    static let files = [
        "documents/a.md": CorpusFixture.page(
            "Trauer um Kinder",
            [
                "date": "2018-03-07", "region": "Ellerfurt-Nord", "topics": "[Trauer, Familie]",
                "publisher": "Diakonie Ellertal", "zielgruppe": "[Angehörige, Kinder und Jugendliche]",
            ], "Eine Gruppe für alle, die trauern.\n\n## Weiter\n\nDie Beratung ist offen."),
        "documents/b.md": CorpusFixture.page(
            "Sucht im Alter", ["date": "2020-05-01", "region": "Lüdenbach", "topics": "[Sucht]", "träger": "Caritas"],
            "Trauer kommt vor, und erst nach vielen weiteren Wörtern kommt endlich auch die Gruppe. Beratung."),
        "forums/f.md": CorpusFixture.page("Forum Trauer", [:], "Beratung für Kinder."),
    ]

    static func found(_ query: String) throws -> [String] {
        try withEngine(files) { try $0.found(query, .auto) }
    }

    @Test(
        "a field restricts the documents",
        arguments: [
            ("titel:Trauer", ["documents/a", "forums/f"]), ("title:trauern", ["documents/a", "forums/f"]),
            ("title:trauen", []),
            ("titel:(Trauer Kinder)", ["documents/a"]),
            ("titel:Tra*", ["documents/a", "forums/f"]), ("titel:\"Sucht im Alter\"", ["documents/b"]),
            ("art:forum", ["forums/f"]), ("art:dokument Beratung", ["documents/a", "documents/b"]),
            ("ort:Ellerfurt", ["documents/a"]), ("region:lüdenbach", ["documents/b"]), ("thema:sucht", ["documents/b"]),
            ("herausgeber:Diakonie", ["documents/a"]), ("träger:Caritas", ["documents/b"]),
            ("zielgruppe:Jugendliche", ["documents/a"]), ("zielgruppe:\"Kinder Jugendliche\"", ["documents/a"]),
            ("Beratung -art:forum", ["documents/a", "documents/b"]),
            ("Beratung NICHT thema:Sucht", ["documents/a", "forums/f"]),
            ("-titel:Trauer", ["documents/b"]), ("Beratung thema:Familie", ["documents/a"]),
            ("(ort:Ellerfurt ODER ort:Lüdenbach) Kinder", ["documents/a"]),
            ("Kinder (thema:Sucht ODER art:forum)", ["forums/f"]),
            ("(datum:2018 ODER datum:2020) Kinder", ["documents/a"]),
            ("(+ort:Ellerfurt thema:Trauer) Beratung", ["documents/a"]),
            ("thema:Sucht ODER art:forum", ["documents/b", "forums/f"]), ("art:unfug", []), ("ort:Nirgendwo", []),
        ])
    func fields(query: String, documents: [String]) throws {
        #expect(try Self.found(query) == documents)
    }

    @Test(
        "dates are ranges of days, and a document without a date is in none",
        arguments: [
            ("datum:2018", ["documents/a"]), ("datum:2018..2020", ["documents/a", "documents/b"]),
            ("datum:2018-03-08..", ["documents/b"]), ("datum:..2018-03-07", ["documents/a"]),
            ("datum:07.03.2018", ["documents/a"]), ("datum:2019", []), ("Beratung datum:2020", ["documents/b"]),
            ("-datum:1900..2100", ["forums/f"]),
        ])
    func dates(query: String, documents: [String]) throws {
        #expect(try Self.found(query) == documents)
    }

    @Test("how many documents a condition on the date cannot find is said")
    func undated() throws {
        try withEngine(Self.files) { engine in
            let requests = [
                SearchRequest(query: "Kinder datum:2018..2020"),
                SearchRequest(query: "Kinder", filter: ["date": ["2018"]]),
                SearchRequest(query: "Kinder"), SearchRequest(query: "Kinder -datum:2018"),
                SearchRequest(query: "Kinder ODER datum:2018"), SearchRequest(query: "datum:2018 ODER datum:2020"),
            ]
            let notes = try requests.map { try engine.search($0).notes.filter { $0.contains("kein Datum") } }
            let note = "Ein Dokument im Bestand hat kein Datum; eine Suche mit Datum findet es nicht."
            #expect(notes == [[note], [note], [], [], [], [note]])
        }
    }

    @Test("that no document has what a field asks for is said, once for each")
    func unknownValues() throws {
        try withEngine(Self.files) { engine in
            let notes = try ["Beratung ort:Elerfurt", "träger:caritas", "(ort:A ODER ort:A) -thema:\"Sucht im Tal\""]
                .map { try engine.search(SearchRequest(query: $0)).notes.filter { $0.contains("Angabe") } }
            #expect(
                notes == [
                    ["Kein Dokument hat „Elerfurt“ als Angabe „ort“."], [],
                    [
                        "Kein Dokument hat „A“ als Angabe „ort“.",
                        "Kein Dokument hat „Sucht im Tal“ als Angabe „thema“.",
                    ],
                ])
        }
    }

    @Test("a restriction holds when the words are relaxed")
    func relaxed() throws {
        #expect(try Self.found("Beratung Einhorn thema:Sucht") == ["documents/b"])
        #expect(try Self.found("titel:Sucht Beratung Einhorn") == ["documents/b"])
    }

    @Test("a title's words weigh as words do, and are marked")
    func titleWeighs() throws {
        try withEngine(Self.files) { engine in
            let response = try engine.search(SearchRequest(query: "titel:Trauer"))
            #expect(response.hits.allSatisfy { $0.score > 0 })
            #expect(response.hits.allSatisfy { $0.matched.contains { $0.query == "Trauer" } })
        }
    }

    @Test(
        "NAHE takes words near each other in any order and form",
        arguments: [
            ("Gruppe NAHE/4 trauern", ["documents/a"]), ("trauern NEAR/4 Gruppen", ["documents/a"]),
            ("Gruppe NAHE/2 trauern", []), ("Trauer NAHE/2 Gruppe", []), ("Trauer NAHE/5 Gruppe", ["documents/a"]),
            ("Trauer NAHE/20 Gruppe", ["documents/a", "documents/b"]), ("Sucht NAHE Alter", ["documents/b"]),
        ])
    func near(query: String, documents: [String]) throws {
        #expect(try Self.found(query) == documents)
    }
}
