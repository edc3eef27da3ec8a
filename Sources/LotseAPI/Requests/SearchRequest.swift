/// A search, as `GET /v1/search` and `POST /v1/search` take it.
///
/// Filters of different keys are ANDed, values of one key are ORed. A request that was decoded is well formed; whether
/// it is within ``Limits`` is checked by ``validated()``.
public struct SearchRequest: Sendable, Hashable {
    /// What the person typed (`q`).
    public var query: String
    /// The page of hits, from 1.
    public var page: Int
    /// Hits on a page (`per_page`), 1 to ``Limits/hitsPerPage``.
    public var perPage: Int
    /// Accepted values by metadata key.
    public var filter: [String: [String]]
    /// Metadata keys whose values are to be counted over all hits.
    public var facets: [String]
    /// The order of the hits.
    public var sort: Sort
    /// How many of the query's words a hit must have.
    public var match: MatchMode
    /// Most sections of one document among the hits (`sections_per_document`); the others are only counted.
    public var sectionsPerDocument: Int
    /// The marks around highlighted words in a snippet's HTML.
    public var highlight: Highlight
    /// Whether recent and complete profiles of institutions come a little earlier.
    public var preference: Bool
    /// Whether the answer says how the query was understood.
    public var explain: Bool
    /// Whether hits carry snippets.
    public var snippets: Bool

    /// Makes a request; everything but the query has the interface's default.
    public init(
        query: String, page: Int = 1, perPage: Int = 10, filter: [String: [String]] = [:], facets: [String] = [],
        sort: Sort = .relevance, match: MatchMode = .auto, sectionsPerDocument: Int = 1,
        highlight: Highlight = Highlight(), preference: Bool = true, explain: Bool = false, snippets: Bool = true
    ) {
        self.query = query
        self.page = page
        self.perPage = perPage
        self.filter = filter
        self.facets = facets
        self.sort = sort
        self.match = match
        self.sectionsPerDocument = sectionsPerDocument
        self.highlight = highlight
        self.preference = preference
        self.explain = explain
        self.snippets = snippets
    }

    /// The request's fields in the interface's spelling; also the names of the query parameters.
    enum Field: String, CodingKey, CaseIterable {
        case query = "q"
        case page
        case perPage = "per_page"
        case filter, facets, sort, match
        case sectionsPerDocument = "sections_per_document"
        case highlight, preference, explain, snippets
    }
}

extension SearchRequest: JSONWritable {
    /// Writes the request with all its fields, defaults included.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member(Field.query.rawValue, query)
            json.member(Field.page.rawValue, page)
            json.member(Field.perPage.rawValue, perPage)
            json.member(Field.filter.rawValue, filter)
            json.member(Field.facets.rawValue, facets)
            json.member(Field.sort.rawValue, sort.rawValue)
            json.member(Field.match.rawValue, match.rawValue)
            json.member(Field.sectionsPerDocument.rawValue, sectionsPerDocument)
            json.member(Field.highlight.rawValue, highlight)
            json.member(Field.preference.rawValue, preference)
            json.member(Field.explain.rawValue, explain)
            json.member(Field.snippets.rawValue, snippets)
        }
    }
}
