/// A file of the corpus that a reader exists for.
public struct Source: Sendable, Hashable, Codable {
    /// How a file is read, decided by its extension.
    public enum Format: String, Sendable, Hashable, Codable, CaseIterable {
        /// `.md`, `.markdown`
        case markdown
        /// `.txt`, `.text`
        case text
        /// `.html`, `.htm`, `.xhtml`
        case html
        /// `.json`
        case json
        /// `.yaml`, `.yml`
        case yaml
        /// `.jsonl`, `.ndjson`
        case jsonLines

        /// The format for a file extension in lower case, without the dot.
        public init?(extension name: String) {
            switch name {
            case "md", "markdown": self = .markdown
            case "txt", "text": self = .text
            case "html", "htm", "xhtml": self = .html
            case "json": self = .json
            case "yaml", "yml": self = .yaml
            case "jsonl", "ndjson": self = .jsonLines
            default: return nil
            }
        }
    }

    /// Relative to the corpus' root, `/` between parts, as the file system spells it.
    public var path: String
    /// How it is read.
    public var format: Format
    /// Bytes.
    public var size: Int
    /// Nanoseconds since 1970-01-01T00:00:00Z.
    public var modified: Int64

    /// Creates a source from its parts.
    public init(path: String, format: Format, size: Int, modified: Int64) {
        self.path = path
        self.format = format
        self.size = size
        self.modified = modified
    }

    /// The identifier of the file's document unless the file states another: the path without its extension, NFC.
    public var defaultID: String { Identifier.from(path: path) }
}
