/// Turns the bytes of a file into UTF-8 without a byte order mark.
enum TextDecoding {
    /// What came out.
    enum Outcome: Equatable {
        case text([UInt8])
        /// Not UTF-8, but German text in Windows-1252.
        case windows1252([UInt8])
        case binary
        /// The offset of the first byte that fits no encoding.
        case undecodable(offset: Int)
    }

    static func decode(_ bytes: [UInt8]) -> Outcome {
        if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes, bigEndian: false) }
        if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes, bigEndian: true) }
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        if isBinary(body) { return .binary }
        guard let offset = firstInvalid(body) else { return .text(body) }
        if let converted = german1252(body) { return .windows1252(converted) }
        return .undecodable(offset: offset)
    }

    /// NUL, or more than one other control character in two hundred (word processors leave a few behind).
    private static func isBinary(_ bytes: [UInt8]) -> Bool {
        var nul = false
        var controls = 0
        bytes.withUnsafeBufferPointer { buffer in
            for byte in buffer where byte < 0x20 {
                if byte == 0 { nul = true }
                if byte != 0x0A && byte != 0x0D && byte != 0x09 && byte != 0x0C { controls += 1 }
            }
        }
        return nul || controls * 200 > bytes.count + 1_000
    }

    /// The offset of the first byte that is no part of well-formed UTF-8.
    static func firstInvalid(_ bytes: [UInt8]) -> Int? {
        bytes.withUnsafeBufferPointer { buffer -> Int? in
            do throws(UTF8.ValidationError) {
                _ = try UTF8Span(validating: buffer.span)
                return nil
            } catch {
                return error.byteOffsets.lowerBound
            }
        }
    }

    private static func utf16(_ bytes: [UInt8], bigEndian: Bool) -> Outcome {
        guard bytes.count % 2 == 0 else { return .undecodable(offset: bytes.count - 1) }
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        for index in stride(from: 2, to: bytes.count, by: 2) {
            let first = UInt16(bytes[index])
            let second = UInt16(bytes[index + 1])
            units.append(bigEndian ? first << 8 | second : second << 8 | first)
        }
        guard let text = String(validating: units, as: UTF16.self) else {
            return .undecodable(offset: firstLoneSurrogate(units) * 2 + 2)
        }
        let utf8 = Array(text.utf8)
        return isBinary(utf8) ? .binary : .text(utf8)
    }

    private static func firstLoneSurrogate(_ units: [UInt16]) -> Int {
        var index = 0
        while index < units.count {
            let unit = units[index]
            if UTF16.isLeadSurrogate(unit), index + 1 < units.count, UTF16.isTrailSurrogate(units[index + 1]) {
                index += 2
            } else if UTF16.isLeadSurrogate(unit) || UTF16.isTrailSurrogate(unit) {
                return index
            } else {
                index += 1
            }
        }
        return 0
    }

    /// The text as UTF-8 when it looks like German in Windows-1252: high bytes are few, nearly all of them are
    /// characters that German texts hold, and most of those stand beside a letter.
    static func german1252(_ bytes: [UInt8]) -> [UInt8]? {
        var high = 0
        var german = 0
        var letters = 0
        for byte in bytes {
            if ByteText.isASCIILetter(byte) { letters += 1 }
            guard byte >= 0x80 else { continue }
            high += 1
            if windows1252[Int(byte) - 0x80] == nil { return nil }
            if germanBytes.contains(byte) { german += 1 }
        }
        guard letters >= 2 * high, german * 10 >= high * 8 else { return nil }
        return from1252(bytes)
    }

    /// Windows-1252 to UTF-8; its five undefined bytes become U+FFFD.
    static func from1252(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count + bytes.count / 8)
        for byte in bytes {
            if byte < 0x80 {
                out.append(byte)
            } else {
                out.append(contentsOf: String(Character(windows1252[Int(byte) - 0x80] ?? "\u{FFFD}")).utf8)
            }
        }
        return out
    }

    // ä ö ü Ä Ö Ü ß § é à ° · « » € … „ “ ” ‘ ’ ‚ – — • NBSP, soft hyphen, copyright
    private static let germanBytes: Set<UInt8> = [
        0xE4, 0xF6, 0xFC, 0xC4, 0xD6, 0xDC, 0xDF, 0xA7, 0xE9, 0xE0, 0xB0, 0xB7, 0xAB, 0xBB, 0x80, 0x85, 0x84, 0x93,
        0x94, 0x91, 0x92, 0x82, 0x96, 0x97, 0x95, 0xA0, 0xAD, 0xA9,
    ]

    private static let windows1252: [Unicode.Scalar?] = {
        let low: [Unicode.Scalar?] = [
            "\u{20AC}", nil, "\u{201A}", "\u{0192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}", "\u{02C6}",
            "\u{2030}", "\u{0160}", "\u{2039}", "\u{0152}", nil, "\u{017D}", nil, nil, "\u{2018}", "\u{2019}",
            "\u{201C}", "\u{201D}", "\u{2022}", "\u{2013}", "\u{2014}", "\u{02DC}", "\u{2122}", "\u{0161}",
            "\u{203A}", "\u{0153}", nil, "\u{017E}", "\u{0178}",
        ]
        return low + (0xA0...0xFF).map { Unicode.Scalar(UInt8($0)) }
    }()
}
