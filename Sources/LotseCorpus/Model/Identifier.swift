import Foundation

/// How identifiers of documents are made.
enum Identifier {
    /// The longest identifier in UTF-8 bytes; a longer one would not fit into an index term.
    static let limit = 200

    /// The path without the extension of its last part, NFC.
    static func from(path: String) -> String {
        let slash = path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex
        let name = path[slash...]
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return normalise(path) }
        return normalise(String(path[..<dot]))
    }

    /// NFC, white space trimmed, `#` (which separates the anchor) and control characters replaced by `-`. An
    /// identifier over the limit keeps its beginning and ends in a digest of the whole, so that it stays unique.
    static func normalise(_ id: String) -> String {
        var trimmed = id.precomposedStringWithCanonicalMapping.trimmingCharacters(in: .whitespacesAndNewlines)
        if trimmed.utf8.contains(where: { $0 == UInt8(ascii: "#") || $0 < 0x20 || $0 == 0x7F }) {
            trimmed = String(
                String.UnicodeScalarView(
                    trimmed.unicodeScalars.map { $0 == "#" || $0.value < 0x20 || $0.value == 0x7F ? "-" : $0 }))
        }
        guard trimmed.utf8.count > limit else { return trimmed }
        let tail = Digest.hex(of: Array(trimmed.utf8)).prefix(16)
        return ByteText.prefix(of: trimmed, bytes: limit - 17) + "-" + tail
    }

    /// A file name in words: `leitfaden-krise` becomes `Leitfaden krise`.
    static func title(fromID id: String) -> String {
        let name = id.split(separator: "/").last.map(String.init) ?? id
        let words = name.split(whereSeparator: { $0 == "-" || $0 == "_" || $0 == " " }).joined(separator: " ")
        return words.isEmpty ? id : words.prefix(1).uppercased() + words.dropFirst()
    }
}

/// Notices when a second document claims an identifier; feed it documents in the order of their sources.
public struct IdentifierRegistry: Sendable {
    private var owners: [String: String] = [:]

    /// An empty registry.
    public init() {}

    /// Claims `id` for the file at `path`.
    /// - Returns: nil, or the problem to report; the document is then not to be indexed.
    public mutating func claim(_ id: String, path: String) -> Problem? {
        guard let first = owners[id] else {
            owners[id] = path
            return nil
        }
        let place = first == path ? "an earlier entry of this file" : "\(first)"
        return Problem(
            path: path, code: .duplicateID,
            message: "the identifier \"\(id)\" is taken by \(place); rename the file or give one of them an `id`",
            severity: .error)
    }
}
