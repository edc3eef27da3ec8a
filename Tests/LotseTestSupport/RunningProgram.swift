import Dispatch
import Foundation

/// A program that was started.
public final class RunningProgram {
    private let process = Process()
    private let streams: TemporaryFolder
    private let ended = DispatchSemaphore(value: 0)

    init(
        _ program: Program, _ arguments: [String], input: String, in folder: String?, streams: TemporaryFolder
    ) throws {
        self.streams = streams
        try streams.write("in", input)
        try streams.write("out", "")
        try streams.write("err", "")
        process.executableURL = URL(fileURLWithPath: program.path)
        process.arguments = arguments
        // Nothing of the machine's own settings: the same answers everywhere.
        process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "COLUMNS": "80"]
        if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
        process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: streams("in")))
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: streams("out")))
        process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: streams("err")))
        let ended = ended
        process.terminationHandler = { _ in ended.signal() }
        try process.run()
    }

    /// Its process number.
    var number: Int32 { process.processIdentifier }

    /// What it has said on standard error so far.
    public var errors: String { (try? streams.text("err")) ?? "" }

    /// Whether it has not ended yet.
    public var isRunning: Bool { process.isRunning }

    /// Sends a signal.
    public func signal(_ number: Int32) { if process.isRunning { kill(process.processIdentifier, number) } }

    /// Waits for its end.
    ///
    /// - Parameter limit: seconds after which it is killed.
    /// - Throws: ``Program/Failure/timeLimit(program:errors:)``.
    public func wait(limit: Double = 120) throws -> Program.Outcome {
        guard ended.wait(timeout: .now() + limit) == .success else {
            let name = process.executableURL?.lastPathComponent ?? ""
            stop()
            throw Program.Failure.timeLimit(program: name, errors: errors)
        }
        // For whoever waits next.
        ended.signal()
        let status = process.terminationStatus
        return Program.Outcome(
            code: process.terminationReason == .uncaughtSignal ? -status : status, output: try streams.text("out"),
            errors: errors)
    }

    /// Ends it at once, if it still runs, and waits until it is gone.
    public func stop() {
        signal(SIGKILL)
        _ = ended.wait(timeout: .now() + 10)
        ended.signal()
    }
}
