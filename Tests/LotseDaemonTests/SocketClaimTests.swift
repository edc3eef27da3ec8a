import Foundation
import LotseTestSupport
import Testing

@testable import LotseDaemon

@Suite("The socket's file")
struct SocketClaimTests {
    /// Leaves a socket at a path that nobody answers on, as a daemon that was killed does.
    private func leaveStaleSocket(at path: String) throws {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_un(path: path)
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        try #require(result == 0)
    }

    private func mode(of path: String) throws -> Int {
        try #require(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
    }

    @Test("a second daemon is refused and the first one stays")
    func secondDaemon() async throws {
        try await withDaemon(FakeBackend()) { socket in
            let second = Daemon(
                backend: FakeBackend(), configuration: DaemonConfiguration(socketPath: socket),
                logger: LogRecorder().logger)
            await #expect(throws: SocketError.inUse(path: socket)) { try await second.run() }
            let answer = try await Exchange.run(socket, "GET", "/healthz")
            #expect(answer.status == 200)
        }
    }

    @Test("a program that answers without a lock is left alone as well")
    func foreignListener() async throws {
        try await withDaemon(FakeBackend()) { socket in
            // Without its lock file the daemon looks like any other program on that socket.
            try FileManager.default.removeItem(atPath: socket + ".lock")
            #expect(throws: SocketError.inUse(path: socket)) { try SocketClaim(path: socket) }
            let answer = try await Exchange.run(socket, "GET", "/healthz")
            #expect(answer.status == 200)
        }
    }

    @Test("a socket that nobody answers on is replaced")
    func staleSocket() async throws {
        try await withTemporaryFolder { folder in
            let socket = "\(folder)/q.sock"
            try leaveStaleSocket(at: socket)
            #expect(throws: Connection.Refused.self) { try Connection(socket) }
            try await withDaemon(FakeBackend(), on: socket) { _ in
                let answer = try await Exchange.run(socket, "GET", "/healthz")
                #expect(answer.status == 200)
            }
        }
    }

    @Test("a file that is no socket is kept, and so is what a link points to")
    func foreignFile() async throws {
        try await withTemporaryFolder { folder in
            let file = "\(folder)/notes", link = "\(folder)/link"
            try Data("wichtig".utf8).write(to: URL(fileURLWithPath: file))
            try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: file)
            for path in [file, link, folder] {
                #expect(throws: SocketError.notASocket(path: path)) { try SocketClaim(path: path) }
            }
            #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == Data("wichtig".utf8))
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["link", "notes"])
        }
    }

    @Test("of many that claim a path at the same time exactly one gets it")
    func race() async throws {
        try await withTemporaryFolder { folder in
            let socket = "\(folder)/q.sock"
            try leaveStaleSocket(at: socket)
            let claims = Shared<[SocketClaim]>([])
            let refusals = Shared(0)
            await withTaskGroup { group in
                for _ in 0..<64 {
                    group.addTask {
                        do throws(SocketError) {
                            let claim = try SocketClaim(path: socket)
                            claims.update { $0.append(claim) }
                        } catch {
                            if error == .inUse(path: socket) { refusals.increment() }
                        }
                    }
                }
            }
            #expect(claims.value.count == 1)
            #expect(refusals.value == 63)
            for claim in claims.value { claim.release() }
            try SocketClaim(path: socket).release()
        }
    }

    @Test("a claim that was given back is free, though a child that is just being made has a copy of its lock")
    func claimReleasedUnderAFork() async throws {
        try await withTemporaryFolder { folder in
            let socket = "\(folder)/q.sock"
            let claim = try SocketClaim(path: socket)
            let child = InheritedDescriptors(of: socket + ".lock")
            claim.release()
            try SocketClaim(path: socket).release()
            #expect(child.count == 1)
        }
    }

    @Test("missing folders are made for the owner alone, and the socket gets its mode")
    func modes() async throws {
        try await withTemporaryFolder { folder in
            let socket = "\(folder)/a/b/q.sock"
            try await withDaemon(FakeBackend(), on: socket, configure: { $0.socketMode = 0o640 }) { _ in
                #expect(try mode(of: "\(folder)/a/b") == 0o700)
                try await eventually { try mode(of: socket) == 0o640 }
            }
            #expect(!FileManager.default.fileExists(atPath: socket))
        }
    }

    @Test("a path that does not fit into an address is refused with the remedy")
    func longPath() throws {
        let path = "/tmp/" + String(repeating: "x", count: 103)
        let error = try #require(throws: SocketError.self) { try SocketClaim(path: path) }
        #expect(error == .pathTooLong(path: path, limit: 107))
        #expect("\(error)".contains("--socket"))
    }

    @Test("a folder that cannot be made is named")
    func impossibleFolder() throws {
        let error = try #require(throws: SocketError.self) { try SocketClaim(path: "/dev/null/a/q.sock") }
        guard case .system(_, let path, _) = error else {
            Issue.record("\(error)")
            return
        }
        #expect(path.hasPrefix("/dev/null/a"))
    }
}
