/// The objects of an HSDS profile that stand below one another, each with its keys in lower case.
struct ProfileParts {
    let profile: Value
    let services: [Value]
    /// Those of `service_at_locations` too; each once.
    let locations: [Value]
    /// `service_at_locations` of the profile and of its services.
    let servicesAtLocations: [Value]

    init(_ value: Value) {
        let profile = Self.lowered(value)
        let services = Self.parts(of: profile, ["services", "service"])
        let pairs = ([profile] + services).flatMap { Self.parts(of: $0, ["service_at_locations"]) }
        let own =
            profile["locations"] == nil ? Self.parts(of: profile, ["location"]) : Self.parts(of: profile, ["locations"])
        var seen: Set<Value> = []
        self.profile = profile
        self.services = services
        servicesAtLocations = pairs
        // A list of pairs repeats a location for every service.
        locations = (own + pairs.flatMap { Self.parts(of: $0, ["location"]) }).filter { seen.insert($0).inserted }
    }

    /// The objects below a key, or below several.
    static func parts(of value: Value, _ keys: [String]) -> [Value] {
        keys.flatMap { value[$0]?.elements ?? [] }.filter { $0.loweredMembers != nil }.map(lowered)
    }

    private static func lowered(_ value: Value) -> Value { .object(value.loweredMembers ?? [:]) }
}
