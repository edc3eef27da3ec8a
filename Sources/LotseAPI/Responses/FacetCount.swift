/// How many hits have a value of a metadata key.
public struct FacetCount: Sendable, Hashable, Decodable {
    /// The value.
    public var value: String
    /// The number of hits with it.
    public var count: Int

    /// Makes a count.
    public init(value: String, count: Int) {
        self.value = value
        self.count = count
    }
}

extension FacetCount: JSONWritable {
    /// Writes both members.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("value", value)
            json.member("count", count)
        }
    }
}
