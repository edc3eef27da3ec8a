import Dispatch
import NIOConcurrencyHelpers

/// Holds blocking work back until a test opens it, and counts who has arrived.
final class Gate: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)
    private let arrived = NIOLockedValueBox(0)
    private let isOpen = NIOLockedValueBox(false)

    var arrivals: Int { arrived.withLockedValue { $0 } }

    /// Blocks the calling thread until the gate is open, or so long that a test that is waiting for it has failed.
    func pass() {
        arrived.withLockedValue { $0 += 1 }
        guard semaphore.wait(timeout: .now() + 300) == .success else { return }
        semaphore.signal()
    }

    func open() {
        let wasOpen = isOpen.withLockedValue { isOpen in
            defer { isOpen = true }
            return isOpen
        }
        if !wasOpen { semaphore.signal() }
    }

    /// Waits until so many have arrived.
    func waitForArrivals(_ count: Int) async throws {
        try await eventually { self.arrivals >= count }
    }
}

struct NeverHappened: Error {}

/// Waits until something is so. The bound is generous: it only keeps a failing test from hanging.
func eventually(within limit: Duration = .seconds(600), _ condition: () async throws -> Bool) async throws {
    let deadline = ContinuousClock.now + limit
    while try await !condition() {
        guard ContinuousClock.now < deadline else { throw NeverHappened() }
        try await Task.sleep(for: .milliseconds(5))
    }
}
