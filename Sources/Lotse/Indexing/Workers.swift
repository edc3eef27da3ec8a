import Dispatch
import NIOConcurrencyHelpers

/// Works through numbered items on several threads, in rising order, each thread with a state of its own.
enum Workers {
    /// Runs `body` for every item. The first error stops all threads and is thrown.
    ///
    /// - Parameters:
    ///   - items: how many items there are.
    ///   - jobs: how many threads.
    ///   - make: makes a thread's state, on that thread.
    ///   - body: works on one item.
    ///   - finish: takes a thread's state when no item is left.
    static func run<State>(
        items: Int, jobs: Int, make: @Sendable () throws(LotseError) -> State,
        body: @Sendable (inout State, Int) throws(LotseError) -> Void,
        finish: @Sendable (consuming State) throws(LotseError) -> Void = { (_: consuming State) throws(LotseError) in }
    ) throws(LotseError) {
        let next = NIOLockedValueBox(0)
        let failure = NIOLockedValueBox<LotseError?>(nil)
        DispatchQueue.concurrentPerform(iterations: max(1, min(jobs, items))) { _ in
            do throws(LotseError) {
                var state = try make()
                while true {
                    let item = next.withLockedValue { next in
                        defer { next += 1 }
                        return next
                    }
                    guard item < items, failure.withLockedValue({ $0 == nil }) else { break }
                    try body(&state, item)
                }
                try finish(state)
            } catch {
                failure.withLockedValue { $0 = $0 ?? error }
            }
        }
        if let error = failure.withLockedValue({ $0 }) { throw error }
    }
}
