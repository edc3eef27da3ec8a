import LotseTestSupport
import Testing

@testable import LotseCommand

@Suite("Two columns")
struct SideBySideTests {
    @Test("lines break between words, long words anywhere, and continue below the first one's text")
    func wrapped() {
        #expect(SideBySide.wrapped("1. kurz", indent: 3) == ["1. kurz"])
        #expect(SideBySide.wrapped("   ", indent: 3).isEmpty)
        let words = SideBySide.wrapped("1. " + String(repeating: "Wort ", count: 20), indent: 3)
        #expect(words.count == 2 && words[1].hasPrefix("   Wort"))
        let long = SideBySide.wrapped("   " + String(repeating: "x", count: 120), indent: 3)
        #expect(long.map(\.count) == [56, 56, 17])
    }

    @Test("no line is too wide and nothing is lost, whatever the text")
    func random() {
        var random = SeededRandom(seed: 3)
        for _ in 0..<50 {
            // Without a letter before it a combining mark would belong to the space.
            let text = "x" + random.text(of: ["Sozialpsychiatrischer", "Dienst", "für"], pieces: 40)
            let lines = SideBySide.wrapped("1. " + text, indent: 3)
            #expect(lines.allSatisfy { $0.count <= 56 })
            let plain = { (text: String) in text.filter { !$0.isWhitespace } }
            #expect(plain(lines.joined()) == plain("1." + text))
        }
    }

    @Test("columns of unequal length stand beside each other")
    func columns() {
        let gap = String(repeating: " ", count: 55)
        #expect(SideBySide.columns(["a", "b"], ["c"]) == "a\(gap) | c\nb\(gap) |\n")
        #expect(SideBySide.columns([], ["c"]) == " \(gap) | c\n")
    }
}
