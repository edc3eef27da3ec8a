/// The hits of a search, and what is known about the other matches.
public struct SearchResult: Sendable, Hashable {
    /// A document that was found.
    public struct Hit: Sendable, Hashable {
        /// The document.
        public var id: DocumentID
        /// Its weight, 0 where the search does not weigh.
        public var weight: Double
        /// Its weight in percent of what the query's terms could give, 0 to 100.
        public var percent: Int
        /// The value it was collapsed on; empty without one, or without collapsing.
        public var collapseKey: [UInt8]
        /// A lower bound on how many further matches have the same key.
        public var collapseCount: Int
        /// The stored data, if asked for.
        public var data: [UInt8]
        /// The values asked for, in the order of ``SearchOptions/values``; empty where there is none.
        public var values: [[UInt8]]
        /// The query's terms that the document has, if asked for, in the query's order.
        public var matchingTerms: [[UInt8]]
    }

    /// How many documents match.
    public struct MatchCount: Sendable, Hashable {
        /// At least so many.
        public var lowerBound: Int
        /// Probably so many.
        public var estimated: Int
        /// At most so many.
        public var upperBound: Int

        /// Whether the number is known.
        public var isExact: Bool { lowerBound == upperBound }
    }

    /// A value of a slot, and how many of the matches seen have it.
    public struct FacetValue: Sendable, Hashable {
        /// The value.
        public var value: [UInt8]
        /// The number of matches that have it.
        public var count: Int
    }

    /// The hits, best first.
    public var hits: [Hit]
    /// How many match, after collapsing.
    public var matches: MatchCount
    /// How many match, before collapsing.
    public var uncollapsedMatches: MatchCount
    /// The greatest weight that any document could have.
    public var maxPossible: Double
    /// The greatest weight that a document has.
    public var maxAttained: Double
    /// The values of each slot asked for, in byte order.
    public var facets: [ValueSlot: [FacetValue]]
    /// How many matches the facets have seen.
    public var facetDocuments: Int

    /// At least so many documents match, after collapsing.
    public var matchesLowerBound: Int { matches.lowerBound }
    /// Probably so many documents match, after collapsing.
    public var matchesEstimated: Int { matches.estimated }
    /// At most so many documents match, after collapsing.
    public var matchesUpperBound: Int { matches.upperBound }
}

extension SearchResult {
    /// Reads an answer of `cxapian_search`.
    /// - Parameter valueCount: how many values were asked for with each hit.
    init(_ answer: inout ByteReader, valueCount: Int) throws(XapianError) {
        matches = try MatchCount(&answer)
        uncollapsedMatches = try MatchCount(&answer)
        maxPossible = try answer.double()
        maxAttained = try answer.double()
        hits = try answer.list(minimum: 32) { (answer) throws(XapianError) in try Hit(&answer, valueCount: valueCount) }
        facetDocuments = Int(try answer.uint32())
        facets = [:]
        for _ in 0..<(try answer.uint32()) {
            let slot = try answer.uint32()
            facets[slot] = try answer.list(minimum: 8) { (answer) throws(XapianError) in
                FacetValue(value: try answer.array(), count: Int(try answer.uint32()))
            }
        }
    }
}

extension SearchResult.MatchCount {
    fileprivate init(_ answer: inout ByteReader) throws(XapianError) {
        lowerBound = Int(try answer.uint32())
        estimated = Int(try answer.uint32())
        upperBound = Int(try answer.uint32())
    }
}

extension SearchResult.Hit {
    fileprivate init(_ answer: inout ByteReader, valueCount: Int) throws(XapianError) {
        id = try answer.uint32()
        percent = Int(try answer.uint32())
        weight = try answer.double()
        collapseCount = Int(try answer.uint32())
        collapseKey = try answer.array()
        data = try answer.array()
        values = try answer.list(count: valueCount) { (answer) throws(XapianError) in try answer.array() }
        matchingTerms = try answer.list(minimum: 4) { (answer) throws(XapianError) in try answer.array() }
    }
}
