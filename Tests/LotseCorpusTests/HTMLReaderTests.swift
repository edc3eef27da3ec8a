import Testing

@testable import LotseCorpus

@Suite("HTML")
struct HTMLReaderTests {
    @Test("the content of main is read, navigation and hidden elements are not")
    func content() throws {
        let html = """
            <!doctype html><html lang="de-AT"><head><title>Steg | Netz</title>
            <meta name="description" content="Rat am See"><meta name="keywords" content="Angst, Trauer">
            <meta name="date" content="7. März 2018"><meta name="author" content="U. Ferr">
            <style>p{}</style><script>var x = "<p>böse</p>"</script></head>
            <body><header><p>Netz</p></header><nav><a href="/">Start</a></nav>
            <main><h1>Der Steg</h1><p>Ein <b>fester</b>&nbsp;Steg&shy;bau.<br>Am&#32;See.</p>
            <div hidden>weg</div><div style="display: none">weg</div><p aria-hidden="true">weg</p>
            <form><p>Suche</p></form><aside>weg</aside>
            <h2>Zeiten</h2><ul><li>Montag<ul><li>früh</li></ul></li><li>Dienstag</li></ul>
            <ol start="3"><li>drei</li></ol>
            <table><tr><th>Tag</th><th>Uhr</th></tr><tr><td>Mo</td><td>9</td></tr></table>
            <dl><dt>Ort</dt><dd>Seegrund</dd></dl><pre>a  b
            c</pre></main><footer>weg</footer></body></html>
            """
        let document = try #require(parse(html, as: "a.html").documents.first)
        #expect(document.title == "Der Steg")
        #expect(document.language == "de-AT")
        #expect(document.date == "2018-03-07")
        #expect(
            document.metadata == [
                "description": ["Rat am See"], "keywords": ["Angst", "Trauer"], "author": ["U. Ferr"],
            ])
        #expect(document.sections.map(\.path) == [[], ["Zeiten"]])
        #expect(document.sections[0].text == "Ein fester Steg\u{AD}bau.\nAm See.")
        #expect(
            document.sections[1].text
                == "• Montag\n  • früh\n• Dienstag\n3. drei\n\nTag | Uhr\nMo | 9\n\nOrt: Seegrund\n\na  b\nc")
    }

    @Test("without a heading the page is titled by og:title, else by its title without the site's name")
    func titles() {
        let page = "<html><head><title>Rat und Tat | Netz Seegrund</title></head><body><p>x y</p></body></html>"
        #expect(parse(page, as: "a.html").documents.first?.title == "Rat und Tat")
        let graph = page.replacing("<title>", with: "<meta property='og:title' content='Besser'><title>")
        #expect(parse(graph, as: "a.html").documents.first?.title == "Besser")
        #expect(parse("<p>nur Text</p>", as: "ein-ort.html").documents.first?.title == "Ein ort")
    }

    @Test("the stated encoding is followed unless the page is UTF-8 all the same")
    func charset() throws {
        let html =
            "<html><head><meta charset='iso-8859-1'></head><body><p>Gr\u{FC}\u{DF}e aus K\u{F6}ln</p></body></html>"
        let latin = html.unicodeScalars.map { UInt8($0.value) }
        try TemporaryCorpus.with { corpus in
            try corpus.write("latin.html", latin)
            try corpus.write("utf8.html", Array(html.utf8))
            let (documents, problems) = try corpus.readAll()
            #expect(problems.isEmpty)
            #expect(documents["latin"]?.sections.first?.text == "Grüße aus Köln")
            #expect(documents["utf8"]?.sections.first?.text == "Grüße aus Köln")
        }
    }

    @Test("deep and broken pages never crash; what is too deep is reported")
    func deep() {
        let deep = String(repeating: "<div>", count: 100_000) + "tief"
        #expect(parse(deep, as: "a.html").problems.map(\.code) == [.markup])
        let nested = String(repeating: "<div>", count: 400) + "<p>tief</p>" + String(repeating: "</div>", count: 400)
        #expect(parse(nested, as: "a.html").documents.first?.sections.first?.text == "tief")
        #expect(parse("<p>offen <b>fett <i>schief</b> Ende <", as: "a.html").documents.first?.sections.isEmpty == false)
    }

    @Test("a page that is not public is withheld", arguments: ["internal", "", "publik"])
    func withheld(_ value: String) {
        let html = "<head><meta name=\"Visibility\" content=\"\(value)\"></head><p>Geheim</p>"
        let result = parse(html, as: "a.html")
        #expect(result.documents.isEmpty)
        #expect(result.problems.map(\.code) == [.withheld])
    }

    @Test("furniture is dropped line by line, also from lists")
    func furniture() throws {
        let html =
            "<p>Sie sind hier: Start</p><h1>Steg</h1><p>Nass.<br>Seite drucken</p><ul><li>Zurück</li><li>Holz</li></ul>"
        let result = parse(html, as: "a.html")
        #expect(result.documents.first?.sections.first?.text == "Nass.\n\n• Holz")
        #expect(result.furniture == ["Sie sind hier: Start", "Seite drucken", "Zurück"])
    }
}
