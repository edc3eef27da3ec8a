/// The YAML block between `---` lines at the head of a file.
struct FrontMatter {
    /// What was found at the head of the file.
    enum Outcome {
        case none
        case values([String: Value])
        /// It cannot be read. `withholds` is true when it mentions the word `visibility`, so that what it meant to hide
        /// stays hidden.
        case broken(reason: String, line: Int, withholds: Bool)
    }

    var outcome: Outcome
    /// Where the text behind it starts.
    var bodyStart: Int
    /// The line, from 1, of `bodyStart`.
    var bodyLine: Int

    init(_ bytes: [UInt8], limits: Limits) {
        outcome = .none
        bodyStart = 0
        bodyLine = 1
        var start = 0
        var line = 1
        // Blank lines before it do not turn front matter into text: what it withholds must stay withheld.
        var scan = 0
        while scan < bytes.count, bytes[scan] == 0x0A || bytes[scan] == 0x0D || ByteText.isSpace(bytes[scan]) {
            if bytes[scan] == 0x0A {
                line += 1
                start = scan + 1
            }
            scan += 1
        }
        guard start == scan else { return }
        let first = Self.lineEnd(bytes, from: start)
        let isTOML = Self.isFence(bytes[start..<first], "+")
        guard isTOML || Self.isFence(bytes[start..<first], "-") else { return }
        guard let close = Self.closing(bytes, from: first, fence: isTOML ? "+" : "-", limit: limits.frontMatterBytes)
        else {
            let head = bytes[start..<min(bytes.count, start + limits.frontMatterBytes)]
            // A lone rule at the head of a text without any `key:` below it is a rule.
            guard isTOML || Self.looksLikeKeys(bytes, from: first) || Self.mentionsVisibility(head) else { return }
            outcome = .broken(
                reason: "the front matter is not closed; end it with a line `---`", line: line,
                withholds: Self.mentionsVisibility(head))
            return
        }
        bodyStart = close.end
        bodyLine = line + bytes[start..<close.end].count(where: { $0 == 0x0A })
        let block = bytes[first..<close.start]
        let withholds = Self.mentionsVisibility(block)
        if isTOML {
            outcome = .broken(
                reason: "the front matter is TOML; write YAML between `---` lines", line: line, withholds: withholds)
            return
        }
        parse(block, line: line, withholds: withholds, limits: limits)
    }

    private mutating func parse(_ block: ArraySlice<UInt8>, line: Int, withholds: Bool, limits: Limits) {
        do {
            let value = try Value.parse(yaml: String(decoding: block, as: UTF8.self), limits: limits)
            if value == .null {
                outcome = .values([:])
            } else if let members = value.loweredMembers {
                outcome = .values(members)
            } else {
                outcome = .broken(
                    reason: "the front matter is no list of `key: value` lines", line: line, withholds: withholds)
            }
        } catch {
            // The block starts with the rest of the fence's own line.
            let place = error.line.map { line + max($0, 1) - 1 } ?? line
            outcome = .broken(
                reason: "the front matter is no valid YAML (\(error.reason)); quote values that hold `: ` or `#`",
                line: place, withholds: withholds)
        }
    }

    private static func lineEnd(_ bytes: [UInt8], from start: Int) -> Int {
        bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
    }

    /// Three of the character and nothing but white space behind.
    private static func isFence(_ line: ArraySlice<UInt8>, _ character: Unicode.Scalar) -> Bool {
        let byte = UInt8(ascii: character)
        return line.count >= 3 && line.prefix(3).allSatisfy { $0 == byte }
            && line.dropFirst(3).allSatisfy { ByteText.isSpace($0) || $0 == 0x0D }
    }

    private static func closing(
        _ bytes: [UInt8], from start: Int, fence: Unicode.Scalar, limit: Int
    ) -> (start: Int, end: Int)? {
        var position = start
        while position < bytes.count, position - start <= limit {
            let begin = position + 1
            guard begin <= bytes.count else { return nil }
            let end = lineEnd(bytes, from: begin)
            let line = bytes[begin..<end]
            if isFence(line, fence) || (fence == "-" && isFence(line, ".")) {
                return (begin, min(end + 1, bytes.count))
            }
            position = end
        }
        return nil
    }

    /// Whether the next line is `word:`.
    private static func looksLikeKeys(_ bytes: [UInt8], from start: Int) -> Bool {
        guard start < bytes.count else { return false }
        let line = bytes[(start + 1)..<lineEnd(bytes, from: start + 1)]
        guard let colon = line.firstIndex(of: 0x3A), colon > line.startIndex else { return false }
        return line[..<colon].allSatisfy { ByteText.isASCIILetter($0) || $0 == 0x5F || $0 == 0x2D }
    }

    /// Any spelling with upper or lower case letters.
    static func mentionsVisibility(_ bytes: ArraySlice<UInt8>) -> Bool {
        let word = Array("visibility".utf8)
        guard bytes.count >= word.count else { return false }
        var index = bytes.startIndex
        let last = bytes.endIndex - word.count
        while index <= last {
            if bytes[index] | 0x20 == word[0], zip(bytes[index...], word).allSatisfy({ $0 | 0x20 == $1 }) {
                return true
            }
            index += 1
        }
        return false
    }
}
