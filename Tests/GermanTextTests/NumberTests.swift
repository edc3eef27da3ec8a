import GermanText
import Testing

@Suite("Numbers, paragraph signs and telephone numbers")
struct NumberTests {
    @Test(
        "German separators are read",
        arguments: [
            ("1.234.567,89", "1234567,89"), ("12.000", "12000"), ("3,5", "3,5"), ("7", "7"), ("030", "030"),
        ])
    func separators(text: String, term: String) throws {
        let tokens = try Harness().tokens(text + " Menschen")
        #expect(tokens[0].terms == ["stem:" + term])
        #expect(tokens[0].text == text)
    }

    @Test(
        "a paragraph sign and its number are one token",
        arguments: [
            ("§ 8a SGB", "§ 8a", "8a"), ("§8a SGB", "§8a", "8a"), ("§§ 27 SGB", "§§ 27", "27"),
            ("§\u{A0}1 SGB", "§\u{A0}1", "1"),
        ])
    func paragraphs(text: String, token: String, term: String) throws {
        let tokens = try Harness().tokens(text)
        #expect(tokens.map(\.text) == [token, "SGB"])
        #expect(tokens[0].terms == ["stem:" + term])
    }

    @Test("a lone paragraph sign is nothing")
    func loneSign() throws {
        #expect(try Harness().texts("§ und §§ - §") == ["und"])
    }

    @Test(
        "a telephone number is one token in its usual spellings",
        arguments: [
            "(030) 7000-123", "030/7000123", "030 7000123", "030 - 7000 123", "+49 30 7000-123", "+49 (0)30 7000123",
            "0049 30 7000123", "030 70 00 12 3", "030\u{A0}7000\u{2013}123",
        ])
    func phones(text: String) throws {
        let tokens = try Harness().tokens("Ruf: \(text), bitte")
        #expect(tokens.map(\.text) == ["Ruf", text, "bitte"])
        #expect(tokens[1].terms == ["stem:0307000123", "stem:7000123"])
    }

    @Test(
        "a helpline of six digits is one token however it is grouped",
        arguments: ["116 117", "116117", "116\u{A0}117"])
    func helplines(text: String) throws {
        let tokens = try Harness().tokens("Ruf \(text), bitte")
        #expect(tokens.map(\.text) == ["Ruf", text, "bitte"])
        #expect(tokens[1].terms == ["stem:116117"])
    }

    @Test(
        "other numbers beside each other stay apart",
        arguments: ["116 217", "116 1170", "117 116", "116 117 118", "116 11", "116 117,5", "116 117a", "1164 117"])
    func noHelplines(text: String) throws {
        #expect(try Harness().texts(text) == text.split(separator: " ").map(String.init))
    }

    @Test(
        "pages and words with a number are no helplines",
        arguments: ["116-117", "116–118", "116/117", "116 – 117", "116117-Nummer", "116 118"])
    func ranges(text: String) throws {
        let terms = try Harness().tokens(text).flatMap(\.terms)
        #expect(terms != ["stem:116117"] && terms != ["stem:116118"])
    }

    @Test("numbers in one piece have no area code, foreign ones keep theirs")
    func otherPhones() throws {
        let harness = try Harness()
        #expect(harness.tokens("0307000123").first?.terms == ["stem:0307000123"])
        #expect(harness.tokens("0800 111 0 111").map(\.text) == ["0800 111 0 111"])
        #expect(harness.tokens("+43 1 700012").first?.terms.first == "stem:00431700012")
        #expect(harness.texts("030 7000123 0170 9000123") == ["030 7000123", "0170 9000123"])
    }

    @Test(
        "other numbers that begin with a zero are none",
        arguments: [
            ("01234 Ort", ["01234", "Ort"]), ("0,5 Prozent", ["0,5", "Prozent"]), ("07.03.2018", ["07.03.2018"]),
            ("0 bis 10", ["0", "bis", "10"]), ("(0 von 3)", ["0", "von", "3"]), ("+ 5", ["5"]),
            ("01234 07.03.2018", ["01234", "07.03.2018"]),
        ])
    func noPhones(text: String, texts: [String]) throws {
        #expect(try Harness().texts(text) == texts)
    }
}
