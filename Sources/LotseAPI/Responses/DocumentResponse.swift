/// A whole document.
public struct DocumentResponse: Sendable, Hashable, Decodable {
    /// The document's id.
    public var id: String
    /// Its kind: `document`, `forum` or `institution`.
    public var kind: String
    /// Its title.
    public var title: String
    /// Its subtitle.
    public var subtitle: String?
    /// Its date (`yyyy-MM-dd`).
    public var date: String?
    /// Where it can be read.
    public var url: String?
    /// Its language as a BCP 47 tag.
    public var language: String?
    /// Its other metadata: the values of each key.
    public var metadata: [String: [String]]
    /// Its sections in reading order.
    public var sections: [DocumentSection]
    /// Its attachments.
    public var attachments: [DocumentAttachment]
    /// The institution's profile as it stands in the corpus; only for institutions.
    public var profile: JSONText?

    /// Makes a document.
    public init(
        id: String, kind: String, title: String, subtitle: String? = nil, date: String? = nil, url: String? = nil,
        language: String? = nil, metadata: [String: [String]] = [:], sections: [DocumentSection],
        attachments: [DocumentAttachment] = [], profile: JSONText? = nil
    ) {
        self.id = id
        self.kind = kind
        self.title = title
        self.subtitle = subtitle
        self.date = date
        self.url = url
        self.language = language
        self.metadata = metadata
        self.sections = sections
        self.attachments = attachments
        self.profile = profile
    }
}

extension DocumentResponse: JSONWritable {
    /// Writes the document; members without a value are `null`, except `profile`, which is left out.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", id)
            json.member("kind", kind)
            json.member("title", title)
            json.member("subtitle", subtitle)
            json.member("date", date)
            json.member("url", url)
            json.member("language", language)
            json.member("metadata", metadata)
            json.member("sections", sections)
            json.member("attachments", attachments)
            if let profile { json.member("profile", profile) }
        }
    }
}

/// A section of a document.
public struct DocumentSection: Sendable, Hashable, Decodable {
    /// Its anchor, unique in the document.
    public var anchor: String
    /// The headings above it, outermost first.
    public var path: [String]
    /// Its plain text.
    public var text: String
    /// `body`, or `result` for an answer to a question of a forum.
    public var kind: String
    /// The question that a result answers.
    public var context: String?

    /// Makes a section.
    public init(anchor: String, path: [String], text: String, kind: String = "body", context: String? = nil) {
        self.anchor = anchor
        self.path = path
        self.text = text
        self.kind = kind
        self.context = context
    }
}

extension DocumentSection: JSONWritable {
    /// Writes all members; `context` is `null` where there is none.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("anchor", anchor)
            json.member("path", path)
            json.member("text", text)
            json.member("kind", kind)
            json.member("context", context)
        }
    }
}

/// A file that belongs to a document.
public struct DocumentAttachment: Sendable, Hashable, Decodable {
    /// What it is called.
    public var title: String
    /// Where it can be fetched.
    public var url: String
    /// Its media type.
    public var type: String?

    /// Makes an attachment.
    public init(title: String, url: String, type: String? = nil) {
        self.title = title
        self.url = url
        self.type = type
    }
}

extension DocumentAttachment: JSONWritable {
    /// Writes all members; `type` is `null` where it is not known.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("title", title)
            json.member("url", url)
            json.member("type", type)
        }
    }
}
