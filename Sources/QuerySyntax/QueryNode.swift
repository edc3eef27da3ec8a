/// What a person typed, as a tree.
///
/// Its ``description`` is a query in canonical syntax. For every tree that the parser makes, parsing that text gives the
/// same tree again.
public indirect enum QueryNode: Sendable, Hashable {
    /// A word as typed. It may hold marks, hyphens and points: cutting it up is not the parser's work.
    case word(String)
    /// Words between quotation marks, in this order.
    case phrase(String)
    /// The beginning of a word (`Sucht*`), without the star.
    case prefix(String)
    /// Two words or more, each at most so many words from the next, in any order (`Trauer NAHE/3 Gruppe`).
    case near(words: [String], distance: Int)
    /// What a field must hold: a word or a phrase; for the title also a prefix or a sequence of plain terms.
    case field(QueryField, QueryNode)
    /// Days in ISO order, both of them included; nil is an open end, and never are both nil.
    case dateRange(from: String?, to: String?)
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
