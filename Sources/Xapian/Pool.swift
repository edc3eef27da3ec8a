internal import Dispatch
internal import Synchronization

/// Lends up to a number of resources to as many threads at a time.
///
/// A resource is made when it is first needed and used by one closure at a time. It never leaves the closure: it is not
/// copyable, `sending` makes the compiler refuse to keep anything that hangs on it, and the result has to be `Sendable`.
///
///     let pool = DatabasePool(limit: 4) { () throws(XapianError) in try Database(path: path) }
///     let result = try pool.withResource { database throws(XapianError) in try database.search(query) }
///
/// A call waits, and blocks its thread, while all resources are lent; call it from threads that may block, not from the
/// threads that run asynchronous tasks. A closure must not call the same pool again: with all resources lent to such
/// closures, each would wait for the others.
public final class Pool<Resource: ~Copyable>: Sendable {
    // Nothing here is unchecked: a resource lives in its slot's mutex and never moves out of it, and a thread owns a slot
    // from when it takes the slot's flag until it gives it back. The semaphore counts the flags that are up, so a thread
    // that has passed it finds one, and a slot's mutex never has to be waited for. Flags instead of one locked list,
    // because the thread sanitizer sees the order that atomics make but not that of Swift's futex-based `Mutex`.
    private let slots: [Slot]
    private let available = DispatchSemaphore(value: 0)
    private let generation = Atomic<UInt64>(0)
    private let make: @Sendable () throws -> sending Resource

    private final class Slot: Sendable {
        struct Content: ~Copyable {
            var resource: Resource?
            var generation: UInt64 = 0
        }

        let isFree = Atomic<Bool>(true)
        let content = Mutex<Content>(Content(resource: nil))
    }

    /// Makes a pool; no resource is made yet.
    /// - Parameters:
    ///   - limit: how many resources there can be at a time, at least 1.
    ///   - make: makes a resource, on whichever thread needs it.
    public init(limit: Int, make: @escaping @Sendable () throws -> sending Resource) {
        let limit = max(1, limit)
        self.make = make
        slots = (0..<limit).map { _ in Slot() }
        // A semaphore that starts with a count may not be destroyed below it; counted up from zero it always may.
        for _ in 0..<limit { available.signal() }
    }

    /// Runs `body` with a resource, after waiting for one.
    ///
    /// The resource goes back even if the body throws.
    ///
    /// The result is `Sendable` rather than `sending`, because Swift 6.3 does not diagnose a `sending` result that is a
    /// part of an `inout sending` parameter.
    /// - Throws: what `body` throws, or what making the resource throws.
    public func withResource<Value: Sendable, Failure: Error>(
        _ body: (inout sending Resource) throws(Failure) -> Value
    ) throws -> Value {
        available.wait()
        let slot = takeFree()
        defer { giveBack(slot) }
        let current = generation.load(ordering: .acquiring)
        return try slot.content.withLock { content in
            if content.generation != current { content.resource = nil }
            content.generation = current
            var resource = try content.resource.take() ?? make()
            do throws(Failure) {
                let value = try body(&resource)
                content.resource = consume resource
                return value
            } catch {
                content.resource = consume resource
                throw error
            }
        }
    }

    /// Lets go of all resources: the idle ones now, the lent ones when they are needed next or the pool ends.
    public func drain() {
        generation.add(1, ordering: .releasing)
        var taken: [Slot] = []
        for _ in slots where available.wait(timeout: .now()) == .success { taken.append(takeFree()) }
        for slot in taken {
            slot.content.withLock { $0.resource = nil }
            giveBack(slot)
        }
    }

    /// A free slot, for a thread that has passed the semaphore. The first ones are preferred, whose caches are warm.
    private func takeFree() -> Slot {
        while true {
            for slot in slots
            where slot.isFree.compareExchange(expected: true, desired: false, ordering: .acquiring).exchanged {
                return slot
            }
            // Only other threads that took slots meanwhile can have hidden the one that is left.
        }
    }

    private func giveBack(_ slot: Slot) {
        slot.isFree.store(true, ordering: .releasing)
        available.signal()
    }
}

/// A pool of database handles.
public typealias DatabasePool = Pool<Database>
