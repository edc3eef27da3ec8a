/// Reads Markdown (GitHub's flavour with tables, strikethrough and footnotes) with YAML front matter.
struct MarkdownReader {
    let context: ReadingContext

    /// - Parameter text: UTF-8 without a byte order mark.
    func read(_ text: [UInt8]) -> ParsedFile {
        var result = ParsedFile()
        let matter = FrontMatter(text, limits: context.limits)
        let body = text[matter.bodyStart...]
        if MarkdownGuard.isUnsafe(body, limits: context.limits) {
            result = PlainTextReader(context: context).read(text)
            let message = "the Markdown is nested or marked up beyond any text; it was read as plain text"
            result.problems.append(context.problem(.markup, message, .warning))
            return result
        }
        guard var fields = context.fields(of: matter, problems: &result.problems) else { return result }
        let kind = fields.kind ?? context.folderKind ?? .document
        var walker = MarkdownWalker(
            builder: SectionBuilder(limit: context.limits.sectionBytes, isForum: kind == .forum),
            title: fields.title, furniture: context.furniture)
        MarkdownTree.withTree(body) { walker.walk($0) }
        var sections = walker.finish()
        result.furniture = walker.dropped
        if sections.isEmpty, walker.title != nil || walker.firstHeading != nil {
            // A title without a text is found by its words all the same.
            sections = [Section(anchor: "top", text: "")]
        }
        guard !sections.isEmpty else { return result }
        fields.title = walker.title
        result.documents = [
            fields.document(
                defaultID: context.defaultID, folderKind: kind, heading: walker.firstHeading, sections: sections)
        ]
        return result
    }
}

/// Whether a heading says the title again.
enum TitleMatch {
    /// Nil when it does not; else the title to keep: the longer of the two where one only continues the other.
    static func merged(_ title: String, _ heading: String) -> String? {
        let stated = ByteText.comparable(title)
        let found = ByteText.comparable(heading)
        if stated == found || stated.hasPrefix(found + " ") { return title }
        return found.hasPrefix(stated + " ") ? heading : nil
    }
}
