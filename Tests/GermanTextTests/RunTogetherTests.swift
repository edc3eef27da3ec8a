import Testing

@testable import GermanText

@Suite("Words run together with a function word")
struct RunTogetherTests {
    @Test(
        "the word of meaning is found in it",
        arguments: [
            ("Beratungund", "beratung", 0..<8), ("Informationsaustauschsund", "informationsaustausch", 0..<22),
            ("undBeratung", "beratung", 3..<11), ("Selbsthilfegruppefür", "selbsthilfegruppe", 0..<17),
        ])
    func found(text: String, word: String, range: Range<Int>) throws {
        let harness = try Harness(
            words: Harness.words + ["Information", "Austausch", "Informationsaustausch", "Beratung"])
        let whole = try #require(harness.whole(word).first)
        #expect(harness.whole(text).contains(whole))
        var buffer = TokenBuffer()
        harness.analyzer.analyze(text, into: &buffer)
        let token = try #require(buffer.tokens.first)
        let term = try #require(buffer.terms(of: token).first { $0.kind == .stem && $0.foldedLength > 0 })
        let bytes = Array(text.utf8)
        let seen = bytes.withUnsafeBufferPointer {
            harness.analyzer.range(
                ofFolded: Int(term.foldedOffset), count: Int(term.foldedLength), in: token, of: $0)
        }
        #expect(seen == range)
    }

    @Test(
        "words that only look like it stay whole",
        arguments: [
            "Grund", "Hintergrund", "Befund", "Gesund", "Hund", "Jugend", "Abenteuer", "Bewerbung", "Unterlagen",
        ])
    func untouched(word: String) throws {
        let harness = try Harness(words: Harness.words + ["Hinter", "Gesund", "Abenteuer"])
        #expect(harness.whole(word).count == 1)
    }

    @Test("the stage can be left out")
    func without() throws {
        let harness = try Harness(stages: AnalyzerResources.Stages.all.subtracting(.missingSpaces))
        #expect(harness.whole("Beratungund").count == 1)
    }
}
