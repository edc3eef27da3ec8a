import NIOConcurrencyHelpers

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// An exclusive lock on a file, held until it is released or the process ends.
final class FileLock: Sendable {
    private let descriptor: NIOLockedValueBox<Int32?>

    /// Takes the lock without waiting; the file is made where it is missing.
    ///
    /// - Returns: `nil` when somebody else holds it.
    /// - Throws: ``SocketError`` when the file cannot be opened.
    init?(path: String) throws(SocketError) {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw .system(step: "open", path: path) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let isHeld = errno == EWOULDBLOCK
            let error = SocketError.system(step: "lock", path: path)
            close(descriptor)
            if isHeld { return nil }
            throw error
        }
        self.descriptor = NIOLockedValueBox(descriptor)
    }

    deinit { release() }

    /// Gives the lock back; a second call does nothing.
    func release() {
        guard let descriptor = descriptor.withLockedValue({ $0.take() }) else { return }
        // Given back in so many words: closing alone leaves the lock to a child that another thread is just making,
        // which has a copy of the descriptor until it runs its program.
        flock(descriptor, LOCK_UN)
        close(descriptor)
    }
}
