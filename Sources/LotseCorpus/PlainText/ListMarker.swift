/// The bullet or number at the head of a list item.
struct ListMarker: Hashable {
    /// `•` for every bullet, a number or letter as written.
    var text: String
    /// What stands behind it.
    var content: String
    /// Whether it counts: `3.`, `b)`.
    var isNumber: Bool
    /// Whether the sign may as well be part of a sentence: a dash, or a number with a full stop.
    var isAmbiguous: Bool

    private static let bullets: Set<Unicode.Scalar> = [
        "•", "·", "▪", "◦", "‣", "●", "■", "□", "○", "✓", "✔", "➢", "►", "▸", "\u{F0B7}", "\u{F0A7}", "∙", "⁃",
    ]
    private static let signs: Set<Unicode.Scalar> = ["-", "–", "—", "*", "+"]
    private static let months: Set<Substring> = [
        "Januar", "Jänner", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober",
        "November", "Dezember",
    ]

    /// Reads a line (white space collapsed); nil when it starts no item.
    init?(_ line: String) {
        guard let first = line.unicodeScalars.first else { return nil }
        let rest = line.unicodeScalars.dropFirst()
        if Self.bullets.contains(first) {
            content = String(rest).trimmingWhitespace()
            (text, isNumber, isAmbiguous) = ("•", false, false)
        } else if Self.signs.contains(first), rest.first == " " {
            content = String(rest.dropFirst())
            (text, isNumber, isAmbiguous) = ("•", false, first != "*" && first != "+")
        } else if first == "o", rest.first == " ", rest.dropFirst().first?.properties.isUppercase == true {
            // Word's second level of bullets, as its text export writes it.
            content = String(rest.dropFirst())
            (text, isNumber, isAmbiguous) = ("•", false, true)
        } else if let number = Self.number(line) {
            text = number.marker
            content = number.content
            isNumber = true
            isAmbiguous = number.marker.hasSuffix(".")
        } else {
            return nil
        }
        if content.isEmpty { return nil }
    }

    /// `3. …`, `12) …`, `(3) …`, `a) …`, `(b) …`; no dates, no ordinals before a month.
    private static func number(_ line: String) -> (marker: String, content: String)? {
        guard let space = line.firstIndex(of: " ") else { return nil }
        let marker = line[..<space]
        guard (2...5).contains(marker.utf8.count), let last = marker.last, last == "." || last == ")" else {
            return nil
        }
        let label = marker.dropLast().drop { $0 == "(" }
        let isCount = !label.isEmpty && label.utf8.count <= 3 && label.utf8.allSatisfy(ByteText.isDigit)
        let isLetter = label.utf8.count == 1 && last == ")" && label.utf8.allSatisfy(ByteText.isASCIILetter)
        guard isCount || isLetter else { return nil }
        let content = line[line.index(after: space)...]
        let word = content.prefix { $0.isLetter }
        if isCount, last == ".", months.contains(word) { return nil }
        return (String(marker), String(content))
    }
}
