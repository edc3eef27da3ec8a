import Testing

@testable import LotseCorpus

@Suite("Page furniture")
struct FurnitureTests {
    @Test(
        "built-in shapes are recognised",
        arguments: [
            "Sie befinden sich hier: Start > Hilfe", "Sie sind hier:", "Startseite » Rat » Angst", "drucken",
            "Seite drucken", "« Zurück", "Zurück zur Übersicht", "▲ nach oben", "drucken | nach oben | Zurück",
            "Impressum | Datenschutz | Kontakt", "Verklickt? Hier geht's zurück!", "Falsch abgebogen? Zur Übersicht",
            "X:\\Ablage\\2018\\text neu.docx", "\\\\server\\freigabe\\text.doc", "file:///C:/texte/a.doc",
            "© 2014 Kreis Seegrund", "Copyright 2011 Verein Steg", "Alle Rechte vorbehalten", "Seite 3 von 12",
            "Diese Website verwendet Cookies.", "Ergebnisse aus der Themensuche zu dem Suchbegriff",
            "Seite weiterleiten Seite drucken Zum Seitenanfang", "Artikel per E-Mail versenden",
            "Seite vorlesen lassen",
        ])
    func shapes(_ line: String) {
        #expect(BuiltinFurniture.shape(line) != nil)
    }

    @Test(
        "content that looks a little like furniture stays",
        arguments: [
            "Öffnungszeiten", "Kontakt", "Zurück ins Leben", "Zurück in den Beruf", "Wie kommt das Vertrauen zurück?",
            "Sie sind hier richtig, wenn Sie trauern.", "Drucken lernen für Kinder", "Startseite gesucht",
            "Die Ergebnisse der AG 2: Was fehlt?", "Seite an Seite", "Nach oben offen", "Hilfe", "Teilen macht reich",
            "Wer suchet, der findet Ergebnisse.", "Alle sind willkommen", "Impressum", "Kekse und Cookies backen",
            "z:B. nicht", "Ist das falsch? Wir sagen nein.", "Seite drei",
        ])
    func content(_ line: String) {
        #expect(BuiltinFurniture.shape(line) == nil)
    }

    @Test("the corpus' own list drops literal lines and whole matches of expressions, wherever they stand")
    func lexicon() throws {
        let lexicon = "# Kommentar\nBitte  beachten Sie\n/stand: \\d{4}/\n"
        let text = "Steg\n\nBITTE beachten Sie\n\nDer Steg ist nass.\n\nStand: 2019\n\nStand: 2019, heute\n"
        let result = parse(Array(text.utf8), as: "a.txt", lexicon: lexicon)
        #expect(result.furniture == ["BITTE beachten Sie", "Stand: 2019"])
        #expect(result.documents.first?.sections.first?.text == "Der Steg ist nass.\n\nStand: 2019, heute")
        let markdown = parse(Array("# Steg\n\nNass.\n\nstand: 2019\n\nEnde.\n".utf8), as: "a.md", lexicon: lexicon)
        #expect(markdown.documents.first?.sections.map(\.text) == ["Nass.\n\nEnde."])
    }

    @Test("an expression that cannot be read is reported with its line")
    func badExpression() throws {
        try TemporaryCorpus.with(["lexicon/furniture.txt": "gut\n/(/\n", "documents/a.md": "A."]) { corpus in
            let problems = try corpus.reader().sources().problems
            #expect(problems.map(\.code) == [.lexicon])
            #expect(problems.first?.line == 2)
            #expect(problems.first?.path == "lexicon/furniture.txt")
        }
    }

    @Test("lines that many pages share at their edges are dropped there, and nowhere else")
    func survey() throws {
        var files: [String: String] = [:]
        for number in 0..<12 {
            files["p\(number).txt"] = """
                Netz Seegrund – wir hören zu

                Seite Nummer \(number) vom Ufer

                Der \(number). Absatz ist eigen.

                Öffnungszeiten

                Montag ab neun, Gruppe \(number).

                Spenden an den Verein Steg
                """
        }
        files["q.html"] = "<p>Spenden an den Verein Steg</p><p>Nur hier.</p><p>Spenden an den Verein Steg</p>"
        try TemporaryCorpus.with(files) { corpus in
            let reader = try corpus.reader()
            let profile = reader.surveyFurniture(reader.sources().sources)
            #expect(profile.head == ["netz seegrund – wir hören zu"])
            #expect(profile.tail == ["spenden an den verein steg"])
            let (documents, problems) = try corpus.readAll()
            #expect(problems.isEmpty)
            #expect(documents["p3"]?.title == "Seite Nummer 3 vom Ufer")
            #expect(documents["p3"]?.sections.map(\.path) == [[], ["Öffnungszeiten"]])
            #expect(documents["p3"]?.sections.map(\.text) == ["Der 3. Absatz ist eigen.", "Montag ab neun, Gruppe 3."])
            #expect(documents["q"]?.sections.map(\.text) == ["Spenden an den Verein Steg\n\nNur hier."])
            #expect(reader.fingerprint(furniture: profile) != reader.fingerprint(furniture: .none))
        }
    }

    @Test("few pages teach nothing")
    func fewPages() throws {
        var files: [String: String] = [:]
        for number in 0..<7 { files["p\(number).txt"] = "Gleicher Kopf\n\nText \(number).\n" }
        try TemporaryCorpus.with(files) { corpus in
            let reader = try corpus.reader()
            #expect(reader.surveyFurniture(reader.sources().sources) == .none)
        }
    }

    @Test("a page of nothing but furniture is reported as empty")
    func onlyFurniture() throws {
        try TemporaryCorpus.with(["a.txt": "Seite drucken\n\nZurück\n", "b.txt": "", "c.md": "\n\n"]) { corpus in
            let (documents, problems) = try corpus.readAll()
            #expect(documents.isEmpty)
            #expect(problems.map(\.code) == [.empty, .empty, .empty])
        }
    }

    @Test("a title without a text is a document, breadcrumbs without a page are none")
    func titleOnly() throws {
        let files = ["a.md": "# Steg\n", "b.txt": "Der Steg\n", "c.txt": "Sie befinden sich hier: Start > Steg\n"]
        try TemporaryCorpus.with(files) { corpus in
            let (documents, problems) = try corpus.readAll()
            #expect(documents.values.map(\.title).sorted() == ["Der Steg", "Steg"])
            #expect(documents.values.allSatisfy { $0.sections == [Section(anchor: "top", text: "")] })
            #expect(problems.map(\.path) == ["c.txt"])
            #expect(problems.map(\.code) == [.empty])
        }
    }
}
