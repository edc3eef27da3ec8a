/// Percent-encoding (RFC 3986, section 2.1).
public enum PercentEncoding {
    /// Decodes percent-encoded text.
    ///
    /// - Parameters:
    ///   - bytes: the encoded text's bytes.
    ///   - plusIsSpace: whether `+` stands for a space, as in forms.
    /// - Returns: the text, or `nil` where a `%` is not followed by two hexadecimal digits or the bytes are not UTF-8.
    public static func decode(_ bytes: some Sequence<UInt8>, plusIsSpace: Bool = false) -> String? {
        var decoded: [UInt8] = []
        var iterator = bytes.makeIterator()
        while let byte = iterator.next() {
            switch byte {
            case UInt8(ascii: "%"):
                guard let high = iterator.next().flatMap(nibble), let low = iterator.next().flatMap(nibble) else {
                    return nil
                }
                decoded.append(high << 4 | low)
            case UInt8(ascii: "+") where plusIsSpace: decoded.append(UInt8(ascii: " "))
            default: decoded.append(byte)
            }
        }
        return String(validating: decoded, as: UTF8.self)
    }

    /// Encodes text for a URL's path, keeping `/`.
    ///
    /// - Parameter text: any text.
    /// - Returns: only unreserved characters (RFC 3986, section 2.3), `/` and `%XX`.
    public static func encodePath(_ text: String) -> String { encode(text) { $0 == UInt8(ascii: "/") } }

    /// Encodes text for a value in a URL's query part.
    ///
    /// - Parameter text: any text.
    /// - Returns: only unreserved characters (RFC 3986, section 2.3) and `%XX`.
    public static func encodeValue(_ text: String) -> String { encode(text) { _ in false } }

    private static func encode(_ text: String, keeping isKept: (UInt8) -> Bool) -> String {
        var encoded: [UInt8] = []
        for byte in text.utf8 {
            if isUnreserved(byte) || isKept(byte) {
                encoded.append(byte)
            } else {
                encoded.append(UInt8(ascii: "%"))
                encoded.append(contentsOf: [digits[Int(byte >> 4)], digits[Int(byte & 0x0F)]])
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }

    private static let digits = Array("0123456789ABCDEF".utf8)

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
        default: false
        }
    }

    private static func nibble(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
