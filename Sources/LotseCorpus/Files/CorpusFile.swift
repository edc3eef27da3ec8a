import Foundation

/// Opens the files of a corpus: regular files inside the root only, and never blocking.
struct CorpusFile: ~Copyable {
    private let descriptor: Int32
    /// Bytes, as of opening.
    let size: Int

    /// - Throws: why not, in words; `isRegular` false for pipes, sockets and devices.
    init(path: String, below root: String) throws(Failure) {
        guard let real = Self.realPath(path) else { throw Failure(reason: Self.reason(errno)) }
        guard Self.isInside(real, root) else {
            throw Failure(reason: "it is a symbolic link that leads out of the corpus", code: .link)
        }
        // O_NONBLOCK: opening a pipe that nobody writes to would wait for ever.
        let opened = open(real, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOFOLLOW)
        guard opened >= 0 else { throw Failure(reason: Self.reason(errno)) }
        var status = stat()
        guard fstat(opened, &status) == 0 else {
            let reason = Self.reason(errno)
            close(opened)
            throw Failure(reason: reason)
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            close(opened)
            throw Failure(reason: "it is no regular file", code: .notAFile)
        }
        descriptor = opened
        size = Int(status.st_size)
    }

    deinit { close(descriptor) }

    /// Reads up to `count` bytes onto the end of `buffer`.
    /// - Returns: how many; 0 at the end.
    func read(_ count: Int, into buffer: inout [UInt8]) throws(Failure) -> Int {
        var received = 0
        var failure: Int32 = 0
        let start = buffer.count
        let piece = [UInt8](unsafeUninitializedCapacity: count) { target, initialized in
            repeat {
                received = Foundation.read(descriptor, target.baseAddress, count)
            } while received < 0 && errno == EINTR
            if received < 0 { failure = errno }
            initialized = max(received, 0)
        }
        guard received >= 0 else { throw Failure(reason: Self.reason(failure)) }
        if start == 0 { buffer = piece } else { buffer.append(contentsOf: piece) }
        return received
    }

    /// The whole file.
    /// - Throws: also when it holds more than `limit` bytes.
    func contents(limit: Int) throws(Failure) -> [UInt8] {
        guard size <= limit else { throw Failure(reason: "it has \(size) bytes", code: .tooLarge) }
        var bytes: [UInt8] = []
        // One byte more than stated, so that the end of the file is seen in the first call.
        while try read(max(size - bytes.count, 0) + 1, into: &bytes) > 0 {
            guard bytes.count <= limit else { throw Failure(reason: "it grows while it is read", code: .tooLarge) }
        }
        return bytes
    }

    /// Why a file cannot be used.
    struct Failure: Error {
        var reason: String
        var code = Problem.Code.unreadable
    }

    /// The path without symbolic links, `.` and `..`.
    static func realPath(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    static func isInside(_ path: String, _ root: String) -> Bool {
        path.utf8.starts(with: (root.hasSuffix("/") ? root : root + "/").utf8)
    }

    static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }
}
