import GermanText

/// Finds where sentences, list items and paragraphs begin.
enum Sentences {
    /// The byte offsets of all beginnings, rising, the first always 0.
    ///
    /// A sentence ends at `.`, `!` or `?` before a space and a capital letter, digit or opening mark, unless the point
    /// belongs to a token (an abbreviation, a date) or follows a very short word or a number. A line that begins with a
    /// bullet, and a blank line, begin one as well.
    static func starts(in text: UnsafeBufferPointer<UInt8>, tokens: [Token]) -> [Int] {
        var starts = [0]
        var token = 0
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte == 0x0A {
                if beginsBlock(index + 1, text) { append(skipSpace(index + 1, text), &starts) }
            } else if byte == 0x2E || byte == 0x21 || byte == 0x3F {
                while token < tokens.count, Int(tokens[token].end) < index { token += 1 }
                let before = token < tokens.count ? tokens[token] : nil
                let inside = before.map { $0.range.contains(index) && !$0.flags.contains(.piece) } ?? false
                if !inside, endsSentence(index, before, text) {
                    append(skipSpace(closing(index + 1, text), text), &starts)
                }
            }
            index += 1
        }
        if let last = starts.last, last >= text.count, starts.count > 1 { starts.removeLast() }
        return starts
    }

    private static func append(_ place: Int, _ starts: inout [Int]) {
        if let last = starts.last, place > last { starts.append(place) }
    }

    private static func beginsBlock(_ place: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard place < text.count else { return false }
        if text[place] == 0x0A || text[place] == 0x2D || text[place] == 0x2A { return true }
        // "•" and its kin: U+2022 in UTF-8.
        return place + 2 < text.count && text[place] == 0xE2 && text[place + 1] == 0x80 && text[place + 2] == 0xA2
    }

    private static func endsSentence(_ place: Int, _ before: Token?, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let next = closing(place + 1, text)
        guard next < text.count else { return false }
        guard text[next] == 0x20 || text[next] == 0x0A || text[next] == 0xC2 else { return false }
        if text[place] == 0x2E, let before, before.range.upperBound == place {
            // "Dr. Meier", "Nr. 7", "am 3. Mai"
            if before.range.count <= 2 || before.flags.contains(.noWord) && before.range.count <= 2 { return false }
        }
        let start = skipSpace(next, text)
        guard start < text.count else { return false }
        let byte = text[start]
        return !(0x61...0x7A).contains(byte)
    }

    /// Behind quotation marks and brackets that close a sentence.
    private static func closing(_ place: Int, _ text: UnsafeBufferPointer<UInt8>) -> Int {
        var place = place
        while place < text.count {
            if text[place] == 0x22 || text[place] == 0x29 {
                place += 1
            } else if place + 2 < text.count, text[place] == 0xE2, text[place + 1] == 0x80,
                text[place + 2] == 0x9C || text[place + 2] == 0x9D || text[place + 2] == 0x98
            {
                place += 3
            } else {
                break
            }
        }
        return place
    }

    private static func skipSpace(_ place: Int, _ text: UnsafeBufferPointer<UInt8>) -> Int {
        var place = place
        while place < text.count,
            text[place] == 0x20 || text[place] == 0x0A || text[place] == 0x09 || text[place] == 0x0D
        {
            place += 1
        }
        return place
    }
}
