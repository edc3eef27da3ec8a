import QuerySyntax
import Testing

@Suite("Fields")
struct FieldTests {
    @Test("every name of a field is read, in any case and with both spellings of umlauts")
    func names() {
        for field in QueryField.allCases where field != .date {
            for name in field.names {
                for typed in [name, name.uppercased(), name.prefix(1).uppercased() + name.dropFirst()] {
                    #expect(QueryParser.parse("\(typed):Wort").root == .field(field, .word("Wort")))
                }
            }
        }
        #expect(sketch("TRÄGER:x tra\u{308}ger:y U\u{308}berschrift:z") == "[provider:x provider:y title:z]")
    }

    @Test("raw values are stable English identifiers")
    func identifiers() {
        #expect(
            QueryField.allCases.map(\.rawValue) == [
                "title", "region", "kind", "provider", "focus", "audience", "language", "topic", "publisher", "date",
            ])
        #expect(QueryField(named: "Herausgeber") == .publisher && QueryField(named: "foo") == nil)
    }

    @Test(
        "a value is a word or a phrase, for the title also the beginning of a word or words in parentheses",
        arguments: [
            ("titel:Trauer", "title:Trauer"), ("träger:\"Diakonie Mitte\"", "provider:\"Diakonie Mitte\""),
            ("herausgeber:„Haus der Kinder“ x", "[publisher:\"Haus der Kinder\" x]"), ("titel:Sucht*", "title:Sucht*"),
            ("titel:(Trauer Kinder)", "title:[Trauer Kinder]"), ("titel:(Trauer)", "title:Trauer"),
            ("titel:(\"a b\" cd* e)", "title:[\"a b\" cd* e]"), ("titel:(a UND +b (c d))", "title:[a b c d]"),
            ("titel:(ort:x Klient:innen)", "title:[ort:x Klient:innen]"), ("titel:()", "nothing"),
            ("titel:(030) x", "[title:(030) x]"), ("ort:Bad Doberan", "[region:Bad Doberan]"),
            ("titel:a:b", "title:a:b"),
            ("ort:Leipzig, art:forum;", "[region:Leipzig kind:forum]"), ("titel:(a, b)", "title:[a b]"),
            ("titel:UND", "title:UND"), ("ort:\"\" a", "a ! fieldWithoutValue"), ("titel:s*", "title:s*"),
        ])
    func values(query: String, expected: String) { #expect(sketch(query) == expected) }

    @Test(
        "fields take signs and stand wherever words do",
        arguments: [
            ("-art:forum", "[-kind:forum]"), ("+titel:Trauer a", "[+title:Trauer a]"),
            ("NICHT art:forum", "[-kind:forum]"),
            ("(art:forum ODER art:bericht) a", "[{kind:forum | kind:bericht} a]"), ("a UND ort:b", "{a & region:b}"),
            ("-titel:(a b) c", "[-title:[a b] c]"), ("-art:\"a b\"", "[-kind:\"a b\"]"),
            ("-datum:2019", "[-2019-01-01..2019-12-31]"),
        ])
    func places(query: String, expected: String) { #expect(sketch(query) == expected) }

    @Test(
        "what is no field stays a word as typed",
        arguments: [
            "foo:bar", "http://ort.de/x", "12:30", "Klient:innen", "jede:r", "Berater:innen", "ein:e", "z.B.:",
            "a:\u{301}b",
            "Ort:", "Thema:", "titel:…", "datum:..", "x:titel:y", "Untertitel:a", ":ort", "Träger:innen", "Träger:in",
            "Herausgeber:innen", "Herausgeber:innen-Kreis", "TRÄGER:INNEN", "§ort:x",
        ])
    func words(word: String) {
        #expect(QueryParser.parse(word) == QueryParser.parse("\\" + word))
        #expect(sketch("so \(word) da") == "[so \(word) da]")
    }

    @Test(
        "before a blank or a parenthesis that closes, a field's name is a word",
        arguments: [
            ("Ort: Leipzig", "[Ort: Leipzig]"), ("Re: Anfrage", "[Re: Anfrage]"),
            ("Achtung: Termin", "[Achtung: Termin]"),
            ("(Ort:) a", "[Ort: a]"), ("Ort: (a b)", "[Ort: [a b]]"), ("Thema:\u{A0}x", "[Thema: x]"),
            ("Titel:\"a", "[Titel: a] ! unclosedQuote"),
        ])
    func pasted(query: String, expected: String) { #expect(sketch(query) == expected) }

    @Test(
        "a value that a field cannot take is searched in the text, with a note",
        arguments: [
            ("ort:Leip*", "Leip* ! fieldNeedsWord"), ("ort:(a b) c", "[[a b] c] ! fieldNeedsWord"),
            ("-art:(a ODER b)", "[-{a | b}] ! fieldNeedsWord"), ("ort:s*", "region:s*"),
        ])
    func unfit(query: String, expected: String) { #expect(sketch(query) == expected) }

    @Test(
        "in a title's parentheses stand words that must all be found; what else is there is left out with a note",
        arguments: [
            ("titel:(a ODER b)", "title:[a b] ! titleGroupNeedsWords"),
            ("titel:(a -b c)", "title:[a c] ! titleGroupNeedsWords"),
            ("titel:(a NICHT (b (c) d) e)", "title:[a e] ! titleGroupNeedsWords"),
            ("titel:(a NAHE/3 b)", "title:[a b] ! titleGroupNeedsWords"),
            ("titel:(-a)", "nothing ! titleGroupNeedsWords"),
            ("titel:(a b", "title:[a b] ! unbalancedParenthesis"), ("titel:(", "nothing ! unbalancedParenthesis"),
            ("x (titel:(a b) c", "[x [title:[a b] c]] ! unbalancedParenthesis"),
        ])
    func titleGroups(query: String, expected: String) { #expect(sketch(query) == expected) }

    @Test(
        "groups of fields inside each other are no deeper than the parser follows",
        arguments: ["titel:(", "ort:(", "-titel:(a "])
    func deep(piece: String) {
        let open = String(repeating: piece, count: 1_000)
        for query in [open, open + "wort" + String(repeating: ")", count: 1_000)] {
            #expect((QueryParser.parse(query).root?.depth ?? 0) <= 200)
        }
    }
}
