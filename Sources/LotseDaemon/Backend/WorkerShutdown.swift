import ServiceLifecycle

/// Stops the worker threads when everything that uses them has stopped.
struct WorkerShutdown: Service {
    let workers: WorkerPool

    func run() async throws {
        try? await gracefulShutdown()
        await workers.stop()
    }
}
