import Foundation
import Testing

@testable import Xapian

@Suite("Errors")
struct ErrorTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func error(_ body: () throws -> Void) throws -> XapianError {
        do {
            try body()
        } catch {
            return try #require(error as? XapianError)
        }
        throw XapianError(code: .unknown, message: "nothing was thrown")
    }

    @Test("a missing path is named")
    func missing() throws {
        let error = try error { _ = try Database(path: folder("fehlt")) }
        #expect(error.code == .databaseNotFound)
        #expect(error.description.contains(folder("fehlt")))
        #expect(error.description.hasSuffix("check the path, or create the database first"))
    }

    @Test("of several paths the missing one is named")
    func missingSecond() throws {
        try writeTexts(texts, to: folder("db"))
        let error = try error { _ = try Database(paths: [folder("db"), folder("zweite")]) }
        #expect(error.context == folder("zweite"))
    }

    @Test("a folder that is no database cannot be opened")
    func noDatabase() throws {
        let error = try error { _ = try Database(path: folder.path) }
        #expect([.databaseOpening, .databaseNotFound].contains(error.code))
    }

    @Test("paths that the system would cut short or misread are refused", arguments: ["", "a\u{0}b"])
    func badPaths(path: String) throws {
        #expect(try error { _ = try Database(path: path) }.code == .invalidArgument)
        #expect(try error { _ = try WritableDatabase(path: path) }.code == .invalidArgument)
        #expect(try error { _ = try Maintenance.check(path) }.code == .invalidArgument)
        #expect(try error { try Maintenance.compact(from: [path], to: folder("out")) }.code == .invalidArgument)
        try writeTexts(texts, to: folder("db\(path.utf8.count)"))
        let source = folder("db\(path.utf8.count)")
        #expect(try error { try Maintenance.compact(from: [source], to: path) }.code == .invalidArgument)
    }

    @Test("a damaged version file is an error when opening")
    func damagedVersion() throws {
        try writeTexts(texts, to: folder("db"))
        try Data(repeating: 0xAA, count: 300).write(to: URL(fileURLWithPath: folder("db") + "/iamglass"))
        let code = try error { _ = try Database(path: folder("db")) }.code
        #expect([.databaseCorrupt, .databaseOpening, .databaseVersion].contains(code))
    }

    @Test("a damaged table is an error when searching, never a crash")
    func damagedTable() throws {
        try writeTexts(texts, to: folder("db"))
        let table = URL(fileURLWithPath: folder("db") + "/postlist.glass")
        let size = try Data(contentsOf: table).count
        try Data(repeating: 0xAA, count: size).write(to: table)
        let code = try error {
            let database = try Database(path: folder("db"))
            _ = try database.search(.term("haus"))
        }.code
        #expect([.databaseCorrupt, .database, .databaseOpening].contains(code))
    }

    @Test("codes are open, and their names are Xapian's")
    func codes() {
        #expect(XapianError.Code(rawValue: "DatabaseLockError") == .databaseLock)
        let unheard = XapianError(code: .init(rawValue: "SomethingNewError"), message: "neu")
        #expect(unheard.description == "SomethingNewError: neu")
        #expect(unheard.code.remedy == nil)
    }
}
