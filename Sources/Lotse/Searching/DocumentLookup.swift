import LotseAPI
import Xapian

/// Puts a document together again from its sections.
enum DocumentLookup {
    static func document(_ id: String, in database: borrowing Database) throws(XapianError) -> DocumentResponse? {
        let ids = try database.postings(of: IndexTerms.document(id), limit: 100_000)
        var records: [SectionRecord] = []
        for section in ids {
            // A shortened id term may stand for another document.
            if let record = SectionRecord(try database.document(section, parts: .data).data), record.document == id {
                records.append(record)
            }
        }
        guard let first = records.first else { return nil }
        let facts = records.lazy.compactMap { DocumentFacts(encoded: $0.documentFacts) }.first
        return DocumentResponse(
            id: id, kind: first.kind, title: first.title, subtitle: facts?.subtitle, date: first.date.nonEmpty,
            url: first.url.nonEmpty, language: facts?.language, metadata: facts?.metadata ?? [:],
            sections: records.map {
                DocumentSection(
                    anchor: $0.anchor, path: $0.path, text: $0.text, kind: $0.sectionKind, context: $0.context.nonEmpty)
            },
            attachments: (facts?.attachments ?? []).map {
                DocumentAttachment(title: $0.title, url: $0.url, type: $0.type)
            },
            profile: facts?.profile.flatMap { JSONText(object: $0) })
    }
}

extension String {
    /// The text, or nil where there is none.
    var nonEmpty: String? { isEmpty ? nil : self }
}
