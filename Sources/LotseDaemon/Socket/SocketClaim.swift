import LotseAPI

/// The right to listen on a socket path.
///
/// The server below removes whatever socket stands at its path before it binds. So whoever wants to bind takes a lock
/// first (`flock` on `PATH.lock`, which the kernel gives back when the process ends, however it ends), then looks
/// whether somebody answers, and only then removes a socket that nobody answers on. Two daemons that start at the same
/// time meet at the lock.
final class SocketClaim: Sendable {
    private let lock: FileLock

    /// Claims a path: makes its folder (mode 0700) where it is missing, and removes a socket that is left over.
    ///
    /// - Throws: ``SocketError``.
    init(path: String) throws(SocketError) {
        guard path.utf8.count <= SocketPath.longest else {
            throw .pathTooLong(path: path, limit: SocketPath.longest)
        }
        try SocketFile.makeFolder(of: path)
        // Looked at before the lock as well, so that a mistyped path leaves no lock file beside a foreign file.
        if try SocketFile.kind(of: path) == .other { throw .notASocket(path: path) }
        // The lock file stays when the daemon ends: if it were removed, two daemons could each hold a lock, one on the
        // file that was removed under it and one on its successor.
        guard let lock = try FileLock(path: path + ".lock") else { throw .inUse(path: path) }
        self.lock = lock
        guard let kind = try SocketFile.kind(of: path) else { return }
        guard kind == .socket else { throw .notASocket(path: path) }
        guard try !SocketFile.isAnswered(path) else { throw .inUse(path: path) }
        try SocketFile.remove(path)
    }

    /// Gives the path back. The server has removed its socket by then: it does so when it stops listening.
    func release() {
        lock.release()
    }
}
