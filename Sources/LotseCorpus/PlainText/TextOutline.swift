/// Decides which blocks of plain text are headings, and of which level.
///
/// A heading looks like one (``TextShape/isHeading(_:)``), stands alone between empty lines or directly above a
/// paragraph or list, and has content below it. Two headings in a row are parent and child; from the first such pair on,
/// a single heading is a child, and a later pair starts at the parent's level again. Working groups, `TOP 3`, chapters,
/// and capitals among mixed-case headings stand at the parent's level.
struct TextOutline {
    /// A block, and the level of the heading that it is (nil for text).
    typealias Element = (block: TextBlock, level: Int?)

    let isForum: Bool

    func elements(_ blocks: [TextBlock]) -> [Element] {
        var isHeading = blocks.indices.map { isCandidate($0, in: blocks) }
        for index in numberedHeadings(blocks, isHeading) { isHeading[index] = true }
        dropWithoutContent(blocks, &isHeading)
        dropLongRuns(&isHeading)
        dropListOpenings(blocks, &isHeading)
        return zip(blocks, levels(blocks, isHeading)).map { ($0, $1) }
    }

    private func isCandidate(_ index: Int, in blocks: [TextBlock]) -> Bool {
        let block = blocks[index]
        guard !block.isItem, block.lines <= 2, TextShape.isHeading(block.text) else { return false }
        let next = index + 1 < blocks.count ? blocks[index + 1] : nil
        let above = index > 0 ? blocks[index - 1] : nil
        // Headings of working groups are known by their words.
        if Forum.workingGroup(block.text) != nil { return true }
        guard let next else { return false }
        if isLabelledRun(block, above, next) { return false }
        let standsFree = block.gapBefore || above.map { $0.isRunning || $0.isItem } == true
        guard standsFree else { return false }
        if next.gapBefore { return block.gapBefore || block.text.utf8.count <= 100 }
        // Directly above a paragraph or a list.
        return next.isItem || next.isRunning || (next.gapAfterPair(in: blocks, at: index + 1) && block.gapBefore)
    }

    /// One line of a run of `label: value` lines.
    private func isLabelledRun(_ block: TextBlock, _ above: TextBlock?, _ below: TextBlock) -> Bool {
        guard TextShape.isLabelled(block.text) else { return false }
        if !block.gapBefore, let above, TextShape.isLabelled(above.text) { return true }
        return !below.gapBefore && TextShape.isLabelled(below.text)
    }

    /// `1. Einleitung` on a line of its own above a paragraph, at least twice in the text, is a heading and no list.
    private func numberedHeadings(_ blocks: [TextBlock], _ isHeading: [Bool]) -> [Int] {
        let found = blocks.indices.filter { index in
            let block = blocks[index]
            guard let marker = block.marker, marker.isNumber, marker.text.first?.isNumber == true, block.lines == 1,
                block.indent == 0, block.gapBefore, index + 1 < blocks.count, TextShape.isHeading(block.text)
            else { return false }
            let next = blocks[index + 1]
            return next.gapBefore && !next.isItem && !isHeading[index + 1] && next.indent == 0
        }
        return found.count >= 2 ? found : []
    }

    private func dropWithoutContent(_ blocks: [TextBlock], _ isHeading: inout [Bool]) {
        var hasContent = false
        for index in blocks.indices.reversed() {
            if isHeading[index] {
                if !hasContent { isHeading[index] = false }
            } else {
                hasContent = true
            }
            // The last lines of a page are no content of the headings above them when all of them are short.
            if !hasContent { continue }
        }
        var last = blocks.count
        while last > 0, !blocks[last - 1].isItem, !blocks[last - 1].isRunning { last -= 1 }
        for index in last..<blocks.count where Forum.workingGroup(blocks[index].text) == nil {
            isHeading[index] = false
        }
    }

    /// Four and more candidates in a row are a list without bullets.
    private func dropLongRuns(_ isHeading: inout [Bool]) {
        var start = 0
        while start < isHeading.count {
            guard isHeading[start] else {
                start += 1
                continue
            }
            var end = start
            while end < isHeading.count, isHeading[end] { end += 1 }
            if end - start > 3 {
                for index in start..<end { isHeading[index] = false }
            }
            start = end
        }
    }

    /// Behind another heading and above a list, a clause opens the list.
    private func dropListOpenings(_ blocks: [TextBlock], _ isHeading: inout [Bool]) {
        for index in blocks.indices.dropLast() where isHeading[index] && blocks[index + 1].isItem {
            let text = blocks[index].text
            let isBelowGroup =
                isForum && index > 0 && isHeading[index - 1] && Forum.workingGroup(blocks[index - 1].text) != nil
                && !text.hasSuffix("?")
            if isBelowGroup || TextShape.isListOpening(text), Forum.workingGroup(text) == nil {
                isHeading[index] = false
            }
        }
    }

    private func levels(_ blocks: [TextBlock], _ isHeading: [Bool]) -> [Int?] {
        let heads = blocks.indices.filter { isHeading[$0] }
        let capitals = heads.filter { TextShape.isCapitals(blocks[$0].text) }
        let mixesCase = !capitals.isEmpty && capitals.count < heads.count
        let ranks = heads.contains { isTopRank(blocks[$0].text) }
        var levels: [Int?] = Array(repeating: nil, count: blocks.count)
        var hasPairs = false
        var groupIsOpen = false
        var index = 0
        while index < blocks.count {
            guard isHeading[index] else {
                index += 1
                continue
            }
            var end = index
            while end < blocks.count, isHeading[end] { end += 1 }
            let isPair = end - index >= 2
            for position in index..<end {
                let text = blocks[position].text
                if let depth = Self.numbering(blocks[position]) {
                    levels[position] = depth
                } else if isTopRank(text) || (mixesCase && TextShape.isCapitals(text)) {
                    levels[position] = 1
                    groupIsOpen = true
                } else if isPair {
                    levels[position] = position - index + 1
                } else {
                    levels[position] =
                        hasPairs || (mixesCase && groupIsOpen)
                            || (isForum && ranks && groupIsOpen && text.hasSuffix("?")) ? 2 : 1
                }
            }
            hasPairs = hasPairs || isPair
            index = end
        }
        return levels
    }

    private func isTopRank(_ text: String) -> Bool {
        if Forum.workingGroup(text) != nil { return true }
        let words = text.split(separator: " ")
        guard words.count >= 2, ["TOP", "Kapitel", "Teil", "Abschnitt"].contains(words[0]) else { return false }
        return words[1].first?.isNumber == true || words[1].allSatisfy { "IVX.:".contains($0) }
    }

    /// The depth of `2.1` or `2.1.3`; a plain `2.` is 1.
    private static func numbering(_ block: TextBlock) -> Int? {
        if let marker = block.marker { return marker.isNumber ? 1 : nil }
        let label = block.text.prefix { $0 != " " }
        let parts = label.split(separator: ".")
        guard parts.count >= 2, parts.count <= 6, label.count < block.text.count else { return nil }
        return parts.allSatisfy { $0.utf8.count <= 2 && $0.utf8.allSatisfy(ByteText.isDigit) } ? parts.count : nil
    }
}

extension TextBlock {
    /// The second of two attached headings: alone in its chunk but for the first, with an empty line below.
    fileprivate func gapAfterPair(in blocks: [TextBlock], at index: Int) -> Bool {
        guard TextShape.isHeading(text), !TextShape.isLabelled(text), index + 1 < blocks.count else { return false }
        return blocks[index + 1].gapBefore
    }
}
