#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The standard error stream.
enum StandardError {
    /// Prints a line.
    static func print(_ line: String) {
        // By the system call, because the C library's stream is a mutable global that the compiler rightly refuses.
        _ = Array("\(line)\n".utf8).withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}
