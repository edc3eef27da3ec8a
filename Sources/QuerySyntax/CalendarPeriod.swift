/// A year, a month or a day as a person writes it, with its first and last day in ISO order.
struct CalendarPeriod {
    let firstDay: String
    let lastDay: String

    /// Reads `2019`, `2019-05`, `2019-05-17`, `05.2019` or `17.5.2019`; nil for what is no date, or no day that there was.
    init?(_ text: ArraySlice<Unicode.Scalar>) {
        let isGerman = text.contains(".")
        var parts = text.split(separator: isGerman ? "." : "-", omittingEmptySubsequences: false)
        if isGerman { parts.reverse() }
        guard parts.count <= 3, parts[0].count == 4, let year = CalendarPeriod.number(parts[0]), year > 0 else {
            return nil
        }
        let rest = parts.dropFirst().map { $0.count <= 2 ? CalendarPeriod.number($0) : nil }
        guard let month = rest.first else {
            (firstDay, lastDay) = (CalendarPeriod.iso(year, 1, 1), CalendarPeriod.iso(year, 12, 31))
            return
        }
        guard let month, (1...12).contains(month) else { return nil }
        let days = CalendarPeriod.days(in: month, of: year)
        guard rest.count == 2 else {
            (firstDay, lastDay) = (CalendarPeriod.iso(year, month, 1), CalendarPeriod.iso(year, month, days))
            return
        }
        guard let day = rest[1], (1...days).contains(day) else { return nil }
        firstDay = CalendarPeriod.iso(year, month, day)
        lastDay = firstDay
    }

    private static func number(_ digits: ArraySlice<Unicode.Scalar>) -> Int? {
        digits.allSatisfy(\.isDigit) ? Int(digits.text) : nil
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func iso(_ year: Int, _ month: Int, _ day: Int) -> String {
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: width - digits.count) + digits
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }
}
