/// Where an institution can be visited, from its HSDS 3 profile.
///
/// Postal and virtual addresses and locations do not count, nor do post office boxes: who hides an address behind a box
/// must not be put on a map by its postal code.
public struct ProfilePlace: Sendable, Hashable {
    /// A postal code whose place the profile states.
    public struct Located: Sendable, Hashable {
        /// Five digits.
        public let postalCode: String
        /// Where an address with this code is.
        public let place: Place

        /// Creates a pair.
        public init(postalCode: String, place: Place) {
            self.postalCode = postalCode
            self.place = place
        }
    }

    /// The coordinates of the profile, its locations and their addresses, in this order, each once.
    public private(set) var places: [Place] = []
    /// Five digits each, in the order of the profile, each once.
    public private(set) var postalCodes: [String] = []
    /// The codes that belong to a place without doubt: both in one address or one location, or no others in the
    /// profile.
    public private(set) var located: [Located] = []

    /// Reads a profile.
    /// - Parameter profileJSON: an HSDS organization or service as JSON, such as ``Document/profile``.
    /// - Returns: nil without coordinates and postal code, and for text that is no JSON object.
    public init?(profileJSON: String) {
        guard let profile = try? Value.parse(json: Array(profileJSON.utf8)) else { return nil }
        self.init(profile: profile)
    }

    /// - Returns: nil without coordinates and postal code.
    init?(profile: Value) {
        let parts = ProfileParts(profile)
        for part in [parts.profile] + parts.services + parts.locations where Self.isPhysical(part["location_type"]) {
            read(part)
        }
        if places.isEmpty, postalCodes.isEmpty { return nil }
        if places.count == 1, postalCodes.count == 1 { pair(postalCodes[0], places[0]) }
    }

    private mutating func read(_ part: Value) {
        let own = Place(part)
        add(own)
        var codes: Set<String> = []
        for address in ProfileParts.parts(of: part, ["addresses", "address"]) where Self.isVisited(address) {
            let place = Place(address)
            add(place)
            guard let code = Self.postalCode(address) else { continue }
            if !postalCodes.contains(code) { postalCodes.append(code) }
            if let place { pair(code, place) } else { codes.insert(code) }
        }
        if let own, let code = codes.first, codes.count == 1 { pair(code, own) }
    }

    private mutating func add(_ place: Place?) {
        if let place, !places.contains(place) { places.append(place) }
    }

    private mutating func pair(_ code: String, _ place: Place) {
        let pair = Located(postalCode: code, place: place)
        if !located.contains(pair) { located.append(pair) }
    }

    private static func isPhysical(_ type: Value?) -> Bool {
        guard let type = type?.text?.lowercased() else { return true }
        return type != "postal" && type != "virtual"
    }

    private static func isVisited(_ address: Value) -> Bool {
        guard isPhysical(address["address_type"]) else { return false }
        return ![address["attention"], address[firstOf: ["address_1", "street", "strasse"]], address["address_2"]]
            .contains { line in
                let words = ByteText.comparable(line?.text ?? "")
                return ["postfach", "po box", "p o box"].contains(where: words.hasPrefix)
            }
    }

    /// The German code of an address, also as `D-05123`.
    private static func postalCode(_ address: Value) -> String? {
        let country = address["country"]?.text.map { ByteText.comparable($0) }
        if let country, !germany.contains(country) { return nil }
        guard var code = address[firstOf: ["postal_code", "plz"]]?.text else { return nil }
        for prefix in ["D-", "DE-"] where code.hasPrefix(prefix) { code = String(code.dropFirst(prefix.count)) }
        return PostalCode.number(code) == nil ? nil : code
    }

    private static let germany: Set<String> = [
        "de", "deu", "d", "ger", "brd", "deutschland", "germany", "bundesrepublik deutschland",
    ]
}
