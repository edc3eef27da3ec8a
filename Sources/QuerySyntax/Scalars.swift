/// The lexer works on scalars, not on characters: a mark that combines with the quotation mark or the blank before it
/// would make another character of that, and what is printed between blanks would not be read again as it was.
extension Unicode.Scalar {
    var isWhitespace: Bool { properties.isWhitespace }

    var isLetter: Bool { properties.isAlphabetic }

    var isNumber: Bool { properties.numericType != nil }

    var isDigit: Bool { ("0"..."9").contains(self) }

    /// A letter, or what a decomposed umlaut ends with.
    var isLetterOrMark: Bool { isLetter || properties.generalCategory == .nonspacingMark }
}

extension Sequence<Unicode.Scalar> {
    /// Whether there is anything that can be searched for.
    var isSearchable: Bool { contains { $0.isLetter || $0.isNumber } }

    var text: String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: self)
        return String(view)
    }
}
