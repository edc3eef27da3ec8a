/// Cuts a typed query into lexemes. Never fails: what fits nowhere is a word.
struct QueryLexer {
    let scalars: [Unicode.Scalar]
    var index = 0
    var lexemes: [QueryLexeme] = []
    var notes: [QueryNote.Code] = []
    /// Whether `titel:` before a value is a field; not between the parentheses behind one.
    var readsFields = true
    /// Opening marks that nothing closes from here on. Without them a row of such marks would take quadratic time.
    private var unclosable: Set<Unicode.Scalar> = []

    init(_ text: String) { scalars = Array(text.unicodeScalars) }

    /// The lexemes of a whole text.
    static func lexemes(_ text: String) -> [QueryLexeme] {
        var lexer = QueryLexer(text)
        lexer.run()
        return lexer.lexemes
    }

    mutating func run() { while index < scalars.count { readNext() } }

    /// Reads what begins here.
    mutating func readNext() {
        let scalar = scalars[index]
        if scalar.isWhitespace {
            index += 1
        } else if QuotationMarks.isOpening(scalar) {
            readPhrase()
        } else if beginsGroup(index) {
            index += 1
            lexemes.append(.open)
        } else if scalar == ")" {
            index += 1
            lexemes.append(.close)
        } else if isSign(index) {
            index += 1
            lexemes.append(scalar == "+" ? .plus : .minus)
        } else if !readField() {
            readWord()
        }
    }

    /// A parenthesis that is not part of a telephone number.
    func beginsGroup(_ place: Int) -> Bool { scalars[place] == "(" && !beginsAreaCode(place) }

    private mutating func readPhrase() {
        guard let end = closingMark(of: index) else {
            // An apostrophe-like mark is nothing to speak of; a double one is a phrase left open.
            if scalars[index] != "‘" && scalars[index] != "‚" { notes.append(.unclosedQuote) }
            index += 1
            return
        }
        append(phrase(closedAt: end).map { .term(.phrase($0)) })
    }

    /// The text of the phrase that begins here, if there is anything to search for in it.
    mutating func phrase(closedAt end: Int) -> String? {
        let inside = scalars[(index + 1)..<end]
        index = end + 1
        return inside.isSearchable ? inside.text : nil
    }

    /// Where the phrase ends whose opening mark stands at a place.
    mutating func closingMark(of place: Int) -> Int? {
        let mark = scalars[place]
        guard let closing = QuotationMarks.closing[mark], !unclosable.contains(mark) else { return nil }
        let end = scalars[(place + 1)...].firstIndex { closing.contains($0) }
        if end == nil { unclosable.insert(mark) }
        return end
    }

    private mutating func readWord() {
        let isLiteral = skipEscape()
        let word = scanWord()
        if !isLiteral, let joint = QueryLexeme(operator: word) {
            lexemes.append(joint)
        } else {
            let term = QueryLexer.term(word, isLiteral: isLiteral)
            if !isLiteral, case .word? = term {
                noteStar(of: word)
                noteOperator(of: word)
            }
            append(term.map { .term($0) })
        }
    }

    /// Appends what was read. A sign before what turned out to be nothing must not wander on to the next term.
    mutating func append(_ lexeme: QueryLexeme?) {
        if let lexeme {
            lexemes.append(lexeme)
        } else if lexemes.last == .plus || lexemes.last == .minus {
            lexemes.removeLast()
        }
    }
}
