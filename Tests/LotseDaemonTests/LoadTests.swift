import LotseAPI
import Testing

@testable import LotseDaemon

@Suite("Under load")
struct LoadTests {
    @Test("more than the queue bears are told to come back, the others are answered")
    func queueOverflow() async throws {
        let gate = Gate()
        defer { gate.open() }
        let backend = FakeBackend(onSearch: { request in
            gate.pass()
            return .empty(for: request)
        })
        let configure: @Sendable (inout DaemonConfiguration) -> Void = {
            $0.threadCount = 1
            $0.queueLimit = 1
        }
        try await withDaemon(backend, configure: configure) { socket in
            async let running = Exchange.search(socket, "a")
            try await gate.waitForArrivals(1)
            // Of the rest one waits; the others are refused while the gate is still closed.
            let refusals = Shared<[Exchange]>([])
            let answered = try await withThrowingTaskGroup(of: Exchange.self) { group in
                for _ in 0..<5 {
                    group.addTask {
                        let answer = try await Exchange.search(socket, "a")
                        if answer.status == 503 { refusals.update { $0.append(answer) } }
                        return answer
                    }
                }
                try await eventually { refusals.value.count == 4 }
                gate.open()
                return try await group.reduce(into: [Int]()) { $0.append($1.status) }
            }
            #expect(answered.sorted() == [200, 503, 503, 503, 503])
            #expect(try await running.status == 200)
            for refusal in refusals.value {
                #expect(refusal.headers["retry-after"] == "1")
                #expect(try refusal.problem.retryAfter == 1)
            }
            // The places are given back.
            let answer = try await Exchange.search(socket, "a")
            #expect(answer.status == 200)
        }
    }

    @Test("another generation is opened under load without an error")
    func generationSwap() async throws {
        let generation = Shared(1)
        let backend = FakeBackend(
            onSearch: { .empty(for: $0, generation: generation.value) },
            onRefresh: {
                generation.increment()
                return true
            })
        try await withDaemon(backend, configure: { $0.refreshInterval = .milliseconds(2) }) { socket in
            let seen = try await withThrowingTaskGroup(of: Set<String>.self) { group in
                for _ in 0..<4 {
                    group.addTask {
                        var seen: Set<String> = []
                        for _ in 0..<40 {
                            let answer = try await Exchange.search(socket, "a")
                            #expect(answer.status == 200)
                            seen.insert(answer.body)
                        }
                        return seen
                    }
                }
                return try await group.reduce(into: Set<String>()) { $0.formUnion($1) }
            }
            // Only the generation differs between the answers.
            #expect(seen.count >= 2)
        }
    }

    @Test("cancelled work answers at once and is not run when it has not begun")
    func cancellation() async throws {
        let gate = Gate()
        defer { gate.open() }
        let pool = WorkerPool(threadCount: 1, queueLimit: 1)
        let running = Task { try await pool.run { gate.pass() } }
        try await gate.waitForArrivals(1)
        let began = Shared(0)
        let waiting = Task { try await pool.run { began.increment() } }
        running.cancel()
        waiting.cancel()
        await #expect(throws: CancellationError.self) { try await running.value }
        await #expect(throws: CancellationError.self) { try await waiting.value }
        gate.open()
        // The one thread takes its work in order, so this runs after all of the above.
        try await eventually { (try? await pool.run { true }) == true }
        #expect(began.value == 0)
        await pool.stop()
    }

    @Test("work runs on as many threads as there are")
    func threads() async throws {
        let gate = Gate()
        defer { gate.open() }
        let pool = WorkerPool(threadCount: 3, queueLimit: 0)
        try await withThrowingTaskGroup { group in
            for _ in 0..<3 { group.addTask { try await pool.run { gate.pass() } } }
            try await gate.waitForArrivals(3)
            await #expect(throws: Problem.self) { try await pool.run {} }
            gate.open()
            try await group.waitForAll()
        }
        await pool.stop()
    }
}
