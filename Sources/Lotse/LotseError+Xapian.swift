import Xapian

extension LotseError {
    /// The engine's error for one of Xapian's while an index is written.
    init(writing error: XapianError, path: String) {
        self = error.code == .noSpace ? .diskFull(path: path) : .io(path: path, detail: error.description)
    }

    /// The engine's error for one of Xapian's while an index is read.
    init(reading error: XapianError, path: String) {
        self = .damagedIndex(path: path, detail: error.description)
    }
}
