import Foundation
import LotseCorpus

/// What a document has beyond its sections, stored with the first of them.
struct DocumentFacts: Codable, Sendable {
    var subtitle: String?
    var language: String?
    var metadata: [String: [String]]
    var attachments: [Attachment]
    var profile: String?
    var latitude: Double?
    var longitude: Double?

    struct Attachment: Codable, Sendable {
        var title: String
        var url: String
        var type: String?
    }

    init(_ document: Document) {
        subtitle = document.subtitle
        language = document.language
        metadata = document.metadata
        attachments = document.attachments.map {
            Attachment(title: $0.title, url: $0.url ?? $0.file ?? "", type: $0.type)
        }
        profile = document.profile
        latitude = document.latitude
        longitude = document.longitude
    }

    var encoded: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Strings and finite numbers only; a coordinate that is none would be the one thing to fail.
        guard let data = try? encoder.encode(self) else { return "" }
        return String(decoding: data, as: UTF8.self)
    }

    /// What is searched of a document's facts: its subtitle and some of its metadata.
    static func searchedTexts(encoded: String) -> [String] {
        // JSON is decoded only where there is something to find.
        guard (["subtitle"] + RankingFields.searchedMetadata).contains(where: { encoded.contains("\"\($0)\":") }),
            let facts = DocumentFacts(encoded: encoded)
        else { return [] }
        return (facts.subtitle.map { [$0] } ?? [])
            + RankingFields.searchedMetadata.flatMap { facts.metadata[$0] ?? [] }
    }

    init?(encoded: String) {
        guard let facts = try? JSONDecoder().decode(DocumentFacts.self, from: Data(encoded.utf8)) else { return nil }
        self = facts
    }
}
