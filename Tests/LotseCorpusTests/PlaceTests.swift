import Foundation
import Testing

@testable import LotseCorpus

@Suite("Places")
struct PlaceTests {
    private func point(_ latitude: Double, _ longitude: Double) throws -> Place {
        try #require(Place(latitude: latitude, longitude: longitude))
    }

    @Test("distances along meridian, equator and to the other side are those of the sphere")
    func distances() throws {
        let radius = 6_371_008.8
        let degree = radius * .pi / 180
        #expect(abs(try point(52, 9).distance(to: point(53, 9)) - degree) < 0.01)
        #expect(abs(try point(0, 179.5).distance(to: point(0, -179.5)) - degree) < 0.01)
        #expect(abs(try point(60, 0).distance(to: point(60, 180)) - 60 * degree) < 0.01)
        #expect(abs(try point(37, 21).distance(to: point(-37, -159)) - radius * .pi) < 0.01)
        #expect(try point(52, 9).distance(to: point(52, 9)) == 0)
        // A millionth of a degree is still seen.
        #expect(abs(try point(52, 9).distance(to: point(52.000_001, 9)) - 0.111_2) < 0.001)
    }

    @Test("distances are symmetric, and those of the angle between two directions from the earth's centre")
    func random() throws {
        func direction(_ place: Place) -> [Double] {
            let (north, east) = (place.latitude * .pi / 180, place.longitude * .pi / 180)
            return [cos(north) * cos(east), cos(north) * sin(east), sin(north)]
        }
        var random = SeededGenerator(state: 9)
        for _ in 0..<2_000 {
            let one = try point(.random(in: -90...90, using: &random), .random(in: -180...180, using: &random))
            let other = try point(.random(in: -90...90, using: &random), .random(in: -180...180, using: &random))
            let (a, b) = (direction(one), direction(other))
            let cross = [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
            let sine = cross.reduce(0) { $0 + $1 * $1 }.squareRoot()
            let cosine = zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
            #expect(abs(one.distance(to: other) - 6_371_008.8 * atan2(sine, cosine)) < 0.5)
            #expect(one.distance(to: other) == other.distance(to: one))
        }
    }

    @Test("coordinates keep a millionth of a degree; out of range there is no place")
    func precision() throws {
        #expect(try point(52.3, 9.6).latitude == 52.3)
        #expect(try point(52.123_456_7, -9.6).latitude == 52.123457)
        #expect(try point(90, -180).longitude == -180)
        #expect(Place(latitude: 90.1, longitude: 9) == nil)
        #expect(Place(latitude: .nan, longitude: 9) == nil)
        #expect(Place(latitude: 9, longitude: .infinity) == nil)
    }

    @Test("what is stored comes back")
    func stored() throws {
        #expect([Place](encoded: [Place]().encoded) == [])
        #expect(try [point(1, -1)].encoded == [1, 0x00, 0x0F, 0x42, 0x40, 0xFF, 0xF0, 0xBD, 0xC0])
        var random = SeededGenerator(state: 5)
        for _ in 0..<500 {
            let places = try (0..<Int.random(in: 0...5, using: &random)).map { _ in
                try point(.random(in: -90...90, using: &random), .random(in: -180...180, using: &random))
            }
            let bytes = places.encoded
            #expect([Place](encoded: bytes) == places)
            for length in 0..<bytes.count where length % 8 != 1 {
                #expect([Place](encoded: Array(bytes.prefix(length))) == nil)
            }
        }
    }

    @Test("random bytes are refused or are places on earth; nothing traps")
    func malformed() {
        var taken = 0
        for seed in 0..<20_000 {
            var random = SeededGenerator(state: UInt64(seed))
            let bytes = [UInt8(seed % 2)] + random.bytes(seed % 3 == 0 ? 8 : Int.random(in: 0...25, using: &random))
            guard let places = [Place](encoded: bytes) else { continue }
            taken += 1
            #expect(places.encoded == bytes, "seed \(seed)")
            #expect(places.allSatisfy { abs($0.latitude) <= 90 && abs($0.longitude) <= 180 }, "seed \(seed)")
        }
        #expect(taken > 10)
    }
}
