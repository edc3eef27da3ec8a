/// Why a corpus cannot be read at all.
public enum CorpusError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The root does not exist, is no folder, or may not be opened.
    case root(path: String, reason: String)
    /// `lotse.yaml` cannot be understood. Its defaults may withhold documents, so reading on would not be safe.
    case configuration(path: String, line: Int?, reason: String)
    /// A file cannot be read.
    case unreadable(path: String, reason: String)

    /// A sentence that names the file and the remedy.
    public var description: String {
        switch self {
        case .root(let path, let reason):
            "cannot read the corpus \(path): \(reason); give the path of an existing folder"
        case .configuration(let path, let line, let reason):
            "\(path)\(line.map { ":\($0)" } ?? ""): \(reason); correct the file or remove it"
        case .unreadable(let path, let reason):
            "cannot read \(path): \(reason)"
        }
    }
}
