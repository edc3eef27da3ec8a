/// The answer to a search.
public struct SearchResponse: Sendable, Hashable, Decodable {
    /// The query as it was sent.
    public var query: String
    /// How many hits there are on all pages.
    public var total: Total
    /// The page, from 1.
    public var page: Int
    /// Most hits on a page.
    public var perPage: Int
    /// The generation of the index that answered.
    public var generation: Int
    /// Time spent on the search, in milliseconds.
    public var tookMilliseconds: Double
    /// A better spelling, where there is one.
    public var didYouMean: DidYouMean?
    /// What the reader should know about this result, in German; for instance that words were left out.
    public var notes: [String]
    /// Help for a person in danger, where the query asks for it. It never suppresses hits.
    public var crisis: CrisisNotice?
    /// Counts by metadata key, for the facets that were asked for.
    public var facets: [String: [FacetCount]]
    /// The hits of this page, best first.
    public var hits: [Hit]
    /// How the query was understood, line by line; only where the request asked to explain it.
    public var explanation: [String]?

    enum CodingKeys: String, CodingKey {
        case query, total, page, generation, notes, crisis, facets, hits, explanation
        case perPage = "per_page"
        case tookMilliseconds = "took_ms"
        case didYouMean = "did_you_mean"
    }

    /// Makes an answer.
    public init(
        query: String, total: Total, page: Int, perPage: Int, generation: Int, tookMilliseconds: Double,
        didYouMean: DidYouMean? = nil, notes: [String] = [], crisis: CrisisNotice? = nil,
        facets: [String: [FacetCount]] = [:], hits: [Hit], explanation: [String]? = nil
    ) {
        self.query = query
        self.total = total
        self.page = page
        self.perPage = perPage
        self.generation = generation
        self.tookMilliseconds = tookMilliseconds
        self.didYouMean = didYouMean
        self.notes = notes
        self.crisis = crisis
        self.facets = facets
        self.hits = hits
        self.explanation = explanation
    }
}

extension SearchResponse: JSONWritable {
    /// Writes the answer; `did_you_mean` and `crisis` are always there, `explanation` only where it was asked for.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("query", query)
            json.member("total", total)
            json.member("page", page)
            json.member("per_page", perPage)
            json.member("generation", generation)
            json.member("took_ms", tookMilliseconds)
            json.member("did_you_mean", didYouMean)
            json.member("notes", notes)
            json.member("crisis", crisis)
            json.member("facets", facets)
            json.member("hits", hits)
            if let explanation { json.member("explanation", explanation) }
        }
    }
}

/// How many hits there are.
public struct Total: Sendable, Hashable, Decodable {
    /// The number of hits.
    public var value: Int
    /// Whether ``value`` was counted; else it is an estimate.
    public var exact: Bool

    /// Makes a total.
    public init(value: Int, exact: Bool) {
        self.value = value
        self.exact = exact
    }
}

extension Total: JSONWritable {
    /// Writes both members.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("value", value)
            json.member("exact", exact)
        }
    }
}
