/// A paragraph or a list item of plain text, its wrapped lines joined.
struct TextBlock: Hashable {
    var text: String
    /// The marker of a list item, nil for a paragraph.
    var marker: ListMarker?
    var indent: Int
    /// Whether an empty line, or the beginning of the text, stands above.
    var gapBefore: Bool
    /// How many lines it had.
    var lines = 1
    /// The number of its first line.
    var number: Int

    var isItem: Bool { marker != nil }

    /// Whether it ends as a sentence does.
    var endsSentence: Bool { TextShape.endsSentence(text) }

    /// Whether it reads as running text: a whole sentence, or longer than any heading.
    var isRunning: Bool { !isItem && (endsSentence || text.utf8.count > 140) }
}

/// Puts lines together to blocks.
struct TextBlockParser {
    private let wrap: Int?
    private var blocks: [TextBlock] = []
    private var gap = true
    private var previous: TextLine?
    private var chunkWrap: Int?

    /// - Parameter lines: furniture blanked out.
    static func parse(_ lines: [TextLine]) -> [TextBlock] {
        var parser = TextBlockParser(lines)
        var start = 0
        while start < lines.count {
            if lines[start].isBlank {
                parser.gap = true
                parser.previous = nil
                start += 1
                continue
            }
            var end = start
            while end < lines.count, !lines[end].isBlank { end += 1 }
            parser.chunkWrap = end - start >= 4 ? width(lines[start..<end], breaks: lines[start..<(end - 1)]) : nil
            for line in lines[start..<end] { parser.add(line) }
            start = end
        }
        return parser.blocks
    }

    private init(_ lines: [TextLine]) {
        let written = lines.lazy.filter { !$0.isBlank }
        let breaks = zip(lines, lines.dropFirst()).lazy.filter { !$0.isBlank && !$1.isBlank }.map(\.0)
        wrap = Self.width(written, breaks: breaks)
    }

    /// The column at which lines were wrapped: the length of the longest, when people wrap at such a length and most
    /// lines that another one follows come near it.
    private static func width(_ lines: some Sequence<TextLine>, breaks: some Sequence<TextLine>) -> Int? {
        guard let longest = lines.lazy.map({ $0.indent + $0.text.count }).max(), (50...130).contains(longest) else {
            return nil
        }
        var near = 0
        var count = 0
        for line in breaks {
            count += 1
            if (line.indent + line.text.count) * 10 >= longest * 7 { near += 1 }
        }
        return count >= 3 && near * 3 >= count * 2 ? longest : nil
    }

    private mutating func add(_ line: TextLine) {
        defer {
            previous = line
            gap = false
        }
        if let marker = marker(of: line) {
            blocks.append(
                TextBlock(
                    text: marker.content, marker: marker, indent: line.indent, gapBefore: gap, number: line.number))
            return
        }
        guard let last = blocks.last else { return open(line) }
        if last.isItem, line.indent > last.indent || (!gap && continuesItem(line)) {
            // Below an item and further in: its next line, or after an empty line its next paragraph.
            append(line, joined: !gap && joins(line))
        } else if !gap, !last.isItem, joins(line) {
            append(line, joined: true)
        } else {
            open(line)
        }
    }

    private mutating func open(_ line: TextLine) {
        blocks.append(TextBlock(text: line.text, indent: line.indent, gapBefore: gap, number: line.number))
    }

    private mutating func append(_ line: TextLine, joined: Bool) {
        let isBroken = ByteText.endsInBrokenWord(Array(blocks[blocks.count - 1].text.utf8.suffix(3)))
        blocks[blocks.count - 1].text += joined && !isBroken ? " " : "\n"
        blocks[blocks.count - 1].text += line.text
        blocks[blocks.count - 1].lines += 1
    }

    /// A dash or a number inside a paragraph that has not ended belongs to the sentence.
    private func marker(of line: TextLine) -> ListMarker? {
        guard let marker = ListMarker(line.text) else { return nil }
        guard marker.isAmbiguous, !gap, let last = blocks.last, let previous, !last.isItem else { return marker }
        if line.indent > previous.indent || TextShape.endsSentence(previous.text) || previous.text.hasSuffix(":") {
            return marker
        }
        return wraps(previous, line) || marker.content.first?.isLowercase == true && !marker.isNumber ? nil : marker
    }

    private func continuesItem(_ line: TextLine) -> Bool {
        joins(line)
    }

    /// Whether the line goes on with the sentence of the line above.
    private func joins(_ line: TextLine) -> Bool {
        guard let previous, let last = previous.text.unicodeScalars.last else { return false }
        guard let first = line.text.unicodeScalars.first else { return false }
        if last == "," || last == "\u{AD}" || last == "(" || last == "„" { return true }
        if last == "-", previous.text.unicodeScalars.dropLast().last?.properties.isAlphabetic == true { return true }
        if first.properties.isLowercase, !TextShape.endsSentence(previous.text), last != ":" { return true }
        if TextShape.isOpenQuestion(previous.text, next: line.text) { return true }
        return wraps(previous, line)
    }

    /// Whether the first word of `line` would not have fitted onto the line above.
    private func wraps(_ above: TextLine, _ line: TextLine) -> Bool {
        guard let width = wrap ?? chunkWrap, !TextShape.isLabelled(line.text) else { return false }
        let word = line.text.prefix { $0 != " " }.count
        return above.indent + above.text.count + 1 + word > width
    }
}
