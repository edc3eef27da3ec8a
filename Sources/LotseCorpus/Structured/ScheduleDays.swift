/// Reads the days of iCalendar's recurrence rules. Every function returns nil where a word cannot be read.
enum ScheduleDays {
    private static let weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]

    /// 0 for `MO` to 6 for `SU`.
    static func weekday(_ text: some StringProtocol) -> Int? { weekdays.firstIndex(of: text.uppercased()) }

    /// `MO,TU`, `1MO`, `-1FR`, also as a list; sorted and each once. Empty where nothing is stated.
    static func days(_ value: Value?) -> [ScheduleRule.Day]? {
        var days: Set<ScheduleRule.Day> = []
        for word in words(value) {
            guard let weekday = weekday(word.suffix(2)) else { return nil }
            let number = word.dropLast(2)
            guard !number.isEmpty else {
                days.insert(.init(weekday: weekday))
                continue
            }
            guard let ordinal = Int(number), ordinal != 0, (-5...5).contains(ordinal) else { return nil }
            days.insert(.init(weekday: weekday, ordinal: ordinal))
        }
        return days.sorted { $0.code < $1.code }
    }

    /// `1,15`, `-1`, also as a list; the inner value is nil where nothing is stated.
    static func monthDays(_ value: Value?) -> ScheduleRule.MonthDays?? {
        let words = words(value)
        if words.isEmpty { return .some(nil) }
        var days = ScheduleRule.MonthDays()
        for word in words {
            guard let number = Int(word), number != 0, (-31...31).contains(number) else { return .none }
            if number > 0 { days.fromFirst |= 1 << UInt32(number) } else { days.fromLast |= 1 << UInt32(-number) }
        }
        return days
    }

    private static func words(_ value: Value?) -> [Substring] {
        (value?.texts ?? []).flatMap { $0.split { $0 == "," || $0 == ";" || $0.isWhitespace } }
    }
}
