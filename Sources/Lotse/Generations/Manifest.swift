import Foundation

/// What a generation is made of.
public struct Manifest: Codable, Sendable, Hashable {
    /// The version of the layout that this program writes and reads.
    public static let formatVersion = 8

    /// One source file.
    public struct Source: Codable, Sendable, Hashable {
        /// The path below the corpus.
        public var path: String
        /// SHA-256 of its bytes, hex.
        public var digest: String
        /// The ids of the documents that it gave.
        public var documents: [String]
        /// How many sections they have.
        public var sections: Int
    }

    /// One file of the generation.
    public struct File: Codable, Sendable, Hashable {
        /// The path below the generation's folder.
        public var path: String
        /// SHA-256 of its bytes, hex.
        public var sha256: String
        /// Its size in bytes.
        public var size: Int
    }

    /// The layout's version.
    public var format: Int
    /// The generation's number.
    public var generation: Int
    /// When it was built, ISO 8601 in UTC.
    public var built: String
    /// The program's version.
    public var version: String
    /// What made the terms: see ``Fingerprint``.
    public var fingerprint: String
    /// A digest of the corpus' settings (`lotse.yaml`, `lexicon/`): where they change, everything is built anew.
    public var settings: String
    /// How many updates were made on a copy since the last full build.
    public var updates: Int
    /// How many documents there are.
    public var documents: Int
    /// How many sections there are.
    public var sections: Int
    /// The folders of its databases, below the generation's folder.
    public var shards: [String]
    /// What an admin should know (a missing word list, say).
    public var warnings: [String]
    /// Its files.
    public var files: [File]
    /// Its sources, by path.
    public var sources: [Source]

    /// The JSON text: one line for each file and each source, so that two manifests can be compared line by line.
    func encoded() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var head = self
        head.files = []
        head.sources = []
        var text = String(decoding: try encoder.encode(head), as: UTF8.self)
        func lines(_ items: [some Encodable]) throws -> String {
            let rows = try items.map { String(decoding: try encoder.encode($0), as: UTF8.self) }
            return rows.isEmpty ? "[]" : "[\n" + rows.joined(separator: ",\n") + "\n]"
        }
        text = text.replacing("\"files\":[]", with: "\"files\":\(try lines(files))", maxReplacements: 1)
        text = text.replacing("\"sources\":[]", with: "\"sources\":\(try lines(sources))", maxReplacements: 1)
        return Data((text + "\n").utf8)
    }

    /// Reads the manifest of a generation's folder.
    static func read(_ folder: String) throws(LotseError) -> Manifest {
        let path = folder + "/manifest.json"
        guard FileSystem.exists(path) else { throw .damagedIndex(path: folder, detail: "manifest.json is missing") }
        let data = try FileSystem.read(path)
        let manifest: Manifest
        do {
            manifest = try JSONDecoder().decode(Manifest.self, from: data)
        } catch {
            throw .damagedIndex(path: folder, detail: "manifest.json cannot be read")
        }
        guard manifest.format == formatVersion else {
            throw .otherFormat(path: folder, found: manifest.format, expected: formatVersion)
        }
        return manifest
    }
}
