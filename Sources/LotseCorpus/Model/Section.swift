/// The unit of retrieval: the text below one heading, or one result of a forum.
public struct Section: Sendable, Hashable, Codable {
    /// What a section's text is.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// Running text.
        case body
        /// One list item below a question of a forum.
        case result
    }

    /// Unique in its document: `top` before any heading, else the heading's slug (see ``AnchorRegistry``).
    public var anchor: String
    /// The headings above the text, outermost first, without the document's title. No element is empty.
    public var path: [String]
    /// Plain text; paragraphs are separated by an empty line, list items and table rows by a line break. A line that
    /// ends in a hyphen keeps its line break, so that a broken word stays recognisable. Empty only for a heading with
    /// nothing below it.
    public var text: String
    /// What the text is.
    public var kind: Kind
    /// Of a result: the question it answers.
    public var context: String?

    /// Creates a section from its parts.
    public init(anchor: String, path: [String] = [], text: String, kind: Kind = .body, context: String? = nil) {
        self.anchor = anchor
        self.path = path
        self.text = text
        self.kind = kind
        self.context = context
    }
}
