import QuerySyntax
import Testing

@Suite("Quotation marks")
struct PhraseTests {
    @Test(
        "all kinds of marks make a phrase",
        arguments: [
            "\"a b\"", "„a b“", "„a b”", "„a b\"", "“a b”", "»a b«", "«a b»", "‚a b‘", "‘a b’", "›a b‹", "‹a b›",
            "”a b”", "„a b„",
        ])
    func kinds(query: String) {
        let parsed = QueryParser.parse(query)
        #expect(parsed.root == .phrase("a b"))
        #expect(parsed.notes.isEmpty)
    }

    @Test(
        "phrases stand beside words, with signs and in groups",
        arguments: [
            ("x \"a b\" y", "[x \"a b\" y]"), ("-\"a b\"", "[-\"a b\"]"), ("+„a b“ c", "[+\"a b\" c]"),
            ("(\"a b\" ODER c)", "{\"a b\" | c}"),
            ("x\"a b\"", "[x \"a b\"]"), ("\"a\"\"b\"", "[\"a\" \"b\"]"), ("\"a UND b\"", "\"a UND b\""),
            ("\"(a\"", "\"(a\""),
        ])
    func places(query: String, expected: String) { #expect(sketch(query) == expected) }

    @Test(
        "a mark that none closes is left out with a note",
        arguments: [
            ("\"a b", "[a b] ! unclosedQuote"), ("a „b c", "[a b c] ! unclosedQuote"),
            ("\"", "nothing ! unclosedQuote"),
            ("a\"", "a ! unclosedQuote"), ("\"a\" \"", "\"a\" ! unclosedQuote"), ("»a", "a ! unclosedQuote"),
            ("‚a", "a"), ("‘a", "a"),
        ])
    func unclosed(query: String, expected: String) { #expect(sketch(query) == expected) }

    @Test("marks around nothing are nothing", arguments: ["\"\"", "\" \"", "„…“", "a \"\" b"])
    func empty(query: String) {
        let parsed = QueryParser.parse(query)
        #expect(parsed.notes.isEmpty)
        #expect(parsed.root == (query.contains("a") ? QueryParser.parse("a b").root : nil))
    }
}
