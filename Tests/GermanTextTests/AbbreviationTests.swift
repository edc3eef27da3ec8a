import GermanText
import Testing

@Suite("Abbreviations")
struct AbbreviationTests {
    @Test(
        "points and spaces make no difference",
        arguments: [
            ("z. B. so", "z. B.", "zb"), ("z.B. so", "z.B.", "zb"), ("z.\u{A0}B. so", "z.\u{A0}B.", "zb"),
            ("e.V. so", "e.V.", "ev"),
            ("e. V. so", "e. V.", "ev"), ("u.a. so", "u.a.", "ua"), ("i. d. R. so", "i. d. R.", "idr"),
            ("d.h. so", "d.h.", "dh"),
        ])
    func written(text: String, token: String, term: String) throws {
        let tokens = try Harness().tokens(text)
        #expect(tokens.map(\.text) == [token, "so"])
        #expect(tokens[0].terms == ["abbreviation:" + term])
    }

    @Test("two of them side by side stay two")
    func pairs() throws {
        #expect(try Harness().texts("z. B. e.V.") == ["z. B.", "e.V."])
        #expect(try Harness().texts("z. B. e. V.") == ["z. B.", "e. V."])
    }

    @Test("those that stand for function words are marked as such")
    func stopWords() throws {
        let tokens = try Harness().tokens("z. B. e.V.")
        #expect(tokens.map { $0.flags.contains(.stopWord) } == [true, false])
    }

    @Test("single words with a point are words", arguments: ["usw.", "Dr.", "Nr.", "So.", "A.", "Ende. So"])
    func words(text: String) throws {
        #expect(try Harness().terms(text, .abbreviation) == [])
    }
}
