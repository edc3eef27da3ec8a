/// A date found in text.
struct ParsedDate {
    /// `2018-03-07`, `2018-03`, or `--03-07` where the year is not said.
    var iso: [UInt8]
    /// Where it ends in the text.
    var end: Int
}

extension Tokenizer {
    /// The names and usual short forms of the months, folded.
    static let months: [[UInt8]: Int] = {
        let names: [(String, Int)] = [
            ("januar", 1), ("jänner", 1), ("jan", 1), ("februar", 2), ("feber", 2), ("feb", 2), ("märz", 3),
            ("maerz", 3), ("mär", 3), ("mrz", 3), ("april", 4), ("apr", 4), ("mai", 5), ("juni", 6), ("jun", 6),
            ("juli", 7), ("jul", 7), ("august", 8), ("aug", 8), ("september", 9), ("sept", 9), ("sep", 9),
            ("oktober", 10), ("okt", 10), ("november", 11), ("nov", 11), ("dezember", 12), ("dez", 12),
        ]
        return Dictionary(uniqueKeysWithValues: names.map { (Array($0.0.utf8), $0.1) })
    }()

    /// A number of at most so many ASCII digits, and where it ends.
    func number(_ place: Int, atMost limit: Int) -> (value: Int, end: Int)? {
        var cursor = place
        var value = 0
        while cursor - place < limit, ascii(cursor) >= 0x30, ascii(cursor) <= 0x39 {
            value = value * 10 + Int(text[cursor] - 0x30)
            cursor += 1
        }
        guard cursor > place, !(ascii(cursor) >= 0x30 && ascii(cursor) <= 0x39) else { return nil }
        return (value, cursor)
    }

    /// The date that begins at a place: `07.03.2018`, `7. 3. 18`, `7. März 2018`, `7. März`, `2018-03-07`.
    func parseDate(at place: Int) -> ParsedDate? {
        if let year = number(place, atMost: 4), year.end - place == 4, ascii(year.end) == 0x2D,
            let month = number(year.end + 1, atMost: 2), month.end - year.end == 3, ascii(month.end) == 0x2D,
            let day = number(month.end + 1, atMost: 2), day.end - month.end == 3
        {
            return make(year.value, month.value, day.value, day.end)
        }
        guard let day = number(place, atMost: 2), (1...31).contains(day.value), ascii(day.end) == 0x2E else {
            return nil
        }
        let afterDay = skipSpaces(day.end + 1)
        if let month = number(afterDay, atMost: 2), ascii(month.end) == 0x2E {
            return yearBehind(day, month, isSpaced: afterDay > day.end + 1)
        }
        guard let month = monthName(at: afterDay) else { return nil }
        if let year = yearAfter(month.end) { return make(year.value, month.value, day.value, year.end) }
        guard month.full else { return nil }
        return make(nil, month.value, day.value, month.end)
    }

    /// The year behind `7.3.`, or the day without one: `07.03.` with all its zeros, for `7.3.` may as well be a heading's
    /// number.
    private func yearBehind(
        _ day: (value: Int, end: Int), _ month: (value: Int, end: Int), isSpaced: Bool
    ) -> ParsedDate? {
        let behind = month.end + 1
        let place = skipSpaces(behind)
        let isFull = !isSpaced && month.end - day.end == 3 && ascii(day.end - 2) <= 0x33 && ascii(day.end - 2) >= 0x30
        let alone = isFull && !isLetterOrDigit(behind) ? make(nil, month.value, day.value, behind) : nil
        guard let year = number(place, atMost: 4), !isLetter(year.end) else { return alone }
        switch year.end - place {
        case 4: return make(year.value, month.value, day.value, year.end) ?? alone
        case 2 where place == behind || isSpaced && !isTimeOfDay(year.end):
            return make(year.value + (year.value < 50 ? 2000 : 1900), month.value, day.value, year.end)
        default: return alone
        }
    }

    /// Whether what was read is rather the hour of `am 7. 3. 18 Uhr`.
    private func isTimeOfDay(_ place: Int) -> Bool {
        if ascii(place) == 0x3A || ascii(place) == 0x2E { return ascii(place + 1) >= 0x30 && ascii(place + 1) <= 0x39 }
        let unit = skipSpaces(place)
        return ascii(unit) | 0x20 == 0x75 && ascii(unit + 1) == 0x68 && ascii(unit + 2) == 0x72
    }

    private func make(_ year: Int?, _ month: Int, _ day: Int?, _ end: Int) -> ParsedDate? {
        guard (1...12).contains(month), day.map({ (1...31).contains($0) }) ?? true,
            year.map({ (1000...2999).contains($0) }) ?? true
        else { return nil }
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        let head = year.map { "\($0)-" } ?? "--"
        let tail = day.map { "-" + two($0) } ?? ""
        return ParsedDate(iso: Array((head + two(month) + tail).utf8), end: end)
    }

    /// A month's name at a place. `full` is false for short forms, which need a year behind them.
    func monthName(at place: Int) -> (value: Int, end: Int, full: Bool)? {
        var folded: [UInt8] = []
        var cursor = place
        while folded.count < 12 {
            let (kind, length, scalar) = classAt(cursor)
            guard kind == .letter else { break }
            Folding.append(scalar, to: &folded)
            cursor += length
        }
        guard let month = Tokenizer.months[folded], !isLetterOrDigit(cursor) else { return nil }
        if ascii(cursor) == 0x2E, folded.count <= 4 { cursor += 1 }
        return (month, cursor, folded.count >= 4 || folded == Array("mai".utf8))
    }

    private func yearAfter(_ place: Int) -> (value: Int, end: Int)? {
        let cursor = skipSpaces(place)
        guard let year = number(cursor, atMost: 4), year.end - cursor == 4, (1000...2999).contains(year.value),
            !isLetter(year.end)
        else { return nil }
        return year
    }
}
