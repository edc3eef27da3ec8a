/// The encoding that an HTML page states in `<meta>`.
enum HTMLCharset {
    /// The page as UTF-8 when it states one of the Latin encodings and is not UTF-8 all the same; nil when the usual
    /// detection should decide.
    static func decode(_ bytes: [UInt8]) -> [UInt8]? {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
            || bytes.starts(with: [0xEF, 0xBB, 0xBF])
        {
            return nil
        }
        let head = String(decoding: bytes.prefix(2_048), as: UTF8.self).lowercased()
        guard let range = head.firstRange(of: "charset=") else { return nil }
        let name = head[range.upperBound...].drop { "\"' ".contains($0) }
            .prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
        let latin: Set<Substring> = ["iso-8859-1", "iso-8859-15", "windows-1252", "latin1", "cp1252", "us-ascii"]
        guard latin.contains(name), !bytes.contains(0), TextDecoding.firstInvalid(bytes) != nil else { return nil }
        return TextDecoding.from1252(bytes)
    }
}
