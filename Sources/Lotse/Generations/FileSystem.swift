import Crypto
import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The system calls that publishing needs: everything that must be on the disk before a name changes goes through here.
enum FileSystem {
    /// The error for a failed call, with a full disk told apart.
    static func failure(_ path: String, _ action: String, _ code: Int32 = errno) -> LotseError {
        if code == ENOSPC || code == EDQUOT { return .diskFull(path: path) }
        return .io(path: path, detail: "\(action) failed: \(String(cString: strerror(code)))")
    }

    /// Whether less than a megabyte is free where a path lies.
    static func isFull(at path: String) -> Bool {
        var info = statvfs()
        guard statvfs(path, &info) == 0 else { return false }
        return UInt64(info.f_bavail) * UInt64(info.f_frsize) < 1 << 20
    }

    /// Flushes a file or folder to the disk.
    static func sync(_ path: String) throws(LotseError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(path, "opening") }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure(path, "flushing") }
    }

    /// Flushes every file and folder below a folder, and the folder itself.
    static func syncTree(_ path: String) throws(LotseError) {
        for name in try entries(path) {
            let child = path + "/" + name
            if isFolder(child) { try syncTree(child) } else { try sync(child) }
        }
        try sync(path)
    }

    static func isFolder(_ path: String) -> Bool {
        var info = stat()
        return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
    }

    static func exists(_ path: String) -> Bool {
        var info = stat()
        return lstat(path, &info) == 0
    }

    /// The names in a folder, sorted.
    static func entries(_ path: String) throws(LotseError) -> [String] {
        guard let folder = opendir(path) else { throw failure(path, "listing") }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: entry.pointee.d_name)) {
                    String(cString: $0)
                }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// Makes a folder and those above it.
    static func makeFolder(_ path: String) throws(LotseError) {
        if isFolder(path) { return }
        let parent = (path as NSString).deletingLastPathComponent
        if !parent.isEmpty, parent != path { try makeFolder(parent) }
        guard mkdir(path, 0o755) == 0 || errno == EEXIST && isFolder(path) else {
            throw failure(path, "making the folder")
        }
    }

    /// Removes a file, or a folder with what it holds. What is not there is no error.
    static func remove(_ path: String) throws(LotseError) {
        var info = stat()
        guard lstat(path, &info) == 0 else { return }
        if info.st_mode & S_IFMT == S_IFDIR {
            for name in try entries(path) { try remove(path + "/" + name) }
            guard rmdir(path) == 0 || errno == ENOENT else { throw failure(path, "removing") }
        } else {
            guard unlink(path) == 0 || errno == ENOENT else { throw failure(path, "removing") }
        }
    }

    static func rename(_ from: String, _ to: String) throws(LotseError) {
        #if canImport(Glibc)
            let result = Glibc.rename(from, to)
        #elseif canImport(Musl)
            let result = Musl.rename(from, to)
        #else
            let result = Darwin.rename(from, to)
        #endif
        guard result == 0 else { throw failure(to, "renaming") }
    }

    /// The target of a symbolic link, or nil where there is none.
    static func linkTarget(_ path: String) -> String? {
        var buffer = [CChar](repeating: 0, count: 4097)
        let length = readlink(path, &buffer, 4096)
        guard length > 0 else { return nil }
        return String(decoding: buffer[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Makes a symbolic link appear or change in one step that survives a crash.
    static func replaceLink(_ path: String, target: String) throws(LotseError) {
        let temporary = path + ".new"
        try remove(temporary)
        guard symlink(target, temporary) == 0 else { throw failure(temporary, "linking") }
        try rename(temporary, path)
        try sync((path as NSString).deletingLastPathComponent)
    }

    /// Writes a whole file.
    static func write(_ data: Data, to path: String) throws(LotseError) { try write([data], to: path) }

    /// Writes a whole file from its pieces, which need not be put together for that.
    static func write(_ pieces: [any ContiguousBytes], to path: String) throws(LotseError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw failure(path, "writing") }
        defer { close(descriptor) }
        for piece in pieces {
            let isWritten = piece.withUnsafeBytes { write($0, to: descriptor) }
            guard isWritten else { throw failure(path, "writing") }
        }
    }

    private static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let left = UnsafeRawBufferPointer(rebasing: rest)
            #if canImport(Glibc)
                let count = Glibc.write(descriptor, left.baseAddress, left.count)
            #elseif canImport(Musl)
                let count = Musl.write(descriptor, left.baseAddress, left.count)
            #else
                let count = Darwin.write(descriptor, left.baseAddress, left.count)
            #endif
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    static func read(_ path: String) throws(LotseError) -> Data {
        do {
            return try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)
        } catch {
            throw .io(path: path, detail: "reading failed: \(error.localizedDescription)")
        }
    }

    /// SHA-256 of a file, in hex, and its size in bytes.
    static func digest(_ path: String) throws(LotseError) -> (sha256: String, size: Int) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(path, "opening") }
        defer { close(descriptor) }
        var hash = SHA256()
        var total = 0
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            #if canImport(Glibc)
                let count = Glibc.read(descriptor, &buffer, buffer.count)
            #elseif canImport(Musl)
                let count = Musl.read(descriptor, &buffer, buffer.count)
            #else
                let count = Darwin.read(descriptor, &buffer, buffer.count)
            #endif
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw failure(path, "reading") }
            if count == 0 { break }
            hash.update(data: buffer[..<count])
            total += count
        }
        return (hash.finalize().hex, total)
    }

    /// Copies a file, sharing its blocks where the file system can.
    static func copy(_ from: String, to: String) throws(LotseError) {
        do {
            try FileManager.default.copyItem(atPath: from, toPath: to)
        } catch {
            let code = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
            if code?.code == Int(ENOSPC) || (error as? CocoaError)?.code == .fileWriteOutOfSpace {
                throw .diskFull(path: to)
            }
            throw .io(path: to, detail: "copying failed: \(error.localizedDescription)")
        }
    }
}

extension Sequence<UInt8> {
    /// The bytes as lower-case hex digits.
    var hex: String {
        map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }
}
