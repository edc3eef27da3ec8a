/// A spelling that finds more.
public struct DidYouMean: Sendable, Hashable, Decodable {
    /// The whole query in the better spelling.
    public var query: String
    /// Whether the hits are already those of the better spelling.
    public var applied: Bool

    /// Makes a suggestion.
    public init(query: String, applied: Bool) {
        self.query = query
        self.applied = applied
    }
}

extension DidYouMean: JSONWritable {
    /// Writes both members.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("query", query)
            json.member("applied", applied)
        }
    }
}
