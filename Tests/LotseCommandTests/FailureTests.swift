import Lotse
import LotseAPI
import Testing

@testable import LotseCommand

@Suite("Errors and their exit codes")
struct FailureTests {
    @Test("every error of the engine has the code of the documentation, and keeps its sentence")
    func engine() {
        let expected: [(LotseError, Int32)] = [
            (.noCorpus(path: "p"), 2), (.locked(path: "p"), 3), (.noIndex(path: "p"), 4),
            (.damagedIndex(path: "p", detail: "d"), 4), (.otherFingerprint(path: "p", found: "a", expected: "b"), 4),
            (.otherFormat(path: "p", found: 1, expected: 2), 4),
            (.emptyCorpus(path: "p"), 1), (.diskFull(path: "p"), 1), (.io(path: "p", detail: "d"), 1),
        ]
        for (error, code) in expected {
            let failure = Failure(error)
            #expect(failure.code.rawValue == code, "\(error)")
            #expect(failure.message == error.description)
            #expect(failure.message.contains("p"))
        }
    }

    @Test("a request beyond the limits is wrong usage, a daemon that fails is not")
    func problems() {
        #expect(Failure(Problem.badRequest(field: "q", detail: "d")).code == .usage)
        #expect(Failure(Problem.internalError).code == .incomplete)
    }

    @Test("a fault in a file of an evaluation is wrong usage, and other errors pass through")
    func translating() async throws {
        await #expect {
            try await Failure.translating { _ = try Qrels(path: "/nowhere/qrels") }
        } throws: { error in
            let failure = error as? Failure
            return failure?.code == .usage && failure?.message == "/nowhere/qrels: the file cannot be read"
        }
        await #expect(throws: CancellationError.self) {
            try await Failure.translating { throw CancellationError() }
        }
        #expect(try await Failure.translating { 7 } == 7)
    }
}
