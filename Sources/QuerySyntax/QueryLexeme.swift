/// The pieces that a query is made of.
enum QueryLexeme: Equatable {
    case term(QueryNode)
    case open, close
    case plus, minus
    case and, or, not

    /// The operator that a word in capitals is; nil for a word.
    init?(operator word: String) {
        switch word {
        case "UND", "AND", "&&": self = .and
        case "ODER", "OR", "||": self = .or
        case "NICHT", "NOT": self = .not
        default: return nil
        }
    }
}
