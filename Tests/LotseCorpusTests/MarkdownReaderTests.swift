import Testing

@testable import LotseCorpus

@Suite("Markdown")
struct MarkdownReaderTests {
    @Test("headings become sections with their path, and the first heading is the title")
    func headings() throws {
        let document = try #require(
            parse(
                "# Hilfe im Moor\n\nVorweg.\n\n## Wege\n\n### Zu Fuß\n\nÜber den Damm.\n\n## Kosten\n\nKeine.\n",
                as: "a.md"
            ).documents.first)
        #expect(document.title == "Hilfe im Moor")
        #expect(document.id == "a")
        #expect(document.sections.map(\.anchor) == ["top", "zu-fuß", "kosten"])
        #expect(document.sections.map(\.path) == [[], ["Wege", "Zu Fuß"], ["Kosten"]])
        #expect(document.sections.map(\.text) == ["Vorweg.", "Über den Damm.", "Keine."])
    }

    @Test("a heading that continues the stated title completes it and is no part of the path")
    func titleContinued() throws {
        let text = "---\ntitle: Moorordnung\n---\n# Moorordnung (MoO)\n\n## § 1 Zweck\n\nRuhe.\n"
        let document = try #require(parse(text, as: "a.md").documents.first)
        #expect(document.title == "Moorordnung (MoO)")
        #expect(document.sections.map(\.path) == [["§ 1 Zweck"]])
        #expect(document.sections.map(\.anchor) == ["1-zweck"])
    }

    @Test("another first heading than the stated title stays in the path")
    func otherHeading() throws {
        let document = try #require(parse("---\ntitle: Moor\n---\n# Heide\n\nSand.\n", as: "a.md").documents.first)
        #expect(document.title == "Moor")
        #expect(document.sections.map(\.path) == [["Heide"]])
    }

    @Test("lists, tables, code, images, links and definitions become plain text")
    func inlines() throws {
        let text = """
            Wir bieten:

            - **Rat** und [Tat](https://rat.example)
            - ein ![Bild vom Steg](steg.png)
              - innen

            3. drei
            4. vier

            | Tag | Zeit |
            |-----|------|
            | Mo  | 9 Uhr |

            Stand
            :   2019-04-01

            Vor-
            sorge ~~alt~~ neu<br>Zeile <b>fett</b>

            ```
            code   hier
            ```
            <div><p>Ein <i>Kasten</i></p><script>böse()</script></div>
            """
        let body = try #require(parse(text, as: "a.md").documents.first?.sections.first?.text)
        #expect(
            body == """
                Wir bieten:
                • Rat und Tat
                • ein Bild vom Steg
                  • innen
                3. drei
                4. vier

                Tag | Zeit
                Mo | 9 Uhr

                Stand: 2019-04-01

                Vor-
                sorge alt neu
                Zeile fett

                code hier

                Ein Kasten
                """)
    }

    @Test("a footnote goes below the section that refers to it")
    func footnotes() throws {
        let text = "# T\n\n## Eins\n\nSatz[^n].\n\n## Zwei\n\nEnde.\n\n[^n]: Die Anmerkung.\n"
        let sections = try #require(parse(text, as: "a.md").documents.first?.sections)
        #expect(sections.map(\.text) == ["Satz.\n\n[1] Die Anmerkung.", "Ende."])
    }

    @Test("a long section is split at paragraphs under the same path")
    func longSection() throws {
        let paragraph = String(repeating: "Moor und Heide. ", count: 500)
        let text = "# T\n\n## Lang\n\n" + Array(repeating: paragraph, count: 12).joined(separator: "\n\n")
        let document = try #require(parse(text, as: "a.md").documents.first)
        #expect(document.sections.map(\.anchor) == ["lang", "lang~2", "lang~3"])
        #expect(document.sections.allSatisfy { $0.path == ["Lang"] && $0.text.hasSuffix("Heide.") })
        #expect(violations(of: document).isEmpty)
        let words = document.sections.map { $0.text.split(whereSeparator: \.isWhitespace).count }.reduce(0, +)
        #expect(words == 12 * 500 * 3)
    }

    @Test("a heading with nothing below it is kept, a parent of headings is not repeated")
    func emptyHeadings() throws {
        let sections = try #require(
            parse("# T\n\n## A\n\n### B\n\n## C\n\nText.\n", as: "a.md").documents.first?.sections)
        #expect(sections.map(\.path) == [["A", "B"], ["C"]])
        #expect(sections.map(\.text) == ["", "Text."])
    }

    @Test("in a forum the items below a question are results with the question as their context")
    func forum() throws {
        let text = """
            ---
            kind: forum
            ---
            # Forum 2: Nacht

            - vorab

            ## AG 1: Licht

            Moderation: Ilse Brandt

            ### Was hilft gegen Dunkelheit?

            - Eine Lampe
            - Zwei Lampen,
              wenn es sein muss
              - am Weg

            ### Wünsche

            - Mond

            ## Ausblick

            - Morgen
            """
        let document = try #require(parse(text, as: "f.md").documents.first)
        let results = document.sections.filter { $0.kind == .result }
        #expect(document.kind == .forum)
        #expect(results.map(\.anchor) == ["ag-1.1.1", "ag-1.1.2", "ag-1.1.3", "ag-1.2.1"])
        #expect(results.map(\.text) == ["Eine Lampe", "Zwei Lampen, wenn es sein muss", "am Weg", "Mond"])
        #expect(results.first?.context == "Was hilft gegen Dunkelheit?")
        #expect(results.first?.path == ["AG 1: Licht", "Was hilft gegen Dunkelheit?"])
        let bodies = document.sections.filter { $0.kind == .body }
        #expect(bodies.map(\.text) == ["• vorab", "Moderation: Ilse Brandt", "• Morgen"])
    }

    @Test("navigation at the head and the tail of a page is dropped")
    func furniture() throws {
        let text = "[Seite drucken](#)\n\n# T\n\nText bleibt.\n\n[Zurück](/)\n\n[nach oben](#top)\n"
        let result = parse(text, as: "a.md")
        #expect(result.documents.first?.sections.map(\.text) == ["Text bleibt."])
        #expect(result.furniture == ["Seite drucken", "nach oben", "Zurück"])
    }

    @Test(
        "markup that no text has is read as plain text and reported",
        arguments: [
            String(repeating: ">", count: 5_000) + " Zitat",
            String(repeating: "- ", count: 300) + "tief",
            String(repeating: "*a **b ", count: 9_000),
            "a" + String(repeating: "|a", count: 2_000) + String(repeating: "\nx", count: 1_000),
        ])
    func pathological(_ text: String) {
        let result = parse(text, as: "a.md")
        #expect(result.problems.map(\.code) == [.markup])
    }
}
