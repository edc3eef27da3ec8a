/// Every bound of the readers, in one place. The defaults suit a network's corpus with room to spare.
public struct Limits: Sendable, Hashable {
    /// Bytes of one file, JSON Lines excepted, which is streamed.
    public var fileBytes = 64 << 20
    /// Bytes of one line of a JSON Lines file.
    public var lineBytes = 16 << 20
    /// Bytes of one section's text; a longer one is split at a paragraph.
    public var sectionBytes = 32 << 10
    /// Bytes of front matter; a longer one counts as broken.
    public var frontMatterBytes = 64 << 10
    /// Bytes of one YAML file.
    public var yamlBytes = 8 << 20
    /// Depth of JSON and YAML.
    public var valueDepth = 64
    /// Values in one JSON or YAML document, aliases expanded.
    public var valueCount = 500_000
    /// Depth of an HTML tree that is searched for text; text below it is taken, structure is not.
    public var htmlDepth = 512
    /// Depth of quotes and lists that Markdown is parsed with; a deeper file is read as plain text.
    public var markdownDepth = 100
    /// Emphasis marks and brackets in one paragraph of Markdown; a file with more is read as plain text.
    public var markdownMarks = 5_000
    /// Cells that the rows of Markdown tables lack and cmark fills in; a file with more is read as plain text.
    public var markdownCells = 1_000_000
    /// Files read by the furniture survey.
    public var surveyFiles = 2_000
    /// Files in one folder tree, hidden ones excepted.
    public var files = 5_000_000

    /// The defaults.
    public init() {}
}
