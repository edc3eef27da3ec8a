import Foundation

/// A corpus that a test writes, changes and takes away from.
public struct CorpusFixture: Sendable, Hashable {
    /// The corpus' folder.
    public let path: String

    /// Makes the folder with some files in it.
    ///
    /// - Parameters:
    ///   - path: a folder that is not there yet.
    ///   - files: texts by path below the folder.
    public init(path: String, files: [String: String] = [:]) throws {
        self.path = path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for (name, text) in files { try write(name, text) }
    }

    /// Writes or replaces a file.
    public func write(_ name: String, _ text: String) throws { try write(name, bytes: Array(text.utf8)) }

    /// Writes or replaces a file of any bytes.
    public func write(_ name: String, bytes: [UInt8]) throws {
        let url = URL(fileURLWithPath: path + "/" + name)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
    }

    /// Removes a file.
    public func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: path + "/" + name) }

    /// Gives a file another name.
    public func rename(_ name: String, to other: String) throws {
        let target = path + "/" + other
        try FileManager.default.createDirectory(
            atPath: (target as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try FileManager.default.moveItem(atPath: path + "/" + name, toPath: target)
    }

    /// A Markdown page with front matter.
    ///
    /// - Parameters:
    ///   - title: the title.
    ///   - fields: further lines of the front matter, in order of their keys.
    ///   - body: the text below it.
    public static func page(_ title: String, _ fields: [String: String] = [:], _ body: String) -> String {
        let lines = fields.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)\n" }.joined()
        return "---\ntitle: \(title)\n\(lines)---\n\(body)\n"
    }
}
