import Foundation
import LotseAPI
import Testing

@Suite("The JSON writer")
struct JSONWriterTests {
    @Test("random strings read back unchanged with another parser")
    func randomStrings() throws {
        var random = SeededRandom(seed: 7)
        for _ in 0..<2_000 {
            let text = random.text(maxLength: 40)
            let bytes = [text, "x"].jsonBytes()
            let parsed = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String])
            // Compared by scalars, because Swift's == takes different scalars for equal where they look the same.
            #expect(parsed.first.map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
        }
    }

    @Test("all control characters, quotes and backslashes are escaped")
    func escapes() {
        let text =
            String(String.UnicodeScalarView((0..<0x20).compactMap { Unicode.Scalar($0) })) + "\"\\/\u{7F}\u{2028}"
        let expected =
            #""\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f\u0010\u0011\u0012\u0013"#
            + #"\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f\"\\/"# + "\u{7F}\u{2028}\""
        #expect(text.jsonText() == expected)
    }

    @Test("random nested values read back unchanged with another parser")
    func randomValues() throws {
        var random = SeededRandom(seed: 11)
        for _ in 0..<300 {
            let hits = (0..<Int.random(in: 0...3, using: &random)).map { _ in
                Hit(
                    id: random.text(maxLength: 9), document: random.text(maxLength: 9), kind: "forum",
                    title: random.text(maxLength: 20), path: [random.text(maxLength: 5)],
                    score: Double(bitPattern: random.next()), snippets: [])
            }
            let parsed = try #require(
                try JSONSerialization.jsonObject(with: Data(hits.jsonBytes())) as? [[String: Any]])
            #expect(parsed.count == hits.count)
            for (object, hit) in zip(parsed, hits) {
                #expect((object["title"] as? String)?.unicodeScalars.elementsEqual(hit.title.unicodeScalars) == true)
                #expect(object["url"] is NSNull)
                #expect((object["score"] is NSNull) == !hit.score.isFinite)
            }
        }
    }

    @Test("random finite numbers read back exactly with another parser")
    func randomNumbers() throws {
        var random = SeededRandom(seed: 13)
        let numbers = (0..<5_000).map { _ in Double(bitPattern: random.next()) }.filter(\.isFinite)
        let edges = [0, -0.0, 1, 0.1, .leastNonzeroMagnitude, .greatestFiniteMagnitude, 1e15, 1e16, -1e-5]
        let parsed = try JSONDecoder().decode([Double].self, from: Data((numbers + edges).jsonBytes()))
        #expect(parsed == numbers + edges)
    }

    @Test("the members of a dictionary come in the order of their names")
    func dictionaryOrder() {
        #expect(["b": 1, "a": 2, "ä": 3, "B": 4].jsonText() == #"{"B":4,"a":2,"b":1,"ä":3}"#)
    }
}
