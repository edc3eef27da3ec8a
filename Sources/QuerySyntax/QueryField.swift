/// What a query can ask of a document besides its text. Raw values are stable identifiers.
public enum QueryField: String, Sendable, Hashable, CaseIterable {
    /// `titel:`, words of the title.
    case title
    /// `ort:`, where it is.
    case region
    /// `art:`, what kind of document it is.
    case kind
    /// `träger:`, who runs what the document is about.
    case traeger = "provider"
    /// `schwerpunkt:`, what an institution is good at.
    case schwerpunkt = "focus"
    /// `zielgruppe:`, for whom it is.
    case zielgruppe = "audience"
    /// `sprache:`, a language that is spoken there or that the text is in.
    case language
    /// `thema:`, what it is about.
    case topic
    /// `herausgeber:`, who published it.
    case publisher
    /// `datum:`, when it was published. In a tree it is always a ``QueryNode/dateRange(from:to:)``.
    case date

    /// The names that are read, in any case, German ones first. The first one is printed.
    public var names: [String] {
        switch self {
        case .title: ["titel", "title", "überschrift", "ueberschrift"]
        case .region: ["ort", "region", "place"]
        case .kind: ["art", "kind", "typ"]
        case .traeger: ["träger", "traeger", "provider"]
        case .schwerpunkt: ["schwerpunkt", "focus"]
        case .zielgruppe: ["zielgruppe", "audience"]
        case .language: ["sprache", "language"]
        case .topic: ["thema", "topic", "topics"]
        case .publisher: ["herausgeber", "publisher"]
        case .date: ["datum", "date"]
        }
    }

    /// The field of a German or English name; nil for any other word.
    public init?(named name: String) {
        guard let field = QueryField.byName[name.lowercased()] else { return nil }
        self = field
    }

    private static let byName = Dictionary(
        uniqueKeysWithValues: allCases.flatMap { field in field.names.map { ($0, field) } })

    /// The scalars of the longest name, with its umlaut as two scalars.
    static let longestName = 1 + (byName.keys.map(\.unicodeScalars.count).max() ?? 0)
}
