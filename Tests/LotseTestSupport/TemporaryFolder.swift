public import Foundation

/// A folder of a test's own, gone when the closure that it was made for returns.
public struct TemporaryFolder: Sendable, Hashable {
    /// The absolute path, short enough for a Unix socket below it.
    public let path: String

    private init() throws {
        path =
            FileManager.default.temporaryDirectory.path + "/lotse-test-"
            + String(UInt64.random(in: 0 ... .max), radix: 36)
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    }

    private func remove() {
        // What cannot be removed is the system's to clean up; there is nobody left to tell.
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Makes a folder for the time of a closure.
    @discardableResult
    public static func with<Value>(_ body: (TemporaryFolder) throws -> Value) throws -> Value {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        return try body(folder)
    }

    /// Makes a folder for the time of an asynchronous closure.
    @discardableResult
    public static func with<Value>(
        isolation: isolated (any Actor)? = #isolation, _ body: (TemporaryFolder) async throws -> Value
    ) async throws -> Value {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        return try await body(folder)
    }

    /// The path of something in the folder.
    public func callAsFunction(_ name: String) -> String { path + "/" + name }

    /// Writes bytes, and makes the folders above them.
    public func write(_ name: String, _ bytes: some Sequence<UInt8>) throws {
        let url = URL(fileURLWithPath: self(name))
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
    }

    /// Writes a text as UTF-8.
    public func write(_ name: String, _ text: String) throws { try write(name, text.utf8) }

    /// The bytes of a file.
    public func bytes(_ name: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: self(name))) }

    /// The text of a file.
    public func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

    /// The paths of all files below a folder, relative to it, sorted.
    public static func files(below path: String) -> [String] {
        let all = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
        return all.filter { name in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: path + "/" + name, isDirectory: &isFolder)
                && !isFolder.boolValue
        }.sorted()
    }
}
