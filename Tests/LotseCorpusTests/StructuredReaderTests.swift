import Testing

@testable import LotseCorpus

@Suite("JSON, YAML and JSON Lines")
struct StructuredReaderTests {
    @Test("text is taken as it is, in one section")
    func plainText() throws {
        let json =
            #"{"id": "x", "title": "T", "text": "Überschrift\n\nEin Absatz.\n\n  • Punkt", "city": "Seegrund", "n": 3}"#
        let document = try #require(parse(json, as: "a.json").documents.first)
        #expect(document.sections == [Section(anchor: "top", text: "Überschrift\n\nEin Absatz.\n\n  • Punkt")])
        #expect(document.metadata == ["city": ["Seegrund"], "n": ["3"]])
    }

    @Test("sections keep headings, paths, anchors and results")
    func sections() throws {
        let yaml = """
            title: T
            sections:
              - text: Vorweg.
              - {heading: Ziele, text: Eins.}
              - {path: [Weg, Ziele], text: Zwei.}
              - {path: Weg, anchor: "mein anker", text: Drei.}
              - {heading: Frage?, text: Antwort., kind: result, context: "Frage?"}
            """
        let document = try #require(parse(yaml, as: "a.yaml").documents.first)
        #expect(document.sections.map(\.anchor) == ["top", "ziele", "ziele-2", "mein-anker", "frage"])
        #expect(document.sections.map(\.path) == [[], ["Ziele"], ["Weg", "Ziele"], ["Weg"], ["Frage?"]])
        #expect(document.sections.last?.kind == .result)
    }

    @Test("a list and a list page are many documents")
    func lists() {
        let list = #"[{"title": "A", "text": "a"}, {"id": "b", "title": "B", "text": "b"}]"#
        #expect(parse(list, as: "x/l.json").documents.map(\.id) == ["x/l/1", "b"])
        let page = #"{"total_items": 1, "contents": [{"name": "Haus", "services": []}]}"#
        #expect(parse(page, as: "l.json").problems.map(\.code) == [.empty])
        let hidden = #"{"visibility": "internal", "contents": [{"name": "Haus", "description": "x", "services": []}]}"#
        #expect(parse(hidden, as: "l.json").problems.map(\.code) == [.withheld])
    }

    @Test(
        "an unknown shape is reported and not guessed", arguments: [#"{"a": 1}"#, "3", #"["x"]"#, #"{"name": "nur"}"#])
    func unknownShape(_ json: String) {
        let result = parse(json, as: "a.json")
        #expect(result.documents.isEmpty)
        #expect(result.problems.map(\.code) == [.structure])
    }

    @Test("a bad line is reported with its number, and the rest is read")
    func badLine() {
        let text =
            "{\"id\":\"a\",\"text\":\"eins\"}\n\n{kaputt\n{\"id\":\"b\",\"text\":\"zwei\",\"visibility\":\"x\"}\n[]\n{\"id\":\"c\",\"text\":\"drei\"}"
        let result = parse(text, as: "a.jsonl")
        #expect(result.documents.map(\.id) == ["a", "c"])
        #expect(result.problems.map(\.code) == [.json, .withheld])
        #expect(result.problems.map(\.line) == [3, 4])
    }

    @Test("lines longer than a piece of the stream are read whole, lines over the limit are reported")
    func streamed() throws {
        let long = String(repeating: "wort ", count: 500_000)
        let lines = (0..<4).map { "{\"id\":\"d\($0)\",\"text\":\"\(long)\"}" }
        try TemporaryCorpus.with(["a.jsonl": lines.joined(separator: "\n")]) { corpus in
            var configuration = CorpusReader.Configuration()
            let (documents, problems) = try corpus.readAll()
            #expect(problems.isEmpty)
            #expect(documents.keys.sorted() == ["d0", "d1", "d2", "d3"])
            #expect(
                documents["d2"]?.sections.allSatisfy { $0.text.utf8.count <= configuration.limits.sectionBytes } == true
            )
            let words = documents["d2"]?.sections.map { $0.text.split(separator: " ").count }.reduce(0, +)
            #expect(words == 500_000)

            configuration.limits.lineBytes = 1_000
            let reader = try CorpusReader(root: corpus.root, configuration: configuration)
            let source = try #require(reader.sources().sources.first)
            let reading = reader.read(source) { _ in Issue.record("nothing may be emitted") }
            #expect(reading.problems.map(\.code) == [.tooLarge, .tooLarge, .tooLarge, .tooLarge])
            #expect(reading.problems.map(\.line) == [1, 2, 3, 4])
            #expect(try reading.digest == reader.digest(source))
        }
    }

    @Test("broken files name their line")
    func broken() {
        let json = parse("{\n\"a\": 1,\n\"b\": ]\n}", as: "a.json").problems
        #expect(json.map(\.code) == [.json])
        #expect(json.first?.line == 3)
        let yaml = parse("a: 1\nb: [1, 2\nc: 3\n", as: "a.yaml").problems
        #expect(yaml.map(\.code) == [.yaml])
        #expect(yaml.first?.line != nil)
    }

    @Test("alias bombs and deep nesting end in a problem")
    func bombs() {
        var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        for level in 1..<12 {
            bomb += "a\(level): &a\(level) [\(Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", "))]\n"
        }
        #expect(parse(bomb, as: "a.yaml").problems.map(\.code) == [.yaml])
        let keyed = "a: &a [1]\nb: &b {? [*a, *a] : 1}\n? *b\n: c\n"
        #expect(parse(keyed, as: "a.yaml").documents.isEmpty)
        let deep = String(repeating: "[", count: 50_000)
        #expect(parse(deep, as: "a.yaml").problems.map(\.code) == [.yaml])
        #expect(parse(deep, as: "a.json").problems.map(\.code) == [.json])
        let closed = String(repeating: "[", count: 300) + String(repeating: "]", count: 300)
        #expect(parse(closed, as: "a.yaml").problems.map(\.code) == [.yaml])
        #expect(parse(closed, as: "a.json").problems.map(\.code) == [.json])
        let dashes = String(repeating: "- ", count: 5_000) + "x"
        #expect(parse(dashes, as: "a.yaml").problems.map(\.code) == [.yaml])
    }

    @Test("a forum has anchors by working group, question and result")
    func forum() throws {
        let yaml = """
            title: Forum 4
            event: Fachtag See
            date: 2016-10-12
            intro: |
              Erster Absatz.

              Zweiter Absatz.
            working_groups:
              - name: AG 1
                title: Ufer
                moderation: Uwe Tamm
                questions:
                  - question: Wem gehört das Ufer?
                    results: [Allen., Niemandem.]
                  - question: Wer mäht?
                    results: [Der Verein.]
              - name: Runde B
                results: [Nichts.]
            """
        let document = try #require(parse(yaml, as: "forums/f.yaml").documents.first)
        #expect(document.kind == .forum)
        #expect(document.date == "2016-10-12")
        #expect(document.metadata == ["event": ["Fachtag See"]])
        #expect(
            document.sections.map(\.anchor) == ["top", "ag-1", "ag-1.1.1", "ag-1.1.2", "ag-1.2.1", "runde-b.1"])
        #expect(document.sections[0].text == "Erster Absatz.\n\nZweiter Absatz.")
        #expect(document.sections[2].path == ["AG 1: Ufer", "Wem gehört das Ufer?"])
        #expect(document.sections[2].context == "Wem gehört das Ufer?")
        #expect(document.sections[5].context == "Runde B")
    }
}
