import Testing

@testable import GermanText

@Suite("The analyzer")
struct AnalyzerTests {
    private static let text = """
        Die Klient:innen der Suchtberatungsstelle e.V. kamen am 7. März 2018 zur haupt- und ehrenamtlichen Beratung
        (Tel. 030 7000-123, info@hilfe-nord.de) in die Müllerstraße 5a.
        """

    @Test("a text has the same tokens and terms a second time, and in a second analyzer")
    func repeated() throws {
        let harness = try Harness()
        let first = harness.tokens(AnalyzerTests.text)
        #expect(first.count > 15)
        #expect(harness.tokens(AnalyzerTests.text) == first)
        #expect(try Harness().tokens(AnalyzerTests.text) == first)
    }

    @Test("what it forgets it works out again")
    func trimmed() throws {
        let harness = try Harness()
        let first = harness.tokens(AnalyzerTests.text)
        #expect(!harness.analyzer.trim())
        #expect(harness.analyzer.trim(beyond: 1))
        #expect(harness.analyzer.termCount == 0)
        #expect(harness.tokens(AnalyzerTests.text) == first)
    }

    @Test("the order of texts changes no term")
    func order() throws {
        let harness = try Harness()
        _ = harness.tokens("Beratung Suchtberatung Kind Kinder")
        #expect(try harness.tokens(AnalyzerTests.text) == Harness().tokens(AnalyzerTests.text))
    }

    @Test("equal bytes have one number, and a number gives its bytes")
    func numbers() throws {
        let analyzer = try Harness().analyzer
        let id = analyzer.id(of: Array("wort".utf8))
        #expect(analyzer.id(of: Array("wort".utf8)) == id)
        #expect(analyzer.id(of: Array("Wort".utf8)) != id)
        #expect(analyzer.bytes(of: id).elementsEqual("wort".utf8))
        #expect(analyzer.id(of: []) != id)
    }

    @Test(
        "a part's folded range is led back to the letters behind it",
        arguments: [
            ("Beratungsstelle", 0, 8, "Beratung"), ("Beratungsstelle", 9, 6, "stelle"),
            ("Be\u{AD}ratungsstelle", 0, 8, "Be\u{AD}ratung"), ("U\u{308}bungsraum", 0, 6, "U\u{308}bung"),
            ("Straßenamt", 0, 7, "Straße"), ("Beratungs-Stelle", 9, 6, "Stelle"),
            ("Größe", 0, 2, "Gr"), ("Größe", 2, 2, "ö"), ("Größe", 4, 2, "ß"), ("ﬁnden", 0, 2, "ﬁ"),
        ])
    func ranges(text: String, offset: Int, count: Int, expected: String) throws {
        #expect(try range(text, offset, count) == expected)
    }

    @Test("a range that is none of the token is the whole token")
    func outOfRange() throws {
        #expect(try range("Haus", 50, 2) == "Haus")
        #expect(try range("Haus", 0, 0).isEmpty == false)
        #expect(try range("Haus", 2, 90) == "us")
    }

    private func range(_ text: String, _ offset: Int, _ count: Int) throws -> String {
        let analyzer = try Harness().analyzer
        var buffer = TokenBuffer()
        analyzer.analyze(text, into: &buffer)
        let token = try #require(buffer.tokens.first)
        let bytes = Array(text.utf8)
        let range = bytes.withUnsafeBufferPointer { analyzer.range(ofFolded: offset, count: count, in: token, of: $0) }
        return String(decoding: bytes[range], as: UTF8.self)
    }

    @Test("function words are marked, also as pieces")
    func stopWords() throws {
        let tokens = try Harness().tokens("die Beratung und mit-Beratung")
        #expect(tokens.filter { $0.flags.contains(.stopWord) }.map(\.text) == ["die", "und", "mit"])
    }
}
