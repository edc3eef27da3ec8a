import Testing

@testable import Xapian

@Suite("Writing")
struct WritableDatabaseTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func document(_ term: String) throws -> DocumentBuilder {
        var builder = DocumentBuilder()
        try builder.add(term: term)
        return builder
    }

    @Test("documents are added, replaced and deleted by id and by term")
    func changes() throws {
        var writer = try WritableDatabase(path: folder("db"))
        #expect(try writer.add(document("a")) == 1)
        #expect(try writer.add(document("b")) == 2)
        #expect(try writer.replace(uniqueTerm: "a", with: document("c")) == 1)
        #expect(try writer.replace(uniqueTerm: "neu", with: document("neu")) == 3)
        try writer.replace(2, with: document("d"))
        try writer.replace(9, with: document("e"))
        #expect(try writer.documentCount == 4)
        #expect(try writer.lastDocumentID == 9)
        try writer.delete(9)
        try writer.delete(uniqueTerm: "neu")
        try writer.delete(uniqueTerm: "fehlt")
        #expect(errorCode { try writer.delete(9) } == .documentNotFound)
        try writer.close()

        let database = try Database(path: folder("db"))
        #expect(try database.documentCount == 2)
        #expect(try database.termFrequencies(of: ["a", "b", "c", "d", "e"]).map(\.documents) == [0, 0, 1, 1, 0])
    }

    @Test("a reader sees a commit only after reopening")
    func commit() throws {
        var writer = try WritableDatabase(path: folder("db"))
        try writer.commit()
        let reader = try Database(path: folder("db"))
        try writer.add(document("a"))
        #expect(try reader.documentCount == 0)
        #expect(try writer.withReader { reader throws(XapianError) in try reader.termFrequency("a") } == 1)
        try writer.commit()
        #expect(try reader.documentCount == 0)
        #expect(try reader.reopen())
        #expect(try reader.documentCount == 1)
        #expect(try reader.reopen() == false)
    }

    @Test("the end of a writer's life commits and releases the lock")
    func deinitialisation() throws {
        do {
            var writer = try WritableDatabase(path: folder("db"))
            try writer.add(document("a"))
        }
        var again = try WritableDatabase(path: folder("db"), mode: .open)
        #expect(try again.documentCount == 1)
        try again.setMetadata("k", "v")
        try again.close()
    }

    @Test("a transaction happens whole or not at all")
    func transactions() throws {
        struct Refused: Error {}
        var writer = try WritableDatabase(path: folder("db"))
        try writer.add(document("davor"))
        try writer.transaction { writer in
            try writer.add(document("a"))
            try writer.add(document("b"))
        }
        #expect(throws: Refused.self) {
            try writer.transaction { writer in
                try writer.add(document("c"))
                throw Refused()
            }
        }
        try writer.beginTransaction()
        try writer.add(document("d"))
        #expect(errorCode { try writer.beginTransaction() } == .invalidOperation)
        try writer.cancelTransaction()
        #expect(errorCode { try writer.commitTransaction() } == .invalidOperation)
        try writer.beginTransaction(flushed: false)
        try writer.add(document("e"))
        try writer.commitTransaction()
        try writer.close()
        let terms = ["davor", "a", "b", "c", "d", "e"]
        let database = try Database(path: folder("db"))
        #expect(try database.termFrequencies(of: terms).map(\.documents) == [1, 1, 1, 0, 0, 1])
    }

    @Test("each mode does what it says about an existing database")
    func modes() throws {
        #expect(errorCode { _ = try WritableDatabase(path: folder("db"), mode: .open) } == .databaseNotFound)
        var first = try WritableDatabase(path: folder("db"), mode: .create, blockSize: 4096)
        try first.add(document("a"))
        try first.close()
        #expect(errorCode { _ = try WritableDatabase(path: folder("db"), mode: .create) } == .databaseCreation)
        let opened = try WritableDatabase(path: folder("db"), mode: .createOrOpen)
        #expect(try opened.documentCount == 1)
        try opened.close()
        let overwritten = try WritableDatabase(path: folder("db"), mode: .createOrOverwrite)
        #expect(try overwritten.documentCount == 0)
    }

    @Test("wrong block sizes are refused instead of ignored", arguments: [0, 1, 1024, 3000, 131_072, -8192])
    func blockSizes(size: Int) {
        #expect(errorCode { _ = try WritableDatabase(path: folder("db"), blockSize: size) } == .invalidArgument)
    }

    @Test("a second writer is refused with the path and a remedy")
    func lock() throws {
        let writer = try WritableDatabase(path: folder("db"))
        do {
            _ = try WritableDatabase(path: folder("db"))
            Issue.record("two writers at a time")
        } catch {
            #expect(error.code == .databaseLock)
            #expect(error.description.contains(folder("db")))
            #expect(error.description.contains("other writer"))
        }
        try writer.close()
        _ = try WritableDatabase(path: folder("db"))
    }

    @Test("without a term list a search works, but neither matching terms nor changes")
    func noTermlist() throws {
        try writeTexts(texts, to: folder("db"), options: [.noTermlist, .noSync])
        let database = try Database(path: folder("db"))
        #expect(try database.search(.term("haus")).hits.count == 3)
        var options = SearchOptions()
        options.wantsMatchingTerms = true
        #expect(errorCode { _ = try database.search(.term("haus"), options) } == .featureUnavailable)
        #expect(errorCode { _ = try database.document(1, parts: .terms) } == .featureUnavailable)
        #expect(try database.document(1, parts: .data).data.text == texts[0])
        #expect(errorCode { _ = try WritableDatabase(path: folder("db"), mode: .open) } == .databaseOpening)

        var writer = try WritableDatabase(path: folder("new"), options: .noTermlist)
        try writer.add(document("a"))
        try writer.commit()
        #expect(errorCode { try writer.delete(1) } == .featureUnavailable)
    }
}
