import GermanText
import LotseAPI

/// Cuts the passages out of a section that answer a query best, and marks in them what was found.
struct SnippetMaker {
    /// A passage ends at the sentence that reaches this many bytes.
    static let wanted = 180
    /// A passage is never longer than this many bytes.
    static let longest = 360
    /// The most passages of a section.
    static let mostPassages = 3

    let table: MatchTable
    let analyzer: Analyzer
    let marks: Highlight
    private var tokens = TokenBuffer()

    init(table: MatchTable, analyzer: Analyzer, marks: Highlight) {
        self.table = table
        self.analyzer = analyzer
        self.marks = marks
    }

    /// Passages and what was met anywhere in the text.
    struct Result {
        var snippets: [Snippet]
        var matches: [Match]
    }

    /// What a text meets, without a passage.
    mutating func matches(in text: String) -> [Match] { search(text).matches }

    /// The best passage of a text, or its beginning where nothing of it was met; then others, where they have words of the
    /// query that those before have not.
    mutating func make(_ text: String) -> Result {
        let (found, starts, matches) = search(text)
        guard !text.isEmpty else { return Result(snippets: [], matches: matches) }
        var text = text
        let snippets = text.withUTF8 { bytes in
            SnippetMaker.windows(found, starts: starts, in: bytes).map { render($0, found, bytes) }
        }
        return Result(snippets: snippets, matches: matches)
    }

    private mutating func search(_ text: String) -> (found: [MatchTable.Found], starts: [Int], matches: [Match]) {
        var text = text
        analyzer.analyze(text, into: &tokens)
        var found: [MatchTable.Found] = []
        var matches: [Match] = []
        var starts: [Int] = []
        text.withUTF8 { bytes in
            for token in tokens.tokens {
                for hit in table.find(token, tokens, in: bytes, analyzer: analyzer) {
                    // The pieces of a hyphenated word that was met as a whole are met already.
                    if let last = found.last, last.range.overlaps(hit.range) { continue }
                    found.append(hit)
                }
            }
            found = table.completing(found)
            for hit in found {
                let match = Match(
                    query: table.label(hit.target.word),
                    term: String(decoding: bytes[hit.range], as: UTF8.self).lowercased(), how: hit.kind.name)
                if matches.count < 16, !matches.contains(match) { matches.append(match) }
            }
            starts = Sentences.starts(in: bytes, tokens: tokens.tokens)
        }
        return (found, starts, matches)
    }

    /// The best windows, best first; none overlap.
    private static func windows(
        _ found: [MatchTable.Found], starts: [Int], in text: UnsafeBufferPointer<UInt8>
    ) -> [Range<Int>] {
        var window = bestWindow(found, starts: starts, in: text)
        var windows = [window]
        var shown: Set<Int> = []
        while windows.count < mostPassages {
            shown.formUnion(found.filter { window.contains($0.range.lowerBound) }.map(\.target.word))
            let rest = found.filter { !shown.contains($0.target.word) }
            window = bestWindow(rest, starts: starts, in: text)
            guard rest.contains(where: { window.contains($0.range.lowerBound) }) else { break }
            // What stands beside a passage is near enough.
            if !windows.contains(where: { $0.overlaps(window) }) { windows.append(window) }
        }
        return windows
    }

    /// The window of whole sentences with the most different words of the query, then the most matches, then the first.
    static func bestWindow(
        _ found: [MatchTable.Found], starts: [Int], in text: UnsafeBufferPointer<UInt8>
    ) -> Range<Int> {
        func end(_ sentence: Int) -> Int { sentence + 1 < starts.count ? starts[sentence + 1] : text.count }
        func window(from sentence: Int) -> Range<Int> {
            let start = starts[sentence]
            var last = sentence
            while end(last) - start < wanted, last + 1 < starts.count, end(last + 1) - start <= longest { last += 1 }
            return start..<end(last)
        }
        var best = window(from: 0)
        var bestScore = -1
        for sentence in starts.indices {
            let range = window(from: sentence)
            let inside = found.filter { range.contains($0.range.lowerBound) }
            guard sentence == 0 || inside.contains(where: { $0.range.lowerBound < end(sentence) }) else { continue }
            let different = Set(inside.map(\.target.word)).count
            let whole = inside.filter { $0.target.isWhole }.count
            let score = different * 100 + min(whole, 9) * 4 + min(inside.count, 9)
            if score > bestScore {
                bestScore = score
                best = range
            }
        }
        return shortened(best, found, text)
    }

    /// A single sentence may be far too long: then the part around its first match is taken, cut at spaces.
    private static func shortened(
        _ range: Range<Int>, _ found: [MatchTable.Found], _ text: UnsafeBufferPointer<UInt8>
    ) -> Range<Int> {
        guard range.count > longest else { return range }
        let first = found.first { range.contains($0.range.lowerBound) }?.range.lowerBound ?? range.lowerBound
        var start = max(range.lowerBound, min(first - 80, range.upperBound - longest))
        if start > range.lowerBound { while start < first, text[start] != 0x20, text[start] != 0x0A { start += 1 } }
        while start < first, text[start] == 0x20 || text[start] == 0x0A { start += 1 }
        var end = min(start + longest, range.upperBound)
        let hardEnd = end
        while end > start + longest / 2, end < range.upperBound, text[end] != 0x20, text[end] != 0x0A { end -= 1 }
        if end == start + longest / 2 { end = hardEnd }
        while start < text.count, start < end, text[start] & 0xC0 == 0x80 { start += 1 }
        while end > start, end < text.count, text[end] & 0xC0 == 0x80 { end -= 1 }
        return start..<end
    }

    /// Lines become spaces, cuts inside a sentence get an ellipsis, matches get their marks.
    private func render(
        _ window: Range<Int>, _ found: [MatchTable.Found], _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Snippet {
        var range = window
        while range.upperBound > range.lowerBound, bytes[range.upperBound - 1] <= 0x20 {
            range = range.lowerBound..<(range.upperBound - 1)
        }
        var builder = SnippetText(marks: marks)
        if SnippetMaker.isCut(before: range.lowerBound, bytes) { builder.append(ellipsis: true) }
        var index = range.lowerBound
        for hit in found where hit.range.lowerBound >= range.lowerBound && hit.range.upperBound <= range.upperBound {
            guard hit.range.lowerBound >= index else { continue }
            builder.append(bytes[index..<hit.range.lowerBound])
            builder.append(marked: bytes[hit.range])
            index = hit.range.upperBound
        }
        builder.append(bytes[index..<range.upperBound])
        if SnippetMaker.isCut(after: range.upperBound, bytes) { builder.append(ellipsis: false) }
        return Snippet(text: builder.plain, html: builder.html, highlights: builder.highlights)
    }

    private static func isCut(before place: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var cursor = place - 1
        while cursor >= 0, text[cursor] == 0x20 { cursor -= 1 }
        guard cursor >= 0, text[cursor] != 0x0A else { return false }
        return ![0x2E, 0x21, 0x3F, 0x22, 0x29].contains(text[cursor]) && text[cursor] < 0x80
    }

    private static func isCut(after place: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard place < text.count, place > 0 else { return false }
        return ![0x2E, 0x21, 0x3F, 0x22, 0x29, 0x3A].contains(text[place - 1]) && text[place] == 0x20
    }
}

/// Builds a snippet's plain text, its byte ranges and its HTML side by side.
struct SnippetText {
    let marks: Highlight
    private var text: [UInt8] = []
    private var markup: [UInt8] = []
    private(set) var highlights: [Range<Int>] = []

    init(marks: Highlight) { self.marks = marks }

    var plain: String { String(decoding: text, as: UTF8.self) }
    var html: String { String(decoding: markup, as: UTF8.self) }

    mutating func append(ellipsis leading: Bool) {
        append(Array((leading ? "… " : " …").utf8)[...])
    }

    mutating func append(_ bytes: some Collection<UInt8>) {
        for byte in bytes {
            // Runs of line ends and spaces are one space.
            if byte <= 0x20 {
                guard let last = text.last, last != 0x20 else { continue }
                text.append(0x20)
                markup.append(0x20)
                continue
            }
            text.append(byte)
            switch byte {
            case UInt8(ascii: "&"): markup.append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "<"): markup.append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): markup.append(contentsOf: "&gt;".utf8)
            case UInt8(ascii: "\""): markup.append(contentsOf: "&quot;".utf8)
            case UInt8(ascii: "'"): markup.append(contentsOf: "&#39;".utf8)
            default: markup.append(byte)
            }
        }
    }

    mutating func append(marked bytes: some Collection<UInt8>) {
        let start = text.count
        markup.append(contentsOf: marks.pre.utf8)
        append(bytes)
        markup.append(contentsOf: marks.post.utf8)
        highlights.append(start..<text.count)
    }
}
