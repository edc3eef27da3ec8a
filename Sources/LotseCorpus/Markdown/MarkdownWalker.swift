internal import CMarkdown

/// Walks a Markdown tree and writes its text into sections, without recursion.
struct MarkdownWalker {
    private var builder: SectionBuilder
    /// The stated title, or the first heading of the first level.
    private(set) var title: String?
    private(set) var firstHeading: String?
    private(set) var dropped: [String] = []
    private let furniture: FurnitureFilter
    private var inlines = MarkdownInlines()
    private var lists: [MarkdownList] = []
    /// Set between an item's marker and its first text.
    private var isAtMarker = false
    /// In a forum: the items of the outermost list, which may become results.
    private var items: [ListItem] = []
    private var isFirstRow = false
    private var hasTopHeading = false
    private var footnotes: [[UInt8]] = []
    private var pendingNotes: [Int] = []
    private var usedNotes: Set<Int> = []

    init(builder: SectionBuilder, title: String?, furniture: FurnitureFilter) {
        self.builder = builder
        self.title = title
        self.furniture = furniture
    }

    mutating func finish() -> [Section] {
        addNotes()
        builder.peelTail { furniture.isFurniture($0) }.forEach { dropped.append($0) }
        return builder.finish()
    }

    mutating func walk(_ root: OpaquePointer) {
        readFootnotes(root)
        guard let iterator = cmark_iter_new(root) else { return }
        defer { cmark_iter_free(iterator) }
        while true {
            let event = cmark_iter_next(iterator)
            if event == CMARK_EVENT_DONE { break }
            guard let node = cmark_iter_get_node(iterator) else { break }
            let type = cmark_node_get_type(node)
            if type == CMARK_NODE_FOOTNOTE_DEFINITION { break }
            let isEntering = event == CMARK_EVENT_ENTER
            if type.rawValue & UInt32(CMARK_NODE_TYPE_MASK) != UInt32(CMARK_NODE_TYPE_BLOCK) {
                if isEntering { inlines.enter(node, type) }
            } else if isEntering {
                enter(node, type)
            } else {
                exit(node, type)
            }
        }
    }

    private mutating func enter(_ node: OpaquePointer, _ type: cmark_node_type) {
        switch type {
        case CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING:
            inlines.begin()
        case CMARK_NODE_LIST:
            lists.append(MarkdownList(node))
        case CMARK_NODE_ITEM:
            beginItem()
        case CMARK_NODE_CODE_BLOCK:
            inlines.begin()
            inlines.append(literal: cmark_node_get_literal(node))
            endBlock()
        case CMARK_NODE_HTML_BLOCK:
            guard let literal = cmark_node_get_literal(node) else { return }
            for text in HTMLFragment.paragraphs(String(cString: literal)) {
                inlines.begin()
                inlines.text.append(contentsOf: text.utf8)
                endBlock()
            }
        default:
            let types = MarkdownTree.types
            if type.rawValue == types.table {
                isFirstRow = true
            } else if type.rawValue == types.row {
                inlines.begin()
            } else if type.rawValue == types.cell, cmark_node_previous(node) != nil {
                inlines.text.append(contentsOf: " | ".utf8)
            }
        }
    }

    private mutating func exit(_ node: OpaquePointer, _ type: cmark_node_type) {
        switch type {
        case CMARK_NODE_PARAGRAPH: endBlock()
        case CMARK_NODE_HEADING: endHeading(level: Int(cmark_node_get_heading_level(node)))
        case CMARK_NODE_LIST:
            lists.removeLast()
            if lists.isEmpty, builder.isForum {
                builder.list(items)
                items = []
            }
        case CMARK_NODE_ITEM: isAtMarker = false
        default:
            if type.rawValue == MarkdownTree.types.row { endRow() }
        }
    }

    private mutating func endHeading(level: Int) {
        let heading = ByteText.collapsed(inlines.string)
        pendingNotes += inlines.takeNotes()
        guard !heading.isEmpty else { return }
        firstHeading = firstHeading ?? heading
        if level == 1, !hasTopHeading {
            hasTopHeading = true
            guard let stated = title else {
                title = heading
                return
            }
            if let merged = TitleMatch.merged(stated, heading) {
                title = merged
                return
            }
        }
        addNotes()
        builder.open(level: level, heading: heading)
    }

    private mutating func beginItem() {
        guard let marker = lists.last?.marker() else { return }
        lists[lists.count - 1].number += 1
        isAtMarker = true
        if builder.isForum {
            items.append(ListItem(marker: marker, text: "", depth: lists.count - 1))
            return
        }
        if lists.count == 1, lists[0].isFirst, !builder.opensList {
            builder.block()
        } else {
            builder.line()
        }
        lists[lists.count - 1].isFirst = false
        builder.text.append(contentsOf: repeatElement(0x20, count: 2 * min(lists.count - 1, 8)))
        builder.text.append(contentsOf: marker.utf8)
        builder.text.append(0x20)
    }

    /// The end of a paragraph, of code, of a block of HTML.
    private mutating func endBlock() {
        pendingNotes += inlines.takeNotes()
        inlines.trim()
        guard !inlines.text.isEmpty else { return }
        if !lists.isEmpty {
            if builder.isForum, !items.isEmpty {
                let separator = items[items.count - 1].text.isEmpty ? "" : "\n"
                items[items.count - 1].text += separator + inlines.string
            } else {
                if !isAtMarker { builder.line() }
                builder.text.append(contentsOf: inlines.text)
            }
            isAtMarker = false
            return
        }
        if isFurniture() { return }
        builder.block()
        builder.text.append(contentsOf: inlines.text)
    }

    /// Built-in shapes count at the head of the page only (and at its tail, see `finish`); the corpus' own list
    /// everywhere.
    private mutating func isFurniture() -> Bool {
        guard inlines.text.count <= BuiltinFurniture.limit else { return false }
        let isHead = builder.isEmpty
        let lexicon = furniture.lexicon
        guard isHead || !lexicon.isEmpty else { return false }
        let line = inlines.string
        guard isHead ? furniture.isFurniture(line) : lexicon.contains(line) else { return false }
        dropped.append(line)
        return true
    }

    private mutating func endRow() {
        pendingNotes += inlines.takeNotes()
        defer { isFirstRow = false }
        guard inlines.text.contains(where: { $0 != 0x20 && $0 != 0x7C }) else { return }
        if isFirstRow { builder.block() } else { builder.line() }
        builder.text.append(contentsOf: inlines.text)
    }

    /// cmark moves footnotes to the end of the document; here each goes below the section that refers to it.
    private mutating func readFootnotes(_ root: OpaquePointer) {
        var definition = cmark_node_last_child(root)
        while let node = definition, cmark_node_get_type(node) == CMARK_NODE_FOOTNOTE_DEFINITION {
            footnotes.append(MarkdownInlines.text(below: node))
            definition = cmark_node_previous(node)
        }
        footnotes.reverse()
    }

    private mutating func addNotes() {
        for number in pendingNotes where number >= 1 && number <= footnotes.count {
            // Once in a document, so that a note cannot grow it without bound.
            guard usedNotes.insert(number).inserted else { continue }
            builder.block()
            builder.text.append(contentsOf: "[\(number)] ".utf8)
            builder.text.append(contentsOf: footnotes[number - 1])
        }
        pendingNotes = []
    }
}

/// A list that is open.
struct MarkdownList {
    var number: Int
    var isFirst = true
    private let isOrdered: Bool
    private let delimiter: String

    init(_ node: OpaquePointer) {
        isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
        number = Int(cmark_node_get_list_start(node))
        delimiter = cmark_node_get_list_delim(node) == CMARK_PAREN_DELIM ? ")" : "."
    }

    func marker() -> String { isOrdered ? "\(number)\(delimiter)" : "•" }
}
