import Logging
import LotseAPI
import ServiceLifecycle
import Testing

@testable import LotseDaemon

@Suite("The generation watcher")
struct GenerationWatcherTests {
    private func watch(
        _ recorder: LogRecorder, _ refresh: @escaping @Sendable () throws -> Bool,
        until condition: @Sendable () -> Bool
    ) async throws {
        let watcher = GenerationWatcher(
            backend: FakeBackend(onRefresh: refresh), interval: .milliseconds(1), logger: recorder.logger)
        var quiet = recorder.logger
        quiet.logLevel = .critical
        let group = ServiceGroup(services: [watcher], logger: quiet)
        async let running: Void = group.run()
        try await eventually { condition() }
        await group.triggerGracefulShutdown()
        try await running
    }

    @Test("it looks again and again, and says when another generation was opened")
    func looks() async throws {
        let recorder = LogRecorder()
        let looks = Shared(0)
        try await watch(recorder) {
            looks.increment()
            return looks.value == 3
        } until: {
            looks.value >= 6
        }
        #expect(recorder.lines.count == 1)
        #expect(recorder.lines[0].hasPrefix("info opened another generation"))
    }

    @Test("a failure that lasts is logged once, and again when it comes back")
    func failure() async throws {
        let recorder = LogRecorder()
        let looks = Shared(0)
        try await watch(recorder) {
            looks.increment()
            if looks.value != 5 { throw TalkativeError(description: "damaged manifest") }
            return false
        } until: {
            looks.value >= 9
        }
        #expect(recorder.lines.filter { $0.contains("damaged manifest") }.count == 2)
    }

    @Test("it never looks twice at the same time")
    func oneAtATime() async throws {
        let inside = Shared(0)
        let overlaps = Shared(0)
        let looks = Shared(0)
        try await watch(LogRecorder()) {
            if inside.update({ inside in
                inside += 1
                return inside > 1
            }) {
                overlaps.increment()
            }
            looks.increment()
            inside.update { $0 -= 1 }
            return false
        } until: {
            looks.value >= 20
        }
        #expect(overlaps.value == 0)
    }
}
