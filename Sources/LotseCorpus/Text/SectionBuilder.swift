/// Collects blocks into sections; every reader of running text ends here.
struct SectionBuilder {
    private struct Heading {
        var level: Int
        var text: String
        var anchor: String
        var parts = 0
        /// Results and, in a forum, questions below it.
        var results = 0
        var hasChild = false
    }

    /// The text of the section under way. Readers append plain UTF-8 to it, and use `block()` and `line()` between.
    var text: [UInt8] = []
    private(set) var sections: [Section] = []
    private var headings: [Heading] = []
    private var lead = Heading(level: 0, text: "", anchor: AnchorRegistry.top)
    private var anchors = AnchorRegistry()
    private let limit: Int
    /// In a forum, list items below a question become results.
    let isForum: Bool

    init(limit: Int, isForum: Bool = false) {
        self.limit = max(limit, 64)
        self.isForum = isForum
        text.reserveCapacity(4096)
    }

    /// The heading path of the section under way.
    var path: [String] { headings.map(\.text) }

    /// The anchor for what comes next below the open heading of a level: `ag-2.3`.
    mutating func nextAnchor(below level: Int) -> String? {
        guard let index = headings.lastIndex(where: { $0.level == level }) else { return nil }
        headings[index].results += 1
        return "\(headings[index].anchor).\(headings[index].results)"
    }

    /// Whether nothing has been collected yet: no heading, no text.
    var isEmpty: Bool { sections.isEmpty && headings.isEmpty && text.isEmpty }

    /// Starts a paragraph.
    mutating func block() {
        if !text.isEmpty { text.append(0x0A); text.append(0x0A) }
    }

    /// Starts a line inside a paragraph, a list or a table.
    mutating func line() {
        if !text.isEmpty { text.append(0x0A) }
    }

    /// Adds a whole paragraph.
    mutating func paragraph(_ paragraph: some StringProtocol) {
        block()
        text.append(contentsOf: paragraph.utf8)
    }

    /// Closes the section under way and opens one below `heading`. Levels may skip; a heading closes all of its own
    /// level and deeper.
    mutating func open(level: Int, heading: String, anchor: String? = nil) {
        let name = ByteText.collapsed(heading)
        guard !name.isEmpty else { return }
        close(next: level)
        while let last = headings.last, last.level >= level { headings.removeLast() }
        if !headings.isEmpty { headings[headings.count - 1].hasChild = true }
        let stated = anchor ?? (isForum ? forumAnchor(name) : nil)
        let unique = stated.map { anchors.claim(stated: $0) } ?? anchors.claim(name)
        headings.append(Heading(level: level, text: name, anchor: unique))
    }

    /// `ag-2` for a working group, `ag-2.3` for what stands third below it: a question, or a result of the group.
    private mutating func forumAnchor(_ name: String) -> String? {
        if let anchor = Forum.workingGroupAnchor(name) { return anchor }
        guard let parent = headings.last, Forum.workingGroup(parent.text) != nil else { return nil }
        headings[headings.count - 1].results += 1
        return "\(parent.anchor).\(parent.results + 1)"
    }

    /// Adds list items: as lines of the text, or as results where a forum's question stands above them.
    /// - Parameter items: each with its marker (`•`, `3.`) and its text.
    mutating func list(_ items: [ListItem]) {
        guard !items.isEmpty else { return }
        if isForum, let question = Forum.question(in: path), !Forum.isOverview(items) {
            for item in items { result(item.text, context: question) }
            return
        }
        for (index, item) in items.enumerated() {
            if index == 0, !opensList { block() } else { line() }
            text.append(contentsOf: repeatElement(0x20, count: 2 * min(item.depth, 8)))
            text.append(contentsOf: item.marker.utf8)
            text.append(0x20)
            text.append(contentsOf: item.text.utf8)
        }
    }

    /// Whether the text under way leads into a list: it ends in a colon, or in no full stop at all.
    var opensList: Bool {
        guard let last = text.last else { return false }
        return last == UInt8(ascii: ":") || last == UInt8(ascii: ",") || last >= 0x80 || ByteText.isASCIILetter(last)
    }

    /// Adds one result of a forum below the current heading.
    mutating func result(_ result: String, context: String) {
        let trimmed = result.trimmingWhitespace()
        guard !trimmed.isEmpty else { return }
        flush()
        let number = withHeading { heading in
            heading.results += 1
            return heading.results
        }
        let anchor = "\(headings.last?.anchor ?? lead.anchor).\(number)"
        for (part, piece) in TextSplitter.split(Array(trimmed.utf8), limit: limit).enumerated() {
            sections.append(
                Section(
                    anchor: part == 0 ? anchor : "\(anchor)~\(part + 1)", path: path, text: piece, kind: .result,
                    context: context))
        }
    }

    /// Takes furniture off the end of the text under way, paragraph by paragraph.
    /// - Returns: what was taken.
    mutating func peelTail(_ isFurniture: (String) -> Bool) -> [String] {
        var taken: [String] = []
        while !text.isEmpty {
            var start = text.count
            while start > 0, !(start >= 2 && text[start - 1] == 0x0A && text[start - 2] == 0x0A) { start -= 1 }
            let paragraph = String(decoding: text[start...], as: UTF8.self)
            guard paragraph.utf8.count <= BuiltinFurniture.limit, isFurniture(ByteText.collapsed(paragraph)) else {
                break
            }
            taken.append(paragraph)
            text.removeLast(text.count - max(start - 2, 0))
        }
        return taken
    }

    /// Closes the last section and returns all.
    mutating func finish() -> [Section] {
        close(next: 0)
        headings.removeAll()
        return sections
    }

    private mutating func close(next level: Int) {
        flush()
        guard let last = headings.last, last.parts == 0, last.results == 0, !last.hasChild, level <= last.level else {
            return
        }
        sections.append(Section(anchor: last.anchor, path: path, text: ""))
    }

    /// Emits the text collected so far.
    private mutating func flush() {
        let pieces = TextSplitter.split(text, limit: limit)
        text.removeAll(keepingCapacity: true)
        guard !pieces.isEmpty else { return }
        let path = path
        let anchor = headings.last?.anchor ?? lead.anchor
        for piece in pieces {
            let part = withHeading { heading in
                heading.parts += 1
                return heading.parts
            }
            sections.append(Section(anchor: part == 1 ? anchor : "\(anchor)~\(part)", path: path, text: piece))
        }
    }

    private mutating func withHeading(_ body: (inout Heading) -> Int) -> Int {
        headings.isEmpty ? body(&lead) : body(&headings[headings.count - 1])
    }
}

/// One item of a list.
struct ListItem: Hashable {
    /// `•`, or the number as written.
    var marker: String
    var text: String
    /// How many lists are around this one.
    var depth = 0
}
