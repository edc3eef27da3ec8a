/// The lexer works on scalars, not on characters: a mark that combines with the quotation mark or the blank before it
/// would make another character of that, and what is printed between blanks would not be read again as it was.
///
/// Almost all that is typed is ASCII, which needs no look into Unicode's tables.
extension Unicode.Scalar {
    var isWhitespace: Bool { isASCII ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace }

    var isLetter: Bool { isASCII ? (0x61...0x7A).contains(value | 0x20) : properties.isAlphabetic }

    var isNumber: Bool { isASCII ? isDigit : properties.numericType != nil }

    var isDigit: Bool { ("0"..."9").contains(self) }

    /// A letter, or what a decomposed umlaut ends with.
    var isLetterOrMark: Bool { isLetter || !isASCII && properties.generalCategory == .nonspacingMark }
}

extension Sequence<Unicode.Scalar> {
    /// Whether there is anything that can be searched for.
    var isSearchable: Bool { contains { $0.isLetter || $0.isNumber } }

    var text: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(underestimatedCount)
        for scalar in self { bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter }
        return String(decoding: bytes, as: UTF8.self)
    }
}
