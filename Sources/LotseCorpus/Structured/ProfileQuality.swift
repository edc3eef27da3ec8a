/// How much a profile tells, and when somebody last stood by it.
public struct ProfileQuality: Sendable, Hashable {
    /// The share, 0 to 1, of what people ask of an institution that the profile answers: what it does, for whom, where,
    /// when, how to reach it, at what cost, in which languages, and whether one gets in.
    public let completeness: Double
    /// The latest `assured_date` of the profile and its services: until then, what it says was known to be right.
    public let assured: CivilDay?

    /// The keys that answer each question.
    private static let questions: [[String]] = [
        ["description"], ["eligibility_description", "eligibility", "zielgruppe"], ["addresses", "address"],
        ["schedules"], ["phones", "email", "contacts"], ["fees_description", "fees", "cost_options"], ["languages"],
        ["accessibility"],
    ]

    /// Reads a profile.
    /// - Parameter profileJSON: an HSDS organization or service as JSON, such as ``Document/profile``.
    /// - Returns: nil for text that is no JSON object.
    public init?(profileJSON: String) {
        guard let value = try? Value.parse(json: Array(profileJSON.utf8)), value.loweredMembers != nil else {
            return nil
        }
        let parts = ProfileParts(value)
        let objects = [parts.profile] + parts.services + parts.locations
        var keys = Set(objects.flatMap(Self.answeredKeys))
        for object in objects where Self.namesAudience(object["attributes"]) { keys.insert("zielgruppe") }
        let answered = Self.questions.filter { !keys.isDisjoint(with: $0) }
        completeness = Double(answered.count) / Double(Self.questions.count)
        assured = ([parts.profile] + parts.services).compactMap { $0["assured_date"]?.text }
            .compactMap { CivilDay(text: $0) }.max()
    }

    /// The keys with something behind them.
    private static func answeredKeys(_ object: Value) -> [String] {
        (object.loweredMembers ?? [:]).filter { !isEmpty($0.value) }.map(\.key)
    }

    private static func isEmpty(_ value: Value) -> Bool {
        switch value {
        case .array(let elements): elements.allSatisfy(isEmpty)
        case .object(let members): members.values.allSatisfy(isEmpty)
        default: value.text == nil
        }
    }

    /// Whether attributes of either form say for whom an institution is.
    private static func namesAudience(_ attributes: Value?) -> Bool {
        guard let attributes else { return false }
        return InstitutionFacets.facets(.object(["attributes": attributes]), locations: [], services: [])["zielgruppe"]
            != nil
    }
}
