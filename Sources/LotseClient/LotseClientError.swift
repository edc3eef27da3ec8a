public import LotseAPI

/// Why a call did not get its answer. No case holds anything of the query.
public enum LotseClientError: Error, Sendable, Hashable {
    /// The daemon answered with an error.
    case problem(Problem)
    /// Nobody listens on the socket.
    case connectionRefused(socket: String)
    /// There was no answer in time.
    case timedOut(socket: String)
    /// The answer is not what the interface promises; the daemon may have another version.
    case unexpectedAnswer(status: Int, reason: String)
    /// The connection failed in another way.
    case connectionFailed(socket: String, reason: String)
    /// The task was cancelled.
    case cancelled
    /// The client was shut down.
    case shutDown
}

extension LotseClientError: CustomStringConvertible {
    /// One English sentence or two: what happened, and the remedy.
    public var description: String {
        switch self {
        case .problem(let problem):
            "the daemon answered \(problem.status)\(problem.field.map { " about \($0)" } ?? ""): \(problem.detail)"
        case .connectionRefused(let socket):
            "no daemon listens on \(socket); start one with: lotsed --socket \(socket)"
        case .timedOut(let socket):
            "the daemon on \(socket) did not answer in time; try again, or look at its load"
        case .unexpectedAnswer(let status, let reason):
            "the daemon's answer (\(status)) cannot be read: \(reason); check that client and daemon have the same version"
        case .connectionFailed(let socket, let reason):
            "the connection to \(socket) failed (\(reason)); check that the daemon runs and that you may use its socket"
        case .cancelled: "the call was cancelled"
        case .shutDown: "this client was shut down; make a new one"
        }
    }
}
