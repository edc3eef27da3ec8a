/// How the daemon listens and what it bears.
public struct DaemonConfiguration: Sendable {
    /// The Unix socket that it listens on, at most 107 bytes.
    public var socketPath: String
    /// The socket's permission bits.
    public var socketMode: UInt32 = 0o660
    /// Threads that search.
    public var threadCount: Int
    /// Requests that may wait while all threads are busy; more are answered 503.
    public var queueLimit = 64
    /// Open connections; more wait in the kernel's queue.
    public var connectionLimit = 512
    /// Largest header of a request, in bytes.
    public var headerBytes = 16 * 1024
    /// Most fields of a request's header.
    public var headerFields = 64
    /// How long a connection may be silent between requests, or need for a request's header.
    public var idleTimeout: Duration = .seconds(30)
    /// How long a client may need to send a request's body, however steadily it trickles.
    public var requestTimeout: Duration = .seconds(10)
    /// How long a client may need to take an answer.
    public var responseTimeout: Duration = .seconds(10)
    /// How long running requests may take after the daemon was told to stop.
    public var drainTimeout: Duration = .seconds(10)
    /// Time between two looks for another generation of the index.
    public var refreshInterval: Duration = .milliseconds(250)

    /// The defaults, for a socket.
    ///
    /// - Parameters:
    ///   - socketPath: the Unix socket to listen on.
    ///   - threadCount: threads that search; by default one for every core.
    public init(socketPath: String, threadCount: Int = DaemonConfiguration.coreCount) {
        self.socketPath = socketPath
        self.threadCount = threadCount
    }
}
