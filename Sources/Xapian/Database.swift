internal import CXapian

/// A database, or several searched as one, open for reading.
///
/// It shows the revision that was committed last when it was opened, until ``reopen()``. Xapian allows one thread at a
/// time on a handle, so the handle cannot be copied or sent to another thread, and the compiler says so; ``Pool`` lends
/// handles to many threads.
///
/// With several shards, document ids interleave: the document `id` of shard `s` out of `n` (from 0) is
/// `(id - 1) * n + s + 1` here.
public struct Database: ~Copyable {
    /// The shim's reader; only this value ever frees it.
    let handle: OpaquePointer

    /// Takes over a handle of the shim.
    init(adopting handle: OpaquePointer) {
        self.handle = handle
    }

    /// Opens shards as one database; none at all make an empty one.
    /// - Throws: ``XapianError/Code/databaseNotFound``, ``XapianError/Code/databaseOpening``,
    ///   ``XapianError/Code/databaseCorrupt``, ``XapianError/Code/databaseVersion``, ``XapianError/Code/network``, with
    ///   the path or host as the context.
    public init(shards: [Shard]) throws(XapianError) {
        var packed: [UInt8] = []
        for shard in shards { shard.pack(into: &packed) }
        handle = try Xapian.handle { cxapian_reader_open(packed, packed.count, $0) }
    }

    /// Opens the databases at some paths as one.
    public init(paths: [String]) throws(XapianError) {
        try self.init(shards: paths.map { .path($0) })
    }

    /// Opens the database at a path.
    public init(path: String) throws(XapianError) {
        try self.init(shards: [.path(path)])
    }

    /// Opens databases behind servers (`xapian-tcpsrv`) as one.
    public init(remoteHosts: [RemoteHost]) throws(XapianError) {
        try self.init(shards: remoteHosts.map { .remote($0) })
    }

    deinit {
        cxapian_reader_free(handle)
    }

    /// Moves on to the revision that was committed last.
    /// - Returns: whether there may be anything new.
    @discardableResult
    public borrowing func reopen() throws(XapianError) -> Bool {
        var changed = false
        try check(cxapian_reader_reopen(handle, &changed))
        return changed
    }
}

@available(*, unavailable)
extension Database: Sendable {}

// MARK: - Shards

/// Where a database that forms part of a ``Database`` is.
public enum Shard: Sendable, Hashable {
    /// A folder, or a single-file database.
    case path(String)
    /// Behind a server.
    case remote(RemoteHost)

    /// Appends the shard in the grammar of `cxapian_reader_open`.
    func pack(into bytes: inout [UInt8]) {
        switch self {
        case .path(let path):
            bytes.append(0)
            bytes.pack(string: path)
        case .remote(let remote):
            bytes.append(1)
            bytes.pack(string: remote.host)
            bytes.pack(UInt32(remote.port))
            bytes.pack(remote.timeout.milliseconds)
            bytes.pack(remote.connectTimeout.milliseconds)
        }
    }
}

/// The address of an `xapian-tcpsrv`.
public struct RemoteHost: Sendable, Hashable {
    /// A name or an address.
    public var host: String
    /// A TCP port.
    public var port: UInt16
    /// How long to wait for an answer; zero waits for ever. Counted in milliseconds.
    public var timeout: Duration
    /// How long to wait for the connection. Counted in milliseconds.
    public var connectTimeout: Duration

    /// An address with Xapian's own time-outs.
    public init(host: String, port: UInt16, timeout: Duration = .seconds(10), connectTimeout: Duration = .seconds(10)) {
        self.host = host
        self.port = port
        self.timeout = timeout
        self.connectTimeout = connectTimeout
    }
}

extension Duration {
    /// Whole milliseconds, rounded up so that a short time-out does not become none, and within 32 bits.
    fileprivate var milliseconds: UInt32 {
        if self <= .zero { return 0 }
        if self >= .milliseconds(UInt32.max) { return .max }
        let (seconds, attoseconds) = components
        let perMillisecond: Int64 = 1_000_000_000_000_000
        return UInt32(seconds * 1000 + (attoseconds + perMillisecond - 1) / perMillisecond)
    }
}
