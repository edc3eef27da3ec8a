public import Logging
public import ServiceLifecycle
import Hummingbird
import UnixSignals

/// The daemon as a service: it owns its socket while it runs.
///
/// ```swift
/// let daemon = Daemon(backend: engine, configuration: DaemonConfiguration(socketPath: path), logger: logger)
/// try await daemon.runUntilSignal()
/// ```
public struct Daemon: Service {
    private let backend: any SearchBackend
    private let configuration: DaemonConfiguration
    private let logger: Logger

    /// Makes a daemon; nothing happens before it runs.
    ///
    /// - Parameters:
    ///   - backend: what answers the requests.
    ///   - configuration: the socket and the limits.
    ///   - logger: never told anything that a client sent.
    public init(backend: any SearchBackend, configuration: DaemonConfiguration, logger: Logger) {
        self.backend = backend
        self.configuration = configuration
        self.logger = logger
    }

    /// Listens until a graceful shutdown; then stops accepting, lets running requests finish and removes the socket.
    ///
    /// - Throws: ``SocketError`` when the socket cannot be had; the server's error when it cannot listen.
    public func run() async throws {
        let claim = try SocketClaim(path: configuration.socketPath)
        defer { claim.release() }
        let application = buildApplication(backend: backend, configuration: configuration, logger: logger)
        do {
            try await application.run()
        } catch is CancellationError where Task.isCancelled {
            logger.warning("stopped before all requests were finished")
        }
    }

    /// Runs until SIGTERM or SIGINT. Requests that are not finished ``DaemonConfiguration/drainTimeout`` later are
    /// given up.
    ///
    /// - Throws: as ``run()``.
    public func runUntilSignal() async throws {
        let group = makeServiceGroup(gracefulShutdownSignals: [.sigterm, .sigint])
        try await group.run()
    }

    /// The group that bounds the drain.
    func makeServiceGroup(gracefulShutdownSignals: [UnixSignal]) -> ServiceGroup {
        var group = ServiceGroupConfiguration(
            services: [self], gracefulShutdownSignals: gracefulShutdownSignals,
            logger: logger.quietened())
        group.maximumGracefulShutdownDuration = configuration.drainTimeout
        return ServiceGroup(configuration: group)
    }
}
