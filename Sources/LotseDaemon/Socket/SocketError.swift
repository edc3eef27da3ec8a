/// Why a socket cannot be had. The description names the path and the remedy.
public enum SocketError: Error, Hashable, Sendable {
    /// The path does not fit into a socket address.
    case pathTooLong(path: String, limit: Int)
    /// Another daemon answers on the socket, or is about to.
    case inUse(path: String)
    /// Something that is not a socket stands at the path; it is never removed.
    case notASocket(path: String)
    /// The operating system refused a step.
    case system(step: String, path: String, reason: String)
}

extension SocketError: CustomStringConvertible {
    /// One English sentence or two for an admin.
    public var description: String {
        switch self {
        case .pathTooLong(let path, let limit):
            "the socket path \(path) is longer than \(limit) bytes; choose a shorter one with --socket"
        case .inUse(let path):
            "another daemon already listens on \(path); stop it, or choose another path with --socket"
        case .notASocket(let path):
            "\(path) is not a socket and is left alone; move it away, or choose another path with --socket"
        case .system(let step, let path, let reason):
            "cannot \(step) \(path): \(reason); check the folder's owner and permissions, or choose another path"
                + " with --socket"
        }
    }
}
