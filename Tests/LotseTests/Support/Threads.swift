import Dispatch
import Foundation

/// Runs a closure on as many threads at a time, all of them real ones: `concurrentPerform` makes no more than there are
/// cores. Returns when all are done.
func onThreads(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    let group = DispatchGroup()
    for number in 0..<count {
        group.enter()
        Thread.detachNewThread {
            body(number)
            group.leave()
        }
    }
    group.wait()
}
