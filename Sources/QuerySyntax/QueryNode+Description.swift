extension QueryNode: CustomStringConvertible {
    /// A query in canonical syntax, with German operators and names of fields, and with no more parentheses than needed.
    ///
    /// Every tree that the parser makes is made again from this text. A tree made otherwise may hold what no query can say
    /// (an empty sequence, a word with blanks); its text is for reading only.
    public var description: String { printed(in: .or) }

    /// How much what is printed binds: what binds less than its place asks for needs parentheses.
    private enum Binding: Int {
        case or, and, sequence, term
    }

    private var binding: Binding {
        switch self {
        case .or: .or
        case .and: .and
        case .sequence: .sequence
        default: .term
        }
    }

    private func printed(in place: Binding, behind sign: String = "") -> String {
        if binding.rawValue < place.rawValue { return sign + "(" + printed(in: .or) + ")" }
        switch self {
        case .word(let text): return sign + QueryNode.bare(text, behind: sign)
        case .phrase(let text): return sign + QuotationMarks.quoted(text)
        case .prefix(let text):
            // `+49*` would be a telephone number.
            let isSigned = sign.isEmpty || QueryLexer.lexemes(sign + text + "*").last == .term(self)
            return isSigned ? sign + text + "*" : sign + "(" + text + "*)"
        case .near(let words, let distance):
            let first = words.prefix(1).map { sign + QueryNode.bare($0, behind: sign) }
            return (first + words.dropFirst().map { QueryNode.bare($0) }).joined(separator: " NAHE/\(distance) ")
        case .field(let field, let value): return sign + QueryNode.printed(field, value)
        case .dateRange(let from, let to):
            return sign + "datum:" + (from == to ? from ?? "" : "\(from ?? "")..\(to ?? "")")
        case .sequence(let clauses): return clauses.map(QueryNode.printed).joined(separator: " ")
        case .and(let nodes): return nodes.map { $0.printed(in: .sequence) }.joined(separator: " UND ")
        case .or(let nodes): return nodes.map { $0.printed(in: .and) }.joined(separator: " ODER ")
        }
    }

    /// NICHT rather than a hyphen: behind `und` that would be a suspended one.
    private static func printed(_ clause: Clause) -> String {
        switch clause.sign {
        case .plain: clause.node.printed(in: .term)
        case .required: clause.node.printed(in: .term, behind: "+")
        case .excluded: "NICHT " + clause.node.printed(in: .term)
        }
    }

    private static func printed(_ field: QueryField, _ value: QueryNode) -> String {
        let name = field.names[0] + ":"
        switch value {
        case .word(let text):
            let isField = QueryLexer.lexemes(name + text) == [.term(.field(field, value))]
            return name + (isField ? text : "\\" + text)
        case .sequence: return name + "(" + value.printed(in: .or) + ")"
        default: return name + value.printed(in: .term)
        }
    }

    /// The word as it stands where it is read so; otherwise behind a backslash or, as an operand of NAHE may need it, in
    /// quotation marks.
    private static func bare(_ word: String, behind sign: String = "") -> String {
        let expected: [QueryLexeme] = (sign.isEmpty ? [] : [.plus]) + [.term(.word(word))]
        // Whether `titel:‘a` is a field depends on what comes after it.
        let candidates = (word.unicodeScalars.contains(":") && word.unicodeScalars.contains("‘") ? [] : [word])
        for candidate in candidates + ["\\" + word] {
            var lexer = QueryLexer(sign + candidate)
            lexer.run()
            // What is printed has nothing left to note: `*sucht` is `\*sucht`.
            if lexer.lexemes == expected, lexer.notes.isEmpty { return candidate }
        }
        return QuotationMarks.quoted(word)
    }
}
