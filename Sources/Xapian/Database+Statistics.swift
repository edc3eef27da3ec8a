internal import CXapian

/// Figures about a database.
public struct DatabaseStatistics: Sendable, Hashable {
    /// How many documents there are.
    public var documentCount: Int
    /// The greatest document id ever used, 0 for none.
    public var lastDocumentID: DocumentID
    /// The sum of all documents' lengths, a length being the sum of a document's within-document frequencies.
    public var totalLength: UInt64
    /// The mean length of a document.
    public var averageLength: Double
    /// Whether any document has positions, without which phrases find nothing.
    public var hasPositions: Bool
}

extension Database {
    /// All figures at once.
    public borrowing func statistics() throws(XapianError) -> DatabaseStatistics {
        var figures = cxapian_statistics()
        try check(cxapian_reader_statistics(handle, &figures))
        return DatabaseStatistics(
            documentCount: Int(figures.document_count),
            lastDocumentID: figures.last_document_id,
            totalLength: figures.total_length,
            averageLength: figures.average_length,
            hasPositions: figures.has_positions
        )
    }

    /// How many documents there are.
    public var documentCount: Int {
        get throws(XapianError) { try statistics().documentCount }
    }

    /// The greatest document id ever used, 0 for none.
    public var lastDocumentID: DocumentID {
        get throws(XapianError) { try statistics().lastDocumentID }
    }

    /// The mean length of a document.
    public var averageLength: Double {
        get throws(XapianError) { try statistics().averageLength }
    }

    /// Whether any document has positions.
    public var hasPositions: Bool {
        get throws(XapianError) { try statistics().hasPositions }
    }

    /// The database's unique id; those of several shards are joined by colons.
    public var uuid: String {
        get throws(XapianError) {
            try withAnswer(of: { cxapian_reader_uuid(handle, $0) }) { String(decoding: $0.rest(), as: UTF8.self) }
        }
    }
}
