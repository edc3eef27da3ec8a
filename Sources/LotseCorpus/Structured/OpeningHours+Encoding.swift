extension OpeningHours {
    private static let version: UInt8 = 1

    /// Bytes to store beside a document: a version, the number of rules, and five bytes and more for each. The same
    /// hours always give the same bytes.
    public var encoded: [UInt8] { [Self.version, UInt8(rules.count)] + rules.flatMap(\.encoded) }

    /// - Returns: nil for bytes that ``encoded`` does not give, and for those of another version.
    public init?(encoded: [UInt8]) {
        var cursor = ByteCursor(encoded)
        guard cursor.next(UInt8.self) == Self.version, let count = cursor.next(UInt8.self),
            (1...Self.maximum + 1).contains(Int(count))
        else { return nil }
        var rules: [ScheduleRule] = []
        for _ in 0..<count {
            guard let rule = ScheduleRule(&cursor) else { return nil }
            rules.append(rule)
        }
        self.init(rules: rules)
        // One value has one encoding, so that values can be compared as bytes.
        guard cursor.isAtEnd, self.encoded == encoded else { return nil }
    }
}

extension ScheduleRule {
    /// Which parts follow the times.
    private enum Flag {
        static let frequency: UInt8 = 0b11
        static let certain: UInt8 = 1 << 2
        static let first: UInt8 = 1 << 3
        static let last: UInt8 = 1 << 4
        static let interval: UInt8 = 1 << 5
        static let days: UInt8 = 1 << 6
        static let monthDays: UInt8 = 1 << 7
    }

    /// Flags, minute of opening and length (two bytes each), then what the flags announce: dates and the anchor in four
    /// bytes, the interval in two, the days behind their number, and the days of months in eight bytes.
    var encoded: [UInt8] {
        var flags = frequency.rawValue
        if isCertain { flags |= Flag.certain }
        if first != nil { flags |= Flag.first }
        if last != nil { flags |= Flag.last }
        if interval > 1 { flags |= Flag.interval }
        if !days.isEmpty { flags |= Flag.days }
        if monthDays != nil { flags |= Flag.monthDays }
        var bytes = [flags]
        bytes.append(number: UInt16(opens))
        bytes.append(number: UInt16(length))
        if let first { bytes.append(number: Int32(first.number)) }
        if let last { bytes.append(number: Int32(last.number)) }
        if interval > 1 {
            bytes.append(number: UInt16(interval))
            bytes.append(number: Int32(anchor))
        }
        if !days.isEmpty { bytes += [UInt8(days.count)] + days.map(\.code) }
        if let monthDays {
            bytes.append(number: monthDays.fromFirst)
            bytes.append(number: monthDays.fromLast)
        }
        return bytes
    }

    init?(_ cursor: inout ByteCursor) {
        guard let flags = cursor.next(UInt8.self), let frequency = Frequency(rawValue: flags & Flag.frequency),
            let opens = cursor.next(UInt16.self), opens < 1_440,
            let length = cursor.next(UInt16.self), (1...1_440).contains(length)
        else { return nil }
        self.init(frequency: frequency, opens: Int(opens), length: Int(length), isCertain: flags & Flag.certain != 0)
        if flags & Flag.first != 0 {
            first = cursor.next(Int32.self).flatMap { CivilDay(number: Int($0)) }
            if first == nil { return nil }
        }
        if flags & Flag.last != 0 {
            last = cursor.next(Int32.self).flatMap { CivilDay(number: Int($0)) }
            if last == nil { return nil }
        }
        if flags & Flag.interval != 0 {
            guard let interval = cursor.next(UInt16.self), (2...999).contains(interval),
                let anchor = cursor.next(Int32.self)
            else { return nil }
            (self.interval, self.anchor) = (Int(interval), Int(anchor))
        }
        if flags & Flag.days != 0, !readDays(&cursor) { return nil }
        if flags & Flag.monthDays != 0 {
            guard let fromFirst = cursor.next(UInt32.self), let fromLast = cursor.next(UInt32.self),
                fromFirst & 1 == 0, fromLast & 1 == 0, fromFirst | fromLast != 0
            else { return nil }
            monthDays = MonthDays(fromFirst: fromFirst, fromLast: fromLast)
        }
    }

    private mutating func readDays(_ cursor: inout ByteCursor) -> Bool {
        guard let count = cursor.next(UInt8.self), count > 0 else { return false }
        var previous = -1
        for _ in 0..<count {
            guard let code = cursor.next(UInt8.self).map(Int.init), code > previous, code < 77 else { return false }
            days.append(Day(weekday: code % 7, ordinal: code / 7 - 5))
            previous = code
        }
        return true
    }
}
