/// Documents that say the like of one.
public struct SimilarResponse: Sendable, Hashable, Decodable {
    /// The id that was asked for.
    public var id: String
    /// The generation of the index that answered.
    public var generation: Int
    /// Time spent, in milliseconds.
    public var tookMilliseconds: Double
    /// The nearest sections, one of each document, nearest first. `matched` names the words they share.
    public var hits: [Hit]

    enum CodingKeys: String, CodingKey {
        case id, generation, hits
        case tookMilliseconds = "took_ms"
    }

    /// Makes an answer.
    public init(id: String, generation: Int, tookMilliseconds: Double, hits: [Hit]) {
        self.id = id
        self.generation = generation
        self.tookMilliseconds = tookMilliseconds
        self.hits = hits
    }
}

extension SimilarResponse: JSONWritable {
    /// Writes all members.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", id)
            json.member("generation", generation)
            json.member("took_ms", tookMilliseconds)
            json.member("hits", hits)
        }
    }
}
