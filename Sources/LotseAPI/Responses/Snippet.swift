/// An excerpt of a section.
public struct Snippet: Sendable, Hashable, Decodable {
    /// The excerpt as plain text.
    public var text: String
    /// The excerpt as HTML: escaped first, then marked with the request's highlight marks.
    public var html: String
    /// The highlighted words, as ranges of UTF-8 bytes of ``text``, ascending; in JSON `[[start, end], ...]`.
    public var highlights: [Range<Int>]

    /// Makes a snippet.
    public init(text: String, html: String, highlights: [Range<Int>]) {
        self.text = text
        self.html = html
        self.highlights = highlights
    }
}

extension Snippet: JSONWritable {
    /// Writes all members.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("text", text)
            json.member("html", html)
            json.key("highlights")
            json.array { json in
                for range in highlights { json.raw("[\(range.lowerBound),\(range.upperBound)]") }
            }
        }
    }
}
