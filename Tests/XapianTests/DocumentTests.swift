import Testing

@testable import Xapian

@Suite("Documents")
struct DocumentTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Writes one document and reads it back.
    private func roundTrip(_ builder: DocumentBuilder) throws -> StoredDocument {
        var writer = try WritableDatabase(path: folder("db"), mode: .createOrOverwrite, options: .noSync)
        let id = try writer.add(builder)
        try writer.close()
        return try Database(path: folder("db")).document(id, parts: [.data, .values, .positions])
    }

    @Test("everything put into a document comes back")
    func everything() throws {
        var builder = DocumentBuilder()
        try builder.add(term: "haus", wdf: 3, positions: [2, 9])
        try builder.add(term: "allein", wdf: 2)
        try builder.addBoolean(term: "XKforum")
        try builder.setValue(0, "wert")
        try builder.setValue(7, number: -1.5)
        try builder.setData("inhalt")
        let document = try roundTrip(builder)
        #expect(document.data.text == "inhalt")
        #expect(document.values == [0: Array("wert".utf8), 7: SortableNumber.serialise(-1.5)])
        #expect(
            document.terms == [
                .init(term: Array("XKforum".utf8), wdf: 0, positions: []),
                .init(term: Array("allein".utf8), wdf: 2, positions: []),
                .init(term: Array("haus".utf8), wdf: 3, positions: [2, 9]),
            ])
    }

    @Test("repeated terms add up, repeated values and data replace")
    func repetition() throws {
        var builder = DocumentBuilder()
        try builder.add(term: "haus", wdf: 1, positions: [5])
        try builder.add(term: "haus", wdf: 2, positions: [1, 5])
        try builder.setValue(0, "alt")
        try builder.setValue(0, "neu")
        try builder.setValue(1, "weg")
        try builder.setValue(1, "")
        try builder.setData("alt")
        try builder.setData("neu")
        let document = try roundTrip(builder)
        #expect(document.terms == [.init(term: Array("haus".utf8), wdf: 3, positions: [1, 5])])
        #expect(document.values == [0: Array("neu".utf8)])
        #expect(document.data.text == "neu")
    }

    @Test("NUL bytes and bytes that are no text survive in terms, values and data")
    func anyBytes() throws {
        let every = [UInt8](0...255)
        var builder = DocumentBuilder()
        try builder.add(term: [0], wdf: 1, positions: [1])
        try builder.add(term: [0, 0x61, 0, 0xFF], wdf: 1, positions: [2])
        try builder.addBoolean(term: [0x61, 0])
        try builder.setValue(3, bytes: [0, 1, 0])
        try builder.setData(every)
        let document = try roundTrip(builder)
        #expect(document.terms.map(\.term) == [[0], [0, 0x61, 0, 0xFF], [0x61, 0]])
        #expect(document.values == [3: [0, 1, 0]])
        #expect(document.data == every)

        let database = try Database(path: folder("db"))
        #expect(try database.search(.phrase([.term([0]), .term([0, 0x61, 0, 0xFF])])).ids == [1])
        #expect(try database.search(.term([0x61])).ids == [])
        #expect(try database.search(.valueRange(3, from: [0, 1, 0], to: [0, 1, 0])).ids == [1])
        #expect(try database.search(.wildcard(prefix: [0, 0x61])).ids == [1])
        #expect(try database.termFrequencies(of: [[0x61, 0], [0x61]]).map(\.documents) == [1, 0])
        #expect(try database.postings(of: [0x61, 0]) == [1])
    }

    @Test("the longest term is stored, one byte more is refused and changes nothing")
    func termLength() throws {
        var builder = DocumentBuilder()
        let longest = [UInt8](repeating: 0x61, count: 245)
        let longestWithZeros = [UInt8](repeating: 0, count: 122) + [0x61]
        try builder.add(term: longest)
        try builder.addBoolean(term: longestWithZeros)
        let before = builder.bytes
        #expect(errorCode { try builder.add(term: longest + [0x61]) } == .invalidArgument)
        #expect(errorCode { try builder.addBoolean(term: longest + [0x61]) } == .invalidArgument)
        #expect(errorCode { try builder.add(term: longestWithZeros + [0]) } == .invalidArgument)
        #expect(errorCode { try builder.add(term: "") } == .invalidArgument)
        #expect(errorCode { try builder.addBoolean(term: [UInt8]()) } == .invalidArgument)
        #expect(builder.bytes == before)
        #expect(try roundTrip(builder).terms.count == 2)
    }

    @Test("a term full of NUL bytes at the limit survives the commit")
    func zerosAtTheLimit() throws {
        var builder = DocumentBuilder()
        let zeros = [UInt8](repeating: 0, count: 122)
        try builder.add(term: zeros, wdf: 1, positions: [1, 4, 900])
        #expect(try roundTrip(builder).terms == [.init(term: zeros, wdf: 1, positions: [1, 4, 900])])
    }

    @Test("a reset builder is as good as a new one")
    func reset() throws {
        var builder = DocumentBuilder()
        try builder.add(term: "alt", wdf: 1, positions: [1])
        builder.reset()
        #expect(builder.bytes.isEmpty)
        try builder.add(term: "neu")
        #expect(try roundTrip(builder).terms.map(\.term.text) == ["neu"])
    }

    @Test("random documents come back as they were", arguments: 0..<5)
    func random(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        var builder = DocumentBuilder()
        var expected: [[UInt8]: (wdf: UInt32, positions: [UInt32])] = [:]
        for _ in 0..<200 {
            let length = Int.random(in: 1...30, using: &generator)
            let term = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
            let positions = Set(
                (0..<Int.random(in: 0...20, using: &generator)).map { _ in
                    UInt32.random(in: 1...1_000_000, using: &generator)
                })
            let wdf = UInt32.random(in: 0...50, using: &generator)
            expected[term] = (wdf, positions.sorted())
            try builder.add(term: term, wdf: wdf, positions: positions.shuffled(using: &generator))
        }
        let document = try roundTrip(builder)
        #expect(document.terms.count == expected.count)
        for term in document.terms {
            #expect(expected[term.term]?.wdf == term.wdf)
            #expect(expected[term.term]?.positions == term.positions)
        }
    }
}
