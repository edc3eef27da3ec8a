import QuerySyntax
import Testing

@Suite("Malformed queries")
struct MalformedTests {
    @Test(
        "an operator with nothing to join is left out with a note",
        arguments: [
            ("UND", "nothing ! danglingOperator"), ("a UND", "a ! danglingOperator"), ("UND a", "a ! danglingOperator"),
            ("a UND UND b", "{a & b} ! danglingOperator"), ("a ODER", "a ! danglingOperator"),
            ("ODER", "nothing ! danglingOperator"),
            ("NICHT", "nothing ! danglingOperator"), ("a NICHT", "a ! danglingOperator"),
            ("NICHT NICHT a", "[-a] ! danglingOperator"),
            ("a UND ODER b", "{a | b} ! danglingOperator"), ("NICHT UND a", "a ! danglingOperator"),
            ("(UND)", "nothing ! danglingOperator"),
            ("a && || b", "{a | b} ! danglingOperator"),
        ])
    func operators(query: String, expected: String) { #expect(sketch(query) == expected) }

    @Test(
        "a parenthesis without its partner is left out with a note",
        arguments: [
            ("(a", "a ! unbalancedParenthesis"), ("a)", "a ! unbalancedParenthesis"),
            (")", "nothing ! unbalancedParenthesis"),
            ("(", "nothing ! unbalancedParenthesis"), ("(a b))", "[a b] ! unbalancedParenthesis"),
            ("a) b", "[a b] ! unbalancedParenthesis"),
            (")a(", "a ! unbalancedParenthesis"), ("((a)", "a ! unbalancedParenthesis"), ("()", "nothing"),
            ("(()) a", "a"),
            ("a UND (", "a ! unbalancedParenthesis danglingOperator"),
        ])
    func parentheses(query: String, expected: String) { #expect(sketch(query) == expected) }

    @Test(
        "what looks like a field, a distance or a placeholder and is none is said to be none",
        arguments: [
            ("farbe:Grün", "farbe:Grün ! unknownField"), ("a NAHE/drei b", "[a NAHE/drei b] ! nearWithoutNumber"),
            ("titel:*", "titel:* ! fieldWithoutValue"), ("a ort:\"\"", "a ! fieldWithoutValue"),
            ("Su*ht", "Su*ht ! innerStar"), ("Such*t", "Such*t ! innerStar"), ("s*cht", "s*cht ! innerStar"),
        ])
    func lookalikes(query: String, expected: String) { #expect(sketch(query) == expected) }

    @Test(
        "gender forms, times and addresses are no such lookalikes",
        arguments: [
            "Trans*personen", "Frauen*haus", "er*sie", "LSBT*I", "LGBT*Q", "jede*r", "Klient*innen", "Ärzt*in", "ein*e",
            "sie:er", "der:die", "10:30",
            "mailto:hilfe@nord.de", "https://hilfe.de", "Mitarbeiter:innen", "Leiter:innenrunde", "\\farbe:Grün",
        ])
    func noLookalikes(query: String) { #expect(QueryParser.parse(query).notes.isEmpty) }

    @Test("each kind of note comes once")
    func once() {
        let notes = QueryParser.parse(")))) a UND UND ODER ) \"").notes.map(\.code)
        #expect(Set(notes).count == notes.count)
        #expect(Set(notes) == [.unbalancedParenthesis, .danglingOperator, .unclosedQuote])
    }

    @Test("every note has a German sentence of its own")
    func messages() {
        let queries = [
            "\"a", "(a", "a UND", String(repeating: "(", count: 50), "a NAHE (b c)", "a NAHE/500 b",
            "a NAHE/3 b NAHE/4 c", "ort:Leip*", "titel:(a ODER b)", "datum:2020..2018", "datum:gestern",
            "*sucht", "s*", "a NAHE/drei b", "titel:*", "farbe:Grün", "Su*ht",
        ]
        let notes = Set(queries.flatMap { QueryParser.parse($0).notes })
        #expect(Set(notes.map(\.code)) == Set(QueryNote.Code.allCases))
        #expect(notes.allSatisfy { $0.message.hasSuffix(".") && $0.message.count > 20 })
        #expect(Set(notes.map(\.message)).count == notes.count)
    }

    @Test(
        "an opening parenthesis holds to the end, a closing one alone changes nothing",
        arguments: [
            ("a -(b c", "[a -[b c]] ! unbalancedParenthesis"), ("a UND b) c", "{a & [b c]} ! unbalancedParenthesis"),
            ("(a ODER (b UND c)", "{a | {b & c}} ! unbalancedParenthesis"),
        ])
    func partnerless(query: String, expected: String) { #expect(sketch(query) == expected) }

    @Test("parentheses below the depth limit are left out as pairs")
    func tooDeep() {
        let query = String(repeating: "(", count: 32) + "a (b ODER c) d" + String(repeating: ")", count: 32)
        #expect(sketch(query) == "{[a b] | [c d]} ! tooDeep")
        #expect(sketch(String(query.dropFirst().dropLast())) == "[a {b | c} d]")
    }

    @Test(
        "a sign before nothing does not wander to the next term",
        arguments: ["-\"…\" a", "+… a", "+\\… a", "-titel:\"…\" a", "-titel:() a"])
    func wandering(query: String) { #expect(QueryParser.parse(query).root == .word("a")) }

    @Test(
        "a thousand parentheses are no deeper than the parser follows",
        arguments: ["(", "(a ", "(-", "(a UND ", "(a ODER (", "NICHT ("])
    func deep(piece: String) {
        let open = String(repeating: piece, count: 1_000)
        for query in [
            open, open + "wort" + String(repeating: ")", count: 1_000), String(repeating: ")", count: 1_000) + open,
        ] {
            let parsed = QueryParser.parse(query)
            #expect((parsed.root?.depth ?? 0) <= 200)
            #expect(parsed.notes.contains { $0.code == .unbalancedParenthesis || $0.code == .tooDeep })
        }
        #expect(sketch(String(repeating: "(", count: 20) + "a" + String(repeating: ")", count: 20)) == "a")
    }
}
