extension Tokenizer {
    /// Reads what begins with a digit: a date, a number with separators, or a word such as `24h`.
    mutating func readNumberOrWord() {
        let start = index
        if let date = parseDate(at: index) {
            emitDate(date, start)
            return
        }
        let foldedStart = output.folded.count
        let run = readRun()
        if run.hasLetter {
            emit(.word, start, index, foldedStart: foldedStart)
            return
        }
        readGroups()
        emit(.number, start, index, foldedStart: foldedStart, flags: .noWord)
    }

    /// German separators: points (or narrow spaces) between groups of three digits, one decimal comma.
    private mutating func readGroups() {
        let firstDigits = output.folded.count
        var grouped = false
        while ascii(index) == 0x2E, digits(index + 1) == 3, firstDigits > 0 {
            index += 1
            _ = readRun()
            grouped = true
        }
        if ascii(index) == 0x2C, digits(index + 1) > 0, grouped || digits(index + 1) <= 2 {
            output.folded.append(0x2C)
            index += 1
            _ = readRun()
        }
    }

    /// How many ASCII digits follow at a place, when no letter follows them.
    private func digits(_ place: Int) -> Int {
        var cursor = place
        while ascii(cursor) >= 0x30, ascii(cursor) <= 0x39 { cursor += 1 }
        return isLetter(cursor) ? 0 : cursor - place
    }

    mutating func emitDate(_ date: ParsedDate, _ start: Int) {
        let foldedStart = output.folded.count
        output.folded.append(contentsOf: date.iso)
        index = date.end
        emit(.date, start, index, foldedStart: foldedStart, flags: .noWord)
    }

    /// `§ 8a`, `§§ 27 ff.`: the sign and the number are one token.
    mutating func readParagraphSign(_ length: Int) {
        let start = index
        var cursor = index + length
        while classAt(cursor).2 == 0xA7 { cursor += length }
        cursor = skipSpaces(cursor)
        guard classAt(cursor).0 == .digit else {
            index += length
            return
        }
        index = cursor
        let foldedStart = output.folded.count
        _ = readRun()
        emit(.number, start, index, foldedStart: foldedStart, flags: .noWord)
    }
}

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

    private func number(_ place: Int, atMost limit: Int) -> (value: Int, end: Int)? {
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
            let afterMonth = skipSpaces(month.end + 1)
            guard let year = number(afterMonth, atMost: 4), !isLetter(year.end) else { return nil }
            switch year.end - afterMonth {
            case 4: return make(year.value, month.value, day.value, year.end)
            case 2: return make(year.value + (year.value < 50 ? 2000 : 1900), month.value, day.value, year.end)
            default: return nil
            }
        }
        guard let month = monthName(at: afterDay) else { return nil }
        if let year = yearAfter(month.end) { return make(year.value, month.value, day.value, year.end) }
        guard month.full else { return nil }
        return make(nil, month.value, day.value, month.end)
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
