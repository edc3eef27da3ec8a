import QuerySyntax
import Testing

@Suite("Words near each other")
struct NearTests {
    @Test(
        "NAHE and NEAR join words, with a distance or the usual one",
        arguments: [
            ("Trauer NAHE/3 Gruppe", "<Trauer ~3 Gruppe>"), ("Trauer NEAR/3 Gruppe", "<Trauer ~3 Gruppe>"),
            ("a NAHE b", "<a ~10 b>"), ("a NEAR b", "<a ~10 b>"), ("a NAHE/1 b", "<a ~1 b>"),
            ("a nahe/3 b", "<a ~3 b>"), ("a Near/3 b", "<a ~3 b>"), ("a nahe b", "[a nahe b]"),
            ("a \\nahe/3 b", "[a nahe/3 b]"), ("a NAHE/100 b", "<a ~100 b>"), ("a NAHE/007 b", "<a ~7 b>"),
            ("Trauer NAHE/3 Gruppe NAHE/3 Kinder", "<Trauer ~3 Gruppe ~3 Kinder>"),
            ("\"a\" NAHE/3 „b“", "<a ~3 b>"), ("\" a \" NAHE/3 b", "<a ~3 b>"),
            ("E-Mail NAHE/2 z.B.", "<E-Mail ~2 z.B.>"),
            ("Klient:innen NAHE/2 b", "<Klient:innen ~2 b>"),
        ])
    func chains(query: String, expected: String) { #expect(sketch(query) == expected) }

    @Test(
        "NAHE binds more than anything else",
        arguments: [
            ("x a NAHE/3 b y", "[x <a ~3 b> y]"), ("a NAHE/3 b c NAHE/3 d", "[<a ~3 b> <c ~3 d>]"),
            ("-a NAHE/3 b", "[-<a ~3 b>]"), ("x +a NAHE/3 b", "[x +<a ~3 b>]"), ("NICHT a NAHE/3 b", "[-<a ~3 b>]"),
            ("a NAHE/3 b UND c", "{<a ~3 b> & c}"), ("(a NAHE/3 b ODER c) d", "[{<a ~3 b> | c} d]"),
        ])
    func precedence(query: String, expected: String) { #expect(sketch(query) == expected) }

    @Test(
        "only capitals or a distance, and only digits behind the stroke, are an operator",
        arguments: [
            "nahe", "Nahe", "near", "NAHE/", "NAHE3", "NAHEZU", "nahe/x",
        ])
    func words(word: String) { #expect(sketch("a \(word) b") == "[a \(word) b]") }

    @Test("capitals with a stroke and no number are a word, with a note", arguments: ["x", "3a", "-3", "٣"])
    func withoutNumber(behind: String) {
        #expect(sketch("a NAHE/\(behind) b") == "[a NAHE/\(behind) b] ! nearWithoutNumber")
    }

    @Test(
        "a distance out of range is the nearest in range, with a note",
        arguments: [
            ("a NAHE/0 b", "<a ~1 b> ! nearDistance"), ("a NAHE/101 b", "<a ~100 b> ! nearDistance"),
            ("a NAHE/99999999999999999999999 b", "<a ~100 b> ! nearDistance"),
            ("a NAHE/3 b NAHE/5 c", "<a ~5 b ~5 c> ! nearMixedDistances"),
        ])
    func distances(query: String, expected: String) { #expect(sketch(query) == expected) }

    @Test(
        "between anything but words it is UND, with a note",
        arguments: [
            ("(a b) NAHE/3 c", "{[a b] & c} ! nearNeedsWords"), ("a NAHE/3 (b)", "{a & b} ! nearNeedsWords"),
            ("\"a b\" NAHE/3 c", "{\"a b\" & c} ! nearNeedsWords"), ("ab* NAHE/3 c", "{ab* & c} ! nearNeedsWords"),
            ("titel:a NAHE/3 b", "{title:a & b} ! nearNeedsWords"), ("a NAHE/3 -b", "{a & [-b]} ! nearNeedsWords"),
            ("a NAHE/3 b NAHE/3 cd*", "{<a ~3 b> & cd*} ! nearNeedsWords"),
            ("a NAHE/3 datum:2019", "{a & 2019-01-01..2019-12-31} ! nearNeedsWords"),
        ])
    func operands(query: String, expected: String) { #expect(sketch(query) == expected) }

    @Test(
        "with nothing to join it is left out with a note",
        arguments: [
            ("NAHE/3", "nothing ! danglingOperator"), ("a NAHE", "a ! danglingOperator"),
            ("NAHE a", "a ! danglingOperator"), ("a NAHE NAHE b", "{a & b} ! danglingOperator"),
            ("a NAHE UND b", "{a & b} ! danglingOperator"), ("(a NAHE) b", "[a b] ! danglingOperator"),
        ])
    func dangling(query: String, expected: String) { #expect(sketch(query) == expected) }
}
