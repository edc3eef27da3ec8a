import Foundation

/// A value that several threads share.
///
/// `Mutex` would need no proof, but the thread sanitizer does not see its lock on Linux and reports every use of it as
/// a race, which would hide real ones.
///
/// Proof for `@unchecked Sendable`: `value` is private and touched only inside `withLock`, between `lock()` and
/// `unlock()` of a lock of its own, and the closure's result is `Sendable`, so that no reference into it gets out.
package final class Locked<Value>: @unchecked Sendable {
    private let lock = NSLock()
    private var value: Value

    /// Takes the value.
    package init(_ value: sending Value) { self.value = value }

    /// Runs a closure that has the value for itself.
    package func withLock<Result: Sendable>(_ body: (inout Value) -> Result) -> Result {
        lock.lock()
        defer { lock.unlock() }
        return body(&value)
    }
}
