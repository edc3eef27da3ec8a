internal import CXapian

/// A database open for writing. There can be one for a path at a time.
///
/// The handle cannot be copied or sent to another thread; the compiler says so. It closes when its life ends, and then
/// commits what is pending; call ``close()`` where a failure of that must not be lost. Nothing is visible to a
/// ``Database`` before ``commit()``, though Xapian also commits by itself after every 10,000 changes, or as many as the
/// environment variable `XAPIAN_FLUSH_THRESHOLD` said when the database was opened.
public struct WritableDatabase: ~Copyable {
    /// The shim's writer; only this value ever frees it.
    let handle: OpaquePointer

    /// Opens or creates a database.
    /// - Parameters:
    ///   - path: a folder; its parent must exist.
    ///   - mode: what to do if there is, or is not, a database.
    ///   - options: see ``WritableDatabase/Options``.
    ///   - blockSize: bytes in a block of a new database, a power of two from 2048 to 65536; `nil` is 8192.
    /// - Throws: ``XapianError/Code/databaseLock`` if there is another writer, ``XapianError/Code/databaseNotFound``,
    ///   ``XapianError/Code/databaseCreation``, ``XapianError/Code/databaseCorrupt``,
    ///   ``XapianError/Code/invalidArgument`` for a block size that is none.
    public init(
        path: String, mode: Mode = .createOrOpen, options: Options = [], blockSize: Int? = nil
    ) throws(XapianError) {
        let path = Array(path.utf8)
        let size = try BlockSize.check(blockSize)
        handle = try Xapian.handle { cxapian_writer_open(path, path.count, mode.rawValue, options.rawValue, size, $0) }
    }

    deinit {
        cxapian_writer_free(handle)
    }

    /// Commits what is pending, releases the lock, and reports what failed.
    public consuming func close() throws(XapianError) {
        // The value ends with this call, and with it the handle is freed.
        try check(cxapian_writer_close(handle))
    }
}

@available(*, unavailable)
extension WritableDatabase: Sendable {}

extension WritableDatabase {
    /// What opening does if there is, or is not, a database.
    public enum Mode: UInt8, Sendable {
        /// Make a new database; an existing one is an error.
        case create = 0
        /// Make a new database in place of an existing one.
        case createOrOverwrite = 1
        /// Open an existing database, else make one.
        case createOrOpen = 2
        /// Open an existing database; none is an error.
        case open = 3
    }

    /// How changes reach the disk.
    public struct Options: OptionSet, Sendable {
        /// The options' bits.
        public let rawValue: UInt32

        /// Options of these bits.
        public init(rawValue: UInt32) {
            self.rawValue = rawValue
        }

        /// Do not wait for the disk at a commit. A power failure may leave the database damaged.
        public static let noSync = Options(rawValue: 1)
        /// Try harder to get changes onto the disk itself, where the system knows how.
        public static let fullSync = Options(rawValue: 2)
        /// Update blocks in place: faster, but a crash damages the database and no reader may be open.
        public static let dangerous = Options(rawValue: 4)
        /// Create without a term list: smaller and faster to write, but documents cannot be replaced or deleted, the
        /// database cannot be opened for writing again, and a search cannot tell which terms matched.
        public static let noTermlist = Options(rawValue: 8)
        /// Wait for another writer to finish instead of failing.
        public static let retryLock = Options(rawValue: 16)
    }
}

// MARK: - Documents

extension WritableDatabase {
    /// Adds a document.
    /// - Returns: its id, one more than the greatest ever used.
    @discardableResult
    public mutating func add(_ document: borrowing DocumentBuilder) throws(XapianError) -> DocumentID {
        var id: DocumentID = 0
        try check(cxapian_writer_add(handle, document.bytes, document.bytes.count, &id))
        return id
    }

    /// Puts a document in the place of another, or adds it under this id.
    public mutating func replace(_ id: DocumentID, with document: borrowing DocumentBuilder) throws(XapianError) {
        try check(cxapian_writer_replace(handle, id, document.bytes, document.bytes.count))
    }

    /// Puts a document in the place of all that have a term, or adds it if there are none.
    ///
    /// The term must be added to the document as well.
    /// - Returns: the lowest id that was replaced, else a new one.
    @discardableResult
    public mutating func replace(
        uniqueTerm: [UInt8], with document: borrowing DocumentBuilder
    ) throws(XapianError) -> DocumentID {
        var id: DocumentID = 0
        try check(
            cxapian_writer_replace_term(
                handle, uniqueTerm, uniqueTerm.count, document.bytes, document.bytes.count, &id))
        return id
    }

    /// Puts a document in the place of all that have a term; see the overload for bytes.
    @discardableResult
    public mutating func replace(
        uniqueTerm: String, with document: borrowing DocumentBuilder
    ) throws(XapianError) -> DocumentID {
        try replace(uniqueTerm: Array(uniqueTerm.utf8), with: document)
    }

    /// Deletes a document.
    /// - Throws: ``XapianError/Code/documentNotFound``.
    public mutating func delete(_ id: DocumentID) throws(XapianError) {
        try check(cxapian_writer_delete(handle, id))
    }

    /// Deletes all documents that have a term; none is no error.
    public mutating func delete(uniqueTerm: [UInt8]) throws(XapianError) {
        try check(cxapian_writer_delete_term(handle, uniqueTerm, uniqueTerm.count))
    }

    /// Deletes all documents that have a term; none is no error.
    public mutating func delete(uniqueTerm: String) throws(XapianError) {
        try delete(uniqueTerm: Array(uniqueTerm.utf8))
    }

    /// Writes everything pending to disk and makes it visible to readers.
    public mutating func commit() throws(XapianError) {
        try check(cxapian_writer_commit(handle))
    }
}
