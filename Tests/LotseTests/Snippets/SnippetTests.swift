import LotseAPI
import LotseTestSupport
import Testing

@testable import Lotse

@Suite("Snippets")
struct SnippetTests {
    /// The first hit's snippet in an index of one text.
    static func snippet(_ text: String, _ query: String, _ highlight: Highlight = Highlight()) throws -> Snippet {
        let line = try #"{"id":"a","title":"Titel","text":"# + JSON.string(text) + "}"
        return try withEngine(["a.jsonl": line]) { engine in
            let request = SearchRequest(query: query, match: .any, highlight: highlight)
            return try #require(try engine.search(request).hits.first?.snippets.first)
        }
    }

    /// The words that a snippet marks.
    static func marked(_ snippet: Snippet) -> [String] {
        let bytes = Array(snippet.text.utf8)
        return snippet.highlights.map { String(decoding: bytes[$0], as: UTF8.self) }
    }

    @Test("words are marked in the form that the text has")
    func forms() throws {
        let snippet = try Self.snippet("Viele Häuser haben einen Garten.", "Haus Gärten")
        #expect(snippet.text == "Viele Häuser haben einen Garten.")
        #expect(Self.marked(snippet) == ["Häuser", "Garten"])
        #expect(snippet.html == "Viele <mark>Häuser</mark> haben einen <mark>Garten</mark>.")
    }

    @Test("of a compound only the part that was asked for is marked")
    func part() throws {
        let snippet = try Self.snippet("Die Suchthilfe hat offen.", "Sucht")
        #expect(Self.marked(snippet) == ["Sucht"])
        #expect(snippet.html == "Die <mark>Sucht</mark>hilfe hat offen.")
        #expect(Self.marked(try Self.snippet("Die Suchthilfe hat offen.", "Hilfe")) == ["hilfe"])
        #expect(Self.marked(try Self.snippet("Die Suchthilfe hat offen.", "Suchthilfe")) == ["Suchthilfe"])
    }

    @Test("the parts of a compound are marked where they stand for it")
    func parts() throws {
        let snippet = try Self.snippet("Eine Gruppe für Menschen in Trauer.", "Trauergruppe")
        #expect(Self.marked(snippet) == ["Gruppe", "Trauer"])
    }

    @Test(
        "a gender form is marked as one unit",
        arguments: ["Klient:innen", "Klient*innen", "Klient_innen", "Klient/-innen", "KlientInnen", "Klient(innen)"])
    func gender(form: String) throws {
        for query in ["Klient", "Klientin", "Klient:innen"] {
            #expect(Self.marked(try Self.snippet("Alle \(form) sind da.", query)) == [form], "\(query)")
        }
    }

    @Test("a hyphenated word is marked as one, or in the piece that was asked for")
    func hyphens() throws {
        #expect(
            Self.marked(try Self.snippet("Die Beratungs-Stelle ist offen.", "Beratungsstelle")) == ["Beratungs-Stelle"])
        #expect(Self.marked(try Self.snippet("Die Sucht-Therapie ist offen.", "Therapie")) == ["Therapie"])
    }

    @Test("a completed word is marked where its beginning stands")
    func completed() throws {
        let snippet = try Self.snippet("Die haupt- und ehrenamtlich Tätigen.", "hauptamtlich")
        #expect(Self.marked(snippet).first?.hasPrefix("haupt") == true)
    }

    @Test("the beginning of a word marks the words that begin so")
    func prefix() throws {
        let snippet = try Self.snippet("Die Wohnungssuche und die Wohnung.", "wohn*")
        #expect(Self.marked(snippet) == ["Wohnungssuche", "Wohnung"])
    }

    @Test("HTML in the text is text: everything but the marks is escaped")
    func escaped() throws {
        let text = #"<script>alert("Garten & 'Bach'")</script> <mark>Garten</mark>"#
        let snippet = try Self.snippet(text, "Garten")
        #expect(snippet.text == text)
        #expect(
            snippet.html
                == "&lt;script&gt;alert(&quot;<mark>Garten</mark> &amp; &#39;Bach&#39;&quot;)&lt;/script&gt; "
                + "&lt;mark&gt;<mark>Garten</mark>&lt;/mark&gt;")
    }

    @Test("the marks are those of the request, put in as they are")
    func marks() throws {
        let snippet = try Self.snippet("Der Garten.", "Garten", Highlight(pre: "<b class=\"x\">", post: "</b>"))
        #expect(snippet.html == "Der <b class=\"x\">Garten</b>.")
        #expect(try Self.snippet("Der Garten.", "Garten", Highlight(pre: "", post: "")).html == "Der Garten.")
    }

    @Test("a long sentence is cut between words around the match, with an ellipsis on both sides")
    func longSentence() throws {
        let filler = Array(repeating: "überaus", count: 150).joined(separator: " ")
        let snippet = try Self.snippet("Anfang \(filler) Garten \(filler) Ende.", "Garten")
        #expect(snippet.text.hasPrefix("… überaus"))
        #expect(snippet.text.hasSuffix("überaus …"))
        #expect(snippet.text.utf8.count <= SnippetMaker.longest + 2 * " …".utf8.count)
        #expect(Self.marked(snippet) == ["Garten"])
    }

    @Test("a word longer than a passage is cut on a character")
    func longWord() throws {
        let snippet = try Self.snippet(String(repeating: "ö", count: 2_000) + " Garten", "Garten")
        #expect(snippet.text.utf8.count <= SnippetMaker.longest + 2 * " …".utf8.count)
        #expect(!snippet.text.contains("\u{FFFD}"))
        #expect(Self.marked(snippet) == ["Garten"])
    }

    @Test("the passage is the one with the most words of the query, in whole sentences")
    func best() throws {
        let filler = "Hier steht ein Satz ohne jedes gesuchte Wort, der nur Platz nimmt und weiter nichts sagt. "
        let text =
            "Ein Garten ist schön. " + String(repeating: filler, count: 4)
            + "Der Garten liegt am Bach. " + String(repeating: filler, count: 4)
        let snippet = try Self.snippet(text, "Garten Bach")
        #expect(snippet.text.hasPrefix("Der Garten liegt am Bach."))
        #expect(Self.marked(snippet) == ["Garten", "Bach"])
    }

    @Test("an abbreviation does not end a sentence")
    func abbreviation() throws {
        let filler = String(repeating: "Ein Satz ohne Belang, der vor allem Platz nimmt. ", count: 6)
        let snippet = try Self.snippet(filler + "Wir bieten z. B. Gespräche im Garten an.", "Garten")
        #expect(snippet.text.contains("Wir bieten z. B. Gespräche im Garten an."))
    }

    @Test("where the words stand in the title alone, the passage is the beginning")
    func beginning() throws {
        try withEngine(["a.md": CorpusFixture.page("Garten", [:], "Erster Satz. Zweiter Satz.")]) { engine in
            let hit = try #require(try engine.search(SearchRequest(query: "Garten")).hits.first)
            #expect(hit.snippets.map(\.text) == ["Erster Satz. Zweiter Satz."])
            #expect(hit.snippets.first?.highlights == [])
            #expect(hit.matched.map(\.term) == ["garten"])
        }
    }

    @Test("words that stand far apart are shown in up to three passages, the best first, none twice")
    func passages() throws {
        let gap = String(repeating: "Hier steht ein ganz anderer Satz von einigem Umfang. ", count: 12)
        let text =
            "Der Bach rauscht. " + gap + "Am Garten steht ein Haus. " + gap + "Die Brücke ist alt. " + gap + "Ein Turm."
        try withEngine(["a.jsonl": #"{"id":"a","title":"Titel","text":"\#(text)"}"#]) { engine in
            func passages(_ query: String) throws -> [Snippet] {
                try engine.search(SearchRequest(query: query, match: .any)).hits.first?.snippets ?? []
            }
            let all = try passages("Bach Garten Haus Brücke Turm")
            #expect(all.map { Self.marked($0) } == [["Garten", "Haus"], ["Bach"], ["Brücke"]])
            #expect(try passages("Bach Turm").map { Self.marked($0) } == [["Bach"], ["Turm"]])
            #expect(try passages("Garten Haus").count == 1)
            #expect(try passages("Bach Einhorn").count == 1)
        }
    }

    @Test("a section without text has no snippet, and a request may do without any")
    func noSnippet() throws {
        let files = [
            "a.md": CorpusFixture.page("Titel", [:], "## Garten"), "b.md": CorpusFixture.page("Zwei", [:], "Garten."),
        ]
        try withEngine(files) { engine in
            let hits = try engine.search(SearchRequest(query: "Garten")).hits
            #expect(hits.first { $0.document == "a" }?.snippets == [])
            #expect(hits.first { $0.document == "b" }?.snippets.count == 1)
            let without = try engine.search(SearchRequest(query: "Garten", snippets: false)).hits
            #expect(without.count == 2)
            #expect(without.allSatisfy { $0.snippets.isEmpty && $0.matched.isEmpty })
        }
    }

    @Test("line breaks become spaces, and marks stay where their words are")
    func lines() throws {
        let snippet = try Self.snippet("• Erster Punkt\n• Der Garten\n\nEin   Bach.", "Garten Bach")
        #expect(!snippet.text.contains("\n"))
        #expect(!snippet.text.contains("  "))
        #expect(Self.marked(snippet) == ["Garten", "Bach"])
    }

    @Test("what was matched is told with the rule")
    func matched() throws {
        let line = #"{"id":"a","title":"Titel","text":"Die Suchthilfe berät Klient:innen im Garten."}"#
        try withEngine(["a.jsonl": line]) { engine throws in
            func how(_ query: String) throws -> [Match] {
                try engine.search(SearchRequest(query: query)).hits.first?.matched ?? []
            }
            #expect(try how("Garten") == [Match(query: "Garten", term: "garten", how: "exact")])
            #expect(try how("Gärten") == [Match(query: "Gärten", term: "garten", how: "stem")])
            #expect(try how("Sucht") == [Match(query: "Sucht", term: "sucht", how: "part")])
            #expect(try how("Klientin").map(\.how) == ["gender"])
        }
    }
}
