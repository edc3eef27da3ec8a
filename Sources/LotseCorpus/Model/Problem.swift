/// Something in the corpus that could not be read, or not as it was meant.
public struct Problem: Sendable, Hashable, Codable, CustomStringConvertible {
    /// How bad it is.
    public enum Severity: String, Sendable, Hashable, Codable, CaseIterable {
        /// The file, or an entry of it, is not in the index.
        case error
        /// It is in the index, but not wholly as meant; or its format is not read.
        case warning
        /// Nothing is wrong; it is said so that nobody searches in vain.
        case info
    }

    /// What is wrong.
    public enum Code: String, Sendable, Hashable, Codable, CaseIterable {
        /// The file cannot be opened or read.
        case unreadable
        /// There is no text, or nothing but page furniture.
        case empty
        /// The file holds bytes that no text holds.
        case binary
        /// The file is not UTF-8, and no other encoding fits.
        case encoding
        /// The file, or a line of a JSON Lines file, exceeds its limit.
        case tooLarge
        /// The front matter cannot be read, or a field of it.
        case frontMatter
        /// JSON that does not parse.
        case json
        /// YAML that does not parse, or exceeds a limit.
        case yaml
        /// Markdown or HTML beyond what is safe to parse.
        case markup
        /// A second document claims an identifier.
        case duplicateID
        /// A format that is not read.
        case unsupported
        /// The document is not public and therefore not in the index.
        case withheld
        /// JSON or YAML of a shape that is no document.
        case structure
        /// An entry of the corpus' lexicon folder cannot be used.
        case lexicon
        /// A symbolic link that leads out of the corpus, or to a folder.
        case link
        /// No regular file: a pipe, a socket, a device.
        case notAFile
    }

    /// Relative to the corpus' root, `/` between parts.
    public var path: String
    /// The line, counted from 1, where one is known.
    public var line: Int?
    /// What is wrong.
    public var code: Code
    /// An English sentence that names the field and the remedy.
    public var message: String
    /// How bad it is.
    public var severity: Severity

    /// Creates a problem from its parts.
    public init(path: String, line: Int? = nil, code: Code, message: String, severity: Severity) {
        self.path = path
        self.line = line
        self.code = code
        self.message = message
        self.severity = severity
    }

    /// `path:line: severity: message [code]`, the form that editors understand.
    public var description: String {
        let place = line.map { "\(path):\($0)" } ?? path
        return "\(place): \(severity.rawValue): \(message) [\(code.rawValue)]"
    }
}
