/// What can go wrong in the engine, each with what to do about it.
public enum LotseError: Error, Sendable, Equatable, CustomStringConvertible {
    /// There is no corpus at the path.
    case noCorpus(path: String)
    /// The corpus holds no document that could be indexed.
    case emptyCorpus(path: String)
    /// There is no published index at the path.
    case noIndex(path: String)
    /// The index is there but cannot be read.
    case damagedIndex(path: String, detail: String)
    /// The index' files have the form that another version of this program gives them.
    case otherFormat(path: String, found: Int, expected: Int)
    /// The index was made by other rules than this program's.
    case otherFingerprint(path: String, found: String, expected: String)
    /// Another writer holds the lock.
    case locked(path: String)
    /// The disk is full. What was published before is untouched.
    case diskFull(path: String)
    /// A file operation failed.
    case io(path: String, detail: String)

    /// One sentence that names the place and the remedy.
    public var description: String {
        switch self {
        case .noCorpus(let path): "\(path): there is no corpus folder here; name one with --corpus"
        case .emptyCorpus(let path):
            "\(path): no document in this folder could be indexed; the published index stays as it is"
        case .noIndex(let path):
            "\(path): there is no index here; make one with: lotse index --corpus DIR --index \(path)"
        case .damagedIndex(let path, let detail):
            "\(path): the index is damaged (\(detail)); go back with: lotse rollback, or rebuild with: lotse index --full"
        case .otherFormat(let path, let found, let expected):
            "\(path): another version of Lotse made this index (format \(found), this program reads \(expected)); "
                + "rebuild it with: lotse index --full"
        case .otherFingerprint(let path, let found, let expected):
            "\(path): the index was made by other rules (\(found), this program has \(expected)); "
                + "rebuild it with: lotse index --full"
        case .locked(let path): "\(path): another process is writing this index; wait until it is done"
        case .diskFull(let path):
            "\(path): the disk is full; free some space and index again (the published index is untouched)"
        case .io(let path, let detail): "\(path): \(detail)"
        }
    }
}
