import Foundation
import LotseAPI
import LotseTestSupport
import Testing

@testable import Lotse

@Suite("Synonyms and abbreviations")
struct SynonymTests {
    private static let files = [
        "lexicon/synonyms.txt": """
        # Alltag und Amt
        Amt, Behörde
        Alkoholiker => Alkoholiker, alkoholabhängig
        obdachlos, ohne Wohnung
        Opa => Großvater
        """,
        "lexicon/abbreviations.tsv": "GPV\tGemeindepsychiatrischer Verbund\nSHG\tSelbsthilfegruppe\n",
        "documents/behoerde.txt": "Erste Seite\n\nDie Behörden prüfen den Antrag.",
        "documents/amt.txt": "Zweite Seite\n\nDas Amt prüft den Antrag.",
        "documents/abhaengig.txt": "Dritte Seite\n\nWer alkoholabhängig ist, findet hier Hilfe.",
        "documents/wohnung.txt": "Vierte Seite\n\nMenschen ohne Wohnung schlafen hier.",
        "documents/getrennt.txt": "Fünfte Seite\n\nOhne Anmeldung geht es hier nicht, und eine Wohnung hat jeder.",
        "documents/verbund.txt": "Sechste Seite\n\nIm Gemeindepsychiatrischen Verbund arbeiten alle zusammen.",
        "documents/gruppe.txt": "Siebte Seite\n\nDie SHG trifft sich am Montag.",
        "documents/opa.txt": "Achte Seite\n\nDer Opa kommt auch.",
        "documents/vater.txt": "Neunte Seite\n\nDer Großvater kommt auch.",
    ]

    @Test(
        "a word finds what stands for it, in any inflection or gender form",
        arguments: [
            ("Ämter", ["documents/amt", "documents/behoerde"]),
            ("Behörde", ["documents/amt", "documents/behoerde"]),
            ("Alkoholikerinnen", ["documents/abhaengig"]),
            ("Alkoholiker:in", ["documents/abhaengig"]),
            ("obdachloser", ["documents/wohnung"]),
            ("GPV", ["documents/verbund"]),
            ("Selbsthilfegruppen", ["documents/gruppe"]),
        ])
    func found(query: String, expected: [String]) throws {
        try withEngine(Self.files) { engine in
            let found = try engine.found(query)
            #expect(found == expected)
        }
    }

    @Test("a rule with an arrow goes one way, and replaces a word that it does not repeat")
    func oneWay() throws {
        try withEngine(Self.files) { engine in
            let found = try ["alkoholabhängig", "Opa", "Großvater"].map { try engine.found($0) }
            #expect(found == [["documents/abhaengig"], ["documents/vater"], ["documents/vater"]])
        }
    }

    @Test("of two texts that are otherwise alike, the one with the short or long form that was typed comes first")
    func shortFormAsTyped() throws {
        let files = [
            "lexicon/abbreviations.tsv": "GPV\tPsychiatrieverbund\n",
            "documents/kurz.txt": "Eine Seite\n\nDer GPV arbeitet hier.",
            "documents/lang.txt": "Eine Seite\n\nDer Psychiatrieverbund arbeitet hier.",
            "documents/anders.txt": "Eine Seite\n\nEr arbeitet hier.",
        ]
        try withEngine(files) { engine in
            let found = try ["GPV", "Psychiatrieverbund"].map { try engine.documents($0) }
            #expect(found == [["documents/kurz", "documents/lang"], ["documents/lang", "documents/kurz"]])
        }
    }

    @Test("a phrase is met as a phrase and counts as one word of the query")
    func phrases() throws {
        try withEngine(Self.files) { engine in
            let found = try engine.found("ohne Wohnung hier")
            #expect(found == ["documents/getrennt", "documents/wohnung"])
            let hit = try #require(try engine.search(SearchRequest(query: "obdachlos")).hits.first)
            #expect(hit.document == "documents/wohnung")
            #expect(hit.matched.allSatisfy { $0.how == "synonym" && $0.query == "obdachlos" })
            #expect(hit.snippets.first?.html.contains("<mark>ohne</mark> <mark>Wohnung</mark>") == true)
        }
    }

    @Test("words of a phrase that stand apart are not marked")
    func apart() throws {
        var files = Self.files
        files["documents/getrennt.txt"] = "Fünfte Seite\n\nOhne Anmeldung sind Obdachlose in jeder Wohnung willkommen."
        try withEngine(files) { engine in
            let hits = try engine.search(SearchRequest(query: "obdachlos")).hits
            let hit = try #require(hits.first { $0.document == "documents/getrennt" })
            let snippet = try #require(hit.snippets.first)
            #expect(snippet.html.contains("<mark>Obdachlose</mark>"))
            #expect(snippet.highlights.count == 1)
        }
    }

    @Test("what was written stands before what only means the same")
    func order() throws {
        try withEngine(Self.files) { engine in
            let (first, second) = (try engine.documents("Amt"), try engine.documents("Behörde"))
            #expect(first == ["documents/amt", "documents/behoerde"])
            #expect(second == ["documents/behoerde", "documents/amt"])
        }
    }

    @Test("a phrase in quotation marks and an excluded word stay as they are")
    func literal() throws {
        try withEngine(Self.files) { engine in
            let (phrase, excluding) = (try engine.found("\"Amt prüft\""), try engine.found("Antrag -Amt"))
            #expect(phrase == ["documents/amt"])
            #expect(excluding == ["documents/behoerde"])
        }
    }

    @Test("a short form and its long form in one text weigh less than two words")
    func oneWeight() throws {
        let files = [
            "documents/a.txt": "Seite A\n\nDer Gemeindepsychiatrische Verbund (GPV) tagt heute im Rathaus am Markt.",
            "documents/b.txt": "Seite B\n\nDer GPV tagt heute im großen Saal des Rathauses direkt hier am Markt.",
        ]
        try withEngine(files) { engine in
            let hits = try engine.search(SearchRequest(query: "GPV")).hits
            #expect(hits.count == 2)
            // Two words of the same rarity would weigh twice as much, two mentions of one weigh 1.4 times as much.
            #expect(hits[0].score < hits[1].score * 1.6)
        }
    }

    @Test("without the stage no synonym is looked up, and the index is made anew for it")
    func without() throws {
        try IndexedCorpus.with(Self.files) { indexed in
            try indexed.run()
            #expect(try indexed.engine().found("Amt").count == 2)
            let report = try indexed.run { $0.without = [.synonyms] }
            #expect(report.mode == "full")
            #expect(try indexed.engine().found("Amt") == ["documents/amt"])
        }
    }

    @Test("a missing or damaged list of abbreviations is a damaged index", arguments: [true, false])
    func damaged(isMissing: Bool) throws {
        try IndexedCorpus.with(Self.files) { indexed in
            try indexed.run()
            let path = indexed.current() + "/abbreviations.json"
            if isMissing { try FileSystem.remove(path) } else { try FileSystem.write(Data("{".utf8), to: path) }
            let error = #expect(throws: LotseError.self) { _ = try indexed.engine() }
            #expect(
                error.map { "\($0)" }?.contains("abbreviations.json \(isMissing ? "is missing" : "cannot be read")")
                    == true)
        }
    }

    @Test(
        "the second word of a pair of both genders adds no weight, in texts and in headings",
        arguments: [
            (
                "Seite\n\nFür die Klientinnen und die Klienten hier.",
                "Seite\n\nFür die Klientinnen und die Leute hier.", 0.2
            ),
            ("Für Klientinnen und Klienten\n\nSo ist es.", "Für Klientinnen und Leute\n\nSo ist es.", 0.1),
        ])
    func pairs(pair: String, other: String, tolerance: Double) throws {
        try withEngine(["documents/a.txt": pair, "documents/b.txt": other]) { engine in
            let hits = try engine.search(SearchRequest(query: "Klient")).hits
            #expect(hits.count == 2)
            // Two mentions would weigh 1.4 times as much as one in a text, and 1.16 times in a title; the texts differ a little
            // in their lengths.
            #expect(abs(hits[0].score - hits[1].score) < hits[1].score * tolerance)
        }
    }
}
