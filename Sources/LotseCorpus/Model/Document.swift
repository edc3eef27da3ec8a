/// What a file, or one entry of a file, says: a title, metadata, sections and attachments.
public struct Document: Sendable, Hashable, Codable {
    /// What a document is, which decides how it is read, ranked and shown.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// A text: a page, a concept, minutes, news.
        case document
        /// The results of a forum: working groups, questions, results.
        case forum
        /// The profile of an institution, with HSDS 3 names.
        case institution
    }

    /// Stable, NFC: the file's own `id`, else its path below the corpus without the extension.
    public var id: String
    /// What the document is: stated in the file, else by its folder, else by its shape.
    public var kind: Kind
    /// Never empty: stated in the file, else its first heading, else its file name in words.
    public var title: String
    /// The line below the title, where there is one.
    public var subtitle: String?
    /// ISO 8601, `yyyy-MM-dd`. A month or a year alone stands for its first day; the words as written stay in
    /// `metadata["date"]` when they were no full date.
    public var date: String?
    /// Where people can read the document; a relative address is resolved against the corpus' `base_url`.
    public var url: String?
    /// A language tag, `de` unless the document or the corpus' defaults say otherwise.
    public var language: String
    /// Everything else that the file says about itself. Keys are lower case; nested values are flattened, see
    /// <doc:LotseCorpus#Metadata>.
    public var metadata: [String: [String]]
    /// In reading order; never empty, anchors unique.
    public var sections: [Section]
    /// Files that belong to the document.
    public var attachments: [Attachment]
    /// Of an institution: its whole HSDS object as canonical JSON text (keys sorted, no white space).
    public var profile: String?
    /// Degrees north, -90...90; present only together with `longitude`.
    public var latitude: Double?
    /// Degrees east, -180...180.
    public var longitude: Double?

    /// A document with nothing but what every document has.
    public init(id: String, kind: Kind = .document, title: String, language: String = "de", sections: [Section] = []) {
        self.id = id
        self.kind = kind
        self.title = title
        self.language = language
        self.metadata = [:]
        self.sections = sections
        self.attachments = []
    }
}

/// A file that belongs to a document.
public struct Attachment: Sendable, Hashable, Codable {
    /// What people read.
    public var title: String
    /// A path, as the document states it.
    public var file: String?
    /// An address, as the document states it.
    public var url: String?
    /// The type as stated (`pdf`), else the extension of `file` or `url`.
    public var type: String?

    /// Creates an attachment from its parts.
    public init(title: String, file: String? = nil, url: String? = nil, type: String? = nil) {
        self.title = title
        self.file = file
        self.url = url
        self.type = type
    }
}
