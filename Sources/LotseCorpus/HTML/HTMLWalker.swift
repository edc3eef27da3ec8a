/// Walks the content of a page and collects its blocks, without recursion.
struct HTMLWalker {
    private(set) var blocks: [HTMLBlock] = []
    private var line: [UInt8] = []
    private var heading: Int?
    private var items: [ListItem] = []
    /// The open items, as indices into `items`, and the open lists with their counters (nil for bullets).
    private var openItems: [Int] = []
    private var lists: [Int?] = []
    private var preformatted = 0
    private var cells = 0
    /// The rows of the table under way.
    private var rows: [String] = []
    private let root: HTMLNode

    /// Walks everything below `root`.
    static func blocks(of root: HTMLNode) -> [HTMLBlock] {
        var walker = HTMLWalker(root: root)
        walker.walk()
        return walker.blocks
    }

    private init(root: HTMLNode) {
        self.root = root
    }

    private mutating func walk() {
        var node = root
        while true {
            var descends = false
            if node.isText {
                append(node.content)
            } else if node.isElement, node.pointer == root.pointer || !HTMLSkip.isSkipped(node) {
                descends = enter(node)
            }
            if descends, let child = node.firstChild {
                node = child
                continue
            }
            if descends { exit(node) }
            while node.pointer != root.pointer, node.next == nil {
                guard let parent = node.parent else { break }
                node = parent
                exit(node)
            }
            guard node.pointer != root.pointer, let next = node.next else { break }
            node = next
        }
        flush()
        flushList()
        flushRows()
    }

    /// - Returns: whether to walk the children.
    private mutating func enter(_ node: HTMLNode) -> Bool {
        let name = node.name
        switch name {
        case "br": line.append(0x0A)
        case "img":
            if let alternative = node["alt"] { append(" \(alternative) ") }
        case "h1", "h2", "h3", "h4", "h5", "h6":
            flush()
            if openItems.isEmpty, cells == 0 {
                flushList()
                heading = Int(String(name.dropFirst()))
            }
        case "ul", "ol", "menu":
            flush()
            lists.append(name == "ol" ? Int(node["start"] ?? "") ?? 1 : nil)
        case "li": beginItem()
        case "tr":
            flush()
            cells = 0
        case "td", "th":
            if cells > 0 { line.append(contentsOf: " | ".utf8) }
            cells += 1
        case "dd":
            while line.last == 0x20 { line.removeLast() }
            if !line.isEmpty { line.append(contentsOf: ": ".utf8) }
        case "pre":
            flush()
            preformatted += 1
        default:
            if HTMLSkip.isBlock(name), cells == 0 { flush() } else if HTMLSkip.isBlock(name) { append(" ") }
        }
        return true
    }

    private mutating func exit(_ node: HTMLNode) {
        let name = node.name
        switch name {
        case "h1", "h2", "h3", "h4", "h5", "h6": flush()
        case "ul", "ol", "menu":
            flush()
            if !lists.isEmpty { lists.removeLast() }
            if lists.isEmpty { flushList() }
        case "li":
            flush()
            if !openItems.isEmpty { openItems.removeLast() }
            if openItems.isEmpty, lists.isEmpty { flushList() }
        case "tr":
            flush()
            cells = 0
        case "dt", "td", "th": break
        case "table":
            flush()
            flushRows()
        case "pre":
            flush()
            preformatted = max(0, preformatted - 1)
        default:
            if HTMLSkip.isBlock(name), cells == 0 { flush() } else if HTMLSkip.isBlock(name) { append(" ") }
        }
    }

    private mutating func beginItem() {
        flush()
        var marker = "•"
        if let last = lists.last, let number = last {
            marker = "\(number)."
            lists[lists.count - 1] = number &+ 1
        }
        openItems.append(items.count)
        items.append(ListItem(marker: marker, text: "", depth: max(0, lists.count - 1)))
    }

    private mutating func append(_ text: String) {
        if preformatted > 0 {
            line.append(contentsOf: Value.cleaned(text).utf8)
            return
        }
        var pending = false
        for scalar in text.unicodeScalars {
            if scalar == " " || scalar == "\u{A0}" || scalar.properties.isWhitespace {
                pending = true
                continue
            }
            if scalar.value < 0x20 || scalar == "\u{FEFF}" || scalar == "\u{200B}" { continue }
            if pending, let last = line.last, last != 0x20, last != 0x0A { line.append(0x20) }
            pending = false
            line.append(contentsOf: UTF8.encode(scalar)?.map { $0 } ?? [])
        }
        if pending, let last = line.last, last != 0x20, last != 0x0A { line.append(0x20) }
    }

    /// Ends the block under way.
    private mutating func flush() {
        let text = String(decoding: line, as: UTF8.self).trimmingWhitespace()
        line.removeAll(keepingCapacity: true)
        defer { heading = nil }
        guard text.contains(where: { $0 != " " && $0 != "|" && $0 != ":" && $0 != "\n" }) else { return }
        if let heading {
            flushRows()
            blocks.append(.heading(level: heading, ByteText.collapsed(text)))
        } else if let item = openItems.last {
            items[item].text += (items[item].text.isEmpty ? "" : "\n") + text
        } else if cells > 1 {
            rows.append(text)
        } else {
            flushList()
            flushRows()
            blocks.append(.paragraph(text))
        }
    }

    private mutating func flushRows() {
        if !rows.isEmpty { blocks.append(.paragraph(rows.joined(separator: "\n"))) }
        rows = []
    }

    private mutating func flushList() {
        let written = items.filter { !$0.text.isEmpty }
        items = []
        openItems = []
        guard !written.isEmpty else { return }
        flushRows()
        blocks.append(.list(written))
    }
}
