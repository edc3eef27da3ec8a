import NIOCore

extension DaemonConfiguration {
    /// The number of cores that this process may use.
    public static var coreCount: Int { System.coreCount }
}
