/// `titel:(Trauer Kinder)`: the words between the parentheses must all stand in the title.
enum TitleGroup {
    /// The terms among the lexemes of a group. Operators that ask for all words say nothing new; others and what is
    /// excluded are left out with a note.
    static func terms(_ lexemes: [QueryLexeme], _ notes: inout [QueryNote.Code]) -> [QueryNode] {
        var terms: [QueryNode] = []
        var isAsTyped = true
        var depth = 0
        var isExcluding = false
        var excludedDepth: Int?
        for lexeme in lexemes {
            switch lexeme {
            case .term(let node):
                if !isExcluding, excludedDepth == nil { terms.append(node) }
                isExcluding = false
            case .minus, .not:
                isAsTyped = false
                isExcluding = true
            case .open:
                depth += 1
                if isExcluding, excludedDepth == nil { excludedDepth = depth }
                isExcluding = false
            case .close:
                if excludedDepth == depth { excludedDepth = nil }
                depth -= 1
            case .or, .near: isAsTyped = false
            case .plus, .and: break
            }
        }
        if !isAsTyped { notes.append(.titleGroupNeedsWords) }
        return terms
    }
}
