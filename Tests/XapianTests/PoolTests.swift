import Dispatch
import Synchronization
import Testing

@testable import Xapian

@Suite("Pool")
struct PoolTests {
    /// Counts how many exist, how many were made, and how many are in use.
    private final class Ledger: Sendable {
        let alive = Atomic<Int>(0)
        let made = Atomic<Int>(0)
        let lent = Atomic<Int>(0)
        let mostLent = Atomic<Int>(0)
    }

    private struct Resource: ~Copyable {
        let ledger: Ledger
        var uses = 0

        init(_ ledger: Ledger) {
            self.ledger = ledger
            ledger.alive.add(1, ordering: .relaxed)
            ledger.made.add(1, ordering: .relaxed)
        }

        deinit { ledger.alive.subtract(1, ordering: .relaxed) }
    }

    private struct Refused: Error, Equatable {}

    @Test("resources are made when needed and used again")
    func lazy() throws {
        let ledger = Ledger()
        let pool = Pool(limit: 3) { Resource(ledger) }
        #expect(ledger.made.load(ordering: .relaxed) == 0)
        for expected in 1...5 {
            let uses = try pool.withResource { resource in
                resource.uses += 1
                return resource.uses
            }
            #expect(uses == expected)
        }
        #expect(ledger.made.load(ordering: .relaxed) == 1)
    }

    @Test("a resource whose body threw is lent again")
    func throwing() throws {
        let ledger = Ledger()
        let pool = Pool(limit: 1) { Resource(ledger) }
        for _ in 0..<3 {
            #expect(throws: Refused()) {
                try pool.withResource { (_: inout sending Resource) throws(Refused) in throw Refused() }
            }
        }
        try pool.withResource { resource in resource.uses += 1 }
        #expect(ledger.made.load(ordering: .relaxed) == 1)
    }

    @Test("a resource that cannot be made leaves its place free")
    func failingMake() throws {
        let ledger = Ledger()
        let counter = Counter()
        let pool = Pool<Resource>(limit: 1) {
            if counter.next() < 3 { throw Refused() }
            return Resource(ledger)
        }
        #expect(throws: Refused()) { try pool.withResource { _ in } }
        #expect(throws: Refused()) { try pool.withResource { _ in } }
        try pool.withResource { resource in resource.uses += 1 }
        #expect(ledger.made.load(ordering: .relaxed) == 1)
    }

    private final class Counter: Sendable {
        private let value = Atomic<Int>(0)
        func next() -> Int { value.add(1, ordering: .relaxed).newValue }
    }

    @Test("draining lets go of the idle resources, and of a lent one before its next use")
    func drain() throws {
        let ledger = Ledger()
        let pool = Pool(limit: 2) { Resource(ledger) }
        try pool.withResource { _ in }
        #expect(ledger.alive.load(ordering: .relaxed) == 1)
        pool.drain()
        #expect(ledger.alive.load(ordering: .relaxed) == 0)
        try pool.withResource { resource in
            pool.drain()
            resource.uses += 1
        }
        let uses = try pool.withResource { resource in resource.uses }
        #expect(uses == 0)
        #expect(ledger.made.load(ordering: .relaxed) == 3)
    }

    @Test("the end of the pool is the end of its resources")
    func end() throws {
        let ledger = Ledger()
        do {
            let pool = Pool(limit: 2) { Resource(ledger) }
            try pool.withResource { _ in }
            #expect(ledger.alive.load(ordering: .relaxed) == 1)
        }
        #expect(ledger.alive.load(ordering: .relaxed) == 0)
    }

    @Test("many threads share few resources, each used by one at a time, while others drain")
    func contention() {
        let ledger = Ledger()
        let pool = Pool(limit: 3) { Resource(ledger) }
        let failures = Atomic<Int>(0)
        DispatchQueue.concurrentPerform(iterations: 16) { thread in
            for round in 0..<200 {
                do {
                    try pool.withResource { resource in
                        let lent = ledger.lent.add(1, ordering: .relaxed).newValue
                        ledger.mostLent.max(lent, ordering: .relaxed)
                        // Not atomic: a second user at the same time is a race that the thread sanitizer reports.
                        resource.uses += 1
                        ledger.lent.subtract(1, ordering: .relaxed)
                    }
                } catch {
                    failures.add(1, ordering: .relaxed)
                }
                if thread == 0, round % 20 == 0 { pool.drain() }
            }
        }
        #expect(failures.load(ordering: .relaxed) == 0)
        #expect(ledger.mostLent.load(ordering: .relaxed) <= 3)
        #expect(ledger.alive.load(ordering: .relaxed) <= 3)
        pool.drain()
        #expect(ledger.alive.load(ordering: .relaxed) == 0)
    }

    @Test("all resources lent, a call waits until one comes back")
    func waiting() throws {
        let ledger = Ledger()
        let pool = Pool(limit: 1) { Resource(ledger) }
        let isLent = DispatchSemaphore(value: 0)
        let mayReturn = DispatchSemaphore(value: 0)
        let log = Log()
        let group = DispatchGroup()
        DispatchQueue.global().async(group: group) {
            _ = try? pool.withResource { _ in
                isLent.signal()
                mayReturn.wait()
                log.add("first")
            }
        }
        isLent.wait()
        DispatchQueue.global().async(group: group) {
            _ = try? pool.withResource { _ in log.add("second") }
        }
        mayReturn.signal()
        group.wait()
        #expect(log.entries == ["first", "second"])
    }

    private final class Log: Sendable {
        private let lines = Mutex<[String]>([])
        var entries: [String] { lines.withLock { $0 } }
        func add(_ line: String) { lines.withLock { $0.append(line) } }
    }

    @Test("many threads search through a pool of databases and all find the same")
    func databases() throws {
        let folder = try TemporaryFolder()
        try writeTexts(texts, to: folder("db"))
        let path = folder("db")
        let pool = DatabasePool(limit: 3) { try Database(path: path) }
        let query = Query.any([.term("see"), .wildcard(prefix: "ha"), .phrase([.term("am"), .term("see")])])
        let expected = try Database(path: path).search(query)
        let wrong = Atomic<Int>(0)
        DispatchQueue.concurrentPerform(iterations: 8) { _ in
            for _ in 0..<50 {
                let result = try? pool.withResource { database in try database.search(query) }
                if result != expected { wrong.add(1, ordering: .relaxed) }
            }
        }
        #expect(wrong.load(ordering: .relaxed) == 0)
    }
}
