import Logging
import LotseAPI
import ServiceLifecycle

@testable import LotseDaemon

/// Runs a daemon on a socket in a folder of its own, for the time of a closure.
func withDaemon<Value: Sendable>(
    _ backend: FakeBackend, logger: Logger = LogRecorder().logger,
    configure: @Sendable (inout DaemonConfiguration) -> Void = { _ in },
    _ body: @Sendable (_ socket: String) async throws -> Value
) async throws -> Value {
    try await withTemporaryFolder { folder in
        let socket = "\(folder)/q.sock"
        return try await withDaemon(backend, on: socket, logger: logger, configure: configure) { _ in
            try await body(socket)
        }
    }
}

/// Runs a daemon on a socket, for the time of a closure, which may stop it earlier.
func withDaemon<Value: Sendable>(
    _ backend: FakeBackend, on socket: String, logger: Logger = LogRecorder().logger,
    configure: (inout DaemonConfiguration) -> Void = { _ in },
    _ body: @Sendable (_ daemon: ServiceGroup) async throws -> Value
) async throws -> Value {
    var configuration = DaemonConfiguration(socketPath: socket, threadCount: 2)
    configure(&configuration)
    let daemon = Daemon(backend: backend, configuration: configuration, logger: logger)
    let group = daemon.makeServiceGroup(gracefulShutdownSignals: [])
    async let running: Void = group.run()
    let result: Result<Value, any Error>
    do {
        try await eventually { (try? await Exchange.run(socket, "GET", "/healthz").status) == 200 }
        result = .success(try await body(group))
    } catch {
        result = .failure(error)
    }
    await group.triggerGracefulShutdown()
    try await running
    return try result.get()
}
