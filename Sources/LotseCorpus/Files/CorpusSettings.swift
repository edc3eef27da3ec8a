import Foundation

/// What `lotse.yaml` at the root of a corpus states.
public struct CorpusSettings: Sendable, Hashable {
    /// The corpus' name.
    public var name: String?
    /// The address that relative `url` fields of documents are resolved against.
    public var baseURL: String?
    /// Taken for every document that lacks the key.
    var defaults: [String: Value] = [:]

    /// A corpus that states nothing.
    public init() {}

    static let fileName = "lotse.yaml"

    /// Reads the file; a corpus without one states nothing.
    init(root: String, limits: Limits) throws(CorpusError) {
        let path = root + "/" + Self.fileName
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        let bytes: [UInt8]
        do {
            bytes = try CorpusFile(path: path, below: root).contents(limit: limits.frontMatterBytes)
        } catch {
            throw .configuration(path: Self.fileName, line: nil, reason: error.reason)
        }
        guard case .text(let text) = TextDecoding.decode(bytes) else {
            throw .configuration(path: Self.fileName, line: nil, reason: "the file is not UTF-8")
        }
        let value: Value
        do {
            value = try Value.parse(yaml: String(decoding: text, as: UTF8.self), limits: limits)
        } catch {
            throw .configuration(path: Self.fileName, line: error.line, reason: error.reason)
        }
        if value == .null { return }
        guard let members = value.loweredMembers else {
            throw .configuration(path: Self.fileName, line: 1, reason: "the file is no list of `key: value` lines")
        }
        name = members["name"]?.text
        baseURL = members["base_url"]?.text
        guard let stated = members["defaults"], stated != .null else { return }
        guard let defaults = stated.loweredMembers else {
            throw .configuration(path: Self.fileName, line: nil, reason: "`defaults` is no list of `key: value` lines")
        }
        self.defaults = defaults
    }
}
