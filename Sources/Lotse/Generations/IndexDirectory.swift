import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The folder of an index: its generations, the link to the current one, and the writers' lock.
public struct IndexDirectory: Sendable, Hashable {
    /// The folder's path, without a slash at the end.
    public let path: String

    /// An index folder. Nothing is read or made yet.
    public init(path: String) {
        self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    }

    var generationsPath: String { path + "/generations" }
    var currentLink: String { path + "/current" }

    /// The folder name of a generation.
    static func name(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 6 - digits.count)) + digits
    }

    func folder(_ number: Int) -> String { generationsPath + "/" + IndexDirectory.name(number) }
    func buildingFolder(_ number: Int) -> String { folder(number) + ".building" }

    /// The number of the published generation, or nil where none is. One system call.
    public func currentNumber() -> Int? {
        guard let target = FileSystem.linkTarget(currentLink), let name = target.split(separator: "/").last else {
            return nil
        }
        return Int(name)
    }

    /// The numbers of all whole generations, rising.
    public func numbers() -> [Int] {
        ((try? FileSystem.entries(generationsPath)) ?? []).compactMap { Int($0) }.sorted()
    }

    /// Makes a whole generation the current one: the only step that readers see.
    func publish(_ number: Int) throws(LotseError) {
        try FileSystem.sync(generationsPath)
        try FileSystem.replaceLink(currentLink, target: "generations/" + IndexDirectory.name(number))
    }

    /// Removes what a run that was killed left behind.
    func removeOrphans() throws(LotseError) {
        guard FileSystem.isFolder(generationsPath) else { return }
        for name in try FileSystem.entries(generationsPath) where Int(name) == nil {
            try FileSystem.remove(generationsPath + "/" + name)
        }
        try FileSystem.remove(currentLink + ".new")
    }

    /// Removes all generations but the current one and the newest others.
    ///
    /// - Parameter keep: how many generations stay, the current one counted.
    /// - Returns: the numbers that were removed.
    @discardableResult
    func prune(keep: Int) throws(LotseError) -> [Int] {
        guard let current = currentNumber() else { return [] }
        let others = numbers().filter { $0 != current }
        let removed = Array(others.dropLast(max(0, keep - 1)))
        for number in removed { try remove(number) }
        return removed
    }

    /// Removes the generations between the one that was current and the one that is now: they were taken back, or a
    /// run was killed before it published them. A rollback must not lead to them.
    func removeAbandoned(after previous: Int?) throws(LotseError) {
        guard let previous, let current = currentNumber() else { return }
        for number in numbers() where number > previous && number < current { try remove(number) }
    }

    private func remove(_ number: Int) throws(LotseError) {
        // Renamed first: a reader that opens it meanwhile gets a whole generation or none.
        let gone = folder(number) + ".removed"
        try FileSystem.rename(folder(number), gone)
        try FileSystem.remove(gone)
    }

    /// Makes the newest generation below the current one the current one.
    ///
    /// - Returns: the number that is current now.
    /// - Throws: ``LotseError/noIndex(path:)`` where there is none to go back to; an error that says why where this program
    ///   could not read it. The current one then stays.
    public func rollback() throws(LotseError) -> Int {
        let lock = try WriterLock(self)
        defer { lock.release() }
        guard let current = currentNumber() else { throw .noIndex(path: path) }
        guard let earlier = numbers().last(where: { $0 < current }) else {
            throw .io(path: path, detail: "there is no generation before \(current) to go back to")
        }
        let rules = Fingerprint.rules(of: try Manifest.read(folder(earlier)).fingerprint)
        guard rules == Fingerprint.programRules else {
            throw .otherFingerprint(path: folder(earlier), found: rules, expected: Fingerprint.programRules)
        }
        try publish(earlier)
        return earlier
    }
}

/// The lock that one writer holds at a time; readers never wait for it.
final class WriterLock {
    private var descriptor: Int32

    /// Takes the lock or throws ``LotseError/locked(path:)`` at once.
    init(_ directory: IndexDirectory) throws(LotseError) {
        try FileSystem.makeFolder(directory.path)
        let path = directory.path + "/lock"
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw FileSystem.failure(path, "opening") }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            close(descriptor)
            if code == EWOULDBLOCK { throw .locked(path: directory.path) }
            throw FileSystem.failure(path, "locking", code)
        }
    }

    func release() {
        guard descriptor >= 0 else { return }
        // Given back in so many words: closing alone leaves the lock to a child that another thread is just making,
        // which has a copy of the descriptor until it runs its program.
        flock(descriptor, LOCK_UN)
        close(descriptor)
        descriptor = -1
    }

    deinit { release() }
}
