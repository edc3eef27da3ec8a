/// Makes anchors that are unique inside one document.
///
/// An anchor is the heading in the manner of GitHub: lower case; letters (umlauts stay), digits and `_` are kept, white
/// space and hyphens become one `-`, everything else is dropped. A second heading of the same name gets `-2`, and so
/// on. `top` is the text before any heading. Parts of a long section are `x~2`, `x~3`; results of a forum `x.1`, `x.2`:
/// neither `~` nor `.` occurs in a slug, so these never meet a heading's anchor.
public struct AnchorRegistry: Sendable {
    /// The anchor of the text before any heading.
    public static let top = "top"
    /// The longest slug in UTF-8 bytes.
    static let limit = 80

    private var used: Set<String> = [top]
    private var counts: [String: Int] = [:]

    /// A registry in which only `top` is taken.
    public init() {}

    /// A new anchor for a heading.
    public mutating func claim(_ heading: String) -> String {
        claim(exactly: Self.slug(heading))
    }

    /// A new anchor that a file states itself: kept but for white space and `#`, and made unique like any other.
    public mutating func claim(stated: String) -> String {
        let cleaned = stated.trimmingWhitespace().split(whereSeparator: { $0.isWhitespace || $0 == "#" })
        let joined = cleaned.joined(separator: "-")
        return joined.isEmpty ? claim(stated) : claim(exactly: ByteText.prefix(of: joined, bytes: Self.limit))
    }

    private mutating func claim(exactly base: String) -> String {
        if used.insert(base).inserted { return base }
        var number = counts[base] ?? 1
        var candidate: String
        repeat {
            number += 1
            candidate = "\(base)-\(number)"
        } while !used.insert(candidate).inserted
        counts[base] = number
        return candidate
    }

    /// The slug of a heading, `abschnitt` when no character of it remains.
    public static func slug(_ heading: String) -> String {
        var out: [UInt8] = []
        out.reserveCapacity(limit + 8)
        var hyphen = false
        for scalar in heading.precomposed.unicodeScalars {
            let value = scalar.value
            var keeps = false
            if value < 0x80 {
                let byte = UInt8(value)
                keeps = ByteText.isASCIILetter(byte) || ByteText.isDigit(byte) || byte == 0x5F
                if byte == 0x20 || byte == 0x2D || (0x09...0x0D).contains(byte) { hyphen = true }
            } else {
                let isLatin = (0xC0...0x24F).contains(value) && value != 0xD7 && value != 0xF7
                keeps = isLatin || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                if !keeps, scalar.properties.isWhitespace { hyphen = true }
            }
            guard keeps else { continue }
            if hyphen, !out.isEmpty { out.append(0x2D) }
            hyphen = false
            if value < 0x80 {
                out.append(UInt8(value) &- 0x41 < 26 ? UInt8(value) | 0x20 : UInt8(value))
            } else {
                out.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
            }
            if out.count >= limit { break }
        }
        return out.isEmpty ? "abschnitt" : String(decoding: out, as: UTF8.self)
    }
}
