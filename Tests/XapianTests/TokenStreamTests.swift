import Testing

@testable import Xapian

@Suite("Token streams")
struct TokenStreamTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func key(_ word: String) -> UInt32 { TokenStream.key(word) }

    private func write(_ texts: [String], gap: UInt32 = 1, as name: String = "db") throws -> Database {
        var writer = try WritableDatabase(path: folder(name), mode: .create, options: [.noSync])
        var builder = DocumentBuilder()
        var stream = TokenStream()
        for text in texts {
            builder.reset()
            stream.reset()
            for (offset, word) in text.split(separator: " ").map(String.init).enumerated() {
                try builder.add(term: word)
                stream.append(key(word), at: UInt32(offset) * gap)
            }
            if !stream.bytes.isEmpty { try builder.setValue(7, bytes: stream.bytes) }
            try writer.add(builder)
        }
        try writer.close()
        return try Database(path: folder(name))
    }

    private func phrase(_ words: [String], gap: UInt32 = 1) -> Query {
        .sequence(words.enumerated().map { .init(keys: [key($1)], offset: UInt32($0) * gap) }, in: 7)
    }

    private func all(_ words: [String]) -> Query { .all(words.map { .term($0) }) }

    @Test("a sequence is found in its order and without gaps, alone and beside terms")
    func sequence() throws {
        let database = try write(texts + ["", "am haus see", "haus am haus am see"])
        for words in [["am", "see"], ["haus", "am", "see"], ["see", "see", "see"], ["haus"], ["see", "am"]] {
            let expected = (texts + ["", "am haus see", "haus am haus am see"]).enumerated()
                .filter { (" " + $1 + " ").contains(" " + words.joined(separator: " ") + " ") }
                .map { DocumentID($0.offset + 1) }
            let options = SearchOptions(limit: 20)
            #expect(try database.search(phrase(words), options).ids.sorted() == expected, "\(words)")
            let filtered = Query.filter(all(words), by: phrase(words))
            #expect(try database.search(filtered, options).ids.sorted() == expected, "\(words)")
            let either = Query.any([.term("garten"), .filter(all(words), by: phrase(words))])
            #expect(Set(try database.search(either, options).ids) == Set(expected + [4]), "\(words)")
        }
    }

    @Test("offsets may leave places open, and a place may have several keys")
    func openPlaces() throws {
        let database = try write(texts)
        let query = Query.sequence(
            [.init(keys: [key("boot"), key("haus")]), .init(keys: [key("see")], offset: 2)], in: 7)
        #expect(try database.search(query).ids.sorted() == [1, 3])
    }

    @Test("nearness knows no order, and its window counts both ends")
    func near() throws {
        let database = try write(["a x y b", "b a", "a x b", "b x x x a", "a a a"])
        func found(_ window: UInt32) throws -> [DocumentID] {
            try database.search(.near([.init(keys: [key("a")]), .init(keys: [key("b")])], within: window, in: 7)).ids
                .sorted()
        }
        #expect(try found(0) == [])
        #expect(try found(2) == [2])
        #expect(try found(3) == [2, 3])
        #expect(try found(4) == [1, 2, 3])
        #expect(try found(5) == [1, 2, 3, 4])
    }

    @Test("distances of every length of varint survive")
    func longDistances() throws {
        for gap: UInt32 in [127, 128, 16_383, 16_384, 2_097_152, 500_000_000] {
            let database = try write(["am haus see", "haus am see"], gap: gap, as: "gap-\(gap)")
            #expect(try database.search(phrase(["am", "see"], gap: gap)).ids == [2], "\(gap)")
            #expect(try database.search(phrase(["am", "see"], gap: gap + 1)).ids == [], "\(gap)")
        }
    }

    @Test("what is no stream matches nothing and harms nothing")
    func malformed() throws {
        var random = SeededStreamBytes(seed: 7)
        var writer = try WritableDatabase(path: folder("db"), mode: .create, options: [.noSync])
        for _ in 0..<300 {
            var builder = DocumentBuilder()
            try builder.add(term: "a")
            try builder.setValue(7, bytes: random.bytes())
            try writer.add(builder)
        }
        try writer.close()
        let database = try Database(path: folder("db"))
        #expect(try database.search(phrase(["am", "see"])).ids == [])
        #expect(try database.search(.filter(.term("a"), by: phrase(["a"]))).ids == [])
    }

    @Test("no elements and a slot without values find nothing")
    func nothing() throws {
        let database = try write(texts)
        #expect(try database.search(.sequence([], in: 7)).ids == [])
        #expect(try database.search(.near([], within: 3, in: 7)).ids == [])
        #expect(try database.search(.sequence([.init(keys: [])], in: 7)).ids == [])
        #expect(try database.search(.sequence([.init(keys: [key("am")])], in: 8)).ids == [])
    }

    @Test("random texts: the same documents as a search of the texts finds, over one shard and over two")
    func random() throws {
        var random = SeededStreamBytes(seed: 42)
        let words = ["a", "b", "c", "d"]
        let texts = (0..<400).map { _ in
            (0..<(1 + random.next() % 12)).map { _ in words[random.next() % 4] }.joined(separator: " ")
        }
        _ = try write(Array(texts[..<200]), as: "one")
        _ = try write(Array(texts[200...]), as: "other")
        let database = try Database(paths: [folder("one"), folder("other")])
        var options = SearchOptions(limit: 500)
        options.checkAtLeast = .max
        for _ in 0..<50 {
            let wanted = (0..<(2 + random.next() % 3)).map { _ in words[random.next() % 4] }
            let expected = texts.filter { (" " + $0 + " ").contains(" " + wanted.joined(separator: " ") + " ") }
            let query = Query.filter(all(wanted), by: phrase(wanted))
            #expect(try database.search(query, options).hits.count == expected.count, "\(wanted)")
        }
    }
}

/// Splitmix64: the same bytes in every run.
private struct SeededStreamBytes {
    private var state: UInt64
    init(seed: UInt64) { state = seed }

    mutating func next() -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) >> 33)
    }

    mutating func bytes() -> [UInt8] { (0..<(next() % 20)).map { _ in UInt8(truncatingIfNeeded: next()) } }
}
