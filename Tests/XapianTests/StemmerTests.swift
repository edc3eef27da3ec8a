import Testing

@testable import Xapian

@Suite("Stemming and sortable numbers")
struct StemmerTests {
    @Test("German words of one stem meet")
    func german() throws {
        let stemmer = try Stemmer(language: "german")
        #expect(try stemmer.stem("beratungen") == stemmer.stem("beratung"))
        #expect(try stemmer.stem("hilfen") == "hilf")
        #expect(try stemmer.stem("hilfen") != stemmer.stem("helfen"))
        #expect(try stemmer.stem("haeuser") == stemmer.stem("haeusern"))
        #expect(try stemmer.stem("").isEmpty)
        #expect(try Stemmer(language: "none").stem("beratungen") == "beratungen")
    }

    @Test("a stem is appended to the buffer")
    func appending() throws {
        let stemmer = try Stemmer(language: "de")
        var buffer = Array("Z".utf8)
        try Array("hilfen".utf8).withUnsafeBufferPointer { try stemmer.stem($0, into: &buffer) }
        #expect(buffer.text == "Zhilf")
    }

    @Test("an unknown language is named")
    func unknown() {
        do {
            _ = try Stemmer(language: "klingonisch")
            Issue.record("there is no such stemmer")
        } catch {
            #expect(error.code == .invalidArgument)
            #expect(error.description.contains("klingonisch"))
        }
    }

    @Test("the list of languages has German, and all of it can be opened")
    func available() throws {
        let languages = try Stemmer.available()
        #expect(languages.contains("german"))
        for language in languages { _ = try Stemmer(language: language) }
    }

    @Test("any bytes have some stem, and always the same", arguments: 0..<4)
    func anyBytes(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let stemmer = try Stemmer(language: "german")
        let other = try Stemmer(language: "german")
        for _ in 0..<500 {
            let word = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
                UInt8.random(in: 0...255, using: &generator)
            }
            var first: [UInt8] = []
            var second: [UInt8] = []
            try word.withUnsafeBufferPointer {
                try stemmer.stem($0, into: &first)
                try other.stem($0, into: &second)
            }
            #expect(first == second)
            #expect(first.count <= word.count + 4)
        }
    }

    @Test("numbers sort as their bytes do and come back exactly")
    func sortable() throws {
        var generator = SeededGenerator(seed: 3)
        var numbers = [
            -.infinity, -.greatestFiniteMagnitude, -1, -0.5, 0, .leastNormalMagnitude, 0.1, 1, 2, 20_260_101,
        ]
        numbers += [.greatestFiniteMagnitude, .infinity]
        numbers += (0..<300).map { _ in Double.random(in: -1e12...1e12, using: &generator) }
        numbers.sort()
        let values = numbers.map(SortableNumber.serialise)
        for (lower, upper) in zip(values, values.dropFirst()) {
            #expect(lower.lexicographicallyPrecedes(upper))
        }
        for (number, value) in zip(numbers, values) {
            #expect(value.count <= 9)
            #expect(try SortableNumber.unserialise(value) == number)
        }
        #expect(SortableNumber.serialise(.nan).isEmpty)
    }
}
