/// A time of day as HSDS's `opens_at` and `closes_at` write it.
enum ScheduleTime: Hashable {
    /// Minutes since midnight on the clocks of Germany, 0...1440.
    case minute(Int)
    /// A time on other clocks. Which minute it is here changes with summer time.
    case foreign
    case unreadable

    /// `9`, `09:00`, `09:00:00`, `9.30 Uhr`, `24:00`, each also with an offset that clocks in Germany have. Seconds
    /// count as a whole minute.
    init(_ text: String) {
        var rest = text.lowercased()[...]
        guard let hour = Self.number(&rest, digits: 1...2), hour <= 24 else {
            self = .unreadable
            return
        }
        var minutes = hour * 60
        if let separator = rest.first, separator == ":" || separator == "." {
            rest = rest.dropFirst()
            guard let minute = Self.number(&rest, digits: 2...2), minute < 60 else {
                self = .unreadable
                return
            }
            minutes += minute
            if rest.first == ":" {
                rest = rest.dropFirst()
                guard let second = Self.number(&rest, digits: 2...2), second < 60 else {
                    self = .unreadable
                    return
                }
                if rest.first == "." { rest = rest.dropFirst().drop { $0.isASCII && $0.isNumber } }
                if second > 0 { minutes += 1 }
            }
        }
        var zone = rest.trimmingWhitespace()
        if zone.hasPrefix("uhr") { zone = zone.dropFirst(3).trimmingWhitespace() }
        guard minutes <= 1_440 else {
            self = .unreadable
            return
        }
        if zone.isEmpty || Self.isGerman(zone: zone) {
            self = .minute(minutes)
        } else {
            self = Self.looksLikeZone(zone) ? .foreign : .unreadable
        }
    }

    /// Whether clocks of the zone show German time. An offset means the clock on the wall: publishers write the
    /// winter's or the summer's, and keep their hours when the clocks change.
    static func isGerman(zone: String) -> Bool {
        var name = zone.lowercased().trimmingWhitespace()
        if name.hasPrefix("utc") || name.hasPrefix("gmt") { name = String(name.dropFirst(3)) }
        return zones.contains(name)
    }

    private static let zones: Set<String> = [
        "europe/berlin", "europe/busingen", "europe/vienna", "europe/zurich", "cet", "cest", "mez", "mesz", "1", "2",
        "1.0",
        "2.0", "+1", "+2", "+01", "+02", "+01:00", "+02:00", "+0100", "+0200",
    ]

    private static func looksLikeZone(_ zone: String) -> Bool {
        zone.hasPrefix("+") || zone.hasPrefix("-") || zone == "z" || zone.hasPrefix("utc") || zone.hasPrefix("gmt")
    }

    private static func number(_ rest: inout Substring, digits: ClosedRange<Int>) -> Int? {
        let figures = rest.prefix { $0.isASCII && $0.isNumber }
        guard digits.contains(figures.utf8.count) else { return nil }
        rest = rest.dropFirst(figures.count)
        return Int(figures)
    }
}
