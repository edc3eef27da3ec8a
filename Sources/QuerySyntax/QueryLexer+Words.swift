extension QueryLexer {
    /// Goes on to the end of the word that begins here.
    mutating func scanWord() -> ArraySlice<Unicode.Scalar> {
        let start = index
        while index < scalars.count {
            let scalar = scalars[index]
            if scalar.isWhitespace || scalar == ")" { break }
            if scalar == "(" {
                guard let end = bracketedEnding(after: start) ?? areaCodeEnd() else { break }
                index = end
                continue
            }
            if QuotationMarks.isOpening(scalar), scalar != "‘" { break }
            index += 1
        }
        // Nothing may keep the lexer where it is.
        if index == start { index += 1 }
        return scalars[start..<index]
    }

    /// `\UND`: goes over a backslash before a word, which is then taken as it stands.
    mutating func skipEscape() -> Bool {
        guard isEscape(index) else { return false }
        index += 1
        return true
    }

    private func isEscape(_ place: Int) -> Bool {
        guard place + 1 < scalars.count, scalars[place] == "\\" else { return false }
        let next = scalars[place + 1]
        return !next.isWhitespace && next != ")" && !beginsGroup(place + 1) && !QuotationMarks.isOpening(next)
    }

    /// The term that a word is; nil where there is nothing to search for.
    static func term(_ word: ArraySlice<Unicode.Scalar>, isLiteral: Bool) -> QueryNode? {
        guard word.isSearchable else { return nil }
        if !isLiteral, word.last == "*", let beginning = beginning(word) { return .prefix(beginning) }
        return .word(word.text)
    }

    /// What stands before the star, where that is the beginning of a word: two letters or digits at least.
    private static func beginning(_ word: ArraySlice<Unicode.Scalar>) -> String? {
        let trimmed = word.drop { $0 == "-" }.prefix { $0 != "*" }
        guard trimmed.allSatisfy({ $0.isLetterOrMark || $0.isNumber || $0 == "-" }),
            trimmed.count(where: { $0.isLetter || $0.isNumber }) >= 2
        else { return nil }
        return trimmed.text
    }

    /// Says so where a star was meant for more than a word can do with it. Inside of one it is a gender form's mostly.
    mutating func noteStar(of word: ArraySlice<Unicode.Scalar>) {
        if word.first == "*", word.count > 1, word[word.startIndex + 1].isLetter {
            notes.append(.leadingStar)
        } else if word.last == "*", word.count(where: { $0.isLetter || $0.isNumber }) == 1 {
            notes.append(.shortPrefix)
        } else if let star = word.firstIndex(of: "*"), QueryLexer.isWildcard(star, in: word) {
            notes.append(.innerStar)
        }
    }

    /// Whether a star stands for letters that the writer does not know (`Su*ht`), and not for a gender (`Trans*personen`,
    /// `jede*r`): behind or before so few letters no word is whole.
    private static func isWildcard(_ star: Int, in word: ArraySlice<Unicode.Scalar>) -> Bool {
        let (before, after) = (word[..<star], word[(star + 1)...])
        guard !before.isEmpty, !after.isEmpty, before.allSatisfy(\.isLetterOrMark), after.allSatisfy(\.isLetterOrMark)
        else { return false }
        let endings = ["in", "innen", "r", "n", "s", "m", "e", "er", "en", "es", "em", "ne", "x", "sie"]
        // `LSBT*I` is no word.
        return min(before.count, after.count) <= 2 && !endings.contains(after.text.lowercased())
            && !before.allSatisfy { $0.properties.isUppercase }
    }

    /// Says so where a word looks like an operator or a field and is none.
    mutating func noteOperator(of word: ArraySlice<Unicode.Scalar>) {
        if word.count > 5, word[word.startIndex + 4] == "/", ["NAHE", "NEAR"].contains(word.prefix(4).text) {
            notes.append(.nearWithoutNumber)
        } else if readsFields, QueryLexer.isUnknownField(word) {
            notes.append(.unknownField)
        }
    }

    /// Whether a word looks like a field that there is not: `farbe:Grün`, but not `Klient:innen`, `sie:er`, `10:30`, `https://…`.
    private static func isUnknownField(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let colon = word.firstIndex(of: ":"), colon - word.startIndex >= 3,
            word[..<colon].allSatisfy(\.isLetterOrMark)
        else { return false }
        let value = word[(colon + 1)...]
        let letters = value.prefix(while: \.isLetterOrMark)
        return letters.count > 3 && letters.count == value.count && !letters.text.lowercased().hasPrefix("in")
    }

    /// A plus or minus directly before a term. Behind a conjunction a hyphen is a suspended one
    /// (`Selbsthilfegruppen und -organisationen`).
    func isSign(_ place: Int) -> Bool {
        let scalar = scalars[place]
        guard scalar == "+" || scalar == "-" || scalar == "−", place + 1 < scalars.count else { return false }
        let next = scalars[place + 1]
        guard !beginsCountryCode(place) else { return false }
        guard
            next.isLetter || next.isNumber || next == "(" || QuotationMarks.isOpening(next) || isEscape(place + 1)
        else { return false }
        guard place == 0 || scalars[place - 1].isWhitespace || scalars[place - 1] == "(" else { return false }
        if scalar != "+", case .term(.word(let before))? = lexemes.last,
            ["und", "oder", "sowie", "bzw."].contains(before)
        {
            return false
        }
        return true
    }

    /// `(030) 7000-123`: digits alone between brackets are part of a telephone number.
    func beginsAreaCode(_ place: Int) -> Bool {
        guard place < scalars.count, scalars[place] == "(",
            let close = scalars[(place + 1)...].prefix(8).firstIndex(of: ")")
        else { return false }
        let inside = scalars[(place + 1)..<close]
        return inside.first == "0" && inside.allSatisfy(\.isDigit)
    }

    /// `+49 30 7000-123`: a plus before the code of a country where German is spoken is no sign.
    private func beginsCountryCode(_ place: Int) -> Bool {
        guard scalars[place] == "+", place + 3 <= scalars.count, scalars[place + 1] == "4",
            ["9", "3", "1"].contains(scalars[place + 2])
        else { return false }
        return place + 3 == scalars.count || !scalars[place + 3].isLetter
    }

    /// The place behind an area code in brackets that begins here.
    private func areaCodeEnd() -> Int? {
        guard beginsAreaCode(index) else { return nil }
        return scalars[index...].firstIndex(of: ")").map { $0 + 1 }
    }

    /// `Mitarbeiter(innen)`: a bracket inside a word belongs to it. Returns the place behind it.
    private func bracketedEnding(after start: Int) -> Int? {
        guard index > start, scalars[index - 1].isLetterOrMark,
            let close = scalars[(index + 1)...].prefix(8).firstIndex(of: ")")
        else { return nil }
        let inside = scalars[(index + 1)..<close]
        guard !inside.isEmpty, inside.allSatisfy({ $0.isLetterOrMark || $0 == "-" }) else { return nil }
        return close + 1
    }
}
