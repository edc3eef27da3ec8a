/// When an institution is open, from the HSDS 3 `schedules` of its profile, its services, its locations and its
/// services at locations.
///
/// Something of the institution being open makes it open. What cannot be read is unknown, never open: schedules that
/// only have a `description`, an unreadable field, times without an end, every second week without a first date, times
/// on the clocks of other countries, and hours whose description says that they do not hold every time ("zweiter Montag
/// im Monat", "nach Vereinbarung").
///
/// Holidays are not considered. ``holidayNotice`` says so in German and belongs beside every answer that people read.
public struct OpeningHours: Sendable, Hashable {
    /// What is known of a minute.
    public enum Answer: Sendable, Hashable {
        /// A schedule says that it is open.
        case open
        /// No schedule may be open.
        case closed
        /// A schedule may be open, and does not say so for sure.
        case unknown
    }

    /// What people must read beside an answer.
    public static let holidayNotice = "Feiertage sind nicht berücksichtigt; bitte vorher anrufen."

    /// More schedules than this count as unknown.
    static let maximum = 200

    /// In the order of their encoding, each once; 1 to ``maximum`` and one for what was beyond.
    let rules: [ScheduleRule]

    /// Reads a profile.
    /// - Parameter profileJSON: an HSDS organization or service as JSON, such as ``Document/profile``.
    /// - Returns: nil where no schedule can be read, and for text that is no JSON object.
    public init?(profileJSON: String) {
        guard let profile = try? Value.parse(json: Array(profileJSON.utf8)) else { return nil }
        self.init(profile: profile)
    }

    /// - Returns: nil where no schedule can be read.
    init?(profile: Value) {
        let parts = ProfileParts(profile)
        let owners = [parts.profile] + parts.services + parts.locations + parts.servicesAtLocations
        var seen: Set<Value> = []
        var rules: Set<ScheduleRule> = []
        for schedule in owners.flatMap({ $0["schedules"]?.elements ?? [] }) where seen.insert(schedule).inserted {
            guard seen.count <= Self.maximum else {
                rules.insert(ScheduleRule())
                break
            }
            let lowered = schedule.loweredMembers.map { Value.object($0) } ?? schedule
            if let rule = ScheduleRule(schedule: lowered) { rules.insert(rule) }
        }
        guard rules.contains(where: \.isInformative) else { return nil }
        self.init(rules: rules)
    }

    init(rules: some Sequence<ScheduleRule>) {
        self.rules = Set(rules).map { (rule: $0, bytes: $0.encoded) }
            .sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }.map(\.rule)
    }

    /// Whether it is open at a minute of German local time. Spans are half-open: at the minute of closing it is closed.
    /// Hours that go beyond midnight belong to the day on which they begin. Where clocks are set back, the doubled hour
    /// has one answer.
    public func answer(at time: CivilTime) -> Answer {
        var answer = Answer.closed
        for rule in rules where (rule.isCertain || answer == .closed) && rule.covers(time) {
            if rule.isCertain { return .open }
            answer = .unknown
        }
        return answer
    }
}
