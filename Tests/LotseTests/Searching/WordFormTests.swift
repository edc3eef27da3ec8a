import LotseAPI
import LotseTestSupport
import Testing

@testable import Lotse

@Suite("Words find their other forms")
struct WordFormTests {
    @Test("a word is found across inflection, both ways")
    func inflection() throws {
        let files = [
            "documents/a.txt": "Eins\n\nDie Beratungen sind kostenlos.",
            "documents/b.txt": "Zwei\n\nEine Beratung kostet nichts.",
            "documents/c.txt": "Drei\n\nDie Häuser stehen leer.", "documents/d.txt": "Vier\n\nDas Haus steht am Bach.",
        ]
        try withEngine(files) { engine throws in
            for query in ["Beratung", "Beratungen", "beratung", "BERATUNG"] {
                #expect(try engine.found(query) == ["documents/a", "documents/b"], "\(query)")
            }
            for query in ["Haus", "Häuser", "Häusern", "Hauses"] {
                #expect(try engine.found(query) == ["documents/c", "documents/d"], "\(query)")
            }
        }
    }

    @Test("a text is not longer for what an old spelling or a suspended hyphen stands for")
    func lengths() throws {
        let files = [
            "documents/a.txt": "Seite\n\nSelbständige Beratung im Garten.",
            "documents/b.txt": "Seite\n\nSelbstständige Beratung im Garten.",
            "documents/c.txt": "Seite\n\nSuchtberatung oder Jugend- und Drogenberatung im Garten.",
            "documents/d.txt": "Seite\n\nBürgerinnen und Bürger im Garten.",
        ]
        func scores(without: Set<AnalysisStage>) throws -> [String: Double?] {
            try IndexedCorpus.with(files, listed: ["Sucht", "Jugend", "Drogen", "Beratung"]) { indexed in
                try indexed.run { $0.without = without }
                let hits = try indexed.engine().search(SearchRequest(query: "Garten")).hits
                return Dictionary(uniqueKeysWithValues: hits.map { ($0.document, $0.score) })
            }
        }
        let all = try scores(without: [])
        #expect(all.count == 4 && all["documents/a"] == all["documents/b"])
        #expect(try scores(without: [.hyphens]) == all)
        #expect(try scores(without: [.gender]) == all)
    }

    @Test("what a suspended hyphen stands for finds texts that have it, and what it left finds texts as well")
    func suspendedQuery() throws {
        let files = [
            "documents/a.txt": "Eins\n\nEine Jugendberatung.", "documents/b.txt": "Zwei\n\nDie Jugend von heute.",
            "documents/c.txt": "Drei\n\nEine Drogenberatung.", "documents/d.txt": "Vier\n\nBäume und Büsche.",
        ]
        try withEngine(files, listed: ["Sucht", "Jugend", "Drogen", "Beratung"]) { engine throws in
            #expect(
                try engine.documents("Jugend- und Drogenberatung", .any)
                    == ["documents/c", "documents/a", "documents/b"])
            let response = try engine.search(SearchRequest(query: "Jugend- und Drogenberatung", match: .any))
            let marked = Dictionary(
                uniqueKeysWithValues: response.hits.map { ($0.document, $0.snippets.first?.html ?? "") })
            #expect(marked["documents/a"] == "Eine <mark>Jugendberatung</mark>.")
            #expect(marked["documents/b"] == "Die <mark>Jugend</mark> von heute.")
        }
    }

    @Test("old and new spellings find each other, and what is met is marked")
    func oldSpelling() throws {
        let files = [
            "documents/a.txt": "Eins\n\nEin Photo der Rheinschiffahrt.",
            "documents/b.txt": "Zwei\n\nEin Foto der Rheinschifffahrt.",
            "documents/c.txt": "Drei\n\nDie Geschaeftsstelle.", "documents/d.txt": "Vier\n\nDie Geschäftsstelle.",
            "lexicon/compounds.txt": "Schifffahrt: Schiff Fahrt",
        ]
        try IndexedCorpus.with(files) { indexed in
            try indexed.folder.write("words", "Schifffahrt\nSchiff\nFahrt\nRhein\nGeschäft\nStelle\n")
            try indexed.run { $0.wordList = indexed.folder.path + "/words" }
            let engine = try indexed.engine()
            for query in ["Foto", "Photo", "Rheinschiffahrt", "Rheinschifffahrt", "\"Foto der Rheinschiffahrt\""] {
                #expect(try engine.found(query) == ["documents/a", "documents/b"], "\(query)")
            }
            for query in ["Geschaeftsstelle", "Geschäftsstelle"] {
                #expect(try engine.found(query) == ["documents/c", "documents/d"], "\(query)")
            }
            let old = try #require(
                try engine.search(SearchRequest(query: "Foto")).hits.first { $0.document == "documents/a" })
            #expect(old.snippets.first?.html == "Ein <mark>Photo</mark> der Rheinschiffahrt.")
            #expect(old.matched.map(\.how) == ["variant"])
        }
    }

    @Test("the form as written comes first")
    func exactFirst() throws {
        let files = [
            "documents/a.txt": "Eins\n\nDie Beratungen sind gut.", "documents/b.txt": "Zwei\n\nDie Beratung ist gut.",
        ]
        try withEngine(files) { engine throws in
            #expect(try engine.documents("Beratung") == ["documents/b", "documents/a"])
            #expect(try engine.documents("Beratungen") == ["documents/a", "documents/b"])
        }
    }

    @Test("a verb that no text has as it was typed finds its other forms, and they are marked")
    func verbs() throws {
        let files = [
            "documents/a.txt": "Eins\n\nWer viel raucht, fragt nach Hilfe.",
            "documents/b.txt": "Zwei\n\nWenn Eltern trinken.",
            "documents/c.txt": "Drei\n\nDie Sucht der Eltern.",
            "documents/d.txt": "Vier\n\nWer trinkt, wenn Kinder trinken?",
        ]
        let listed = ["trinken", "trinkt", "rauchen", "raucht", "geraucht", "suchen", "sucht", "Sucht"]
        try withEngine(files, listed: listed) { engine throws in
            for query in ["rauchen", "geraucht", "ich habe geraucht"] {
                let found = try engine.search(SearchRequest(query: query))
                #expect(found.hits.map(\.document) == ["documents/a"], "\(query)")
                #expect(found.hits.first?.snippets.first?.html.contains("<mark>raucht</mark>") == true)
                #expect(found.didYouMean == nil)
            }
            #expect(try Set(engine.found("trinken")) == ["documents/b", "documents/d"])
            #expect(try engine.found("trinkt") == ["documents/d"])
            #expect(try engine.found("sucht") == ["documents/c"])
        }
    }

    @Test(
        "of two titles about one thing, that which asks as the question does comes first",
        arguments: [MatchMode.any, .auto])
    func wording(match: MatchMode) throws {
        let files = [
            "documents/a.txt": "Ob es Masken bringen oder keine\n\nEin Text.",
            "documents/b.txt": "Was bringen mir denn Masken\n\nEin Text.",
        ]
        try withEngine(files) { engine throws in
            let asked = try engine.search(SearchRequest(query: "Was bringen mir Masken?", match: match))
            #expect(asked.hits.map(\.document) == ["documents/b", "documents/a"])
            // Function words find nothing by themselves.
            #expect(try engine.search(SearchRequest(query: "Was mir Brot?", match: match)).total.value == 0)
        }
    }

    /// Every spelling of one word, each in a document of its own.
    static let spellings = [
        "Klient", "Klienten", "Klientin", "Klientinnen", "Klient:innen", "Klient*innen", "Klient_innen",
        "Klient/-innen",
        "KlientInnen", "Klient(innen)", "Klienten und Klientinnen", "Klient·innen",
    ]

    @Test("base, feminine and every gender form find each other", arguments: spellings)
    func gender(query: String) throws {
        var files: [String: String] = [:]
        for (number, spelling) in Self.spellings.enumerated() {
            files["documents/\(number).txt"] = "Seite \(number)\n\nHier sind \(spelling) willkommen."
        }
        files["documents/innen.txt"] = "Räume\n\nVon innen und außen."
        try withEngine(files) { engine throws in
            let expected = Self.spellings.indices.map { "documents/\($0)" }.sorted()
            #expect(try engine.found(query) == expected)
        }
    }

    @Test("`innen` alone finds no gender form")
    func inside() throws {
        let files = [
            "documents/a.txt": "Eins\n\nDie Klient:innen kommen.", "documents/b.txt": "Zwei\n\nDas Haus von innen.",
        ]
        try withEngine(files) { engine throws in #expect(try engine.found("innen") == ["documents/b"]) }
    }

    @Test("a word is found as a part of a compound, after the word itself")
    func part() throws {
        let files = [
            "documents/a.txt": "Eins\n\nDie Suchthilfe hat offen.", "documents/b.txt": "Zwei\n\nDie Sucht ist stark.",
            "documents/c.txt": "Drei\n\nWir haben das untersucht.",
        ]
        try withEngine(files) { engine throws in
            #expect(try engine.documents("Sucht") == ["documents/b", "documents/a"])
            #expect(try engine.documents("Hilfe") == ["documents/a"])
        }
    }

    @Test("a compound that no text has is found by its parts in one section")
    func splitQuery() throws {
        let files = [
            "documents/a.txt": "Eins\n\nEine Gruppe für Menschen in Trauer.",
            "documents/b.txt": "Zwei\n\nEine Gruppe für alle.",
            "documents/c.txt": "Drei\n\nDie Trauer nimmt kein Ende.",
        ]
        try withEngine(files) { engine throws in
            #expect(try engine.found("Trauergruppe") == ["documents/a"])
            #expect(try engine.found("Trauergruppen") == ["documents/a"])
        }
    }

    @Test("the compound itself comes before its parts")
    func compoundFirst() throws {
        let files = [
            "documents/a.txt": "Eins\n\nEine Gruppe für Menschen in Trauer.",
            "documents/b.txt": "Zwei\n\nDie Trauergruppe trifft sich am Abend.",
        ]
        try withEngine(files) { engine throws in
            #expect(try engine.documents("Trauergruppe") == ["documents/b", "documents/a"])
        }
    }

    @Test("a suspended hyphen stands for the whole word, at the beginning and at the end")
    func suspended() throws {
        let files = [
            "documents/a.txt": "Eins\n\nUnsere haupt- und ehrenamtlich Tätigen.",
            "documents/b.txt": "Zwei\n\nFür Selbsthilfegruppen und -treffen.",
            "documents/c.txt": "Drei\n\nSie arbeitet hauptamtlich.",
        ]
        try withEngine(files) { engine throws in
            #expect(try engine.found("hauptamtlich") == ["documents/a", "documents/c"])
            #expect(try engine.found("ehrenamtlich") == ["documents/a"])
            #expect(try engine.found("Selbsthilfetreffen") == ["documents/b"])
            #expect(try engine.found("haupt- und ehrenamtlich") == ["documents/a"])
        }
    }

    @Test("a suspended hyphen behind a function word does not ask for the function word")
    func suspendedFunctionWord() throws {
        let files = [
            "documents/a.txt": "Wege aus der Not\n\nHier reden wir.",
            "documents/b.txt": "Kurse\n\nAusbildung und Weiterbildung für alle.",
        ]
        try withEngine(files, listed: ["Ausbildung", "Weiterbildung"]) { engine throws in
            #expect(try engine.found("Aus- und Weiterbildung", .any) == ["documents/b"])
        }
    }

    @Test("a date weighs half as much again as a word that is as rare")
    func dateWeight() throws {
        // The first ten words of a text count twice, and no date does.
        let lead = "Alle Häuser planen Wege, Gärten, Brücken, Straßen, Plätze, Märkte, Felder, Höfe und Türme."
        let files = [
            "documents/a.txt": "Offene Treffen\n\nUnsere Treffen sind offen.",
            "documents/b.txt": "Neue Wege\n\n\(lead) Am 23. Oktober 2025 gab es Kohl.",
        ]
        try withEngine(files) { engine throws in
            let request = SearchRequest(query: "Kohl 23.10.2025", match: .any, explain: true)
            let matched = try engine.search(request).hits.first?.matched ?? []
            let word = try #require(matched.first { $0.query == "Kohl" }?.weight)
            let date = try #require(matched.first { $0.query == "23.10.2025" }?.weight)
            #expect(abs(date - 1.5 * word) < 0.01)
        }
    }

    @Test("umlauts are found written as two letters, and ß as ss, but u is not ü")
    func umlauts() throws {
        let files = [
            "documents/a.txt": "Eins\n\nUnsere Öffnungszeiten.", "documents/b.txt": "Zwei\n\nIn der Gartenstraße.",
            "documents/c.txt": "Drei\n\nEr lebt schwul und offen.", "documents/d.txt": "Vier\n\nDie Luft ist schwül.",
        ]
        try withEngine(files) { engine throws in
            #expect(try engine.found("oeffnungszeiten") == ["documents/a"])
            #expect(try engine.found("Öffnungszeiten") == ["documents/a"])
            #expect(try engine.found("gartenstrasse") == ["documents/b"])
            #expect(try engine.found("schwul") == ["documents/c"])
            #expect(try engine.found("schwül") == ["documents/d"])
            #expect(try engine.found("schwuel") == ["documents/d"])
        }
    }

    @Test("a decomposed umlaut is the same letter, in the text and in the query")
    func decomposed() throws {
        let files = ["documents/a.txt": "Eins\n\nDie Ha\u{308}user stehen leer."]
        try withEngine(files) { engine throws in
            #expect(try engine.found("Häuser") == ["documents/a"])
            #expect(try engine.found("Ha\u{308}user") == ["documents/a"])
        }
    }

    @Test("spellings of Easy Language equal the word")
    func easyLanguage() throws {
        let files = [
            "documents/a.txt": "Eins\n\nDie Beratungs-Stelle ist offen.",
            "documents/b.txt": "Zwei\n\nDie Beratungs·stelle ist offen.",
            "documents/c.txt": "Drei\n\nDie Beratungsstelle ist offen.",
        ]
        try withEngine(files) { engine throws in
            for query in ["Beratungsstelle", "Beratungs-Stelle", "Beratungs·stelle"] {
                #expect(try engine.found(query) == ["documents/a", "documents/b", "documents/c"], "\(query)")
            }
        }
    }

    @Test("a date is found in its other spelling, a month and a year too")
    func dates() throws {
        let files = [
            "documents/a.txt": "Eins\n\nDas Treffen war am 07.03.2018 im Haus.",
            "documents/b.txt": "Zwei\n\nDas Treffen war am 8. März 2018 im Garten.",
        ]
        try withEngine(files) { engine throws in
            #expect(try engine.found("7. März 2018") == ["documents/a"])
            #expect(try engine.found("08.03.2018") == ["documents/b"])
            #expect(try engine.found("2018") == ["documents/a", "documents/b"])
        }
    }

    @Test("the title and the headings are searched, and count more than the text")
    func headings() throws {
        let files = [
            "documents/a.md": CorpusFixture.page("Eins", [:], "Hier steht einmal Garten, weit hinten im Satz."),
            "documents/b.md": CorpusFixture.page("Garten", [:], "Hier steht etwas anderes, weit hinten im Satz."),
            "documents/c.md": CorpusFixture.page(
                "Drei", [:], "Anfang.\n\n## Wer wir sind\n\nMenschen.\n\n### Wohnung\n\nUnten."),
        ]
        try withEngine(files) { engine in
            #expect(try engine.documents("Garten") == ["documents/b", "documents/a"])
            let hit = try engine.search(SearchRequest(query: "Wohnung")).hits.first
            #expect(hit?.path == ["Wer wir sind", "Wohnung"])
            #expect(hit?.id == "documents/c#wohnung")
            // Function words are searched in headings.
            #expect(try engine.found("Wer wir sind") == ["documents/c"])
        }
    }
}
