internal import CXapian

/// Work on whole databases, while nobody writes to them.
public enum Maintenance {
    /// How to compact.
    public struct CompactOptions: Sendable, Hashable {
        /// How hard to try to save space.
        public enum Level: UInt32, Sendable {
            /// Do not split items needlessly.
            case standard = 0
            /// Split items where it saves space.
            case full = 1
            /// Allow oversize items as well; not for a database that is to be changed later.
            case fuller = 2
        }

        /// Merge more than three databases in several passes: faster, but needs more space for temporary files.
        public var multipass = false
        /// Give documents new ids: those of each source move behind the ones before. Otherwise ids stay, and the
        /// sources' ranges must not overlap.
        public var renumber = true
        /// Write one file instead of a folder.
        public var singleFile = false
        /// How hard to try to save space.
        public var level: Level = .full
        /// Bytes in a block, a power of two from 2048 to 65536; `nil` is 8192.
        public var blockSize: Int?

        /// Xapian's own defaults.
        public init() {}
    }

    /// Merges databases into a new, compact one.
    ///
    /// Of metadata that several sources have under one key, the first source's stays.
    /// - Parameters:
    ///   - sources: paths of one database or more, of one format.
    ///   - destination: the new database's path, which must be none of the sources.
    /// - Throws: ``XapianError/Code/databaseNotFound``, ``XapianError/Code/invalidArgument``,
    ///   ``XapianError/Code/invalidOperation`` for overlapping ids, ``XapianError/Code/databaseCorrupt``,
    ///   ``XapianError/Code/noSpace``.
    public static func compact(
        from sources: [String], to destination: String, options: CompactOptions = .init()
    ) throws(XapianError) {
        let size = try BlockSize.check(options.blockSize)
        var packed: [UInt8] = []
        for source in sources { packed.pack(string: source) }
        let path = Array(destination.utf8)
        let flags: UInt32 =
            (options.multipass ? 1 : 0) | (options.renumber ? 0 : 2) | (options.singleFile ? 4 : 0)
        try Xapian.check(
            cxapian_compact(packed, packed.count, path, path.count, flags, options.level.rawValue, size))
    }

    /// What ``check(_:)`` found.
    public struct CheckReport: Sendable, Hashable {
        /// How many problems were found; the check ends at one that it cannot get past.
        public var problemCount: Int
        /// Xapian's account, line by line: for each table what is wrong, or some figures.
        public var lines: [String]
    }

    /// Reads all of a database and looks for damage.
    /// - Throws: whatever else keeps the check from its work, for example ``XapianError/Code/databaseOpening`` where
    ///   there is no database.
    public static func check(_ path: String) throws(XapianError) -> CheckReport {
        let path = Array(path.utf8)
        var problems: UInt64 = 0
        let lines = try withAnswer(of: { cxapian_check(path, path.count, &problems, $0) }) { answer in
            String(decoding: answer.rest(), as: UTF8.self).split(separator: "\n").map(String.init)
        }
        return CheckReport(problemCount: Int(clamping: problems), lines: lines)
    }
}

/// The size of a database's blocks.
enum BlockSize {
    /// The size as the shim takes it, 0 for the default. Xapian itself would quietly use the default for a wrong size.
    static func check(_ size: Int?) throws(XapianError) -> UInt32 {
        guard let size else { return 0 }
        guard 2048...65536 ~= size, size.nonzeroBitCount == 1 else {
            throw XapianError(
                code: .invalidArgument, message: "a block size of \(size) bytes; use a power of two from 2048 to 65536")
        }
        return UInt32(size)
    }
}
