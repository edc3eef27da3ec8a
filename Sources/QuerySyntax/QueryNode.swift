/// What a person typed, as a tree.
public indirect enum QueryNode: Sendable, Hashable {
    /// A word as typed. It may hold marks, hyphens and points: cutting it up is not the parser's work.
    case word(String)
    /// Words between quotation marks, in this order.
    case phrase(String)
    /// The beginning of a word (`Sucht*`), without the star.
    case prefix(String)
    /// Terms side by side: how many of them must be found is the searcher's choice.
    case sequence([Clause])
    /// Joined by UND.
    case and([QueryNode])
    /// Joined by ODER.
    case or([QueryNode])

    /// A term of a sequence with its sign.
    public struct Clause: Sendable, Hashable {
        /// What the sign says.
        public enum Sign: Sendable, Hashable {
            /// No sign.
            case plain
            /// `+`: it must be found.
            case required
            /// `-` or NICHT: it must not be found.
            case excluded
        }
        /// The sign.
        public var sign: Sign
        /// The term.
        public var node: QueryNode

        /// A term with a sign.
        public init(_ sign: Sign, _ node: QueryNode) {
            self.sign = sign
            self.node = node
        }
    }
}

/// What the parser could not take literally, and read as words instead. The message is for end users.
public struct QueryNote: Sendable, Hashable {
    /// The kind of note.
    public enum Code: String, Sendable, Hashable, CaseIterable {
        /// A quotation mark that none closes.
        case unclosedQuote
        /// A parenthesis without its partner.
        case unbalancedParenthesis
        /// UND, ODER, NICHT, + or - with nothing to join.
        case danglingOperator
        /// Parentheses nested deeper than the parser follows.
        case tooDeep
    }
    /// The kind of note.
    public var code: Code

    /// A German sentence that says how the query was read.
    public var message: String {
        switch code {
        case .unclosedQuote:
            "Zu einem Anführungszeichen fehlt das Gegenstück; die Wörter dahinter wurden einzeln gesucht."
        case .unbalancedParenthesis: "Zu einer Klammer fehlt das Gegenstück; sie wurde nicht beachtet."
        case .danglingOperator: "Ein Verknüpfungszeichen stand ohne Suchwort und wurde nicht beachtet."
        case .tooDeep: "Die Klammern sind zu tief geschachtelt; die inneren wurden nicht beachtet."
        }
    }
}

/// A parsed query.
public struct ParsedQuery: Sendable, Hashable {
    /// The tree; nil when nothing was typed that could be searched for.
    public var root: QueryNode?
    /// What was read otherwise than typed, each kind once, in order.
    public var notes: [QueryNote]
}
