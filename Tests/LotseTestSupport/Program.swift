import Foundation

/// A program that the package builds, run as its users run it.
///
/// Output goes to files and not to pipes: a pipe's end would be inherited by programs that other tests start meanwhile,
/// and reading to the end would then wait for those.
public struct Program: Sendable, Hashable {
    /// The file.
    public let path: String

    /// The command line.
    public static let lotse = Program(name: "lotse")
    /// The daemon.
    public static let lotsed = Program(name: "lotsed")

    /// A program that lies beside the tests.
    public init(name: String) {
        // On macOS the tests are a bundle beside the programs, elsewhere a program themselves.
        let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
        let own = bundle ?? Bundle.main.executableURL ?? Bundle.main.bundleURL
        path = own.deletingLastPathComponent().path + "/" + name
    }

    /// How a program ended and what it said.
    public struct Outcome: Sendable, Hashable {
        /// The exit code; where a signal ended it, the signal's number with a minus sign.
        public var code: Int32
        /// All of standard output.
        public var output: String
        /// All of standard error.
        public var errors: String

        /// The lines of standard output.
        public var lines: [String] { output.split(separator: "\n").map(String.init) }
        /// The lines of standard error.
        public var errorLines: [String] { errors.split(separator: "\n").map(String.init) }
    }

    /// Runs the program to its end.
    ///
    /// - Parameters:
    ///   - arguments: its arguments.
    ///   - input: its standard input.
    ///   - folder: its working folder; by default this process' own.
    ///   - limit: seconds after which it is killed.
    /// - Throws: ``Failure`` when it did not end in time; Foundation's error when it could not be started.
    @discardableResult
    public func run(
        _ arguments: [String], input: String = "", in folder: String? = nil, limit: Double = 120
    ) throws -> Outcome {
        try TemporaryFolder.with { streams in
            let running = try RunningProgram(self, arguments, input: input, in: folder, streams: streams)
            return try running.wait(limit: limit)
        }
    }

    /// Starts the program, hands it to a closure, and kills it if it still runs then.
    @discardableResult
    public func running<Value>(
        _ arguments: [String], isolation: isolated (any Actor)? = #isolation,
        _ body: (RunningProgram) async throws -> Value
    ) async throws -> Value {
        try await TemporaryFolder.with { streams in
            let running = try RunningProgram(self, arguments, input: "", in: nil, streams: streams)
            defer { running.stop() }
            let watchdog = try Watchdog(of: running.number)
            defer { watchdog.stop() }
            return try await body(running)
        }
    }

    /// Why a run of a program came to nothing.
    public enum Failure: Error, CustomStringConvertible {
        /// It ran longer than allowed and was killed.
        case timeLimit(program: String, errors: String)

        /// A sentence with what the program said.
        public var description: String {
            switch self {
            case .timeLimit(let program, let errors): "\(program) did not end in time; it said: \(errors)"
            }
        }
    }
}
