/// Where the daemon's query socket is.
public enum SocketPath {
    /// Longest path that fits into a Unix socket address on Linux (`sun_path`, 108 bytes with the closing zero).
    public static let longest = 107

    /// The default query socket: below `$XDG_RUNTIME_DIR` for a user's own daemon, else below `/run` for the system's.
    ///
    /// - Parameter environment: the process environment.
    /// - Returns: an absolute path.
    public static func standard(environment: [String: String]) -> String {
        // The XDG base directory specification says that a relative path in this variable is to be ignored.
        if let runtime = environment["XDG_RUNTIME_DIR"], runtime.hasPrefix("/") {
            return runtime.hasSuffix("/") ? "\(runtime)lotse/query.sock" : "\(runtime)/lotse/query.sock"
        }
        return "/run/lotse/query.sock"
    }
}
