/// Folding of characters: lower case, `ß` to `ss`, accents off, umlauts kept.
///
/// Folding never looks at more than one character and a following combining mark, so that every folded byte can be
/// led back to the original text.
enum Folding {
    /// What a scalar is to the tokenizer.
    enum Class: UInt8 {
        /// A space, punctuation, a symbol: not part of a word.
        case other
        /// A letter.
        case letter
        /// A decimal digit.
        case digit
        /// A mark that belongs to the letter before it.
        case mark
        /// A character that shows nothing: soft hyphen, zero-width characters, variation selectors.
        case ignorable
        /// A hyphen, but no dash.
        case hyphen
        /// A mid-dot, as in `Beratungs·stelle`.
        case middleDot
    }

    /// The class of an ASCII byte.
    @inline(__always)
    static func classifyASCII(_ byte: UInt8) -> Class {
        if (byte | 0x20) &- 0x61 < 26 { return .letter }
        if byte &- 0x30 < 10 { return .digit }
        return byte == 0x2D ? .hyphen : .other
    }

    /// A scalar read from UTF-8: its value and its length in bytes. Malformed bytes read as U+FFFD of length 1.
    @inline(__always)
    static func decode(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> (scalar: UInt32, length: Int) {
        let first = text[index]
        if first < 0x80 { return (UInt32(first), 1) }
        let left = text.count - index
        if first >= 0xC2, first < 0xE0, left >= 2, text[index + 1] & 0xC0 == 0x80 {
            return (UInt32(first & 0x1F) << 6 | UInt32(text[index + 1] & 0x3F), 2)
        }
        if first >= 0xE0, first < 0xF0, left >= 3, text[index + 1] & 0xC0 == 0x80, text[index + 2] & 0xC0 == 0x80 {
            let scalar =
                UInt32(first & 0x0F) << 12 | UInt32(text[index + 1] & 0x3F) << 6 | UInt32(text[index + 2] & 0x3F)
            if scalar >= 0x800, !(0xD800...0xDFFF).contains(scalar) { return (scalar, 3) }
        }
        if first >= 0xF0, first < 0xF5, left >= 4, text[index + 1] & 0xC0 == 0x80, text[index + 2] & 0xC0 == 0x80,
            text[index + 3] & 0xC0 == 0x80
        {
            let high = UInt32(first & 0x07) << 18 | UInt32(text[index + 1] & 0x3F) << 12
            let scalar = high | UInt32(text[index + 2] & 0x3F) << 6 | UInt32(text[index + 3] & 0x3F)
            if scalar >= 0x10000, scalar < 0x110000 { return (scalar, 4) }
        }
        return (0xFFFD, 1)
    }

    /// The class of a scalar outside ASCII.
    static func classify(_ value: UInt32) -> Class {
        switch value {
        case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x1E00...0x1EFF, 0xAA, 0xB5, 0xBA: return .letter
        case 0xAD, 0x34F, 0x61C, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFE00...0xFE0F, 0xFEFF:
            return .ignorable
        case 0xB7, 0x2027, 0x2022, 0x30FB:
            // A bullet is a mid-dot only between letters; the tokenizer looks at its neighbours.
            return .middleDot
        case 0x2010, 0x2011: return .hyphen
        case 0x300...0x36F: return .mark
        case 0..<0xC0, 0xD7, 0xF7, 0x2000...0x206F, 0x20A0...0x20CF, 0x2190...0x2BFF, 0x3000...0x3003: return .other
        default: break
        }
        guard let scalar = Unicode.Scalar(value) else { return .other }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .letterNumber:
            return .letter
        case .decimalNumber: return .digit
        case .nonspacingMark, .spacingMark, .enclosingMark: return .mark
        case .format: return .ignorable
        default: return .other
        }
    }

    /// Whether a scalar is a capital letter.
    static func isUppercase(_ value: UInt32) -> Bool {
        if value < 0x80 { return value >= 0x41 && value <= 0x5A }
        if value >= 0xC0, value <= 0xDE, value != 0xD7 { return true }
        if value < 0x100 { return false }
        return Unicode.Scalar(value)?.properties.isUppercase ?? false
    }

    /// Appends the folded form of a letter, digit or mark.
    @inline(__always)
    static func append(_ value: UInt32, to output: inout [UInt8]) {
        if value < 0x80 {
            output.append(value >= 0x41 && value <= 0x5A ? UInt8(value) | 0x20 : UInt8(value))
        } else {
            appendNonASCII(value, to: &output)
        }
    }

    private static func appendNonASCII(_ value: UInt32, to output: inout [UInt8]) {
        switch value {
        case 0xE4, 0xC4: output.append(contentsOf: [0xC3, 0xA4])
        case 0xF6, 0xD6: output.append(contentsOf: [0xC3, 0xB6])
        case 0xFC, 0xDC: output.append(contentsOf: [0xC3, 0xBC])
        case 0xDF, 0x1E9E: output.append(contentsOf: [0x73, 0x73])
        case 0x308:
            // A combining diaeresis makes an umlaut of a, o and u, and is dropped from other letters.
            switch output.last {
            case 0x61: output.replaceLast(with: 0xA4)
            case 0x6F: output.replaceLast(with: 0xB6)
            case 0x75: output.replaceLast(with: 0xBC)
            default: break
            }
        case 0x300...0x36F: break
        case 0xC6, 0xE6: output.append(contentsOf: [0x61, 0x65])
        case 0xD8, 0xF8, 0x152, 0x153: output.append(contentsOf: [0xC3, 0xB6])
        case 0xFB00...0xFB06:
            let spelled: [StaticString] = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]
            spelled[Int(value - 0xFB00)].withUTF8Buffer { output.append(contentsOf: $0) }
        default:
            guard let scalar = Unicode.Scalar(value) else { return }
            appendDecomposed(scalar, to: &output)
        }
    }

    private static func appendDecomposed(_ scalar: Unicode.Scalar, to output: inout [UInt8]) {
        // Latin letters lose their accents (Café = Cafe); other scripts are only lower-cased.
        let lower = scalar.properties.lowercaseMapping
        guard scalar.value < 0x250 || (0x1E00...0x1EFF).contains(scalar.value) else {
            output.append(contentsOf: lower.utf8)
            return
        }
        for part in lower.decomposedScalars where part.properties.generalCategory != .nonspacingMark {
            output.append(contentsOf: String(part).utf8)
        }
    }

    /// The folded form of a whole word, as the tokenizer would give it.
    static func fold(_ word: some StringProtocol) -> [UInt8] {
        var output: [UInt8] = []
        var word = String(word)
        word.withUTF8 { fold($0, into: &output) }
        return output
    }

    /// Appends the folded form of a whole word.
    static func fold(_ word: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
        var index = 0
        while index < word.count {
            let (scalar, length) = decode(word, index)
            index += length
            let kind = scalar < 128 ? classifyASCII(UInt8(scalar)) : classify(scalar)
            if kind == .letter || kind == .digit || kind == .mark { append(scalar, to: &output) }
        }
    }
}

extension [UInt8] {
    /// Turns the last letter into a two-byte umlaut.
    fileprivate mutating func replaceLast(with second: UInt8) {
        self[count - 1] = 0xC3
        append(second)
    }
}

extension String {
    /// The scalars of the canonical decomposition.
    fileprivate var decomposedScalars: String.UnicodeScalarView {
        decomposedForFolding.unicodeScalars
    }
}
