/// The answer to a request for suggestions.
public struct SuggestResponse: Sendable, Hashable, Decodable {
    /// What was typed, as it was sent.
    public var query: String
    /// The generation of the index that answered.
    public var generation: Int
    /// Time spent, in milliseconds.
    public var tookMilliseconds: Double
    /// What it may become, best first.
    public var suggestions: [Suggestion]

    enum CodingKeys: String, CodingKey {
        case query, generation, suggestions
        case tookMilliseconds = "took_ms"
    }

    /// Makes an answer.
    public init(query: String, generation: Int, tookMilliseconds: Double, suggestions: [Suggestion]) {
        self.query = query
        self.generation = generation
        self.tookMilliseconds = tookMilliseconds
        self.suggestions = suggestions
    }
}

extension SuggestResponse: JSONWritable {
    /// Writes all members.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("query", query)
            json.member("generation", generation)
            json.member("took_ms", tookMilliseconds)
            json.member("suggestions", suggestions)
        }
    }
}

/// What a suggestion is. Open: a later version may know more.
public struct SuggestionKind: RawRepresentable, Sendable, Hashable, Codable {
    /// The name in the interface.
    public var rawValue: String

    /// Takes any name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A document's title.
    public static let title = SuggestionKind(rawValue: "title")
    /// A heading inside documents.
    public static let heading = SuggestionKind(rawValue: "heading")
    /// An institution's name.
    public static let institution = SuggestionKind(rawValue: "institution")
    /// A topic, focus or target group of documents.
    public static let topic = SuggestionKind(rawValue: "topic")
    /// Words that texts often have together.
    public static let phrase = SuggestionKind(rawValue: "phrase")
}

/// Something that what was typed may become.
public struct Suggestion: Sendable, Hashable, Decodable {
    /// The text to search for.
    public var text: String
    /// What it is.
    public var kind: SuggestionKind
    /// In how many documents it stands; for a phrase, in how many of the sections that were looked at.
    public var documents: Int
    /// The document, where the text is the title of one only: a page can link to it.
    public var document: String?

    /// Makes a suggestion.
    public init(text: String, kind: SuggestionKind, documents: Int, document: String? = nil) {
        self.text = text
        self.kind = kind
        self.documents = documents
        self.document = document
    }
}

extension Suggestion: JSONWritable {
    /// Writes all members; `document` is `null` where there is none.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("text", text)
            json.member("kind", kind.rawValue)
            json.member("documents", documents)
            json.member("document", document)
        }
    }
}
