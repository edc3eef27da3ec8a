public import Hummingbird
import HummingbirdCore
public import Logging
import NIOCore

/// Puts the server together: routes, limits, worker threads and the generation watcher.
///
/// It does not look at the socket's path; that is ``Daemon``'s part, because the server would remove a socket that
/// another daemon answers on.
///
/// - Parameters:
///   - backend: what answers the requests.
///   - configuration: the socket and the limits.
///   - logger: never told anything that a client sent.
/// - Returns: an application that listens when it is run.
public func buildApplication(
    backend: any SearchBackend, configuration: DaemonConfiguration, logger: Logger
) -> some ApplicationProtocol {
    let workers = WorkerPool(threadCount: configuration.threadCount, queueLimit: configuration.queueLimit)
    let serverLogger = logger.quietened()
    return Application(
        responder: APIResponder(backend: backend, workers: workers, logger: logger),
        server: .http1(configuration: .init(configuration)),
        configuration: ApplicationConfiguration(
            address: .unixDomainSocket(path: configuration.socketPath),
            availableConnectionsDelegate: MaximumAvailableConnections(
                configuration.connectionLimit, logger: serverLogger)),
        // Stopped in reverse: first the server, then these.
        services: [
            WorkerShutdown(workers: workers),
            GenerationWatcher(backend: backend, interval: configuration.refreshInterval, logger: logger),
        ],
        onServerRunning: { _ in
            setSocketMode(configuration, logger: logger)
            logger.info("listening", metadata: ["socket": "\(configuration.socketPath)"])
        },
        logger: serverLogger)
}

private func setSocketMode(_ configuration: DaemonConfiguration, logger: Logger) {
    do {
        try SocketFile.setMode(configuration.socketMode, of: configuration.socketPath)
    } catch {
        // The socket then has the mode of the process' umask, which the daemon's main makes the narrowest.
        logger.error("\(error)")
    }
}

extension HTTP1Channel.Configuration {
    init(_ configuration: DaemonConfiguration) {
        self.init(
            additionalChannelHandlers: [
                RequestDeadlineHandler(
                    requestTimeout: TimeAmount(configuration.requestTimeout),
                    responseTimeout: TimeAmount(configuration.responseTimeout))
            ],
            idleTimeout: TimeAmount(configuration.idleTimeout),
            httpDecoderConfiguration: .init(
                maxHeaderFieldSize: configuration.headerBytes, maxHeaderListSize: configuration.headerBytes,
                maxHeaderFieldCount: configuration.headerFields))
    }
}

extension Logger {
    /// A logger for the libraries below: at their debug levels they log parts of requests, and so queries.
    func quietened() -> Logger {
        var logger = self
        logger.logLevel = max(logger.logLevel, .notice)
        return logger
    }
}
