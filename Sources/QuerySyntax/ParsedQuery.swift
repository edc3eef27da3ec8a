/// A parsed query.
public struct ParsedQuery: Sendable, Hashable {
    /// The tree; nil when nothing was typed that could be searched for.
    public var root: QueryNode?
    /// What was read otherwise than typed, each kind once, in order.
    public var notes: [QueryNote]
}
