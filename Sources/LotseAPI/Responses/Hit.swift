/// A section that was found.
public struct Hit: Sendable, Hashable, Decodable {
    /// The section's id: the document's id, `#`, the section's anchor.
    public var id: String
    /// The document's id.
    public var document: String
    /// The document's kind: `document`, `forum` or `institution`.
    public var kind: String
    /// The document's title.
    public var title: String
    /// The headings above the section, outermost first.
    public var path: [String]
    /// Where the document can be read.
    public var url: String?
    /// The document's date (`yyyy-MM-dd`).
    public var date: String?
    /// The weight of the hit; comparable only within one answer.
    public var score: Double
    /// Further sections of the same document that match and are not among the hits.
    public var moreSections: Int
    /// Metres to the place that was asked for; `nil` where none was.
    public var distance: Int?
    /// What being a recent and complete profile adds to the score; `nil` for other documents, and unless the request asked
    /// to explain.
    public var preference: Double?
    /// What having all words of the query adds to the score, where others need not have them; `nil` for hits that lack some,
    /// and unless the request asked to explain.
    public var allWords: Double?
    /// What a question's function words add to the score where they stand in the title or a heading; `nil` where they add
    /// nothing, and unless the request asked to explain.
    public var functionWords: Double?
    /// Excerpts of the section; empty where the request asked for none.
    public var snippets: [Snippet]
    /// Which words of the query were found, and how.
    public var matched: [Match]

    enum CodingKeys: String, CodingKey {
        case id, document, kind, title, path, url, date, score, preference, snippets, matched
        case moreSections = "more_sections"
        case distance = "distance_m"
        case allWords = "all_words"
        case functionWords = "function_words"
    }

    /// Makes a hit.
    public init(
        id: String, document: String, kind: String, title: String, path: [String], url: String? = nil,
        date: String? = nil, score: Double, moreSections: Int = 0, snippets: [Snippet] = [], matched: [Match] = []
    ) {
        self.id = id
        self.document = document
        self.kind = kind
        self.title = title
        self.path = path
        self.url = url
        self.date = date
        self.score = score
        self.moreSections = moreSections
        self.snippets = snippets
        self.matched = matched
    }
}

extension Hit: JSONWritable {
    /// Writes all members; `url` and `date` are `null` where there is none, `distance_m`, `preference`, `all_words` and
    /// `function_words` only where they were asked for.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", id)
            json.member("document", document)
            json.member("kind", kind)
            json.member("title", title)
            json.member("path", path)
            json.member("url", url)
            json.member("date", date)
            json.member("score", score)
            json.member("more_sections", moreSections)
            if let distance { json.member("distance_m", distance) }
            if let preference { json.member("preference", preference) }
            if let allWords { json.member("all_words", allWords) }
            if let functionWords { json.member("function_words", functionWords) }
            json.member("snippets", snippets)
            json.member("matched", matched)
        }
    }
}

/// A word of the query and the index term that stood for it.
public struct Match: Sendable, Hashable, Decodable {
    /// The word as it stands in the query.
    public var query: String
    /// The word or term that was found.
    public var term: String
    /// How the two belong together: `exact`, `stem`, `part`, `gender`, `synonym` and so on.
    public var how: String
    /// What the word adds to the hit's score, with its first match only; `nil` unless the request asked to explain.
    public var weight: Double?

    /// Makes a match.
    public init(query: String, term: String, how: String, weight: Double? = nil) {
        self.query = query
        self.term = term
        self.how = how
        self.weight = weight
    }
}

extension Match: JSONWritable {
    /// Writes all members, `weight` only where it is known.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("query", query)
            json.member("term", term)
            json.member("how", how)
            if let weight { json.member("weight", weight) }
        }
    }
}
