/// A page of plain text: its blocks without furniture, and the title that was found on it.
struct TextPage {
    private(set) var blocks: [TextBlock]
    private(set) var title: String?
    private(set) var subtitle: String?
    /// The name at the end of the page.
    private(set) var signature: String?
    /// Furniture, in the order it was recognised.
    private(set) var dropped: [String] = []
    private var navigation: [Int] = []
    private var searchTerm: String?
    private var crumb: String?

    init(_ lines: [TextLine], _ filter: FurnitureFilter) {
        blocks = []
        var lines = lines
        let written = lines.indices.filter { !lines[$0].isBlank }
        var isKnown: [Bool] = []
        var awaitsTerm = false
        for index in written {
            let line = lines[index].text
            let shape = BuiltinFurniture.shape(line)
            isKnown.append(shape != nil || filter.lexicon.contains(line))
            if shape == .navigation {
                navigation.append(lines[index].number)
                crumb = crumb ?? BuiltinFurniture.breadcrumbTarget(line)
            }
            if awaitsTerm, let term = Self.quoted(line, wholly: true) {
                searchTerm = term
                isKnown[isKnown.count - 1] = true
            }
            awaitsTerm = false
            if shape == .searchHeader, searchTerm == nil, index <= written[min(9, written.count - 1)] {
                searchTerm = Self.quoted(line, wholly: false)
                awaitsTerm = searchTerm == nil
            }
        }
        for index in filter.edges(written.map { lines[$0].text }, known: { isKnown[$0] }) { isKnown[index] = true }
        for (known, index) in zip(isKnown, written) where known {
            dropped.append(lines[index].text)
            lines[index].text = ""
        }
        blocks = TextBlockParser.parse(lines)
    }

    /// Two and more headings of the results of working groups, or one below a title `Forum 2 …`.
    var isForum: Bool {
        let groups = blocks.lazy.compactMap { $0.isItem ? nil : Forum.workingGroup($0.text) }
        let results = groups.filter(\.statesResults).count
        let isTitled = title.map { $0.hasPrefix("Forum ") || $0.hasPrefix("Workshop ") } ?? false
        return results >= 2 || (isTitled && groups.first != nil)
    }

    /// Takes the title off the page, and the lines that repeat it.
    mutating func findTitle(stated: String?) {
        if let stated {
            title = stated
        } else if let searchTerm, !blocks.isEmpty {
            title = searchTerm
        } else if let first = blocks.first, isTitle(first) {
            title = first.text
            blocks.removeFirst()
            takeSubtitle()
        } else {
            // Furniture may name a page, but it does not make one.
            title = blocks.isEmpty ? nil : crumb
        }
        guard let title else { return }
        let wanted = ByteText.comparable(title)
        for index in blocks.indices.prefix(3).reversed()
        where !blocks[index].isItem && ByteText.comparable(blocks[index].text) == wanted {
            // A stated title may stand on the page as well; that is no furniture.
            if stated == nil || index > 0 { dropped.append(blocks[index].text) }
            blocks.remove(at: index)
        }
    }

    private func isTitle(_ block: TextBlock) -> Bool {
        guard !block.isItem, TextShape.isTitle(block.text), Forum.workingGroup(block.text)?.statesResults != true else {
            return false
        }
        return blocks.count == 1 || blocks[1].gapBefore || block.text.utf8.count <= 140
    }

    /// The line directly below the title; or, with an empty line between, a motto of four words and more above a
    /// paragraph.
    private mutating func takeSubtitle() {
        guard blocks.count >= 2, let first = blocks.first, !first.isItem, TextShape.isTitle(first.text) else { return }
        guard ByteText.comparable(first.text) != ByteText.comparable(title ?? "") else { return }
        if first.gapBefore {
            guard TextShape.isHeading(first.text), !first.text.hasSuffix("?"),
                first.text.split(separator: " ").count >= 4, !TextShape.isLabelled(first.text),
                first.text.first?.isNumber == false, blocks[1].gapBefore, blocks[1].isRunning,
                Forum.workingGroup(first.text) == nil
            else { return }
        } else {
            let isLabelled = TextShape.isLabelled(first.text) && TextShape.isLabelled(blocks[1].text)
            guard !isLabelled, !first.text.hasSuffix("?"), blocks[1].gapBefore || blocks[1].isRunning else { return }
        }
        subtitle = first.text
        blocks.removeFirst()
    }

    /// Drops announcements of nothing (`Anhänge:`) and the label of the file before the links back, and notes a
    /// signature.
    mutating func dropTail() {
        while let last = blocks.last, blocks.count > 1, isEmptyAnnouncement(last) || isTitleLabel(last) {
            dropped.append(last.text)
            blocks.removeLast()
        }
        var start = blocks.count
        while start > 0, !blocks[start - 1].isItem,
            !blocks[start - 1].isRunning || blocks[start - 1].text.hasSuffix("V."),
            blocks[start - 1].text.utf8.count <= 90
        {
            start -= 1
        }
        guard start > 0, blocks.count - start >= 2, blocks.count - start <= 5, blocks[start].gapBefore else { return }
        if Self.isPersonName(blocks[start].text) { signature = blocks[start].text }
    }

    private func isEmptyAnnouncement(_ block: TextBlock) -> Bool {
        guard !block.isItem, block.text.utf8.count <= 40 else { return false }
        let announcements: Set<String> = [
            "anhaenge", "anhang", "anlagen", "anlage", "download", "downloads", "dateien", "dokumente", "links",
            "dokumente zum download", "weitere informationen", "weiterfuehrende links", "zum herunterladen",
            "mehr zum thema",
        ]
        return announcements.contains(ByteText.comparable(block.text)) && (block.text.hasSuffix(":") || block.gapBefore)
    }

    /// A short line that repeats the words of the title, directly before links back or print links.
    private func isTitleLabel(_ block: TextBlock) -> Bool {
        guard let title, !block.isItem, block.lines == 1, block.gapBefore, block.text.utf8.count <= 120,
            !block.endsSentence, !block.text.hasSuffix(":"), navigation.contains(where: { $0 > block.number })
        else { return false }
        func significant(_ text: String) -> [Substring] {
            ByteText.comparable(text).split(separator: " ").filter { $0.utf8.count >= 5 }
        }
        let label = significant(block.text)
        let words = significant(title)
        guard !label.isEmpty, !words.isEmpty else { return false }
        let related = words.count { word in label.contains { $0.hasPrefix(word) || word.hasPrefix($0) } }
        return related * 2 >= words.count
    }

    /// Two to four words, each with a capital, no digits.
    private static func isPersonName(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        return (2...4).contains(words.count) && text.utf8.count <= 50
            && words.allSatisfy { word in
                word.first?.isUppercase == true && word.allSatisfy { $0.isLetter || $0 == "-" || $0 == "." }
            }
    }

    /// The text between quotation marks: of the whole line, or anywhere in it.
    private static func quoted(_ line: String, wholly: Bool) -> String? {
        let openers: Set<Character> = ["\"", "„", "“", "»", "‚", "'"]
        let closers: Set<Character> = ["\"", "“", "”", "«", "‘", "'"]
        guard let open = line.firstIndex(where: openers.contains),
            let close = line.lastIndex(where: closers.contains), open < close
        else { return nil }
        if wholly, open != line.startIndex || line.index(after: close) != line.endIndex { return nil }
        let term = line[line.index(after: open)..<close].trimmingWhitespace()
        return term.isEmpty ? nil : term
    }
}
