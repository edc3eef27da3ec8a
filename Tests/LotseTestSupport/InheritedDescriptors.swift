#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Copies of this process' descriptors of one file, as a child has them from the moment it is made until it runs its
/// program: `O_CLOEXEC` closes them only then.
public final class InheritedDescriptors {
    private let copies: [Int32]

    /// How many descriptors of the file there were.
    public var count: Int { copies.count }

    /// Copies all descriptors of the file at a path.
    public init(of path: String) {
        var file = stat()
        guard stat(path, &file) == 0 else {
            copies = []
            return
        }
        // Listed first: the copies are descriptors of the file as well.
        let descriptors = (0..<min(getdtablesize(), 4096)).filter { descriptor in
            var opened = stat()
            return fstat(descriptor, &opened) == 0 && opened.st_dev == file.st_dev && opened.st_ino == file.st_ino
        }
        copies = descriptors.map { dup($0) }
    }

    deinit { for copy in copies { close(copy) } }
}
