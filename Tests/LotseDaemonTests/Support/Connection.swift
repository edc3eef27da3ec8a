import Foundation

@testable import LotseDaemon

/// A plain connection to a Unix socket, for what a well-behaved HTTP client does not do.
///
/// Its calls block, so each runs on a thread of its own: the tests' own threads also run the server's tasks.
final class Connection: Sendable {
    struct Refused: Error {
        let code: Int32
    }

    private let descriptor: Int32

    /// - Parameter patience: seconds after which a read without data fails.
    init(_ path: String, patience: Int = 30) throws {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un(path: path)
        let size = socklen_t(MemoryLayout<sockaddr_un>.size)
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, size) }
        }
        guard result == 0 else {
            // The property is not set yet, else this failure would also run deinit and close somebody else's file.
            let code = errno
            close(descriptor)
            throw Refused(code: code)
        }
        self.descriptor = descriptor
        var limit = timeval(tv_sec: patience, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    }

    deinit { close(descriptor) }

    /// Sends text.
    ///
    /// - Returns: whether all of it was taken.
    @discardableResult
    func send(_ text: String) async -> Bool {
        await onThread { [descriptor] in
            var rest = Array(text.utf8)[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes {
                    Foundation.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                }
                guard count > 0 else { return false }
                rest = rest.dropFirst(count)
            }
            return true
        }
    }

    /// Reads until the other side closes.
    ///
    /// - Returns: what was read; `nil` when the other side has not closed in time.
    func readToEnd() async -> [UInt8]? {
        await onThread { [descriptor] in
            var bytes: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: 65_536)
            while true {
                let count = recv(descriptor, &buffer, buffer.count, 0)
                if count == 0 || (count < 0 && errno == ECONNRESET) { return bytes }
                guard count > 0 else { return nil }
                bytes += buffer[..<count]
            }
        }
    }

    /// Waits, without reading, until the other side closes.
    ///
    /// - Returns: whether it closed in time.
    func waitForHangUp() async -> Bool {
        await onThread { [descriptor] in
            var request = pollfd(fd: descriptor, events: 0, revents: 0)
            return poll(&request, 1, 30_000) == 1
        }
    }

    /// Sends one byte after another, slowly and for ever.
    ///
    /// - Returns: whether the other side closed, rather than taking so many bytes.
    func trickle(_ byte: String, every pause: Duration = .milliseconds(10), atMost count: Int = 3_000) async throws
        -> Bool
    {
        for _ in 0..<count {
            guard await send(byte) else { return true }
            try await Task.sleep(for: pause)
        }
        return false
    }
}

private func onThread<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { continuation in
        Thread.detachNewThread { continuation.resume(returning: work()) }
    }
}
