import Testing

@testable import QuerySyntax

@Suite("Scalars")
struct ScalarTests {
    @Test("the short cuts say what Unicode's tables say")
    func shortCuts() {
        for value in UInt32(0)..<0x3000 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            #expect(scalar.isWhitespace == scalar.properties.isWhitespace)
            #expect(scalar.isLetter == scalar.properties.isAlphabetic)
            #expect(scalar.isNumber == (scalar.properties.numericType != nil))
            let isMark = scalar.properties.generalCategory == .nonspacingMark
            #expect(scalar.isLetterOrMark == (scalar.properties.isAlphabetic || isMark))
            #expect(QuotationMarks.isOpening(scalar) == (QuotationMarks.closing[scalar] != nil))
        }
    }

    @Test("scalars are the text that they were taken from")
    func text() {
        for text in ["", "Hilfe", "Prüfungsängste", "e\u{301}", "помощь 💙 \u{FFFD}\u{10FFFF}"] {
            #expect(Array(text.unicodeScalars).text == text)
            #expect(Array(Array(text.unicodeScalars).text.unicodeScalars) == Array(text.unicodeScalars))
        }
    }
}
