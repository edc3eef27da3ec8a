import Dispatch
import LotseAPI
import NIOPosix
import NIOConcurrencyHelpers

/// Threads for blocking work, with a bounded queue.
///
/// A queue without a bound answers everybody late under load; with one, most are answered in time and the others learn
/// at once that they should come back.
final class WorkerPool: Sendable {
    private struct State {
        var started = false
        /// Work that waits or runs.
        var admitted = 0
    }

    private let threads: NIOThreadPool
    private let capacity: Int
    private let state = NIOLockedValueBox(State())

    /// - Parameters:
    ///   - threadCount: threads, at least one.
    ///   - queueLimit: pieces of work that may wait while all threads are busy.
    init(threadCount: Int, queueLimit: Int) {
        threads = NIOThreadPool(numberOfThreads: max(1, threadCount))
        capacity = max(1, threadCount) + max(0, queueLimit)
    }

    /// Runs blocking work on a thread of the pool.
    ///
    /// - Returns: what `work` returns.
    /// - Throws: what `work` throws; ``LotseAPI/Problem`` (503) when the queue is full; `CancellationError` at once when
    ///   the task is cancelled, while work that has begun runs on to its end, unheard.
    func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try admit()
        let answer = PendingAnswer<Value>()
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                answer.expect(continuation)
                threads.submit { [self] state in
                    let result = Result {
                        // Nobody pays for an answer that nobody waits for.
                        guard case .active = state, answer.isAwaited else { throw CancellationError() }
                        return try work()
                    }
                    self.state.withLockedValue { $0.admitted -= 1 }
                    answer.resolve(with: result)
                }
            }
        } onCancel: {
            answer.resolve(with: .failure(CancellationError()))
        }
    }

    /// Stops the threads, and waits for them unless some work does not come to its end.
    func stop() async {
        let mustStop = state.withLockedValue { $0.started }
        guard mustStop else { return }
        let isIdle = state.withLockedValue { $0.admitted == 0 }
        guard isIdle else {
            // Waiting would let one stuck search keep the process alive for ever.
            threads.shutdownGracefully(queue: .global()) { _ in }
            return
        }
        await withCheckedContinuation { continuation in
            threads.shutdownGracefully(queue: .global()) { _ in continuation.resume() }
        }
    }

    private func admit() throws(Problem) {
        let isAdmitted = state.withLockedValue { state in
            guard state.admitted < capacity else { return false }
            if !state.started {
                threads.start()
                state.started = true
            }
            state.admitted += 1
            return true
        }
        guard isAdmitted else {
            throw .unavailable(detail: "Too many requests are waiting. Try again in a moment.", retryAfter: 1)
        }
    }
}

/// The place where a task waits for its answer; the first one counts.
private final class PendingAnswer<Value: Sendable>: Sendable {
    private enum State {
        case new
        case waiting(CheckedContinuation<Value, any Error>)
        case early(Result<Value, any Error>)
        case done
    }

    private let state = NIOLockedValueBox(State.new)

    var isAwaited: Bool {
        state.withLockedValue { state in
            guard case .waiting = state else { return false }
            return true
        }
    }

    func expect(_ continuation: CheckedContinuation<Value, any Error>) {
        let early: Result<Value, any Error>? = state.withLockedValue { state in
            switch state {
            case .early(let result):
                state = .done
                return result
            case .new, .waiting, .done:
                state = .waiting(continuation)
                return nil
            }
        }
        if let early { continuation.resume(with: early) }
    }

    func resolve(with result: Result<Value, any Error>) {
        let waiting: CheckedContinuation<Value, any Error>? = state.withLockedValue { state in
            switch state {
            case .new:
                state = .early(result)
                return nil
            case .waiting(let continuation):
                state = .done
                return continuation
            case .early, .done: return nil
            }
        }
        waiting?.resume(with: result)
    }
}
