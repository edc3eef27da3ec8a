/// Folded words with one byte for each letter (ISO 8859-1), so that an edit distance counts letters and not bytes.
package enum LetterCode {
    /// The letters of folded UTF-8; nil for a word with letters of other scripts.
    package static func letters(_ folded: some Sequence<UInt8>) -> [UInt8]? {
        var letters: [UInt8] = []
        var high: UInt8 = 0
        for byte in folded {
            if high != 0 {
                guard byte & 0xC0 == 0x80 else { return nil }
                letters.append(high << 6 | byte & 0x3F)
                high = 0
            } else if byte < 0x80 {
                letters.append(byte)
            } else if byte == 0xC2 || byte == 0xC3 {
                high = byte & 0x03
            } else {
                return nil
            }
        }
        return high == 0 ? letters : nil
    }

    /// The folded UTF-8 of letters.
    package static func utf8(_ letters: some Sequence<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        for letter in letters {
            if letter < 0x80 {
                bytes.append(letter)
            } else {
                bytes.append(0xC0 | letter >> 6)
                bytes.append(0x80 | letter & 0x3F)
            }
        }
        return bytes
    }
}
