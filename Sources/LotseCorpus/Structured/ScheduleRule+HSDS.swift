extension ScheduleRule {
    /// Reads a schedule: an object with HSDS's fields, or words. Nil when it states nothing at all.
    ///
    /// What cannot be read makes the rule cover more and certain of nothing; it never narrows it.
    init?(schedule: Value) {
        guard case .object = schedule else {
            guard schedule.text != nil else { return nil }
            self.init()
            return
        }
        guard Self.fields.contains(where: { Self.isStated(schedule[$0]) }) else { return nil }
        self.init()
        // Other clocks show another minute, and maybe another day.
        if let zone = schedule["timezone"]?.text, !ScheduleTime.isGerman(zone: zone) { return }
        var reader = ScheduleReader(schedule)
        guard reader.readTimes() else { return }
        reader.readDates()
        reader.readDays()
        reader.readInterval()
        reader.readCount()
        reader.readNotes()
        self = reader.rule
        isCertain = !reader.isInDoubt
    }

    static func isStated(_ value: Value?) -> Bool { value?.texts.isEmpty == false }

    private static let fields = [
        "byday", "bymonthday", "freq", "interval", "dtstart", "until", "count", "valid_from", "valid_to", "opens_at",
        "closes_at", "description", "notes", "schedule_link", "byweekno", "byyearday", "bymonth", "bysetpos",
    ]
}

/// Fills a rule from the fields of a schedule, and remembers whether one of them could not be read.
private struct ScheduleReader {
    let schedule: Value
    var rule = ScheduleRule()
    var isInDoubt = false
    /// The first date of the recurrence (`dtstart`).
    private var start: CivilDay?
    /// A field limits the days further, and is not read.
    private let isLimited: Bool

    init(_ schedule: Value) {
        self.schedule = schedule
        isLimited = ["byweekno", "byyearday", "bymonth", "bysetpos"].contains { ScheduleRule.isStated(schedule[$0]) }
        if isLimited { isInDoubt = true }
    }

    /// - Returns: false for times on other clocks.
    mutating func readTimes() -> Bool {
        let opens = schedule["opens_at"]?.text.map { ScheduleTime($0) } ?? .unreadable
        let closes = schedule["closes_at"]?.text.map { ScheduleTime($0) } ?? .unreadable
        switch (opens, closes) {
        case (.foreign, _), (_, .foreign): return false
        case (.minute(let from), .minute(let to)) where from < 1_440:
            rule.opens = from
            // Nobody closes a minute before midnight: it is how forms without 24:00 write it.
            let end = to == 1_439 ? 1_440 : to
            rule.length = end > from ? end - from : end + 1_440 - from
            // From midnight to midnight is all day. From nine to nine is a slip, more likely than a day's length.
            if from == to, from > 0 { isInDoubt = true }
        // Without an end the rest of the day may be meant, without a beginning what is before.
        case (.minute(let from), .unreadable) where from < 1_440:
            (rule.opens, rule.length, isInDoubt) = (from, 1_440 - from, true)
        case (.unreadable, .minute(let to)) where to > 0:
            (rule.length, isInDoubt) = (to, true)
        default: isInDoubt = true
        }
        return true
    }

    mutating func readDates() {
        start = date("dtstart")
        rule.first = [start, date("valid_from")].compactMap { $0 }.max()
        rule.last = [date("until"), date("valid_to")].compactMap { $0 }.min()
    }

    private mutating func date(_ key: String) -> CivilDay? {
        guard let value = schedule[key], ScheduleRule.isStated(value) else { return nil }
        let day = value.text.flatMap { CivilDay(text: $0) }
        if day == nil { isInDoubt = true }
        return day
    }

    mutating func readDays() {
        let days = ScheduleDays.days(schedule["byday"])
        let monthDays = ScheduleDays.monthDays(schedule["bymonthday"])
        if days == nil || monthDays == nil { isInDoubt = true }
        rule.days = days ?? []
        rule.monthDays = monthDays ?? nil
        let isStated = ["byday", "bymonthday"].contains { ScheduleRule.isStated(schedule[$0]) }
        let hasOrdinals = rule.days.contains { $0.ordinal != 0 }
        switch schedule["freq"]?.text?.uppercased() {
        case nil:
            rule.frequency = hasOrdinals || rule.monthDays != nil ? .monthly : isStated ? .weekly : .daily
            // One day needs no rule.
            if !isStated, rule.first == nil || rule.first != rule.last { isInDoubt = true }
        case "DAILY": rule.frequency = .daily
        case "WEEKLY": rule.frequency = .weekly
        case "MONTHLY": rule.frequency = .monthly
        default:
            isInDoubt = true
            (rule.days, rule.monthDays) = ([], nil)
            return
        }
        if rule.frequency != .monthly, hasOrdinals { widenToPlainDays() }
        if rule.frequency == .weekly, rule.monthDays != nil {
            isInDoubt = true
            rule.monthDays = nil
        }
        // iCalendar means every Monday; who writes that a thing is monthly means one of them.
        if rule.frequency == .monthly, rule.monthDays == nil, rule.days.contains(where: { $0.ordinal == 0 }) {
            isInDoubt = true
        }
        if rule.frequency != .daily, !isStated { takeDayOfStart() }
    }

    /// iCalendar knows first and last weekdays of months only.
    private mutating func widenToPlainDays() {
        isInDoubt = true
        rule.days = Set(rule.days.map(\.weekday)).sorted().map { ScheduleRule.Day(weekday: $0) }
    }

    /// Without days of its own a recurrence has those of its first date.
    private mutating func takeDayOfStart() {
        guard let start, !isLimited else {
            isInDoubt = true
            return
        }
        if rule.frequency == .weekly {
            rule.days = [ScheduleRule.Day(weekday: start.weekday)]
        } else {
            rule.monthDays = ScheduleRule.MonthDays(fromFirst: 1 << UInt32(start.date.day))
        }
    }

    mutating func readInterval() {
        guard let value = schedule["interval"], ScheduleRule.isStated(value), value.double != 1 else { return }
        // Without a first date nobody knows which weeks are meant.
        guard let number = value.double, (2...999).contains(number), number == number.rounded(),
            let origin = start ?? rule.first
        else {
            isInDoubt = true
            return
        }
        let weekStart = schedule["wkst"]?.text.map { ScheduleDays.weekday($0) } ?? 0
        guard let weekStart else {
            isInDoubt = true
            return
        }
        rule.interval = Int(number)
        switch rule.frequency {
        case .daily: rule.anchor = origin.number
        case .weekly: rule.anchor = origin.number - (origin.weekday - weekStart + 7) % 7
        case .monthly: rule.anchor = ScheduleRule.month(origin.date.year, origin.date.month)
        }
    }

    /// Turns a number of occurrences into a last day. Past forty years they do not end.
    mutating func readCount() {
        guard let value = schedule["count"], ScheduleRule.isStated(value) else { return }
        guard let number = value.double, number >= 1, number == number.rounded(), let start, !isInDoubt else {
            isInDoubt = true
            return
        }
        var unbounded = rule
        (unbounded.first, unbounded.last) = (start, nil)
        var rest = number
        for offset in 0..<15_000 {
            guard let day = CivilDay(number: start.number + offset) else { return }
            if unbounded.occurs(on: day) { rest -= 1 }
            if rest < 1 {
                rule.last = min(rule.last ?? day, day)
                return
            }
        }
    }

    mutating func readNotes() {
        let hasDates = rule.first != nil || rule.last != nil
        for key in ["description", "notes"] {
            guard let text = schedule[key]?.text else { continue }
            if ScheduleNote.narrows(text, hasDates: hasDates) { isInDoubt = true }
        }
    }
}
