/// Says HSDS schedules (iCalendar's recurrence fields) in German.
enum ScheduleWords {
    private static let days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
    private static let names = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"]

    /// One line for days with the same hours, `Montag bis Freitag: 9 bis 12 Uhr und 14 bis 17 Uhr`, and one for every
    /// schedule with a description of its own.
    static func lines(_ schedules: [Value]) -> [String] {
        // Plain weekly hours by day; lines that need their own words.
        var hours: [[String]] = Array(repeating: [], count: 7)
        var plain: [String] = []
        var special: [String] = []
        for schedule in schedules {
            if let text = schedule.text {
                special.append(text)
                continue
            }
            let span = span(schedule)
            let note = note(schedule)
            if let weekdays = weekly(schedule), note == nil, let span {
                for day in weekdays where !hours[day].contains(span) { hours[day].append(span) }
            } else if let line = line(schedule, span: span, note: note) {
                special.append(line)
            }
        }
        var done = Set<Int>()
        for day in hours.indices where !hours[day].isEmpty && !done.contains(day) {
            let same = hours.indices.filter { hours[$0] == hours[day] }
            done.formUnion(same)
            plain.append("\(list(same)): \(joined(hours[day]))")
        }
        return plain + special
    }

    private static func line(_ schedule: Value, span: String?, note: String?) -> String? {
        let when = occasion(schedule)
        switch (when, span) {
        case (let when?, let span?): return "\(when): \(span)\(note.map { " (\($0))" } ?? "")"
        case (let when?, nil): return "\(when)\(note.map { ": \($0)" } ?? "")"
        case (nil, let span?): return "\(span)\(note.map { " (\($0))" } ?? "")"
        case (nil, nil): return note
        }
    }

    /// The days of a schedule that recurs every week on named days.
    private static func weekly(_ schedule: Value) -> [Int]? {
        let frequency = schedule["freq"]?.text?.uppercased() ?? "WEEKLY"
        guard frequency == "WEEKLY", (schedule["interval"]?.double ?? 1) == 1, schedule["byweekno"] == nil else {
            return nil
        }
        let rules = byday(schedule)
        guard !rules.isEmpty, rules.allSatisfy({ $0.ordinal == nil }) else { return nil }
        return rules.map(\.day)
    }

    /// `Montag und Dienstag`, `jeden ersten Montag im Monat`, `alle zwei Wochen mittwochs`, `täglich`.
    private static func occasion(_ schedule: Value) -> String? {
        let rules = byday(schedule)
        let interval = Int(schedule["interval"]?.double.flatMap { (1...99).contains($0) ? $0 : nil } ?? 1)
        switch schedule["freq"]?.text?.uppercased() {
        case "DAILY": return interval == 1 ? "täglich" : "alle \(interval) Tage"
        case "MONTHLY" where rules.isEmpty:
            let numbers = (schedule["bymonthday"]?.texts ?? []).flatMap { $0.split(separator: ",") }
            return numbers.isEmpty
                ? "monatlich" : "am \(numbers.map { $0 + "." }.joined(separator: " und ")) des Monats"
        case "YEARLY" where rules.isEmpty: return "jährlich"
        case "WEEKLY" where rules.isEmpty: return interval == 1 ? "wöchentlich" : "alle \(word(interval)) Wochen"
        default: break
        }
        guard !rules.isEmpty else { return nil }
        if rules.contains(where: { $0.ordinal != nil }) {
            let words = rules.map { "\($0.ordinal.map(ordinal) ?? "jeden") \(names[$0.day])" }
            return joined(words) + " im Monat"
        }
        return list(rules.map(\.day)) + (interval > 1 ? " (alle \(word(interval)) Wochen)" : "")
    }

    private static func byday(_ schedule: Value) -> [(day: Int, ordinal: Int?)] {
        let words = (schedule["byday"]?.texts ?? []).flatMap { $0.split(whereSeparator: { $0 == "," || $0 == " " }) }
        var rules: [(day: Int, ordinal: Int?)] = []
        for word in words {
            guard let day = days.firstIndex(of: word.suffix(2).uppercased()) else { continue }
            let ordinal = Int(word.dropLast(2))
            if !rules.contains(where: { $0.day == day && $0.ordinal == ordinal }) { rules.append((day, ordinal)) }
        }
        return rules
    }

    private static func ordinal(_ number: Int) -> String {
        switch number {
        case 1: "jeden ersten"
        case 2: "jeden zweiten"
        case 3: "jeden dritten"
        case 4: "jeden vierten"
        case 5: "jeden fünften"
        case -1: "jeden letzten"
        default: "jeden \(number)."
        }
    }

    private static func word(_ number: Int) -> String {
        number == 2 ? "zwei" : number == 3 ? "drei" : number == 4 ? "vier" : String(number)
    }

    /// `9 bis 12:30 Uhr`
    private static func span(_ schedule: Value) -> String? {
        switch (schedule["opens_at"]?.text.flatMap(time), schedule["closes_at"]?.text.flatMap(time)) {
        case (let from?, let to?): "\(from) bis \(to) Uhr"
        case (let from?, nil): "ab \(from) Uhr"
        case (nil, let to?): "bis \(to) Uhr"
        case (nil, nil): nil
        }
    }

    private static func time(_ text: String) -> String? {
        let parts = text.split(separator: ":")
        guard let first = parts.first, let hour = Int(first), (0...24).contains(hour) else { return nil }
        let minute = parts.count > 1 ? Int(parts[1].prefix(2)) ?? 0 : 0
        guard (0...59).contains(minute) else { return nil }
        return minute == 0 ? "\(hour)" : "\(hour):\(minute < 10 ? "0" : "")\(minute)"
    }

    private static func note(_ schedule: Value) -> String? {
        let validity: String? =
            switch (schedule["valid_from"]?.text, schedule["valid_to"]?.text) {
            case (let from?, let to?): "gültig von \(from) bis \(to)"
            case (let from?, nil): "gültig ab \(from)"
            case (nil, let to?): "gültig bis \(to)"
            case (nil, nil): nil
            }
        let parts = [
            schedule["description"]?.text, schedule["notes"]?.text, schedule["attending_type"]?.text, validity,
        ]
        .compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: "; ")
    }

    /// `Montag bis Mittwoch und Freitag`
    private static func list(_ days: [Int]) -> String {
        var parts: [String] = []
        let sorted = Set(days).sorted()
        var index = 0
        while index < sorted.count {
            var end = index
            while end + 1 < sorted.count, sorted[end + 1] == sorted[end] + 1 { end += 1 }
            if end - index >= 2 {
                parts.append("\(names[sorted[index]]) bis \(names[sorted[end]])")
            } else {
                parts += sorted[index...end].map { names[$0] }
            }
            index = end + 1
        }
        return joined(parts)
    }

    private static func joined(_ parts: [String]) -> String {
        guard parts.count > 1, let last = parts.last else { return parts.first ?? "" }
        return parts.dropLast().joined(separator: ", ") + " und " + last
    }
}
