public import ArgumentParser
public import Logging
import LotseAPI
import LotseDaemon

/// The daemon's command line.
struct Lotsed: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lotsed",
        abstract: "Answers searches on a Unix socket.",
        discussion: """
            Exit codes: 0 stopped by SIGTERM or SIGINT; 1 a failure of the system; 2 wrong usage; 3 another daemon \
            listens on the socket; 4 no index, or a damaged one.
            """)

    @Option(name: .customLong("index"), help: ArgumentHelp("The index folder.", valueName: "dir"))
    var indexPath = ".lotse"

    @Option(
        name: .customLong("socket"),
        help: ArgumentHelp(
            "The socket. Default: $XDG_RUNTIME_DIR/lotse/query.sock, else /run/lotse/query.sock.", valueName: "path"))
    var socketPath: String?

    @Option(help: ArgumentHelp("Threads that search. Default: one for every core.", valueName: "n"))
    var threads: Int?

    @Option(help: "Least level that is logged: trace, debug, info, notice, warning, error or critical.")
    var logLevel: Logger.Level = .info

    func validate() throws {
        if let threads, !(1...1_024).contains(threads) {
            throw ValidationError("--threads must be 1 to 1024.")
        }
    }

    func run() async throws {
        let logger = makeLogger()
        let path = socketPath ?? SocketPath.standard(environment: ProcessEnvironment.variables)
        let threadCount = threads ?? DaemonConfiguration.coreCount
        let backend: any SearchBackend
        do {
            backend = try makeBackend(indexPath: indexPath, threads: threadCount)
        } catch {
            throw Failure(
                code: .noIndex,
                message: """
                    cannot open the index \(indexPath): \(error). Build one with: lotse index --index \(indexPath)
                    """)
        }
        do {
            let configuration = DaemonConfiguration(socketPath: path, threadCount: threadCount)
            try await Daemon(backend: backend, configuration: configuration, logger: logger).runUntilSignal()
        } catch let error as SocketError {
            throw Failure(error)
        }
    }

    private func makeLogger() -> Logger {
        LoggingSystem.bootstrap(StreamLogHandler.standardError)
        var logger = Logger(label: "lotsed")
        logger.logLevel = logLevel
        return logger
    }
}

extension Logger.Level: @retroactive ExpressibleByArgument {}
