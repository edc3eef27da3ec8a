import Foundation
import Xapian

extension LotseError {
    /// The engine's error for one of Xapian's while an index is written.
    init(writing error: XapianError, path: String) {
        // Without a commit to go back to, Xapian reports its failed retreat instead of the disk's error: so the disk is
        // asked as well.
        let isFull =
            error.code == .noSpace || error.message.contains(String(cString: strerror(ENOSPC)))
            || FileSystem.isFull(at: path)
        self = isFull ? .diskFull(path: path) : .io(path: path, detail: error.description)
    }

    /// The engine's error for one of Xapian's while an index is read.
    init(reading error: XapianError, path: String) {
        self = .damagedIndex(path: path, detail: error.description)
    }
}
