public import Logging
public import ServiceLifecycle

/// Looks again and again whether another generation of the index was published.
///
/// Polling a symbolic link costs microseconds and works on every file system, unlike file notifications.
public struct GenerationWatcher: Service {
    private let backend: any SearchBackend
    private let interval: Duration
    private let logger: Logger

    /// Makes a watcher.
    ///
    /// - Parameters:
    ///   - backend: whose ``SearchBackend/refresh()`` is called.
    ///   - interval: time between two looks.
    ///   - logger: told about new generations and about failures.
    public init(backend: any SearchBackend, interval: Duration = .milliseconds(250), logger: Logger) {
        self.backend = backend
        self.interval = interval
        self.logger = logger
    }

    /// Looks until the service is shut down.
    public func run() async throws {
        // A thread of its own: opening a generation must not take one from the searches.
        let worker = WorkerPool(threadCount: 1, queueLimit: 0)
        try? await cancelWhenGracefulShutdown {
            var lastFailure: String?
            while !Task.isCancelled {
                lastFailure = await look(on: worker, after: lastFailure)
                try await Task.sleep(for: interval)
            }
        }
        await worker.stop()
    }

    /// - Returns: the failure, so that one that lasts is logged once and not four times a second.
    private func look(on worker: WorkerPool, after lastFailure: String?) async -> String? {
        do {
            if try await worker.run({ [backend] in try backend.refresh() }) {
                logger.info("opened another generation of the index")
            }
            return nil
        } catch is CancellationError {
            return lastFailure
        } catch {
            let failure = "\(error)"
            if failure != lastFailure {
                logger.error("cannot open the published generation; the old one stays open: \(failure)")
            }
            return failure
        }
    }
}
