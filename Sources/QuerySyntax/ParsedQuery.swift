/// A parsed query.
public struct ParsedQuery: Sendable, Hashable, CustomStringConvertible {
    /// The tree; nil when nothing was typed that could be searched for.
    public var root: QueryNode?
    /// What was read otherwise than typed, each kind once, in order.
    public var notes: [QueryNote]

    /// The query as it was read, in canonical syntax. Parsed again it gives the same tree, without notes.
    public var description: String { root?.description ?? "" }
}
