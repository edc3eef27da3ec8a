internal import CXapian

extension Database {
    /// Runs a query.
    ///
    /// It is one call into Xapian, which returns all hits with everything asked for.
    /// - Throws: ``XapianError/Code/wildcardLimit``, ``XapianError/Code/invalidArgument`` for a query or an option out
    ///   of its range, ``XapianError/Code/unimplemented`` for a phrase of something else than terms,
    ///   ``XapianError/Code/databaseModified``, ``XapianError/Code/databaseCorrupt``, ``XapianError/Code/network``.
    public borrowing func search(_ query: Query, _ options: SearchOptions = .init()) throws(XapianError) -> SearchResult
    {
        try search(encoded: try query.encoded(), options)
    }

    /// Finds every document that a query matches, without ranking. Counting and facets need no more, and this is several
    /// times faster than a search that looks at every match.
    /// - Throws: as ``search(_:_:)``. Not for remote shards.
    public borrowing func matches(_ query: Query) throws(XapianError) -> DocumentSet {
        let bytes = try query.encoded()
        return try withAnswer(of: { cxapian_matches(handle, bytes, bytes.count, $0) }) {
            (answer) throws(XapianError) in
            var words: [UInt64] = []
            words.reserveCapacity(answer.remaining / 8)
            while !answer.isAtEnd { words.append(try answer.uint64()) }
            return DocumentSet(words: words)
        }
    }

    /// Runs a query that is already encoded, well or badly.
    borrowing func search(encoded query: [UInt8], _ options: SearchOptions) throws(XapianError) -> SearchResult {
        var fields = try options.fields()
        var letters: [UInt8] = []
        if case .tfidf(let normalisations) = options.weighting { letters = Array(normalisations.utf8) }
        return try letters.withUnsafeBufferPointer { (letters) throws(XapianError) in
            fields.tfidf_normalisations = letters.baseAddress
            fields.tfidf_normalisations_count = letters.count
            return try options.facets.withUnsafeBufferPointer { (facets) throws(XapianError) in
                fields.facet_slots = facets.baseAddress
                fields.facet_count = facets.count
                return try options.values.withUnsafeBufferPointer { (values) throws(XapianError) in
                    fields.value_slots = values.baseAddress
                    fields.value_count = values.count
                    return try withAnswer(of: { cxapian_search(handle, query, query.count, &fields, $0) }) {
                        (answer) throws(XapianError) in
                        try SearchResult(&answer, valueCount: values.count)
                    }
                }
            }
        }
    }
}

extension SearchOptions {
    /// The options as the shim takes them, but for the pointers.
    fileprivate func fields() throws(XapianError) -> cxapian_search_options {
        if percentCutoff > 100 {
            throw XapianError(
                code: .invalidArgument, message: "percentCutoff is \(percentCutoff); use 0 to 100",
                context: "SearchOptions")
        }
        if let collapse, collapse.maximum == 0 {
            throw XapianError(
                code: .invalidArgument, message: "collapse.maximum is 0; use 1 or more", context: "SearchOptions")
        }
        var fields = cxapian_search_options()
        fields.offset = offset
        fields.limit = limit
        fields.check_at_least = checkAtLeast
        switch weighting {
        case .bm25(let k1, let k2, let k3, let b, let minimumNormalisedLength):
            fields.weighting = 0
            fields.bm25 = (k1, k2, k3, b, minimumNormalisedLength)
        case .boolean:
            fields.weighting = 1
        case .tfidf:
            fields.weighting = 2
        }
        switch sort {
        case .relevance: fields.sort = 0
        case .value(let slot, let descending): fields.setSort(1, slot, descending)
        case .valueThenRelevance(let slot, let descending): fields.setSort(2, slot, descending)
        case .relevanceThenValue(let slot, let descending): fields.setSort(3, slot, descending)
        }
        fields.id_order = documentIDOrder.rawValue
        fields.collapse_maximum = collapse?.maximum ?? 0
        fields.collapse_slot = collapse?.slot ?? 0
        fields.wants_data = wantsData
        fields.wants_matching_terms = wantsMatchingTerms
        fields.percent_cutoff = percentCutoff
        fields.weight_cutoff = weightCutoff
        fields.time_limit = timeLimit
        return fields
    }
}

extension cxapian_search_options {
    fileprivate mutating func setSort(_ code: UInt8, _ slot: ValueSlot, _ descending: Bool) {
        sort = code
        sort_slot = slot
        sort_descending = descending
    }
}
