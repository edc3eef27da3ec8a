internal import CHTML

/// Parses HTML with libxml2 and lends the tree to a closure; nothing of it outlives the call.
enum HTMLTree {
    /// The library's one-time set-up, which is not safe to run twice at a time.
    private static let isReady: Bool = {
        xmlInitParser()
        return true
    }()

    /// - Parameters:
    ///   - text: valid UTF-8.
    ///   - body: gets the root element.
    static func withTree(_ text: [UInt8], _ body: (UnsafeMutablePointer<xmlNode>) -> Void) {
        guard isReady, !text.isEmpty, text.count <= Int(Int32.max), let parser = htmlNewParserCtxt() else { return }
        defer { htmlFreeParserCtxt(parser) }
        // Without this flag the parser stops for good at 256 open elements; HTMLGuard has bounded the depth already.
        parser.pointee.options |= Int32(XML_PARSE_HUGE.rawValue)
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
            | HTML_PARSE_NONET.rawValue
        let document = text.withUnsafeBytes { bytes in
            htmlCtxtReadMemory(
                parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), nil, "UTF-8",
                Int32(options))
        }
        guard let document else { return }
        defer { xmlFreeDoc(document) }
        guard let root = xmlDocGetRootElement(document) else { return }
        body(root)
    }
}

/// Bounds the depth of HTML before it is parsed: open elements cost the parser time on every end tag.
enum HTMLGuard {
    /// Whether more than `depth` elements are open at once, by a count of tags. Elements that close by themselves do not
    /// count.
    static func isTooDeep(_ text: [UInt8], depth limit: Int) -> Bool {
        var depth = 0
        var index = 0
        while index + 1 < text.count {
            guard text[index] == 0x3C else {
                index += 1
                continue
            }
            let next = text[index + 1]
            if next == 0x2F {
                depth = max(0, depth - 1)
            } else if ByteText.isASCIILetter(next) {
                let name = text[(index + 1)...].prefix(10).prefix { ByteText.isASCIILetter($0) || ByteText.isDigit($0) }
                if !selfClosing.contains(String(decoding: name, as: UTF8.self).lowercased()) { depth += 1 }
                if depth > limit { return true }
            }
            index += 2
        }
        return false
    }

    private static let selfClosing: Set<String> = [
        "p", "li", "td", "th", "tr", "dt", "dd", "option", "br", "img", "hr", "meta", "link", "input", "area", "base",
        "col", "source", "wbr", "embed", "tbody", "thead", "tfoot", "colgroup", "param", "frame", "optgroup",
    ]
}

/// Read access to libxml2's nodes.
struct HTMLNode {
    let pointer: UnsafeMutablePointer<xmlNode>

    var parent: HTMLNode? { pointer.pointee.parent.map(HTMLNode.init) }
    var firstChild: HTMLNode? { isElement ? pointer.pointee.children.map(HTMLNode.init) : nil }
    var next: HTMLNode? { pointer.pointee.next.map(HTMLNode.init) }
    var isElement: Bool { pointer.pointee.type == XML_ELEMENT_NODE }
    var isText: Bool { pointer.pointee.type == XML_TEXT_NODE }

    /// The element's name in lower case; empty for other nodes.
    var name: String {
        guard isElement, let name = pointer.pointee.name else { return "" }
        return String(cString: name).lowercased()
    }

    /// The text of a text node.
    var content: String {
        guard let content = pointer.pointee.content else { return "" }
        return String(cString: content)
    }

    /// An attribute's value; nil without it, empty for one without value.
    subscript(_ attribute: String) -> String? {
        guard isElement else { return nil }
        var property = pointer.pointee.properties
        while let current = property {
            if let name = current.pointee.name, String(cString: name).lowercased() == attribute {
                guard let value = current.pointee.children?.pointee.content else { return "" }
                return String(cString: value)
            }
            property = current.pointee.next
        }
        return nil
    }

    /// The node that follows in document order below `root`: into this one's children unless `skippingChildren`.
    func following(below root: HTMLNode, skippingChildren: Bool = false) -> HTMLNode? {
        if !skippingChildren, let child = firstChild { return child }
        var node = self
        while node.pointer != root.pointer {
            if let next = node.next { return next }
            guard let parent = node.parent else { return nil }
            node = parent
        }
        return nil
    }

    /// The first element below this one, itself included, that fits.
    func first(where fits: (HTMLNode) -> Bool) -> HTMLNode? {
        var node: HTMLNode? = self
        while let current = node {
            if current.isElement, fits(current) { return current }
            node = current.following(below: self)
        }
        return nil
    }

    /// All text below, white space collapsed.
    var text: String {
        var parts = ""
        var node: HTMLNode? = self
        while let current = node {
            if current.isText { parts += current.content }
            node = current.following(below: self)
        }
        return ByteText.collapsed(parts)
    }
}
