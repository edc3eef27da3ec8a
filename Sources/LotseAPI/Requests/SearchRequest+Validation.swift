extension SearchRequest {
    /// Checks the request against ``Limits``.
    ///
    /// - Returns: the request itself, so that calls chain.
    /// - Throws: ``Problem`` (400) naming the first wrong field and the remedy. It never repeats what was sent.
    @discardableResult
    public func validated() throws(Problem) -> SearchRequest {
        try validateQuery()
        try validatePage()
        try validateFilter()
        try validateFacets()
        guard Sort.all.contains(sort) else {
            let names = Sort.all.map(\.rawValue).joined(separator: ", ")
            throw .badRequest(.sort, "This order is not known. Use \(names).")
        }
        guard (1...Limits.sectionsPerDocument).contains(sectionsPerDocument) else {
            throw .badRequest(
                .sectionsPerDocument, "Ask for 1 to \(Limits.sectionsPerDocument) sections of a document.")
        }
        guard max(highlight.pre.utf8.count, highlight.post.utf8.count) <= Limits.valueBytes else {
            throw .badRequest(.highlight, "Each mark is at most \(Limits.valueBytes) bytes long. Use a shorter one.")
        }
        return self
    }

    private func validateQuery() throws(Problem) {
        guard query.utf8.count <= Limits.queryBytes else {
            throw .badRequest(.query, "A query is at most \(Limits.queryBytes) bytes long. Use fewer words.")
        }
        let words = query.split(whereSeparator: \.isWhitespace).count
        guard words > 0 else {
            throw .badRequest(.query, "The query is empty. Send at least one word.")
        }
        guard words <= Limits.queryWords else {
            throw .badRequest(.query, "A query has at most \(Limits.queryWords) words. Leave some out.")
        }
    }

    private func validatePage() throws(Problem) {
        guard page >= 1 else {
            throw .badRequest(.page, "Pages are counted from 1. Send 1 or more.")
        }
        guard (1...Limits.hitsPerPage).contains(perPage) else {
            throw .badRequest(.perPage, "A page has 1 to \(Limits.hitsPerPage) hits. Send a number in that range.")
        }
        // Divided rather than multiplied, because the page may be any number.
        guard page <= Limits.deepestHit / perPage else {
            throw .badRequest(
                .page,
                "Only the first \(Limits.deepestHit) hits can be paged through. Use a narrower query or a filter.")
        }
    }

    private func validateFilter() throws(Problem) {
        guard filter.count <= Limits.fields else {
            throw .badRequest(.filter, "At most \(Limits.fields) keys can be filtered at once. Leave some out.")
        }
        for (key, values) in filter {
            guard !key.isEmpty, !values.isEmpty, values.allSatisfy({ !$0.isEmpty }) else {
                throw .badRequest(.filter, "Every key needs a name and at least one value. Leave out empty filters.")
            }
            guard values.count <= Limits.filterValues else {
                throw .badRequest(.filter, "A key has at most \(Limits.filterValues) values. Leave some out.")
            }
            guard key.utf8.count <= Limits.valueBytes, values.allSatisfy({ $0.utf8.count <= Limits.valueBytes }) else {
                throw .badRequest(.filter, "Keys and values are at most \(Limits.valueBytes) bytes long. Shorten them.")
            }
        }
    }

    private func validateFacets() throws(Problem) {
        guard facets.count <= Limits.fields else {
            throw .badRequest(.facets, "At most \(Limits.fields) facets can be counted at once. Leave some out.")
        }
        guard facets.allSatisfy({ !$0.isEmpty && $0.utf8.count <= Limits.valueBytes }) else {
            throw .badRequest(.facets, "A facet's name has 1 to \(Limits.valueBytes) bytes. Leave out empty ones.")
        }
    }
}

extension Problem {
    /// 400 about a field of the search request.
    static func badRequest(_ field: SearchRequest.Field, _ detail: String) -> Problem {
        .badRequest(field: field.rawValue, detail: detail)
    }
}
