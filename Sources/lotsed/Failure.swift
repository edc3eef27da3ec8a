import LotseDaemon

/// An end of the process with a message and one of the documented exit codes.
struct Failure: Error {
    enum Code: Int32 {
        case system = 1
        case usage = 2
        case anotherDaemon = 3
        case noIndex = 4
    }

    let code: Code
    let message: String
}

extension Failure {
    init(_ error: SocketError) {
        let code: Code =
            switch error {
            case .inUse: .anotherDaemon
            case .pathTooLong: .usage
            case .notASocket, .system: .system
            }
        self.init(code: code, message: "\(error)")
    }
}
