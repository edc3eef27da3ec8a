internal import CMarkdown

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The plain text of inline nodes.
struct MarkdownInlines {
    /// UTF-8 under way.
    var text: [UInt8] = []
    private var notes: [Int] = []
    /// Set inside an inline `<script>` or `<style>`.
    private var isSkipping = false

    var string: String { String(decoding: text, as: UTF8.self) }

    mutating func begin() {
        text.removeAll(keepingCapacity: true)
        isSkipping = false
    }

    /// The footnotes that the text refers to, each once.
    mutating func takeNotes() -> [Int] {
        if notes.isEmpty { return [] }
        defer { notes = [] }
        return notes
    }

    mutating func trim() {
        while let last = text.last, last == 0x20 || last == 0x0A { text.removeLast() }
        let lead = text.prefix { $0 == 0x20 || $0 == 0x0A }.count
        if lead > 0 { text.removeFirst(lead) }
    }

    mutating func enter(_ node: OpaquePointer, _ type: cmark_node_type) {
        switch type {
        case CMARK_NODE_TEXT:
            if !isSkipping { append(literal: cmark_node_get_literal(node)) }
        case CMARK_NODE_SOFTBREAK: softBreak(before: cmark_node_next(node))
        case CMARK_NODE_LINEBREAK: text.append(0x0A)
        case CMARK_NODE_CODE: append(literal: cmark_node_get_literal(node))
        case CMARK_NODE_HTML_INLINE:
            if let literal = cmark_node_get_literal(node) { tag(String(cString: literal).lowercased()) }
        case CMARK_NODE_FOOTNOTE_REFERENCE:
            if let literal = cmark_node_get_literal(node), let number = Int(String(cString: literal)),
                !notes.contains(number)
            {
                notes.append(number)
            }
        default: break
        }
    }

    /// A line break in the source is a space; behind a hyphen it stays, so that a broken word can be joined; before the
    /// `: ` of a definition it vanishes.
    private mutating func softBreak(before next: OpaquePointer?) {
        if let next, cmark_node_get_type(next) == CMARK_NODE_TEXT, let literal = cmark_node_get_literal(next),
            literal[0] == 0x3A, literal[1] == 0x20
        {
            while text.last == 0x20 { text.removeLast() }
            return
        }
        text.append(ByteText.endsInBrokenWord(text) ? 0x0A : 0x20)
    }

    /// Runs of spaces become one.
    mutating func append(literal: UnsafePointer<CChar>?) {
        guard let literal else { return }
        let count = strlen(literal)
        let isSpaced = text.last == 0x20 && literal[0] == 0x20
        literal.withMemoryRebound(to: UInt8.self, capacity: count) { base in
            let bytes = UnsafeBufferPointer(start: base, count: count)
            if !isSpaced, strstr(literal, "  ") == nil {
                text.append(contentsOf: bytes)
                return
            }
            for byte in bytes where byte != 0x20 || text.last != 0x20 { text.append(byte) }
        }
    }

    private mutating func tag(_ tag: String) {
        if tag.hasPrefix("<br") { text.append(0x0A) }
        if tag.hasPrefix("<script") || tag.hasPrefix("<style") { isSkipping = true }
        if tag.hasPrefix("</script") || tag.hasPrefix("</style") { isSkipping = false }
    }

    /// The text below a block node, its blocks separated by spaces.
    static func text(below root: OpaquePointer) -> [UInt8] {
        var inlines = MarkdownInlines()
        guard let iterator = cmark_iter_new(root) else { return [] }
        defer { cmark_iter_free(iterator) }
        while true {
            let event = cmark_iter_next(iterator)
            if event == CMARK_EVENT_DONE { break }
            guard let node = cmark_iter_get_node(iterator), event == CMARK_EVENT_ENTER else { continue }
            let type = cmark_node_get_type(node)
            if type.rawValue & UInt32(CMARK_NODE_TYPE_MASK) == UInt32(CMARK_NODE_TYPE_BLOCK) {
                if !inlines.text.isEmpty { inlines.text.append(0x20) }
            } else {
                inlines.enter(node, type)
            }
        }
        inlines.trim()
        return inlines.text
    }
}
