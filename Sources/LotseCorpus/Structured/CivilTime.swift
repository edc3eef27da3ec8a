/// A day of the Gregorian calendar, with no zone.
public struct CivilDay: Sendable, Hashable, Comparable {
    /// Days since 1970-01-01.
    public let number: Int

    static let numbers = (-719_162)...2_932_896
    private static let daysOfYear = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]

    /// - Returns: nil for days that no calendar of the years 1 to 9999 has.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9_999).contains(year), (1...12).contains(month),
            (1...Self.days(in: month, of: year)).contains(day)
        else { return nil }
        let leapDay = month > 2 && Self.isLeap(year) ? 1 : 0
        number = Self.days(before: year) + Self.daysOfYear[month - 1] + leapDay + day - 1
    }

    init?(number: Int) {
        guard Self.numbers.contains(number) else { return nil }
        self.number = number
    }

    /// What `GermanDate` takes for a full date, and iCalendar's `20260301`, each also with a time behind it.
    init?(text: String) {
        var iso = text
        let digits = text.utf8.prefix { ByteText.isDigit($0) }
        if digits.count == 8, text.utf8.count == 8 || text.utf8.dropFirst(8).first == 0x54 {
            let plain = String(decoding: digits, as: UTF8.self)
            iso = "\(plain.prefix(4))-\(plain.dropFirst(4).prefix(2))-\(plain.suffix(2))"
        }
        guard let date = GermanDate.iso(iso), date.isFull else { return nil }
        let parts = date.date.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3 else { return nil }
        self.init(year: parts[0], month: parts[1], day: parts[2])
    }

    /// 0 for Monday to 6 for Sunday.
    public var weekday: Int { (number - Self.numbers.lowerBound) % 7 }

    /// The day's place in the calendar.
    var date: (year: Int, month: Int, day: Int, daysInMonth: Int) {
        let elapsed = number - Self.numbers.lowerBound
        // 400 years have 146,097 days; the quotient is at most one year off.
        var year = elapsed * 400 / 146_097 + 1
        if Self.days(before: year) > number { year -= 1 }
        if Self.days(before: year + 1) <= number { year += 1 }
        var rest = number - Self.days(before: year)
        var month = 1
        while rest >= Self.days(in: month, of: year) {
            rest -= Self.days(in: month, of: year)
            month += 1
        }
        return (year, month, rest + 1, Self.days(in: month, of: year))
    }

    /// Days before an earlier day are negative.
    public static func < (left: CivilDay, right: CivilDay) -> Bool { left.number < right.number }

    private static func isLeap(_ year: Int) -> Bool {
        year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    }

    private static func days(in month: Int, of year: Int) -> Int {
        month == 2 && isLeap(year) ? 29 : [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    /// The number of the year's first day.
    private static func days(before year: Int) -> Int {
        let past = year - 1
        return numbers.lowerBound + past * 365 + past / 4 - past / 100 + past / 400
    }
}

/// A minute on the clocks of a place. Which place is the caller's business; for profiles it is Europe/Berlin.
public struct CivilTime: Sendable, Hashable {
    /// The day on the calendar.
    public let day: CivilDay
    /// Minutes since midnight as clocks show them, 0..<1440.
    public let minuteOfDay: Int

    /// - Returns: nil for a minute outside 0..<1440.
    public init?(day: CivilDay, minuteOfDay: Int) {
        guard (0..<1_440).contains(minuteOfDay) else { return nil }
        self.day = day
        self.minuteOfDay = minuteOfDay
    }

    /// - Returns: nil for days that no calendar of the years 1 to 9999 has, and for a minute outside 0..<1440.
    public init?(year: Int, month: Int, day: Int, minuteOfDay: Int) {
        guard let day = CivilDay(year: year, month: month, day: day) else { return nil }
        self.init(day: day, minuteOfDay: minuteOfDay)
    }
}
