/// What documents can be counted and filtered by besides their kind and date.
///
/// Raw values stand in index terms.
enum Facet: String, CaseIterable {
    case topics
    case region
    case place = "ort"
    case sozialraum
    case schwerpunkt
    case zielgruppe
    /// The language of the text.
    case language
    /// The languages that are spoken.
    case spoken = "sprache"
    case accessibility = "barrierefreiheit"
    case languageLevel = "language_level"
    case publisher
    case provider = "traeger"

    /// The names that requests use, and the metadata keys whose values it has. The first one is the name in answers where a
    /// request used none of its own.
    var names: [String] {
        switch self {
        case .topics: ["topics", "topic", "thema", "themen"]
        case .region: ["region"]
        case .place: ["ort", "city", "place"]
        case .sozialraum: ["sozialraum", "sozialraeume"]
        case .schwerpunkt: ["schwerpunkt", "beratungsschwerpunkt", "focus"]
        case .zielgruppe: ["zielgruppe", "audience"]
        case .language: ["language", "lang"]
        case .spoken: ["sprache", "sprachen", "languages"]
        case .accessibility: ["barrierefreiheit", "accessibility"]
        case .languageLevel: ["language_level", "sprachniveau"]
        case .publisher: ["publisher", "herausgeber"]
        case .provider: ["traeger", "träger", "provider"]
        }
    }

    private static let byName = Dictionary(
        uniqueKeysWithValues: allCases.flatMap { facet in facet.names.map { ($0, facet) } })

    /// The facet of a name, in any case.
    init?(named name: String) {
        guard let facet = Facet.byName[name.lowercased()] else { return nil }
        self = facet
    }

    /// Its values in a document, each once, in their order.
    func values(metadata: [String: [String]], language: String?) -> [String] {
        var values: [String] = []
        for name in names {
            for value in metadata[name] ?? [] where !value.isEmpty && !values.contains(value) {
                values.append(value)
            }
        }
        if self == .language, values.isEmpty, let language { values = [language] }
        return values
    }
}
