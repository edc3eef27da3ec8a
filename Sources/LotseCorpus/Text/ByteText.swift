/// Helpers for UTF-8 text as bytes.
enum ByteText {
    @inline(__always)
    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    @inline(__always)
    static func isASCIILetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    @inline(__always)
    static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    /// The longest prefix of whole characters that fits into `bytes` UTF-8 bytes.
    static func prefix(of text: String, bytes: Int) -> String {
        guard text.utf8.count > bytes else { return text }
        var end = text.startIndex
        var used = 0
        while end < text.endIndex {
            let next = text.index(after: end)
            used += text[end..<next].utf8.count
            if used > bytes { break }
            end = next
        }
        return String(text[..<end])
    }

    /// One space for every run of white space (NBSP included), none at the ends.
    static func collapsed(_ text: some StringProtocol) -> String {
        let bytes = Array(text.utf8)
        return bytes.withUnsafeBufferPointer { bytes in
            var out: [UInt8] = []
            out.reserveCapacity(bytes.count)
            var pending = false
            var index = 0
            while index < bytes.count {
                let width = spaceWidth(bytes, index, bytes.count)
                if width > 0 {
                    pending = !out.isEmpty
                    index += width
                    continue
                }
                if pending { out.append(0x20) }
                pending = false
                out.append(bytes[index])
                index += 1
            }
            return String(decoding: out, as: UTF8.self)
        }
    }

    /// The bytes of the white space, line break or zero-width character at `index`, 0 for any other.
    @inline(__always)
    static func spaceWidth(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int) -> Int {
        switch bytes[index] {
        case 0x20, 0x09...0x0D: return 1
        case 0xC2: return index + 1 < end && bytes[index + 1] == 0xA0 ? 2 : 0
        case 0xE2:
            guard index + 2 < end, bytes[index + 1] == 0x80 else { return 0 }
            let last = bytes[index + 2]
            return (0x80...0x8B).contains(last) || last == 0xAF || last == 0xA8 || last == 0xA9 ? 3 : 0
        case 0xEF:
            return index + 2 < end && bytes[index + 1] == 0xBB && bytes[index + 2] == 0xBF ? 3 : 0
        default: return 0
        }
    }

    /// The first run of letters in lower case (ASCII and Latin-1), at most sixteen bytes of it, after at most `skip`
    /// bytes that are no letters.
    static func firstWord(_ text: String, skip: Int = 8) -> String {
        var word: [UInt8] = []
        var skipped = 0
        var isAfterC3 = false
        for byte in text.utf8 {
            if isASCIILetter(byte) {
                word.append(byte | 0x20)
            } else if byte >= 0x80, !word.isEmpty || byte == 0xC3 {
                // U+00C0...U+00DE are the capitals of U+00E0...U+00FE.
                word.append(isAfterC3 && byte < 0x9F ? byte | 0x20 : byte)
            } else if word.isEmpty, skipped < skip {
                skipped += 1
            } else {
                break
            }
            isAfterC3 = byte == 0xC3
            if word.count >= 16 { break }
        }
        return String(decoding: word, as: UTF8.self)
    }

    /// Whether `out` ends in a word broken at the line end: a hyphen after a letter, or a soft hyphen.
    static func endsInBrokenWord(_ out: [UInt8]) -> Bool {
        let count = out.count
        guard count >= 2 else { return false }
        if out[count - 1] == 0x2D { return isASCIILetter(out[count - 2]) || out[count - 2] >= 0x80 }
        return out[count - 1] == 0xAD && out[count - 2] == 0xC2
    }

    /// The number, from 1, of the line that holds the byte at `offset`.
    static func line(of offset: Int, in bytes: [UInt8]) -> Int {
        var line = 1
        for byte in bytes.prefix(offset) where byte == 0x0A { line += 1 }
        return line
    }

    /// Folds for comparing: lower case, umlauts transliterated, everything but letters and digits a single space.
    static func comparable(_ text: some StringProtocol) -> String {
        var out: [UInt8] = []
        var pending = false
        for scalar in text.precomposed.lowercased().unicodeScalars {
            let value = scalar.value
            let keeps =
                value < 0x80
                ? isASCIILetter(UInt8(value)) || isDigit(UInt8(value))
                : scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            guard keeps else {
                pending = !out.isEmpty
                continue
            }
            if pending { out.append(0x20) }
            pending = false
            switch scalar {
            case "ä": out.append(contentsOf: "ae".utf8)
            case "ö": out.append(contentsOf: "oe".utf8)
            case "ü": out.append(contentsOf: "ue".utf8)
            case "ß": out.append(contentsOf: "ss".utf8)
            default: UTF8.encode(scalar).map { out.append(contentsOf: $0) }
            }
        }
        return String(decoding: out, as: UTF8.self)
    }
}
