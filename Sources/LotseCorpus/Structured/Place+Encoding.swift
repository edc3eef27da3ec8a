extension Place {
    /// The bytes of one place.
    static let size = 8

    /// Latitude and longitude in millionths of a degree, four bytes each, the most significant first.
    func append(to bytes: inout [UInt8]) {
        bytes.append(number: north)
        bytes.append(number: east)
    }

    init?(_ cursor: inout ByteCursor) {
        guard let north = cursor.next(Int32.self), let east = cursor.next(Int32.self) else { return nil }
        self.init(north: north, east: east)
    }
}

extension [Place] {
    private static let version: UInt8 = 1

    /// Bytes to store beside a document: a version, and eight bytes for each place.
    public var encoded: [UInt8] {
        var bytes = [Self.version]
        for place in self { place.append(to: &bytes) }
        return bytes
    }

    /// - Returns: nil for bytes that ``encoded`` does not give, and for those of another version.
    public init?(encoded: [UInt8]) {
        var cursor = ByteCursor(encoded)
        guard cursor.next(UInt8.self) == Self.version, cursor.count.isMultiple(of: Place.size) else { return nil }
        self.init()
        reserveCapacity(cursor.count / Place.size)
        while !cursor.isAtEnd {
            guard let place = Place(&cursor) else { return nil }
            append(place)
        }
    }
}
