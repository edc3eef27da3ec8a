import Foundation

/// Ends a program when this process dies before it: a test that crashes must not leave a daemon behind.
///
/// A shell looks once a second whether this process is still there; nothing that a process could do at its own end would
/// be done by one that crashes.
final class Watchdog {
    private let process = Process()

    init(of program: Int32) throws {
        let parent = ProcessInfo.processInfo.processIdentifier
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", "while kill -0 \(parent); do sleep 1; done; kill -9 \(program)"]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
    }

    /// Ends the watch. To be called before the program's number can be another's.
    func stop() {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    }
}
