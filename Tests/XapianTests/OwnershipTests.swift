import Foundation
import Testing

/// A Swift compiler and the modules of this build, to compile small programs against.
private struct Compiler {
    let compiler: URL
    let modules: URL
    let shimModuleMap: URL

    /// `nil` where there is no compiler on the PATH, or the tests do not stand in a build folder.
    static let found: Compiler? = {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        let compiler = path.split(separator: ":").map { URL(fileURLWithPath: String($0) + "/swiftc") }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
        guard let compiler else { return nil }
        var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        while folder.path != "/" {
            let modules = folder.appendingPathComponent("Modules")
            let map = folder.appendingPathComponent("CXapian.build/module.modulemap")
            let hasModule = FileManager.default.fileExists(
                atPath: modules.appendingPathComponent("Xapian.swiftmodule").path)
            if hasModule, FileManager.default.fileExists(atPath: map.path) {
                return Compiler(compiler: compiler, modules: modules, shimModuleMap: map)
            }
            folder.deleteLastPathComponent()
        }
        return nil
    }()

    /// Compiles as far as the checks of ownership and isolation, which a mere type check does not reach.
    func messages(for source: String) throws -> (accepted: Bool, text: String) {
        let folder = try TemporaryFolder()
        let file = URL(fileURLWithPath: folder("snippet.swift"))
        try source.write(to: file, atomically: true, encoding: .utf8)
        let process = Process()
        let output = Pipe()
        process.executableURL = compiler
        process.arguments = [
            "-emit-sil", "-o", "/dev/null", "-swift-version", "6", "-parse-as-library", "-module-name", "Snippet",
            "-module-cache-path", folder("cache"),
            "-I", modules.path, "-Xcc", "-fmodule-map-file=\(shimModuleMap.path)", file.path,
        ]
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus == 0, text)
    }
}

@Suite("Ownership", .enabled(if: Compiler.found != nil, "no swiftc on the PATH, or no modules beside the tests"))
struct OwnershipTests {
    @Test("a program that keeps to the rules is accepted")
    func accepted() throws {
        let outcome = try #require(Compiler.found).messages(
            for: """
                import Xapian

                struct Reader: ~Copyable {
                    var database: Database
                    var cache: [String: Int] = [:]
                }

                func write(_ path: String) throws {
                    var writer = try WritableDatabase(path: path)
                    var document = DocumentBuilder()
                    try document.add(term: "haus")
                    try writer.add(document)
                    try writer.close()
                }

                func search(_ pool: Pool<Reader>, _ query: Query) async throws -> [DocumentID] {
                    let result = try pool.withResource { reader in
                        reader.cache["searches", default: 0] += 1
                        return try reader.database.search(query)
                    }
                    return await Task { result.hits.map(\\.id) }.value
                }

                func makePool(_ path: String) -> Pool<Reader> {
                    Pool(limit: 2) { Reader(database: try Database(path: path)) }
                }
                """)
        #expect(outcome.accepted, "\(outcome.text)")
    }

    /// Programs that must not compile, each with words of the message that says why.
    static let refused: [(source: String, reason: String)] = [
        (
            // A copy would be a second owner of the handle.
            """
            import Xapian
            func copy(_ path: String) throws {
                let database = try Database(path: path)
                let second = database
                _ = try second.documentCount
                _ = try database.documentCount
            }
            """, "used after consume"
        ),
        (
            // After close() there is no handle.
            """
            import Xapian
            func useAfterClose(_ path: String) throws {
                var writer = try WritableDatabase(path: path)
                try writer.close()
                try writer.commit()
            }
            """, "used after consume"
        ),
        (
            """
            import Xapian
            func needsSendable<T: Sendable & ~Copyable>(_ value: borrowing T) {}
            func check(_ database: borrowing Database) { needsSendable(database) }
            """, "Sendable"
        ),
        (
            """
            import Xapian
            func send(_ path: String) throws {
                let database = try Database(path: path)
                Task { _ = try database.documentCount }
                _ = try database.documentCount
            }
            """, "SendingRisksDataRace"
        ),
        (
            """
            import Xapian
            func escape(_ pool: DatabasePool) throws -> Database {
                try pool.withResource { database in database }
            }
            """, "Copyable"
        ),
        (
            // What hangs on the resource must not leave either, even if it can be copied.
            """
            import Xapian
            final class Cache { var entries = 0 }
            struct Reader: ~Copyable { var cache = Cache() }
            func escape(_ pool: Pool<Reader>) throws -> Cache {
                try pool.withResource { reader in reader.cache }
            }
            """, "Sendable"
        ),
        (
            """
            import Xapian
            final class Cache { var entries = 0 }
            struct Reader: ~Copyable { var cache = Cache() }
            func smuggle(_ pool: Pool<Reader>, _ mine: Cache) throws {
                try pool.withResource { reader in reader.cache = mine }
            }
            """, "inout sending"
        ),
        (
            """
            import Xapian
            final class Cache { var entries = 0 }
            struct Reader: ~Copyable { var cache = Cache() }
            func keep(_ pool: Pool<Reader>) throws {
                var kept: Cache?
                try pool.withResource { reader in kept = reader.cache }
                _ = kept
            }
            """, "inout sending"
        ),
    ]

    @Test("a program that copies, sends or keeps a handle is refused", arguments: refused.indices)
    func isRefused(index: Int) throws {
        let (source, reason) = Self.refused[index]
        let outcome = try #require(Compiler.found).messages(for: source)
        #expect(!outcome.accepted, "this must not compile:\n\(source)")
        let errors = outcome.text.split(separator: "\n").filter { $0.contains("error:") }
        #expect(errors.contains { $0.contains(reason) }, "refused for another reason:\n\(outcome.text)")
    }
}
