import Foundation
import Testing

@testable import Xapian

@Suite("Maintenance")
struct MaintenanceTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        for part in 0..<4 {
            try writeTexts(["haus \(part)", "boot \(part)"], to: folder("part\(part)"))
        }
    }

    private var parts: [String] { (0..<4).map { folder("part\($0)") } }

    @Test("several databases are merged into one, in their order")
    func merge() throws {
        var options = Maintenance.CompactOptions()
        options.multipass = true
        options.level = .fuller
        options.blockSize = 16384
        try Maintenance.compact(from: parts, to: folder("out"), options: options)
        let database = try Database(path: folder("out"))
        #expect(try database.documentCount == 8)
        #expect(try database.postings(of: "haus") == [1, 3, 5, 7])
        #expect(try database.document(8, parts: .data).data.text == "boot 3")
        #expect(try Maintenance.check(folder("out")).problemCount == 0)
    }

    @Test("a single-file database is read like any other")
    func singleFile() throws {
        var options = Maintenance.CompactOptions()
        options.singleFile = true
        try Maintenance.compact(from: parts, to: folder("single"), options: options)
        var isFolder: ObjCBool = true
        #expect(FileManager.default.fileExists(atPath: folder("single"), isDirectory: &isFolder))
        #expect(!isFolder.boolValue)
        #expect(try Database(path: folder("single")).search(.term("haus")).hits.count == 4)
    }

    @Test("ids are kept if asked, and must not overlap then")
    func keptIDs() throws {
        var options = Maintenance.CompactOptions()
        options.renumber = false
        #expect(
            errorCode { try Maintenance.compact(from: parts, to: folder("out"), options: options) }
                == .invalidOperation)
        var writer = try WritableDatabase(path: folder("high"))
        var builder = DocumentBuilder()
        try builder.add(term: "hoch")
        try writer.replace(100, with: builder)
        try writer.close()
        try Maintenance.compact(from: [folder("part0"), folder("high")], to: folder("kept"), options: options)
        #expect(try Database(path: folder("kept")).postings(of: "hoch") == [100])
    }

    @Test("of metadata with one key the first source's stays")
    func metadata() throws {
        for part in 0..<2 {
            var writer = try WritableDatabase(path: folder("part\(part)"), mode: .open)
            try writer.setMetadata("gemeinsam", "von \(part)")
            try writer.setMetadata("eigen\(part)", "ja")
            try writer.close()
        }
        try Maintenance.compact(from: Array(parts.prefix(2)), to: folder("out"))
        let database = try Database(path: folder("out"))
        #expect(try database.metadata("gemeinsam").text == "von 0")
        #expect(try database.metadataKeys() == ["eigen0", "eigen1", "gemeinsam"])
    }

    @Test("nothing, a missing source and a wrong block size cannot be compacted")
    func refused() throws {
        #expect(errorCode { try Maintenance.compact(from: [], to: folder("out")) } == .invalidArgument)
        #expect(
            errorCode { try Maintenance.compact(from: [folder("fehlt")], to: folder("out")) } == .databaseNotFound)
        var options = Maintenance.CompactOptions()
        options.blockSize = 5000
        #expect(
            errorCode { try Maintenance.compact(from: parts, to: folder("out"), options: options) } == .invalidArgument)
    }

    @Test("a sound database has no problems, a damaged one has")
    func check() throws {
        let sound = try Maintenance.check(folder("part0"))
        #expect(sound.problemCount == 0)
        #expect(sound.lines.contains { $0.contains("postlist") })

        let table = URL(fileURLWithPath: folder("part1") + "/postlist.glass")
        let size = try Data(contentsOf: table).count
        try Data(repeating: 0x55, count: size).write(to: table)
        let damaged = try Maintenance.check(folder("part1"))
        #expect(damaged.problemCount > 0)

        #expect(errorCode { _ = try Maintenance.check(folder("fehlt")) } == .databaseOpening)
    }
}
