/// What a search returns, in which order, and how it weighs.
public struct SearchOptions: Sendable, Hashable {
    /// How a document's weight arises from the query's terms.
    public enum Weighting: Sendable, Hashable {
        /// Okapi BM25 in Xapian's form (Robertson and others, TREC-3, 1994).
        /// - Parameters:
        ///   - k1: how much the frequency in the document counts; 0 not at all.
        ///   - k2: how much the query's and the document's length count; 0 not at all.
        ///   - k3: how much the frequency in the query counts; 0 not at all.
        ///   - b: how much a long document is marked down, 0 to 1.
        ///   - minimumNormalisedLength: documents shorter than this, in average lengths, count as this long.
        case bm25(
            k1: Double = 1, k2: Double = 0, k3: Double = 1, b: Double = 0.5, minimumNormalisedLength: Double = 0.5)
        /// No weights at all.
        case boolean
        /// TF-IDF with SMART-like normalisations: a letter each for frequency, inverse document frequency and weight.
        case tfidf(normalisations: String = "ntn")
    }

    /// What comes first.
    public enum Sort: Sendable, Hashable {
        /// The greatest weight.
        case relevance
        /// The least value in a slot, or the greatest.
        case value(ValueSlot, descending: Bool = false)
        /// By value; the greatest weight among equal values.
        case valueThenRelevance(ValueSlot, descending: Bool = false)
        /// By weight; the least or the greatest value among equal weights.
        case relevanceThenValue(ValueSlot, descending: Bool = false)
    }

    /// The order of documents that are otherwise equal.
    public enum DocumentIDOrder: UInt8, Sendable {
        /// Lowest id first.
        case ascending = 0
        /// Greatest id first.
        case descending = 1
        /// Whatever is fastest.
        case any = 2
    }

    /// Of documents with the same value in a slot, return only the best ones.
    public struct Collapse: Sendable, Hashable {
        /// The slot. Documents without a value there are all kept.
        public var slot: ValueSlot
        /// How many to keep of a value, 1 or more.
        public var maximum: UInt32

        /// Collapsing on a slot.
        public init(slot: ValueSlot, maximum: UInt32 = 1) {
            self.slot = slot
            self.maximum = maximum
        }
    }

    /// How many hits to leave out at the top.
    public var offset: UInt32
    /// The greatest number of hits.
    public var limit: UInt32
    /// How many documents to look at before guessing the number of matches. `.max` makes counts and facets exact, and
    /// the search slower.
    public var checkAtLeast: UInt32
    /// How documents are weighed.
    public var weighting: Weighting = .bm25()
    /// What comes first.
    public var sort: Sort = .relevance
    /// The order of documents that are otherwise equal.
    public var documentIDOrder: DocumentIDOrder = .ascending
    /// Whether to keep only the best documents of each value of a slot.
    public var collapse: Collapse?
    /// The slots whose values to count among the matches seen; see ``checkAtLeast``.
    public var facets: [ValueSlot] = []
    /// The slots whose values to return with each hit.
    public var values: [ValueSlot] = []
    /// Whether to return the stored data with each hit.
    public var wantsData = false
    /// Whether to return the query's terms that each hit has. They need a database with a term list.
    public var wantsMatchingTerms = false
    /// Leave out hits below this percentage of the best possible weight, 0 to 100.
    public var percentCutoff: UInt32 = 0
    /// Leave out hits below this weight.
    public var weightCutoff = 0.0
    /// After this many seconds, stop counting beyond the hits asked for; 0 never. It does not end the search itself.
    public var timeLimit = 0.0

    /// The first hits by relevance.
    public init(offset: UInt32 = 0, limit: UInt32 = 10, checkAtLeast: UInt32 = 0) {
        self.offset = offset
        self.limit = limit
        self.checkAtLeast = checkAtLeast
    }
}
