import Testing

@testable import GermanText

@Suite("The vocabulary counter")
struct VocabularyTests {
    private func count(_ texts: String...) -> [String: [UInt32]] {
        var counter = VocabularyCounter()
        for text in texts {
            var text = text
            text.withUTF8 { counter.add($0) }
        }
        var found: [String: [UInt32]] = [:]
        counter.forEach { word, frequency, capitalised in
            found[String(decoding: word, as: UTF8.self)] = [frequency, capitalised]
        }
        #expect(found.count == counter.count)
        return found
    }

    @Test("several counters make the lexicon that one would have made, whoever saw which text")
    func split() throws {
        // Small in one text, at a sentence's beginning in the others.
        let texts = [
            "Hilfen kommen. Und Hilfen.", "Da hilfen alle.", "Hilfen. Hilfen. Hilfen.", "Die Beratung. Und so.",
        ]
        func lexicon(_ groups: [[String]]) -> Lexicon {
            var builder = LexiconBuilder()
            for group in groups {
                var counter = VocabularyCounter()
                for var text in group { text.withUTF8 { counter.add($0) } }
                builder.add(counter)
            }
            return builder.build()
        }
        let whole = lexicon([texts]).bytes
        #expect(lexicon(texts.map { [$0] }).bytes == whole)
        #expect(lexicon([[texts[3], texts[1]], [texts[2], texts[0]]]).bytes == whole)
    }

    @Test("words are counted folded, with their capitals inside sentences")
    func counts() {
        let found = count("Das Haus und das haus. Grosse Häuser!", "das Große Haus")
        #expect(found["das"] == [3, 0])
        #expect(found["haus"] == [3, 2])
        #expect(found["grosse"] == [2, 2])
        #expect(found["häuser"] == [1, 1])
    }

    @Test("a word that only begins sentences counts as capitalised")
    func neverSmall() {
        #expect(count("Suchtberatung. Suchtberatung")["suchtberatung"] == [2, 2])
        #expect(count("Heute. Dann heute")["heute"] == [2, 0])
    }

    @Test("pieces of hyphenated words are counted, too")
    func pieces() {
        let found = count("ein Berater-Team")
        #expect(found["beraterteam"] == [1, 1])
        #expect(found["berater"] == [1, 1])
        #expect(found["team"] == [1, 1])
    }

    @Test("a gender form counts as its base and as the feminine plural, and numbers are no words")
    func gender() {
        let found = count("die Klient:innen, jede:r mit 12 Kindern am 07.03.2018")
        #expect(found["klient"] == [1, 1])
        #expect(found["klientinnen"] == [1, 1])
        #expect(found["jedeinnen"] == nil)
        #expect(found["12"] == nil)
        #expect(found["2018"] == nil)
    }
}
