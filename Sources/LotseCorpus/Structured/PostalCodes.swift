/// Where postal codes lie: as a list says, else as profiles with the code do.
public struct PostalCodes: Sendable, Hashable {
    /// The places of known codes.
    private(set) var places: [Int: Place] = [:]
    /// The means of the known codes by their first three digits.
    private var regions: [Int: Place] = [:]

    /// - Parameters:
    ///   - list: the corpus' own list; it decides for the codes that it has.
    ///   - located: codes with places from profiles, see ``ProfilePlace/located``. A code lies at the mean of its
    ///     distinct places.
    public init(list: PostalCodeList = PostalCodeList(), located: some Sequence<ProfilePlace.Located> = []) {
        var found: [Int: Set<Place>] = [:]
        for pair in located {
            if let number = PostalCode.number(pair.postalCode) { found[number, default: []].insert(pair.place) }
        }
        self.init(places: list.places.merging(found.compactMapValues { Place.mean($0) }) { listed, _ in listed })
    }

    init(places: [Int: Place]) {
        self.places = places
        let groups = Dictionary(grouping: places) { $0.key / 100 }
        regions = groups.compactMapValues { Place.mean($0.map(\.value)) }
    }

    /// Where a code lies: its own place, else the mean of all known codes with the same first three digits.
    /// - Parameter code: five digits.
    /// - Returns: nil for anything else, and where no such code is known.
    public func place(of code: String) -> Place? {
        guard let number = PostalCode.number(code) else { return nil }
        return places[number] ?? regions[number / 100]
    }
}

extension PostalCodes {
    private static let version: UInt8 = 1

    /// Bytes to store in an index: a version, then the known codes in their order, three bytes for the code and eight
    /// for its place. The same codes always give the same bytes.
    public var encoded: [UInt8] {
        var bytes = [Self.version]
        for (code, place) in places.sorted(by: { $0.key < $1.key }) {
            bytes.append(UInt8(code >> 16))
            bytes.append(number: UInt16(truncatingIfNeeded: code))
            place.append(to: &bytes)
        }
        return bytes
    }

    /// - Returns: nil for bytes that ``encoded`` does not give, and for those of another version.
    public init?(encoded: [UInt8]) {
        var cursor = ByteCursor(encoded)
        guard cursor.next(UInt8.self) == Self.version else { return nil }
        var places: [Int: Place] = [:]
        var previous = -1
        while !cursor.isAtEnd {
            guard let high = cursor.next(UInt8.self), let low = cursor.next(UInt16.self), let place = Place(&cursor)
            else {
                return nil
            }
            let code = Int(high) << 16 | Int(low)
            guard code > previous, code <= 99_999 else { return nil }
            places[code] = place
            previous = code
        }
        self.init(places: places)
    }
}
