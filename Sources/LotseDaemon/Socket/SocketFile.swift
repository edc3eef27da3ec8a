#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The steps on a socket's file, each with an error that names the path.
enum SocketFile {
    enum Kind {
        case socket, other
    }

    /// Makes the folder that a socket stands in, with its parents where they are missing.
    ///
    /// The last folder gets mode 0700: who may enter it may talk to the daemon, so a narrow start is the safe one.
    static func makeFolder(of path: String) throws(SocketError) {
        guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return }
        let folder = String(path[..<slash])
        if mkdir(folder, 0o700) == 0 { return }
        switch errno {
        case EEXIST: return
        case ENOENT:
            try makeFolder(of: folder)
            guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw .system(step: "make", path: folder) }
        default: throw .system(step: "make", path: folder)
        }
    }

    /// What stands at a path, or `nil` when nothing does. A symbolic link is not followed.
    static func kind(of path: String) throws(SocketError) -> Kind? {
        var status = stat()
        guard lstat(path, &status) == 0 else {
            if errno == ENOENT { return nil }
            throw .system(step: "examine", path: path)
        }
        return status.st_mode & S_IFMT == S_IFSOCK ? .socket : .other
    }

    /// Whether a process listens on a socket.
    static func isAnswered(_ path: String) throws(SocketError) -> Bool {
        #if os(Linux)
            let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0)
        #else
            let descriptor = socket(AF_UNIX, SOCK_STREAM, 0)
        #endif
        guard descriptor >= 0 else { throw .system(step: "make a socket to ask", path: path) }
        defer { close(descriptor) }
        var address = sockaddr_un(path: path)
        let size = socklen_t(MemoryLayout<sockaddr_un>.size)
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, size) }
        }
        if result == 0 { return true }
        switch errno {
        case ECONNREFUSED, ENOENT: return false
        // Its queue is full, which only a listening socket's can be.
        case EAGAIN, EINPROGRESS: return true
        default: throw .system(step: "ask", path: path)
        }
    }

    static func setMode(_ mode: UInt32, of path: String) throws(SocketError) {
        guard chmod(path, mode_t(mode)) == 0 else { throw .system(step: "set the mode of", path: path) }
    }

    static func remove(_ path: String) throws(SocketError) {
        guard unlink(path) == 0 || errno == ENOENT else { throw .system(step: "remove", path: path) }
    }
}

extension SocketError {
    /// The last system call's error. Must be made before another call changes `errno`.
    static func system(step: String, path: String) -> SocketError {
        .system(step: step, path: path, reason: String(cString: strerror(errno)))
    }
}

extension sockaddr_un {
    /// The address of a path, which must have at most ``LotseAPI/SocketPath/longest`` bytes; more are cut off.
    init(path: String) {
        self.init()
        sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &sun_path) { bytes in
            // One byte less than there is room for, so that the closing zero stays.
            for (index, byte) in path.utf8.prefix(bytes.count - 1).enumerated() { bytes[index] = byte }
        }
    }
}
