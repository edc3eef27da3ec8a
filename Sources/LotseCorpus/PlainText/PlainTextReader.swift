/// Reads plain text: recognises title, subtitle, headings, lists and page furniture.
struct PlainTextReader {
    let context: ReadingContext

    /// - Parameter text: UTF-8 without a byte order mark.
    func read(_ text: [UInt8]) -> ParsedFile {
        var result = ParsedFile()
        let matter = FrontMatter(text, limits: context.limits)
        guard var fields = context.fields(of: matter, problems: &result.problems) else { return result }
        var page = TextPage(TextLine.lines(text, from: matter.bodyStart, number: matter.bodyLine), context.furniture)
        page.findTitle(stated: fields.title)
        page.dropTail()
        result.furniture = page.dropped
        let title = fields.title ?? page.title
        // A single line is a title without a text: it is found by its words all the same.
        guard !page.blocks.isEmpty || title != nil else { return result }

        let kind = fields.kind ?? context.folderKind ?? (page.isForum ? .forum : .document)
        var builder = SectionBuilder(limit: context.limits.sectionBytes, isForum: kind == .forum)
        build(page.blocks, isForum: kind == .forum, into: &builder)
        var sections = builder.finish()
        if sections.isEmpty, title != nil { sections = [Section(anchor: "top", text: "")] }
        guard !sections.isEmpty else { return result }
        if let author = page.signature, fields.metadata["author"] == nil { fields.metadata["author"] = [author] }
        fields.title = title
        var document = fields.document(defaultID: context.defaultID, folderKind: kind, sections: sections)
        if document.subtitle == nil { document.subtitle = page.subtitle }
        result.documents = [document]
        return result
    }

    private func build(_ blocks: [TextBlock], isForum: Bool, into builder: inout SectionBuilder) {
        var items: [ListItem] = []
        var indents: [Int] = []
        var previous: TextBlock?
        for element in TextOutline(isForum: isForum).elements(blocks) {
            let block = element.block
            if let level = element.level {
                builder.list(items)
                items = []
                builder.open(level: level, heading: (block.marker.map { $0.text + " " } ?? "") + block.text)
                previous = nil
                continue
            }
            if let marker = block.marker {
                while let last = indents.last, last > block.indent { indents.removeLast() }
                if items.isEmpty || indents.isEmpty { indents = [block.indent] }
                if let last = indents.last, block.indent > last + 1 { indents.append(block.indent) }
                items.append(ListItem(marker: marker.text, text: block.text, depth: indents.count - 1))
                continue
            }
            builder.list(items)
            let followsList = !items.isEmpty
            items = []
            if let previous, !followsList, !block.gapBefore, !previous.isRunning || previous.text.utf8.count <= 100 {
                builder.line()
                builder.text.append(contentsOf: block.text.utf8)
            } else {
                builder.paragraph(block.text)
            }
            previous = block
        }
        builder.list(items)
    }
}

extension ReadingContext {
    /// The fields of front matter; nil when the document is withheld, which is reported.
    func fields(of matter: FrontMatter, problems: inout [Problem]) -> DocumentFields? {
        var values: [String: Value] = [:]
        switch matter.outcome {
        case .none: break
        case .values(let found): values = found
        case .broken(let reason, let line, let withholds):
            problems.append(problem(.frontMatter, line: line, reason, .warning))
            if withholds {
                let message =
                    "the broken front matter mentions `visibility`, so the document is not indexed; correct it"
                problems.append(problem(.withheld, line: line, message, .warning))
                return nil
            }
        }
        let fields = DocumentFields(
            values, defaults: settings.defaults, path: path, line: values.isEmpty ? nil : 1, base: settings.baseURL)
        if let withheld = fields.withheld(path: path) {
            problems.append(withheld)
            return nil
        }
        problems += fields.problems
        return fields
    }
}
