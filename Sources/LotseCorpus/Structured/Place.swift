import Foundation

/// A point on the earth, exact to a millionth of a degree (eleven centimetres).
public struct Place: Sendable, Hashable {
    /// Millionths of a degree, so that what is stored is what was.
    let north: Int32
    let east: Int32

    /// Degrees north, -90...90.
    public var latitude: Double { Double(north) / 1_000_000 }
    /// Degrees east, -180...180.
    public var longitude: Double { Double(east) / 1_000_000 }

    /// - Returns: nil out of range.
    public init?(latitude: Double, longitude: Double) {
        guard (-90...90).contains(latitude), (-180...180).contains(longitude) else { return nil }
        north = Int32((latitude * 1_000_000).rounded())
        east = Int32((longitude * 1_000_000).rounded())
    }

    /// From millionths of a degree; nil out of range.
    init?(north: Int32, east: Int32) {
        guard (-90_000_000...90_000_000).contains(north), (-180_000_000...180_000_000).contains(east) else {
            return nil
        }
        self.north = north
        self.east = east
    }

    /// From an object with `latitude` and `longitude`. Where both are zero a form was left empty: nobody lives there.
    init?(_ value: Value) {
        guard let latitude = value["latitude"].flatMap(Self.degrees),
            let longitude = value["longitude"].flatMap(Self.degrees)
        else { return nil }
        self.init(latitude: latitude, longitude: longitude)
        if north == 0, east == 0 { return nil }
    }

    private static func degrees(_ value: Value) -> Double? {
        if case .string(let text) = value { return degrees(text.trimmingWhitespace()) }
        return value.double
    }

    /// A decimal number, its sign a point or a comma.
    static func degrees(_ text: String) -> Double? {
        let plain = text.replacing(",", with: ".")
        guard plain.utf8.allSatisfy({ ByteText.isDigit($0) || $0 == 0x2E || $0 == 0x2D || $0 == 0x2B }) else {
            return nil
        }
        return Double(plain)
    }

    /// The mean of latitudes and longitudes, right for places that lie near one another and away from the 180th
    /// meridian; nil for none. It does not depend on their order.
    static func mean(_ places: some Collection<Place>) -> Place? {
        guard !places.isEmpty else { return nil }
        let north = places.reduce(0) { $0 + Int($1.north) }
        let east = places.reduce(0) { $0 + Int($1.east) }
        return Place(north: Int32(north / places.count), east: Int32(east / places.count))
    }

    /// The great-circle distance in metres.
    ///
    /// By the haversine formula, which stays exact for small distances (R. W. Sinnott, "Virtues of the Haversine", Sky
    /// & Telescope 68, 1984, p. 159), on a sphere with the earth's mean radius (6,371,008.8 m, IUGG). The earth is
    /// flattened, so that the true distance differs by up to half a percent.
    public func distance(to other: Place) -> Double {
        let radians = Double.pi / 180
        let northward = sin((other.latitude - latitude) * radians / 2)
        let eastward = sin((other.longitude - longitude) * radians / 2)
        let half =
            northward * northward
            + cos(latitude * radians) * cos(other.latitude * radians) * eastward * eastward
        // Rounding may lead past one for two places opposite each other.
        return 2 * 6_371_008.8 * asin(min(1, half.squareRoot()))
    }
}
