/// The order of hits. Open: a value that this version does not know decodes, and ``SearchRequest/validated()`` refuses
/// it.
public struct Sort: RawRepresentable, Sendable, Hashable {
    /// The name in the interface.
    public var rawValue: String

    /// Takes any name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Best hits first.
    public static let relevance = Sort(rawValue: "relevance")
    /// Newest first; documents without a date last.
    public static let date = Sort(rawValue: "date")
    /// By title, in German order.
    public static let title = Sort(rawValue: "title")
    /// Nearest first; needs the filter `near`.
    public static let distance = Sort(rawValue: "distance")

    /// The orders that this version knows.
    public static let all = [relevance, date, title, distance]
}

/// How many of the query's words a hit must have.
public enum MatchMode: String, Sendable, Hashable, CaseIterable {
    /// All words; where that finds too little, fewer, and the answer says so in its notes.
    case auto
    /// All words, always.
    case all
    /// At least one word.
    case any
}

/// The marks around highlighted words in ``Snippet/html``. They are inserted as they are, after the text was escaped.
public struct Highlight: Sendable, Hashable {
    /// Before a highlighted word.
    public var pre: String
    /// After a highlighted word.
    public var post: String

    /// The default marks are the HTML element made for this.
    public init(pre: String = "<mark>", post: String = "</mark>") {
        self.pre = pre
        self.post = post
    }

    enum Field: String, CodingKey, CaseIterable {
        case pre, post
    }
}

extension Highlight: JSONWritable {
    /// Writes both marks.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member(Field.pre.rawValue, pre)
            json.member(Field.post.rawValue, post)
        }
    }
}
