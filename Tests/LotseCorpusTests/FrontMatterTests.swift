import Testing

@testable import LotseCorpus

@Suite("Front matter")
struct FrontMatterTests {
    @Test("keys are case-insensitive, unknown keys stay, nested values are flattened")
    func keys() throws {
        let text = """
            ---
            Title: "Wege: kurz"
            ID: moor/1
            Date: 7. März 2018
            URL: https://moor.example/a
            Topics: [Angst, Trauer]
            Region: Moorkate
            plz: 05123
            Kontakt: {Name: Ute, Tage: [Mo, Di]}
            empty:
            attachments:
              - {title: Plan, file: anlagen/plan.PDF}
              - https://moor.example/karte.png
            ---

            Text.
            """
        let document = try #require(parse(text, as: "x.md").documents.first)
        #expect(document.id == "moor/1")
        #expect(document.title == "Wege: kurz")
        #expect(document.date == "2018-03-07")
        #expect(document.url == "https://moor.example/a")
        #expect(
            document.metadata == [
                "topics": ["Angst", "Trauer"], "region": ["Moorkate"], "plz": ["05123"], "kontakt.name": ["Ute"],
                "kontakt.tage": ["Mo", "Di"],
            ])
        #expect(
            document.attachments == [
                Attachment(title: "Plan", file: "anlagen/plan.PDF", type: "pdf"),
                Attachment(
                    title: "https://moor.example/karte.png", url: "https://moor.example/karte.png", type: "png"),
            ])
    }

    @Test(
        "only the word public opens a document that states its visibility",
        arguments: [
            "internal", "Publik", "", "\"\"", "true", "[public]", "{a: public}", "public intern", "öffentlich",
        ])
    func withheld(_ value: String) {
        let result = parse("---\ntitle: T\nVisibility: \(value)\n---\nGeheim.\n", as: "a.md")
        #expect(result.documents.isEmpty)
        #expect(result.problems.map(\.code) == [.withheld])
        #expect(result.problems.map(\.severity) == [.info])
    }

    @Test("public documents are read", arguments: ["public", "Public", "' PUBLIC '"])
    func isPublic(_ value: String) {
        #expect(parse("---\nvisibility: \(value)\n---\nOffen.\n", as: "a.md").documents.count == 1)
    }

    @Test(
        "broken front matter that mentions visibility withholds the document",
        arguments: [
            "---\ntitle: a: b: c\nvisibility: internal\n---\nText\n",
            "---\nvisibility: internal\nvisibility: public\n---\nText\n",
            "---\ntitle: T\nVISIBILITY: internal\n\nText ohne Ende\n",
            "+++\nvisibility = \"internal\"\n+++\nText\n",
            "\n \n---\nvisibility: internal\n---\nText\n",
            "---\nVisibility: internal\nvisibility: public\n---\nText\n",
            "---\n- visibility\n---\nText\n",
            "---\r\nvisibility: internal\r\n---\r\nText\r\n",
            "\u{FEFF}---\nvisibility: internal\n---\nText\n",
        ])
    func failsClosed(_ text: String) throws {
        for path in ["a.md", "a.txt"] {
            try TemporaryCorpus.with([path: text]) { corpus in
                let (documents, problems) = try corpus.readAll()
                #expect(documents.isEmpty)
                #expect(problems.contains { $0.code == .withheld })
            }
        }
    }

    @Test("broken front matter without that word is reported with its line, and the body is read")
    func broken() throws {
        let result = parse("---\ntitle: T\nfoo: [1, 2\nbar: x\n---\n# Titel\n\nText.\n", as: "a.md")
        let problem = try #require(result.problems.first)
        #expect(problem.code == .frontMatter)
        let line = try #require(problem.line)
        #expect((2...5).contains(line))
        #expect(result.documents.first?.title == "Titel")
        #expect(result.documents.first?.sections.map(\.text) == ["Text."])
    }

    @Test("a rule at the head of a text is no front matter")
    func rule() {
        let result = parse("---\n\nNur eine Linie.\n", as: "a.md")
        #expect(result.problems.isEmpty)
        #expect(result.documents.first?.sections.map(\.text) == ["Nur eine Linie."])
    }

    @Test("an unknown kind and an unreadable date are reported and kept as metadata")
    func unknownValues() {
        let result = parse("---\nkind: Zettel\ndate: neulich\n---\nText.\n", as: "forums/a.md")
        #expect(result.problems.map(\.code) == [.frontMatter, .frontMatter])
        #expect(result.documents.first?.kind == .forum)
        #expect(result.documents.first?.metadata == ["kind": ["Zettel"], "date": ["neulich"]])
    }

    @Test("the corpus' defaults fill in what a document lacks, its visibility too")
    func defaults() throws {
        let settings =
            "name: Moornetz\nbase_url: https://moor.example/\ndefaults:\n  Publisher: Netz\n  visibility: internal\n"
        try TemporaryCorpus.with([
            "lotse.yaml": settings,
            "documents/a.md": "---\nvisibility: public\nurl: /a.html\n---\nA.\n",
            "documents/b.md": "B.\n",
            "documents/c.html": "<p>C.</p>",
            "documents/d.json": #"{"title": "D", "text": "D."}"#,
        ]) { corpus in
            let (documents, problems) = try corpus.readAll()
            #expect(Array(documents.keys) == ["documents/a"])
            #expect(documents["documents/a"]?.url == "https://moor.example/a.html")
            #expect(documents["documents/a"]?.metadata["publisher"] == ["Netz"])
            #expect(problems.filter { $0.code == .withheld }.count == 3)
            #expect(try corpus.reader().settings.name == "Moornetz")
        }
    }

    @Test("a lotse.yaml that cannot be read ends in an error, because it may withhold documents")
    func brokenSettings() throws {
        try TemporaryCorpus.with(["lotse.yaml": "defaults: [\n", "a.md": "A."]) { corpus in
            #expect(throws: CorpusError.self) { _ = try corpus.reader() }
        }
    }

    @Test(
        "dates are understood in German and in ISO 8601",
        arguments: [
            ("2018-03-07", "2018-03-07"), ("07.03.2018", "2018-03-07"), ("7.3.18", "2018-03-07"),
            ("7. März 2018", "2018-03-07"), ("am Mittwoch, den 7. Maerz 2018", "2018-03-07"),
            ("März 2018", "2018-03-01"), ("03/2018", "2018-03-01"), ("2018", "2018-01-01"),
            ("2018-03-07T09:30:00Z", "2018-03-07"), ("2018-03-07 09:30", "2018-03-07"), ("29. Feb. 2024", "2024-02-29"),
            ("1. Jänner 1999", "1999-01-01"), ("Stand: neulich", nil), ("30.02.2018", nil), ("29.02.2023", nil),
            ("3/7/2018", nil), ("", nil), ("99999999999999999999", nil), ("13.13.2013", nil), ("Mai", nil),
        ] as [(String, String?)])
    func dates(_ text: String, _ iso: String?) {
        #expect(GermanDate.iso(text)?.date == iso)
    }
}
