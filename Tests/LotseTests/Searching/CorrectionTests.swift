import LotseAPI
import LotseTestSupport
import Testing

@testable import Lotse

@Suite("Misspelt words")
struct CorrectionTests {
    static let files: [String: String] = {
        var files = [
            "documents/a.txt": "Trauergruppe\n\nDie Trauergruppe trifft sich im Garten. Es hilft auch eine Beratung.",
            "documents/b.txt": "Therapie\n\nEine Therapie bei Abhängigkeit dauert. Die Beratung hilft bei der Suche.",
            "documents/c.txt": "Wandern\n\nWanderung durch den Wald, mit Hilfe für alle, die müde sind.",
        ]
        for number in 0..<60 {
            files["documents/x\(number).txt"] =
                "Seite \(number)\n\nAltstadt und Rathaus, Markt und Brunnen, eine Einrichtung. Nummer \(number)."
        }
        return files
    }()

    static func answer(_ query: String, _ match: MatchMode = .auto) throws -> SearchResponse {
        try withEngine(files) { try $0.search(SearchRequest(query: query, match: match)) }
    }

    @Test(
        "a word that no text has is replaced by the one that was meant, and the answer says so",
        arguments: [
            ("Trauergrupe", "Trauergruppe", "documents/a"), ("trauergrupppe", "Trauergruppe", "documents/a"),
            ("Terapie", "Therapie", "documents/b"), ("Abhengigkeit", "Abhängigkeit", "documents/b"),
            ("Wandreung", "Wanderung", "documents/c"), ("Wanderug", "Wanderung", "documents/c"),
            // A syllable is missing.
            ("Abhäkeit", "Abhängigkeit", "documents/b"), ("Trapie", "Therapie", "documents/b"),
            ("\"Therapie bei Abhängigkeitt\"", "\"Therapie bei Abhängigkeit\"", "documents/b"),
        ])
    func replaced(typed: String, meant: String, document: String) throws {
        let response = try Self.answer(typed)
        #expect(response.didYouMean == DidYouMean(query: meant, applied: true))
        #expect(response.query == typed)
        #expect(response.hits.first?.document == document)
        #expect(response.notes.contains { $0.hasPrefix("In keinem Text gefunden und ersetzt: ") })
    }

    @Test(
        "words that are right are left alone",
        arguments: [
            "Trauergruppe", "Trauergruppen", "Therapien", "Wanderungen", "Beratung Garten", "abhängig", "der", "x1234",
            "müd", "Wandergruppe", "Rathausbrunnen", "Klient:innen", "12.03.2024", "test@example.org", "Brunnen",
            "Trau*", "ab", "Ab-Wanderung", "GA-Therapie",
        ])
    func leftAlone(query: String) throws {
        #expect(try Self.answer(query).didYouMean == nil)
    }

    @Test("a misspelling with the stem of the word that was meant is asked about, and its other forms are not")
    func sameStem() throws {
        let response = try Self.answer("Einrichtigung")
        #expect(response.didYouMean == DidYouMean(query: "Einrichtung", applied: false))
        #expect(response.total.value == 60)
        for right in ["Einrichtung", "Einrichtungen"] {
            #expect(try Self.answer(right).didYouMean == nil, "\(right)")
        }
    }

    @Test(
        "a compound with one misspelt half is asked about, whatever word the half may be a form of",
        arguments: [("Traurgruppe", "Trauergruppe"), ("traurgruppe", "Trauergruppe")])
    func compounds(typed: String, meant: String) throws {
        let response = try Self.answer(typed)
        #expect(response.didYouMean?.query == meant)
    }

    @Test("a compound of listed words, one of which no text has, is asked about")
    func strangeCompound() throws {
        let files = [
            "documents/a.txt": "Eins\n\nPflege zu Hause: Der Pflegegrad wird geprüft.",
            "documents/b.txt": "Zwei\n\nWer pflegt, fragt nach dem Pflegegrad seiner Eltern.",
        ]
        try withEngine(files, listed: ["Pflege", "Grat", "Grad", "Pflegegrad"]) { engine throws in
            let response = try engine.search(SearchRequest(query: "Pflegegrat"))
            #expect(response.didYouMean?.query == "Pflegegrad")
        }
    }

    @Test("a word that a word list has and no text is replaced where nothing else is found, on every page alike")
    func listed() throws {
        let files = Dictionary(
            uniqueKeysWithValues: (0..<30).map {
                ("documents/x\($0).txt", "Seite \($0)\n\nGegen Gewalt, Nummer \($0).")
            })
        try withEngine(files, listed: ["Gewallt"]) { engine throws in
            var seen: Set<String> = []
            for page in 1...4 {
                let found = try engine.search(SearchRequest(query: "Gewallt", page: page))
                #expect(found.didYouMean == DidYouMean(query: "Gewalt", applied: true), "page \(page)")
                #expect(found.total.value == 30)
                seen.formUnion(found.hits.map(\.document))
            }
            #expect(seen.count == 30)
        }
    }

    @Test("a listed word that sounds otherwise is only asked about, and no function word is offered for it")
    func listedOtherwise() throws {
        let files = Dictionary(
            uniqueKeysWithValues: (0..<30).map {
                (
                    "documents/x\($0).txt",
                    "Seite vier\n\nMenschen haben, was ein Mensch braucht, Nummer \($0), kein Garten."
                )
            })
        try withEngine(files, listed: ["manisch", "hauen"]) { engine throws in
            let answers = try ["manisch", "hauen", "Ketamin"].map { try engine.search(SearchRequest(query: $0)) }
            #expect(answers.allSatisfy { $0.total.value == 0 && $0.didYouMean?.applied != true })
            #expect(answers[1].didYouMean == nil && answers[2].didYouMean == nil)
        }
    }

    @Test("a listed word finds the texts with the word that is made of it, where nothing else is found")
    func derived() throws {
        let files = Dictionary(
            uniqueKeysWithValues: (0..<3).map {
                (
                    "documents/x\($0).txt",
                    "Seite \($0)\n\nLeben mit Schizophrenie, wer für den Schaden haftet, und Wanderungen."
                )
            })
        try withEngine(files, listed: ["schizophren", "haft", "wander"]) { engine throws in
            let found = try engine.search(SearchRequest(query: "schizophren"))
            #expect(found.didYouMean == DidYouMean(query: "Schizophrenie", applied: true) && found.total.value == 3)
            // Of so short a stem, and with so long an end, it may be any word.
            for other in ["haft", "wander"] {
                #expect(try engine.search(SearchRequest(query: other)).didYouMean == nil, "\(other)")
            }
        }
    }

    @Test(
        "half a word becomes one that begins so: a common one of which little is missing",
        arguments: [("Selbsthil", "Selbsthilfe"), ("Depr", "Depression"), ("Depressi", "Depression")])
    func halves(typed: String, meant: String) throws {
        var files = [
            "documents/a.txt": "Eins\n\nSelbsthilfe bei Depression.", "documents/b.txt": "Zwei\n\nSelbsthilfe.",
        ]
        for number in 0..<3 {
            files["documents/x\(number).txt"] = "Seite \(number)\n\nSelbsthilfeunterstützungsstellen."
        }
        try withEngine(files) { engine throws in
            #expect(
                try engine.search(SearchRequest(query: typed)).didYouMean == DidYouMean(query: meant, applied: true))
        }
    }

    @Test("words for a wording that no text has are found on every page")
    func wordingOnPages() throws {
        let files = Dictionary(
            uniqueKeysWithValues: (0..<15).map {
                ("documents/x\($0).txt", "Seite \($0)\n\nHilfe, Nummer \($0), im Garten.")
            })
        try withEngine(files) { engine throws in
            let pages = try (1...2).map { try engine.search(SearchRequest(query: "\"Garten Hilfe\"", page: $0)) }
            #expect(pages.map(\.hits.count) == [10, 5])
            #expect(pages[0].notes == pages[1].notes)
        }
    }

    @Test("a short word is not replaced by a function word, and a point of what is shortened goes")
    func notReplaced() throws {
        let files = [
            "documents/a.txt": "Eins\n\nGeht ins Haus. Eine gesetzliche Betreuung.",
            "documents/b.txt": "Zwei\n\nWege ins Freie. Die gesetzliche Frist.",
        ]
        try withEngine(files) { engine throws in
            #expect(try engine.search(SearchRequest(query: "Inso")).didYouMean == nil)
            let short = try engine.search(SearchRequest(query: "gesetzl. Betreuung"))
            #expect(short.didYouMean?.query.contains(".") == false)
            #expect(short.hits.first?.document == "documents/a")
        }
    }

    @Test("what nothing is near to stays as it is")
    func nothingNear() throws {
        let response = try Self.answer("Xylophonquartett")
        #expect(response.didYouMean == nil)
        #expect(response.hits.isEmpty)
        #expect(response.notes == [])
    }

    @Test("a word of few texts beside a very common one is only asked about")
    func rare() throws {
        var files = Self.files
        for number in 0..<60 {
            files["documents/y\(number).txt"] = "Blatt \(number)\n\nAltstadt am Fluss, Ufer \(number)."
        }
        files["documents/z.txt"] = "Fehler\n\nDie Alstadt."
        try withEngine(files) { engine in
            let response = try engine.search(SearchRequest(query: "Alstadt"))
            #expect(response.didYouMean == DidYouMean(query: "Altstadt", applied: false))
            #expect(response.hits.map(\.document) == ["documents/z"])
        }
    }

    @Test("what goes with the other words of the query wins")
    func company() throws {
        var files: [String: String] = [:]
        for number in 0..<3 { files["documents/a\(number).txt"] = "Eins \(number)\n\nEin Garten mit Rosen \(number)." }
        for number in 0..<6 { files["documents/b\(number).txt"] = "Mehr \(number)\n\nDosen im Keller \(number)." }
        try withEngine(files) { engine throws in
            // Both are one error away, and `Dosen` is more common.
            #expect(try engine.search(SearchRequest(query: "Qosen")).didYouMean?.query == "Dosen")
            #expect(try engine.search(SearchRequest(query: "Garten Qosen")).didYouMean?.query == "Garten Rosen")
        }
    }

    @Test(
        "an excluded word is not corrected, and a correction holds in every way of matching",
        arguments: MatchMode.allCases)
    func modes(match: MatchMode) throws {
        #expect(try Self.answer("Garten -Trauergrupe", match).didYouMean == nil)
        #expect(try Self.answer("Trauergrupe", match).hits.first?.document == "documents/a")
    }

    @Test("a word that a withdrawn document alone had is no longer offered")
    func withdrawn() throws {
        try IndexedCorpus.with(Self.files) { indexed in
            try indexed.run()
            #expect(try indexed.engine().search(SearchRequest(query: "Terapie")).didYouMean != nil)
            try indexed.corpus.remove("documents/b.txt")
            let report = try indexed.run()
            #expect(report.mode == "update")
            #expect(try indexed.engine().search(SearchRequest(query: "Terapie")).didYouMean == nil)
        }
    }
}
