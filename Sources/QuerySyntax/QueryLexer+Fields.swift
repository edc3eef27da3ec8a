extension QueryLexer {
    /// Reads a field with its value, if one begins here. Before a blank a field's name is a word: people paste text.
    mutating func readField() -> Bool {
        guard readsFields, let (field, place) = fieldName() else { return false }
        if QuotationMarks.isOpening(scalars[place]) {
            guard let end = closingMark(of: place) else { return false }
            index = place
            let value = phrase(closedAt: end)
            if value == nil { notes.append(.fieldWithoutValue) }
            append(field, value.map { .phrase($0) })
            return true
        }
        if beginsGroup(place) {
            index = place
            if field == .title { readTitleGroup() } else { notes.append(note(for: field)) }
            return true
        }
        let start = index
        index = place
        let isLiteral = skipEscape()
        let word = QueryLexer.withoutListMarks(scanWord())
        guard isLiteral || !QueryLexer.isGenderEnding(word), let value = QueryLexer.term(word, isLiteral: isLiteral)
        else {
            // `Ort:` in a pasted text is no slip; a star alone is one.
            if !isLiteral, !word.isSearchable, word.first == "*" { notes.append(.fieldWithoutValue) }
            index = start
            return false
        }
        append(field, field == .date ? untilEnd(from: value) : value)
        return true
    }

    /// `datum:2018 bis 2020`, `datum:2018 - 2020`: a range in words, where the end of one follows.
    private mutating func untilEnd(from value: QueryNode) -> QueryNode {
        guard case .word(let first) = value else { return value }
        let place = index
        skipBlanks()
        if index < scalars.count, ["bis", "-", "–"].contains(scanWord().text.lowercased()) {
            skipBlanks()
            if index < scalars.count {
                let end = QueryLexer.withoutListMarks(scanWord())
                let range = QueryNode.word(first + ".." + end.text)
                if !end.isEmpty, DateRange(range) != nil { return range }
            }
        }
        index = place
        return value
    }

    private mutating func skipBlanks() { while index < scalars.count, scalars[index].isWhitespace { index += 1 } }

    /// The field whose name stands here before a colon, and the place behind that.
    private func fieldName() -> (field: QueryField, value: Int)? {
        let name = scalars[index...].prefix(QueryField.longestName).prefix { $0.isLetterOrMark }
        guard name.endIndex + 1 < scalars.count, scalars[name.endIndex] == ":",
            let field = QueryField(named: name.text)
        else { return nil }
        return (field, name.endIndex + 1)
    }

    private mutating func append(_ field: QueryField, _ value: QueryNode?) {
        guard let value else { return append(nil) }
        if field == .date, let range = DateRange(value) {
            if range.isReversed { notes.append(.reversedRange) }
            append(.term(.dateRange(from: range.from, to: range.to)))
            return
        }
        switch value {
        case .word where field != .date, .phrase where field != .date, .prefix where field == .title:
            append(.term(.field(field, value)))
        default:
            notes.append(note(for: field))
            append(.term(value))
        }
    }

    /// What is to be said when a field cannot take its value.
    private func note(for field: QueryField) -> QueryNote.Code { field == .date ? .unreadableDate : .fieldNeedsWord }

    /// Reads the group that begins here, up to its closing parenthesis, into one term.
    private mutating func readTitleGroup() {
        let first = lexemes.count
        var depth = 0
        readsFields = false
        repeat {
            if beginsGroup(index) { depth += 1 } else if scalars[index] == ")" { depth -= 1 }
            readNext()
        } while depth > 0 && index < scalars.count
        readsFields = true
        if depth > 0 { notes.append(.unbalancedParenthesis) }
        let inside = Array(lexemes[first...])
        lexemes.removeSubrange(first...)
        let terms = TitleGroup.terms(inside, &notes).compactMap(QueryLexer.withoutListMarks)
        let value = terms.count > 1 ? .sequence(terms.map { .init(.plain, $0) }) : terms.first
        append(value.map { .term(.field(.title, $0)) })
    }

    /// `Träger:innen` and `Herausgeber:in` are words, not fields.
    private static func isGenderEnding(_ value: ArraySlice<Unicode.Scalar>) -> Bool {
        let letters = value.prefix { $0.isLetterOrMark }
        guard ["in", "innen", "IN", "INNEN"].contains(letters.text) else { return false }
        return letters.endIndex == value.endIndex || value[letters.endIndex] != "*"
    }

    /// `ort:Leipzig, art:forum`: a comma behind a value separates it from the next.
    private static func withoutListMarks(_ word: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        var word = word
        while word.last == "," || word.last == ";" { word.removeLast() }
        return word
    }

    private static func withoutListMarks(_ term: QueryNode) -> QueryNode? {
        guard case .word(let text) = term else { return term }
        return .word(withoutListMarks(Array(text.unicodeScalars)[...]).text)
    }
}
