import Lotse
import LotseAPI
import LotseClient

/// The end of a command with a message and a documented exit code.
struct Failure: Error {
    enum Code: Int32 {
        case incomplete = 1
        case usage = 2
        case locked = 3
        case noIndex = 4
    }

    let code: Code
    let message: String

    init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    init(_ error: LotseError) {
        let code: Code =
            switch error {
            case .noCorpus: .usage
            case .locked: .locked
            case .noIndex, .damagedIndex, .otherFormat, .otherFingerprint: .noIndex
            case .emptyCorpus, .diskFull, .io: .incomplete
            }
        self.init(code, error.description)
    }

    init(_ problem: Problem) {
        let help = problem.crisis.map { [""] + HitPrinter.lines(of: $0) } ?? []
        self.init(problem.status == 400 ? .usage : .incomplete, ([problem.detail] + help).joined(separator: "\n"))
    }

    init(_ error: LotseClientError) {
        if case .problem(let problem) = error { self.init(problem) } else { self.init(.noIndex, error.description) }
    }

    /// Turns the errors of the engine and the client into messages with exit codes.
    static func translating<Value>(_ body: () async throws -> Value) async throws -> Value {
        do {
            return try await body()
        } catch let error as LotseError {
            throw Failure(error)
        } catch let error as Problem {
            throw Failure(error)
        } catch let error as LotseClientError {
            throw Failure(error)
        } catch let error as EvaluationError {
            throw Failure(.usage, error.description)
        }
    }
}

/// The program's version.
enum Version {
    static let text = lotseVersion
}
