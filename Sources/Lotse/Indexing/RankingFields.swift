import LotseCorpus

/// How much a word of each field counts, as a multiple of a word of the text.
///
/// BM25 over one field with repeated words (Robertson, Zaragoza and Taylor, CIKM 2004, describe it as the simple form of
/// BM25F): one posting a word, so that a query costs no more for having fields.
enum RankingFields {
    /// How often a word counts for each time that it counts as a part of a longer one (`Sucht` in `Suchthilfe`). Giving
    /// parts the full weight costs a fifth of the relevance on public test sets.
    static let wholeToPart: UInt32 = 3
    /// Words of meaning at the beginning of a section's text that count twice: what it is about comes first.
    static let lead = 10
    /// The document's title, where the section is the document's first.
    static let titleOfFirst: UInt32 = 4
    /// The document's title, on the further sections: it says what they are about, but is no reason to prefer one.
    static let titleOfOthers: UInt32 = 1
    /// The section's own heading.
    static let heading: UInt32 = 2
    /// The headings above it.
    static let ancestors: UInt32 = 1
    /// The question above a forum result.
    static let context: UInt32 = 1
    /// Topics, publisher and the like, on the first section.
    static let metadata: UInt32 = 1
    /// The text.
    static let text: UInt32 = 1

    /// The metadata whose words are searched like text.
    static let searchedMetadata = ["topics", "schwerpunkt", "zielgruppe", "region", "alternate_name"]

    /// The fields of a section.
    static func fields(of section: Section, number: Int, in document: Document) -> [SectionIndexer.Field] {
        var fields: [SectionIndexer.Field] = []
        // A phrase in the title is found in the first section; further ones would only repeat it.
        fields.append(
            .init(
                text: document.title, weight: number == 0 ? titleOfFirst : titleOfOthers, isHeading: true,
                hasOrder: number == 0))
        if let subtitle = document.subtitle, number == 0 {
            fields.append(.init(text: subtitle, weight: heading, isHeading: true))
        }
        for ancestor in section.path.dropLast() {
            fields.append(.init(text: ancestor, weight: ancestors, isHeading: true))
        }
        if let own = section.path.last { fields.append(.init(text: own, weight: heading, isHeading: true)) }
        // A result's question is most often its heading already.
        if let context = section.context, section.path.last != context {
            fields.append(.init(text: context, weight: self.context, isHeading: true))
        }
        fields.append(.init(text: section.text, weight: text, lead: lead))
        if number == 0 {
            for key in searchedMetadata {
                for value in document.metadata[key] ?? [] { fields.append(.init(text: value, weight: metadata)) }
            }
        }
        return fields
    }
}
