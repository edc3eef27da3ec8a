import Testing

@testable import Xapian

@Suite("Encoded queries")
struct QueryEncodingTests {
    private let folder: TemporaryFolder
    private let sample = Query.andNot(
        .any([
            .term("haus", wqf: 2), .phrase([.term("am"), .term("see")]), .wildcard(prefix: "b", limit: 100),
            Query.max([.term("boot"), .matchNothing]).scaled(by: 1.5),
        ]),
        .all([
            .valueRange(0, from: [1], to: [2]), .valueAtMost(0, [9]), .valueAtLeast(0, [3]), .matchAll,
            .groups(of: .term("see"), by: 1), .valueWeight(0), .recency(0, reference: 9, halfLife: 2),
        ]))

    init() throws {
        folder = try TemporaryFolder()
        try writeTexts(texts, to: folder("db"))
    }

    private func code(of bytes: [UInt8]) throws -> XapianError.Code? {
        let database = try Database(path: folder("db"))
        do {
            _ = try database.search(encoded: bytes, .init())
            return nil
        } catch {
            return error.code
        }
    }

    @Test("the whole of a valid buffer is accepted, every shorter or longer one refused")
    func truncated() throws {
        let bytes = try sample.encoded()
        #expect(try code(of: bytes) == nil)
        for count in 0..<bytes.count {
            #expect(try code(of: Array(bytes[..<count])) == .invalidArgument, "cut to \(count) bytes")
        }
        #expect(try code(of: bytes + [0]) == .invalidArgument)
    }

    @Test("a count beyond the buffer sizes no allocation")
    func hugeCounts() throws {
        for operation in UInt8(3)...10 {
            #expect(try code(of: [operation, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0]) == .invalidArgument)
        }
        #expect(try code(of: [2, 1, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0x61]) == .invalidArgument)
        #expect(try code(of: [11, 0xFF, 0xFF, 0xFF, 0x7F, 1, 0, 0, 0, 0]) == .invalidArgument)
    }

    @Test("unknown operators and wildcard options are refused")
    func unknown() throws {
        #expect(try code(of: [22]) == .invalidArgument)
        #expect(try code(of: [255]) == .invalidArgument)
        #expect(try code(of: [15, 0, 0, 0, 0, 3, 4, 0, 0, 0, 0]) == .invalidArgument)
        #expect(try code(of: [15, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0]) == .invalidArgument)
    }

    @Test("nesting up to the limit is searched, beyond it refused on either side")
    func depth() throws {
        var query = Query.term("haus")
        for _ in 0..<200 { query = query.scaled(by: 1) }
        let database = try Database(path: folder("db"))
        #expect(try database.search(query).hits.count == 3)

        let tooDeep = query.scaled(by: 1)
        #expect(errorCode { _ = try tooDeep.encoded() } == .invalidArgument)
        let bytes = [14] + [UInt8](repeating: 0, count: 8) + (try query.encoded())
        #expect(try code(of: bytes) == .invalidArgument)
        // All scales and no operand: the depth is refused before the missing end is found.
        let scales = [[UInt8]](repeating: [14, 0, 0, 0, 0, 0, 0, 0xF0, 0x3F], count: 100_000).flatMap { $0 }
        #expect(try code(of: scales) == .invalidArgument)
    }

    @Test("random damage is an answer or an error, never more", arguments: 0..<8)
    func damaged(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let valid = try sample.encoded()
        var refused = 0
        for _ in 0..<300 {
            var bytes = valid
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                bytes[Int.random(in: bytes.indices, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
            }
            if let code = try code(of: bytes) {
                #expect([.invalidArgument, .unimplemented, .wildcardLimit].contains(code), "\(code)")
                refused += 1
            }
        }
        #expect(refused > 0)
    }

    @Test("an answer that ends early or lies about its counts is an error")
    func malformedAnswers() throws {
        var generator = SeededGenerator(seed: 11)
        for count in 0..<200 {
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
            let outcome = bytes.withUnsafeBytes { bytes -> XapianError.Code? in
                var reader = ByteReader(bytes)
                return errorCode { _ = try SearchResult(&reader, valueCount: 2) }
            }
            // 28 bytes of zeros after the header would be a valid answer; random bytes claim hits that are not there.
            #expect(outcome == .unknown)
        }
    }
}
