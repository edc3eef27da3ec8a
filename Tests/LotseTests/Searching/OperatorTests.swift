import LotseAPI
import LotseTestSupport
import Testing

@testable import Lotse

@Suite("Operators of a query")
struct OperatorTests {
    static let files = [
        "documents/a.txt": "Eins\n\nGarten und Bach.", "documents/b.txt": "Zwei\n\nGarten und Wohnung.",
        "documents/c.txt": "Drei\n\nBach und Wohnung.", "documents/d.txt": "Vier\n\nNur das Telefon.",
    ]

    @Test(
        "signs and words join terms",
        arguments: [
            ("Garten Bach", ["a"]), ("Garten UND Bach", ["a"]), ("Garten AND Bach", ["a"]),
            ("Garten ODER Telefon", ["a", "b", "d"]), ("Garten OR Telefon", ["a", "b", "d"]),
            ("Garten -Bach", ["b"]), ("Garten NICHT Bach", ["b"]), ("Garten NOT Bach", ["b"]),
            ("-Bach Garten", ["b"]), ("Garten -Bach -Wohnung", []),
            ("(Garten ODER Telefon) -Wohnung", ["a", "d"]), ("Wohnung UND (Garten ODER Bach)", ["b", "c"]),
            ("Garten −Bach", ["b"]), ("+Garten +Wohnung", ["b"]), ("Garten NICHT (Bach ODER Wohnung)", []),
        ])
    func joined(query: String, expected: [String]) throws {
        try withEngine(Self.files) { engine throws in
            #expect(try engine.found(query) == expected.map { "documents/" + $0 })
        }
    }

    @Test("a required word is required in every mode, a plain one only raises")
    func required() throws {
        try withEngine(Self.files) { engine throws in
            #expect(try engine.documents("+Wohnung Garten", .any) == ["documents/b", "documents/c"])
            #expect(try engine.found("+Wohnung Garten", .all) == ["documents/b"])
            #expect(try engine.found("Wohnung -Garten", .any) == ["documents/c"])
        }
    }

    @Test("a query of negations alone gives all that is left")
    func negationsOnly() throws {
        try withEngine(Self.files) { engine throws in
            for mode in MatchMode.allCases {
                #expect(try engine.found("-Garten", mode) == ["documents/c", "documents/d"])
                #expect(try engine.found("NICHT Garten -Bach", mode) == ["documents/d"])
            }
        }
    }

    @Test("what is excluded is excluded in all its forms, but not as a part of a compound")
    func exclusion() throws {
        let files = [
            "documents/a.txt": "Eins\n\nEine Hilfe.", "documents/b.txt": "Zwei\n\nDie Hilfen kamen.",
            "documents/c.txt": "Drei\n\nDie Suchthilfe.",
        ]
        try withEngine(files) { engine throws in
            #expect(try engine.found("Suchthilfe -Hilfe") == ["documents/c"])
            #expect(try engine.found("-Hilfe") == ["documents/c"])
        }
    }

    @Test("a document with an excluded word comes back by none of its sections")
    func exclusionOfDocuments() throws {
        let files = [
            "documents/a.md": CorpusFixture.page("Eins", [:], "Im Garten.\n\n## Mehr\n\nAm lauten Bach."),
            "documents/b.md": CorpusFixture.page(
                "Zwei", [:], "Der Garten blüht.\n\n## Weiter\n\nKein Wasser, laut und nass."),
        ]
        try withEngine(files) { engine throws in
            for query in ["Garten -Bach", "-Bach", "Garten NICHT \"lauter Bach\"", "Garten NICHT (Bach UND lauter)"] {
                #expect(try engine.found(query) == ["documents/b"], "\(query)")
            }
            #expect(try engine.found("(Garten -Bach) ODER lauter") == ["documents/a", "documents/b"])
        }
    }

    @Test("a phrase is found across inflection and only in its order")
    func phrase() throws {
        let files = [
            "documents/a.txt": "Eins\n\nEin offenes Haus am Bach.",
            "documents/b.txt": "Zwei\n\nDie offenen Häuser dort.",
            "documents/c.txt": "Drei\n\nDas Haus ist offen.",
            "documents/d.txt": "Vier\n\nDie offenen Gärten und Häuser.",
        ]
        try withEngine(files) { engine throws in
            for query in ["\"offenes Haus\"", "„offene Häuser“", "»offenen Haus«"] {
                #expect(try engine.found(query) == ["documents/a", "documents/b"], "\(query)")
            }
        }
    }

    @Test("a phrase with a function word inside keeps its places")
    func phraseWithFunctionWord() throws {
        let files = [
            "documents/a.txt": "Eins\n\nDie Hilfe für die Kinder kommt.",
            "documents/b.txt": "Zwei\n\nDie Hilfe kommt für Kinder.",
            "documents/c.txt": "Drei\n\nKinder brauchen Hilfe.",
        ]
        try withEngine(files) { engine throws in
            #expect(try engine.found("\"Hilfe für die Kinder\"").contains("documents/a"))
            #expect(try !engine.found("\"Hilfe für die Kinder\"").contains("documents/c"))
        }
    }

    @Test("a phrase does not reach from the heading into the text")
    func phraseInFields() throws {
        let files = ["documents/a.md": CorpusFixture.page("Titel", [:], "## Offenes\n\nHaus am Bach.")]
        try withEngine(files) { engine throws in
            #expect(try engine.found("\"offenes Haus\"") == [])
            #expect(try engine.found("\"Haus am Bach\"") == ["documents/a"])
        }
    }

    @Test("the beginning of a word finds all that begin so")
    func prefix() throws {
        let files = [
            "documents/a.txt": "Eins\n\nDie Wohnungssuche.", "documents/b.txt": "Zwei\n\nEine Wohnung.",
            "documents/c.txt": "Drei\n\nDer Umzug.", "documents/d.txt": "Vier\n\nDie Wohngruppe.",
        ]
        try withEngine(files) { engine throws in
            #expect(try engine.found("Wohn*") == ["documents/a", "documents/b", "documents/d"])
            #expect(try engine.found("wohnungs*") == ["documents/a"])
            #expect(try engine.found("Wohn* -Wohnung") == ["documents/a", "documents/d"])
            #expect(try engine.found("Xyz*") == [])
        }
    }

    @Test("a query of function words alone asks for them")
    func functionWords() throws {
        let files = [
            "documents/a.md": CorpusFixture.page("Über uns", [:], "Ein Text."),
            "documents/b.md": CorpusFixture.page("Anders", [:], "Ein Text über uns."),
        ]
        try withEngine(files) { engine throws in
            #expect(try engine.found("über uns") == ["documents/a"])
            #expect(try engine.found("der die das") == [])
        }
    }

    @Test("function words beside others are left out of what must be found")
    func functionWordsBeside() throws {
        try withEngine(Self.files) { engine throws in
            #expect(try engine.found("der Garten an dem Bach") == ["documents/a"])
        }
    }
}
