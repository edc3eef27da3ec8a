import QuerySyntax
import Testing

@Suite("Queries in canonical syntax")
struct PrintingTests {
    @Test(
        "operators, fields and dates are printed in German, with no more parentheses than needed",
        arguments: [
            ("  a   b ", "a b"), ("a AND (b OR c)", "a UND (b ODER c)"), ("(a UND b) ODER c", "a UND b ODER c"),
            ("((a b)) UND c", "a b UND c"), ("a -b +c", "a NICHT b +c"), ("-(a b)", "NICHT (a b)"),
            ("„a b“", "\"a b\""),
            ("a NEAR/3 \"b\"", "a NAHE/3 b"), ("Title:Sucht*", "titel:Sucht*"),
            ("publisher:»a b«", "herausgeber:\"a b\""),
            ("titel:(a UND b)", "titel:(a b)"), ("datum:17.05.2019", "datum:2019-05-17"),
            ("date:2018..", "datum:2018-01-01.."), ("date:..2018", "datum:..2018-12-31"),
            ("(a UND", "a"), ("", ""), ("»sagt \"ja\"«", "»sagt \"ja\"«"), ("a (b) ((c d))", "a b (c d)"),
        ])
    func canonical(query: String, expected: String) { #expect(QueryParser.parse(query).description == expected) }

    @Test(
        "a backslash before a word takes from it what else it would mean",
        arguments: [
            ("\\UND", "UND"), ("\\NAHE/3", "NAHE/3"), ("\\titel:a", "titel:a"), ("\\datum:2019", "datum:2019"),
            ("\\-a", "-a"), ("\\+a", "+a"), ("\\Sucht*", "Sucht*"), ("\\\\a", "\\a"), ("\\||a", "||a"),
        ])
    func escapes(query: String, word: String) {
        #expect(QueryParser.parse(query).root == .word(word))
        #expect(QueryParser.parse("x (-\(query) y)").root?.sketch == "[x [-\(word) y]]")
        #expect(QueryNode.word(word).description == (word == "||a" ? word : query))
    }

    @Test(
        "a backslash before anything but a word is nothing",
        arguments: [
            ("\\", "nothing"), ("\\ a", "a"), ("\\\"a b\"", "\"a b\""), ("\\(a b)", "[a b]"), ("a -\\ b", "[a b]"),
            ("C:\\x", "C:\\x"),
        ])
    func plainBackslashes(query: String, expected: String) { #expect(sketch(query) == expected) }

    @Test(
        "what reads otherwise beside something else is read again as it was",
        arguments: [
            "und NICHT b", "\"x\"-b c", "+(49*) a", "+(§8) a", "+(-b) a", "NICHT (-b)", "\"UND\" NAHE \"a)b\"",
            "»a\"b« NAHE/3 c", "titel:(\\UND) a", "titel:(innen) x", "titel:(innen*) x", "titel:(\\Sucht*)",
            "träger:\\in",
            "\\titel:‘a ‘b c’", "titel:‘a b", "\"\u{301}a", "(a\u{600})", "bzw. NICHT x", "titel:und NICHT x",
            "+(049*) a", "ort:\\Leip*", "titel:(\\a,)", "‚a ‘b‘", "\\‘a’", "+\\+49 a",
        ])
    func roundTrips(query: String) {
        let parsed = QueryParser.parse(query)
        #expect(parsed.root != nil)
        #expect(QueryParser.parse(parsed.description).root == parsed.root)
        #expect(QueryParser.parse(parsed.description).notes.isEmpty)
    }
}
