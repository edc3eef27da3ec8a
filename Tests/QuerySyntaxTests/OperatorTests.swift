import QuerySyntax
import Testing

@Suite("Words and operators")
struct OperatorTests {
    @Test(
        "words side by side are a sequence",
        arguments: [
            ("sucht", "sucht"), ("sucht hilfe", "[sucht hilfe]"), ("  sucht\t\nhilfe ", "[sucht hilfe]"),
            ("", "nothing"),
            ("   ", "nothing"), ("… ? !", "nothing"), ("sucht, hilfe!", "[sucht, hilfe!]"),
            ("sucht\u{A0}hilfe", "[sucht hilfe]"),
        ])
    func words(query: String, expected: String) { #expect(sketch(query) == expected) }

    @Test(
        "operators are capitals, German or English",
        arguments: [
            ("a UND b", "{a & b}"), ("a AND b", "{a & b}"), ("a && b", "{a & b}"), ("a ODER b", "{a | b}"),
            ("a OR b", "{a | b}"),
            ("a || b", "{a | b}"), ("a NICHT b", "[a -b]"), ("a NOT b", "[a -b]"), ("NICHT a", "[-a]"),
            ("a -b", "[a -b]"),
            ("a −b", "[a -b]"), ("+a b", "[+a b]"), ("a +b -c d", "[a +b -c d]"), ("a und b", "[a und b]"),
            ("a oder b", "[a oder b]"), ("a Und b", "[a Und b]"), ("a or b", "[a or b]"),
        ])
    func operators(query: String, expected: String) { #expect(sketch(query) == expected) }

    @Test(
        "UND binds more than ODER, and side by side binds most",
        arguments: [
            ("a UND b ODER c", "{{a & b} | c}"), ("a ODER b UND c", "{a | {b & c}}"),
            ("a b ODER c d", "{[a b] | [c d]}"),
            ("a UND b c", "{a & [b c]}"), ("a ODER b ODER c", "{a | b | c}"), ("a UND b UND c", "{a & b & c}"),
            ("a UND NICHT b", "{a & [-b]}"),
        ])
    func precedence(query: String, expected: String) { #expect(sketch(query) == expected) }

    @Test(
        "parentheses group",
        arguments: [
            ("(a ODER b) UND c", "{{a | b} & c}"), ("(a)", "a"), ("((a))", "a"), ("-(a b)", "[-[a b]]"),
            ("a -(b ODER c)", "[a -{b | c}]"),
            ("+(a b) c", "[+[a b] c]"), ("(a b) (c d)", "[[a b] [c d]]"), ("NICHT (a ODER b)", "[-{a | b}]"),
            ("(\"a b\")", "\"a b\""), ("a(b)", "a(b)"), ("(a)b", "[a b]"),
        ])
    func groups(query: String, expected: String) { #expect(sketch(query) == expected) }

    @Test(
        "a star behind the beginning of a word",
        arguments: [
            ("Sucht*", "Sucht*"), ("sucht* hilfe", "[sucht* hilfe]"), ("-sucht*", "[-sucht*]"),
            ("s*", "s* ! shortPrefix"),
            ("Drogen-*", "Drogen-*"),
            ("*", "nothing"), ("Klient*innen", "Klient*innen"), ("*sucht", "*sucht ! leadingStar"),
        ])
    func prefixes(query: String, expected: String) { #expect(sketch(query) == expected) }

    @Test("a beginning of one letter is a word, and one of two is a beginning")
    func shortPrefixes() {
        #expect(QueryParser.parse("s*").root == .word("s*"))
        #expect(QueryParser.parse("su*").root == .prefix("su"))
        #expect(QueryParser.parse("ärz*").root == .prefix("ärz"))
        #expect(QueryParser.parse("--*a*").root == .word("--*a*"))
    }

    @Test(
        "gender marks, hyphens and points stay inside words",
        arguments: [
            "Klient:innen", "Bürger*innen", "Berater_innen", "Mitarbeiter/-innen", "Mitarbeiter(innen)", "z.B.",
            "E-Mail",
            "07.03.2018", "§8a", "Beratungs·stelle", "info@hilfe-nord.de", "https://hilfe.de/x?y=1", "geht's", "geht’s",
            "10:30",
            "24-Stunden-Dienst", "Student(inn)en",
        ])
    func marks(word: String) {
        #expect(QueryParser.parse(word).root == .word(word))
        #expect(sketch("so \(word) da") == "[so \(word) da]")
    }

    @Test(
        "suspended hyphens and dashes are no signs",
        arguments: [
            ("haupt- und ehrenamtlich", "[haupt- und ehrenamtlich]"),
            ("Gruppen und -organisationen", "[Gruppen und -organisationen]"), ("a - b", "[a b]"), ("a – b", "[a b]"),
            ("a-b", "a-b"),
            ("a -", "a"), ("a +", "a"), ("C++", "C++"), ("a --b", "[a --b]"),
        ])
    func hyphens(query: String, expected: String) { #expect(sketch(query) == expected) }

    @Test(
        "telephone numbers are no groups and no signs",
        arguments: [
            ("(030) 7000-123", "[(030) 7000-123]"), ("+49 30 7000-123", "[+49 30 7000-123]"),
            ("+49 (0)30 7000", "[+49 (0)30 7000]"),
            ("+2018 Bericht", "[+2018 Bericht]"),
        ])
    func phones(query: String, expected: String) { #expect(sketch(query) == expected) }

    @Test("a plus before a country's code stays in the word, before a year it is a sign")
    func plus() {
        #expect(QueryParser.parse("+49").root == .word("+49"))
        #expect(QueryParser.parse("+2018").root == .word("2018"))
    }
}
