import LotseTestSupport
import Testing

@testable import Lotse

@Suite("Showing what the analysis makes of a text")
struct TextAnalyzerTests {
    @Test("tokens point into the text by bytes, with their terms and rules")
    func tokens() throws {
        try IndexedCorpus.with(["documents/a.txt": "Häuser\n\nDie Klient:innen der Suchthilfe."]) { indexed in
            try indexed.run()
            let text = "Häuser für Klient:innen"
            let tokens = try TextAnalyzer(indexPath: indexed.index.path).analyze(text)
            #expect(tokens.map(\.text) == ["Häuser", "für", "Klient:innen"])
            for token in tokens {
                #expect(String(decoding: Array(text.utf8)[token.start..<token.end], as: UTF8.self) == token.text)
                #expect(!token.terms.isEmpty)
            }
            #expect(tokens.map(\.position) == [0, 1, 2])
            #expect(tokens[2].terms.contains { $0.kind == "gender" })
        }
    }

    @Test("without an index and without a word list the rules still work, and each instance gives the same")
    func withoutIndex() throws {
        var random = SeededRandom(seed: 97)
        for _ in 0..<20 {
            let text = random.text(of: Vocabulary.all, pieces: 30)
            let first = try TextAnalyzer(wordList: nil).analyze(text)
            #expect(try TextAnalyzer(wordList: nil).analyze(text) == first)
            #expect(first.allSatisfy { 0 <= $0.start && $0.start < $0.end && $0.end <= text.utf8.count })
        }
        #expect(try TextAnalyzer(wordList: nil).analyze("").isEmpty)
    }

    @Test("a word list is used, and one that is missing is no error")
    func wordList() throws {
        try TemporaryFolder.with { folder in
            try folder.write("words", "Sucht\nHilfe\nSuchthilfe\n")
            let tokens = try TextAnalyzer(wordList: folder("words")).analyze("Suchthilfe")
            #expect(tokens.first?.terms.contains { $0.kind == "part" } == true)
            #expect(try TextAnalyzer(wordList: folder("missing")).analyze("Suchthilfe").count == 1)
        }
    }
}
