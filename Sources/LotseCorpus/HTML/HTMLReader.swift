/// Reads HTML pages: the content of `<main>` or `<article>`, else of the page without its navigation.
struct HTMLReader {
    let context: ReadingContext

    /// - Parameter text: UTF-8 without a byte order mark.
    func read(_ text: [UInt8]) -> ParsedFile {
        var result = ParsedFile()
        guard !HTMLGuard.isTooDeep(text, depth: context.limits.htmlDepth) else {
            let message = "more than \(context.limits.htmlDepth) elements are open at once; simplify the page"
            result.problems.append(context.problem(.markup, message, .error))
            return result
        }
        HTMLTree.withTree(text) { root in read(HTMLNode(pointer: root), into: &result) }
        return result
    }

    /// The lines of a page's content, for the furniture survey.
    func lines(_ text: [UInt8]) -> [String] {
        guard !HTMLGuard.isTooDeep(text, depth: context.limits.htmlDepth) else { return [] }
        var lines: [String] = []
        HTMLTree.withTree(text) { lines = Self.blocks(HTMLNode(pointer: $0)).flatMap(\.lines) }
        return lines
    }

    private func read(_ root: HTMLNode, into result: inout ParsedFile) {
        let meta = HTMLMeta(root)
        var fields = DocumentFields(
            meta.values, defaults: context.settings.defaults, path: context.path, base: context.settings.baseURL)
        if let withheld = fields.withheld(path: context.path) {
            result.problems.append(withheld)
            return
        }
        result.problems += fields.problems
        let blocks = withoutFurniture(Self.blocks(root), &result.furniture)
        let kind = fields.kind ?? context.folderKind ?? .document
        var builder = SectionBuilder(limit: context.limits.sectionBytes, isForum: kind == .forum)
        var title: String?
        let other = meta.openGraphTitle ?? meta.title
        for block in blocks {
            switch block {
            case .heading(1, let text) where title == nil: title = text
            case .heading(let level, let text):
                if title == nil, let other, let merged = TitleMatch.merged(other, text) {
                    title = merged
                } else {
                    builder.open(level: level, heading: text)
                }
            case .paragraph(let text): builder.paragraph(text)
            case .list(let items): builder.list(items)
            }
        }
        let sections = builder.finish()
        guard !sections.isEmpty else { return }
        fields.title = title ?? other
        result.documents = [fields.document(defaultID: context.defaultID, folderKind: kind, sections: sections)]
    }

    private func withoutFurniture(_ blocks: [HTMLBlock], _ dropped: inout [String]) -> [HTMLBlock] {
        let lines = blocks.flatMap(\.lines)
        let known = lines.map(context.furniture.isFurniture)
        let edges = Set(context.furniture.edges(lines, known: { known[$0] }))
        var index = 0
        return blocks.compactMap { block in
            block.removing { line in
                defer { index += 1 }
                guard known[index] || edges.contains(index) else { return false }
                dropped.append(line)
                return true
            }
        }
    }

    /// The blocks of the content: of `<main>`, of the only `<article>`, else of `<body>`.
    private static func blocks(_ root: HTMLNode) -> [HTMLBlock] {
        for candidate in [main(root), article(root)].compactMap({ $0 }) {
            let blocks = HTMLWalker.blocks(of: candidate)
            if !blocks.isEmpty { return blocks }
        }
        return HTMLWalker.blocks(of: root.first { $0.name == "body" } ?? root)
    }

    private static func main(_ root: HTMLNode) -> HTMLNode? {
        root.first { $0.name == "main" || $0["role"]?.lowercased() == "main" }
    }

    private static func article(_ root: HTMLNode) -> HTMLNode? {
        guard let first = root.first(where: { $0.name == "article" }) else { return nil }
        var node = first.following(below: root, skippingChildren: true)
        while let current = node {
            if current.name == "article" { return nil }
            node = current.following(below: root)
        }
        return first
    }
}

/// The text of a piece of HTML inside Markdown.
enum HTMLFragment {
    static func paragraphs(_ html: String) -> [String] {
        let text = Array(html.utf8)
        guard !html.hasPrefix("<!--"), !HTMLGuard.isTooDeep(text, depth: Limits().htmlDepth) else { return [] }
        var paragraphs: [String] = []
        HTMLTree.withTree(text) { root in
            paragraphs = HTMLWalker.blocks(of: HTMLNode(pointer: root)).flatMap { block -> [String] in
                if case .list(let items) = block { return items.map { "\($0.marker) \($0.text)" } }
                if case .paragraph(let text) = block { return [text] }
                return block.lines
            }
        }
        return paragraphs
    }
}
