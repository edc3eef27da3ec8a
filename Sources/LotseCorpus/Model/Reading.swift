/// What came of reading one source.
public struct Reading: Sendable, Hashable {
    /// SHA-256 of the file's bytes, lower-case hexadecimal; nil when the file could not be read to its end.
    public var digest: String?
    /// In the order of the file.
    public var problems: [Problem] = []
    /// How many documents were emitted.
    public var documents = 0
    /// Lines recognised as page furniture, in the order of the file.
    var furniture: [String] = []
}
