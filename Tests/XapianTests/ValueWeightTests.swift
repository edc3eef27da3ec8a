import Testing

@testable import Xapian

@Suite("Weights from values")
struct ValueWeightTests {
    /// Documents with these numbers in slot 3; nil has no value.
    private static func weights(_ numbers: [Double?], _ query: Query) throws -> [DocumentID: Double] {
        let folder = try TemporaryFolder()
        var writer = try WritableDatabase(path: folder("db"), mode: .create, options: [.noSync])
        for number in numbers {
            var document = DocumentBuilder()
            try document.add(term: "x")
            if let number { try document.setValue(3, number: number) }
            try writer.add(document)
        }
        try writer.close()
        let hits = try Database(path: folder("db")).search(query).hits
        return Dictionary(uniqueKeysWithValues: hits.map { ($0.id, $0.weight) })
    }

    @Test("a number weighs itself, between 0 and 1")
    func value() throws {
        let found = try Self.weights([0.25, nil, 1, 7, -3], .valueWeight(3))
        #expect(found == [1: 0.25, 3: 1, 4: 1, 5: 0])
        #expect(try Self.weights([0.25, nil], Query.valueWeight(3).scaled(by: 2)) == [1: 0.5])
        #expect(try Self.weights([0.25], .valueWeight(4)).isEmpty)
    }

    @Test("a number weighs half as much for every half-life before the reference")
    func recency() throws {
        let found = try Self.weights([100, 90, 80, 130, nil], .recency(3, reference: 100, halfLife: 10))
        #expect(found == [1: 1, 2: 0.5, 3: 0.25, 4: 1])
    }

    @Test("as an extra it adds to what is found, and finds nothing by itself")
    func extra() throws {
        let query = Query.andMaybe(.term("x"), .valueWeight(3))
        let plain = try #require(try Self.weights([nil, nil, 0.5], .term("x"))[1])
        let found = try Self.weights([nil, nil, 0.5], query)
        #expect(found[1] == plain)
        #expect(abs(try #require(found[3]) - plain - 0.5) < 1e-9)
        #expect(try Self.weights([0.5], .andMaybe(.term("y"), .valueWeight(3))).isEmpty)
    }

    @Test("numbers that are none are refused", arguments: [(Double.nan, 1.0), (0, -1), (0, .infinity), (.infinity, 1)])
    func refused(reference: Double, halfLife: Double) throws {
        #expect(
            errorCode { _ = try Self.weights([1], .recency(3, reference: reference, halfLife: halfLife)) }
                == .invalidArgument)
    }
}
