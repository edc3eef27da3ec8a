/// What Xapian, or the layer between it and Swift, reported.
///
/// Every throwing function of this module throws this type. Match on ``code``; the other fields are for people.
/// No message repeats a search's terms.
public struct XapianError: Error, Sendable, Hashable {
    /// What kind of failure it is.
    public var code: Code
    /// What went wrong, in Xapian's words.
    public var message: String
    /// What it went wrong with: a path or a host, or empty.
    public var context: String

    /// Makes an error, for code that stands on this module and reports in its terms.
    public init(code: Code, message: String, context: String = "") {
        self.code = code
        self.message = message
        self.context = context
    }
}

extension XapianError {
    /// A kind of failure.
    ///
    /// The set is open, because a newer Xapian may throw a class that this module has no name for: its `rawValue` is
    /// Xapian's own name of the class.
    public struct Code: RawRepresentable, Sendable, Hashable {
        /// Xapian's name of the error class, or a name of this module's own.
        public var rawValue: String

        /// A code of any name.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// A database could not be opened.
        public static let databaseOpening = Code(rawValue: "DatabaseOpeningError")
        /// There is no database at the path.
        public static let databaseNotFound = Code(rawValue: "DatabaseNotFoundError")
        /// A database could not be created.
        public static let databaseCreation = Code(rawValue: "DatabaseCreateError")
        /// Another writer holds the database's lock.
        public static let databaseLock = Code(rawValue: "DatabaseLockError")
        /// A file of the database is damaged.
        public static let databaseCorrupt = Code(rawValue: "DatabaseCorruptError")
        /// A writer replaced the revision being read.
        public static let databaseModified = Code(rawValue: "DatabaseModifiedError")
        /// The database's format is too old or too new.
        public static let databaseVersion = Code(rawValue: "DatabaseVersionError")
        /// The database has been closed.
        public static let databaseClosed = Code(rawValue: "DatabaseClosedError")
        /// Any other failure of a database's files.
        public static let database = Code(rawValue: "DatabaseError")
        /// There is no document of this id.
        public static let documentNotFound = Code(rawValue: "DocNotFoundError")
        /// An argument is out of its range.
        public static let invalidArgument = Code(rawValue: "InvalidArgumentError")
        /// The call does not fit the state of the object.
        public static let invalidOperation = Code(rawValue: "InvalidOperationError")
        /// Xapian cannot do this, at least not with this kind of database or query.
        public static let unimplemented = Code(rawValue: "UnimplementedError")
        /// The database lacks what the call needs, for example a term list.
        public static let featureUnavailable = Code(rawValue: "FeatureUnavailableError")
        /// A wildcard expands to more terms than its limit allows.
        public static let wildcardLimit = Code(rawValue: "WildcardError")
        /// A remote shard did not answer as it should.
        public static let network = Code(rawValue: "NetworkError")
        /// A remote shard did not answer in time.
        public static let networkTimeout = Code(rawValue: "NetworkTimeoutError")
        /// A value is out of the range that can be stored.
        public static let range = Code(rawValue: "RangeError")
        /// The disk is full.
        public static let noSpace = Code(rawValue: "NoSpace")
        /// Memory ran out.
        public static let outOfMemory = Code(rawValue: "OutOfMemory")
        /// A C++ exception that is none of Xapian's.
        public static let standardException = Code(rawValue: "StandardException")
        /// Something that is no C++ exception class at all.
        public static let unknown = Code(rawValue: "UnknownException")
    }
}

extension XapianError.Code {
    /// What the reader of the error can do about it, or `nil` where that depends.
    public var remedy: String? {
        switch self {
        case .databaseNotFound: "check the path, or create the database first"
        case .databaseLock: "wait for the other writer to close the database"
        case .databaseCorrupt: "restore the database or build it again"
        case .databaseModified: "reopen the database and try again"
        case .databaseVersion: "build the database again with this version of Xapian"
        case .wildcardLimit: "use a longer prefix or a higher limit"
        case .noSpace: "free some space on the disk"
        case .featureUnavailable: "create the database without the option that leaves this out"
        case .network, .networkTimeout: "check that the server of this shard is running and can be reached"
        default: nil
        }
    }
}

extension XapianError: CustomStringConvertible {
    /// Code, message, context and remedy on one line.
    public var description: String {
        var line = code.rawValue
        if !message.isEmpty { line += ": \(message)" }
        if !context.isEmpty { line += " (\(context))" }
        if let remedy = code.remedy { line += "; \(remedy)" }
        return line
    }
}
