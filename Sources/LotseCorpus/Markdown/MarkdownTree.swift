internal import CMarkdown

/// Parses Markdown with cmark-gfm and lends its tree to a closure; nothing of it outlives the call.
enum MarkdownTree {
    /// The node types of extensions, which cmark assigns when it registers them. They are learnt from a tree, because
    /// the C globals that hold them are variables.
    struct ExtensionTypes: Sendable {
        fileprivate(set) var table: UInt32 = 0
        fileprivate(set) var row: UInt32 = 0
        fileprivate(set) var cell: UInt32 = 0
    }

    /// Registers the extensions, once.
    static let types: ExtensionTypes = {
        cmark_gfm_core_extensions_ensure_registered()
        var types = ExtensionTypes()
        parse(Array("| a |\n|---|\n| b |\n".utf8)[...]) { root in
            guard let table = cmark_node_first_child(root), let row = cmark_node_first_child(table) else { return }
            types.table = cmark_node_get_type(table).rawValue
            types.row = cmark_node_get_type(row).rawValue
            if let cell = cmark_node_first_child(row) { types.cell = cmark_node_get_type(cell).rawValue }
        }
        return types
    }()

    /// - Parameters:
    ///   - text: valid UTF-8.
    ///   - body: gets the document node.
    static func withTree(_ text: ArraySlice<UInt8>, _ body: (OpaquePointer) -> Void) {
        _ = types
        parse(text, body)
    }

    private static func parse(_ text: ArraySlice<UInt8>, _ body: (OpaquePointer) -> Void) {
        guard let parser = cmark_parser_new(CMARK_OPT_FOOTNOTES) else { return }
        defer { cmark_parser_free(parser) }
        for name in ["table", "strikethrough"] {
            if let found = cmark_find_syntax_extension(name) { cmark_parser_attach_syntax_extension(parser, found) }
        }
        text.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return }
            cmark_parser_feed(parser, base.assumingMemoryBound(to: CChar.self), bytes.count)
        }
        guard let root = cmark_parser_finish(parser) else { return }
        defer { cmark_node_free(root) }
        body(root)
    }
}

/// Looks for Markdown that would take cmark more than linear time or memory. No text that people write comes near.
enum MarkdownGuard {
    static func isUnsafe(_ text: ArraySlice<UInt8>, limits: Limits) -> Bool {
        text.withUnsafeBufferPointer { bytes in
            classes.withUnsafeBufferPointer { classes in
                var start = 0
                var marks = 0
                var pipes = 0
                var columns = 0
                var missing = 0
                for index in bytes.indices {
                    let kind = classes[Int(bytes[index])]
                    if kind == 0 { continue }
                    if kind == 2 {
                        pipes += 1
                        continue
                    }
                    if kind == 3 {
                        marks += 1
                        continue
                    }
                    columns = max(columns, pipes)
                    missing += columns - pipes
                    if marks > limits.markdownMarks || missing > limits.markdownCells { return true }
                    if depth(bytes, start, index) > limits.markdownDepth { return true }
                    if index == start {
                        marks = 0
                        columns = 0
                    }
                    pipes = 0
                    start = index + 1
                }
                return marks > limits.markdownMarks || depth(bytes, start, bytes.count) > limits.markdownDepth
            }
        }
    }

    /// 1 for a line break, 2 for a table's bar, 3 for marks of emphasis, code, links and HTML.
    private static let classes: [UInt8] = {
        var classes = [UInt8](repeating: 0, count: 256)
        classes[0x0A] = 1
        classes[0x7C] = 2
        for mark in "*_[]<!~`".utf8 { classes[Int(mark)] = 3 }
        return classes
    }()

    /// How many quotes and lists the line opens.
    private static func depth(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
        var depth = 0
        var index = start
        while index < end {
            switch bytes[index] {
            case 0x20, 0x09: index += 1
            case 0x3E:
                depth += 1
                index += 1
            case 0x2D, 0x2B, 0x2A:
                guard index + 1 < end, bytes[index + 1] == 0x20 else { return depth }
                depth += 1
                index += 2
            case 0x30...0x39:
                while index < end, ByteText.isDigit(bytes[index]) { index += 1 }
                guard index + 1 < end, bytes[index] == 0x2E || bytes[index] == 0x29, bytes[index + 1] == 0x20 else {
                    return depth
                }
                depth += 1
                index += 2
            default: return depth
            }
        }
        return depth
    }
}
