/// A line that the adapter reads.
struct Command: Decodable {
    var op: String
    /// A `docs.jsonl`, or any corpus' folder; for `export` the file to write.
    var docs: String?
    var index: String?
    /// What is searched for; in a batch the path of a file with a query on each line stands in ``queries``.
    var query: String?
    var queries: String?
    var match: String?
    var k: Int?
    var filter: [String: String]?
    var facet: String?
    var snippets: Bool?
    /// Export sections instead of whole documents.
    var sections: Bool?
    var threads: Int?
}

/// A line that the adapter writes; members without a value are left out.
struct Answer: Encodable {
    /// An id and its score, written as a pair.
    struct Hit: Encodable {
        var id: String
        var score: Double

        func encode(to encoder: any Encoder) throws {
            var pair = encoder.unkeyedContainer()
            try pair.encode(id)
            try pair.encode(score)
        }
    }
    /// One search has a number, a batch has one for each query.
    enum Time: Encodable {
        case one(Int)
        case each([Int])

        func encode(to encoder: any Encoder) throws {
            var value = encoder.singleValueContainer()
            switch self {
            case .one(let time): try value.encode(time)
            case .each(let times): try value.encode(times)
            }
        }
    }
    /// A search lists its hits, a batch counts them.
    enum Hits: Encodable {
        case list([Hit])
        case count(Int)

        func encode(to encoder: any Encoder) throws {
            var value = encoder.singleValueContainer()
            switch self {
            case .list(let hits): try value.encode(hits)
            case .count(let count): try value.encode(count)
            }
        }
    }

    var error: String?
    var unsupported: String?
    var engine: String?
    var version: String?
    var setup: String?
    var documents: Int?
    var sections: Int?
    var hits: Hits?
    var nanoseconds: Time?
    var snippets: [String]?
    var facets: [String: [String: Int]]?
    /// The level of the help that is shown above the hits.
    var crisis: String?
}
