/// The pieces that a query is made of.
enum QueryLexeme: Equatable {
    case term(QueryNode)
    case open, close
    case plus, minus
    case and, or, not
    case near(Int)

    /// The operator that a word in capitals is; nil for a word.
    init?(operator scalars: ArraySlice<Unicode.Scalar>) {
        guard let first = scalars.first, "UAONn&|".unicodeScalars.contains(first) else { return nil }
        let word = scalars.text
        switch word {
        case "UND", "AND", "&&": self = .and
        case "ODER", "OR", "||": self = .or
        case "NICHT", "NOT": self = .not
        default:
            guard let distance = QueryLexeme.distance(word) else { return nil }
            self = .near(distance)
        }
    }

    /// The distance of `NAHE/3`, of any size. With a number it is an operator in any case: as a word it means nothing.
    private static func distance(_ word: String) -> Int? {
        let name = word.unicodeScalars.prefix(4).text
        let rest = word.unicodeScalars.dropFirst(4)
        if rest.isEmpty { return name == "NAHE" || name == "NEAR" ? NearChain.usualDistance : nil }
        guard ["nahe", "near"].contains(name.lowercased()) else { return nil }
        let digits = rest.dropFirst()
        guard rest.first == "/", !digits.isEmpty, digits.allSatisfy(\.isDigit) else { return nil }
        return Int(digits.text) ?? .max
    }
}
