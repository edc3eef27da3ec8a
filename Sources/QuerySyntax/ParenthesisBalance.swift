/// Gives the parser parentheses that all have their partner and are never nested deeper than it should follow.
enum ParenthesisBalance {
    private static let deepest = 32

    static func balanced(_ lexemes: [QueryLexeme], _ notes: inout [QueryNote.Code]) -> [QueryLexeme] {
        var result: [QueryLexeme] = []
        result.reserveCapacity(lexemes.count)
        var depth = 0
        for lexeme in lexemes {
            switch lexeme {
            case .open:
                depth += 1
                if depth > deepest { notes.append(.tooDeep) } else { result.append(lexeme) }
            case .close:
                guard depth > 0 else {
                    notes.append(.unbalancedParenthesis)
                    continue
                }
                if depth <= deepest { result.append(lexeme) }
                depth -= 1
            default: result.append(lexeme)
            }
        }
        if depth > 0 {
            notes.append(.unbalancedParenthesis)
            result += repeatElement(.close, count: min(depth, deepest))
        }
        return result
    }
}
