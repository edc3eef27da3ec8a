/// When one HSDS schedule is open, as far as it can be read.
///
/// A rule that is not certain covers every minute at which its schedule might be open. The rule without any statement
/// therefore covers all time, and says nothing.
struct ScheduleRule: Sendable, Hashable {
    enum Frequency: UInt8 { case daily, weekly, monthly }

    /// A weekday; with an ordinal only the first, second, … (negative: last, …) of a month.
    struct Day: Sendable, Hashable {
        /// 0 for Monday to 6 for Sunday.
        var weekday: Int
        /// -5...5; 0 for every one.
        var ordinal = 0

        /// Days of a rule are sorted by it. 0..<77.
        var code: UInt8 { UInt8((ordinal + 5) * 7 + weekday) }
    }

    /// The days 1 to 31 of a month as bits, counted from its first and from its last day.
    struct MonthDays: Sendable, Hashable {
        var fromFirst: UInt32 = 0
        var fromLast: UInt32 = 0

        func contains(_ day: Int, of days: Int) -> Bool {
            fromFirst >> day & 1 == 1 || fromLast >> (days - day + 1) & 1 == 1
        }
    }

    var frequency = Frequency.daily
    /// Empty for every day.
    var days: [Day] = []
    /// Nil for every day.
    var monthDays: MonthDays?
    /// Every how many days, weeks or months, 1...999.
    var interval = 1
    /// A day (number), week (number of its first day) or month (count since year 0) of the sequence; 0 where each one
    /// is.
    var anchor = 0
    /// The first and the last day on which it may open.
    var first: CivilDay?
    var last: CivilDay?
    /// Minutes since midnight, 0..<1440.
    var opens = 0
    /// Minutes, 1...1440; beyond midnight where need be.
    var length = 1_440
    /// Whether the times are open for sure; else they may be.
    var isCertain = false

    /// Whether it says more than from when to when something may be open at any time.
    var isInformative: Bool { isCertain || opens > 0 || length < 1_440 || !days.isEmpty || monthDays != nil }

    /// Whether the half-open span of minutes of this day, or what the day before left beyond midnight, holds the time.
    func covers(_ time: CivilTime) -> Bool {
        let minute = time.minuteOfDay
        if minute >= opens, minute < opens + length, occurs(on: time.day) { return true }
        guard minute + 1_440 < opens + length, let before = CivilDay(number: time.day.number - 1) else { return false }
        return occurs(on: before)
    }

    /// Whether it opens on that day.
    func occurs(on day: CivilDay) -> Bool {
        if let first, day < first { return false }
        if let last, day > last { return false }
        // Most rules are weekly with plain days, which need no date.
        if days.allSatisfy({ $0.ordinal == 0 }), monthDays == nil, frequency != .monthly || interval == 1 {
            return (days.isEmpty || days.contains { $0.weekday == day.weekday }) && isInSequence(day, month: 0)
        }
        let date = day.date
        if !days.isEmpty {
            let fromFirst = (date.day - 1) / 7 + 1
            let fromLast = -((date.daysInMonth - date.day) / 7 + 1)
            let fits = days.contains {
                $0.weekday == day.weekday && ($0.ordinal == 0 || $0.ordinal == fromFirst || $0.ordinal == fromLast)
            }
            guard fits else { return false }
        }
        if let monthDays, !monthDays.contains(date.day, of: date.daysInMonth) { return false }
        return isInSequence(day, month: Self.month(date.year, date.month))
    }

    private func isInSequence(_ day: CivilDay, month: Int) -> Bool {
        if interval == 1 { return true }
        switch frequency {
        case .daily: return (day.number - anchor).isMultiple(of: interval)
        case .weekly:
            let distance = day.number - anchor
            return (distance >= 0 ? distance / 7 : (distance - 6) / 7).isMultiple(of: interval)
        case .monthly: return (month - anchor).isMultiple(of: interval)
        }
    }

    /// Months since the year 0.
    static func month(_ year: Int, _ month: Int) -> Int { year * 12 + month - 1 }
}
