extension Tokenizer {
    /// Reads what begins with a digit: a date, a number with separators, or a word such as `24h`.
    mutating func readNumberOrWord() {
        let start = index
        if let date = parseDate(at: index) {
            emitDate(date, start)
            return
        }
        if ascii(index) == 0x30, readPhone() { return }
        if ascii(index) == 0x31, readHelpline() { return }
        let foldedStart = output.folded.count
        if let time = parseTime(at: index) {
            output.folded.append(contentsOf: time.folded)
            index = time.end
            emit(.number, start, index, foldedStart: foldedStart, flags: .noWord)
            return
        }
        let run = readRun()
        let next = classAt(index)
        let joinsWord = next.0 == .hyphen && isLetter(index + next.1)
        if run.hasLetter || joinsWord {
            // 10-jährige, 24-Stunden-Dienst: the number is a piece of the word.
            readRestOfWord(run, start: start, foldedStart: foldedStart, flags: [], hyphen: nil)
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

    /// `10:30`, `9.05 Uhr`: hours and minutes, folded to `10:30` and `9:05`.
    private func parseTime(at place: Int) -> (folded: [UInt8], end: Int)? {
        guard let hours = number(place, atMost: 2), hours.value <= 24,
            let minutes = number(hours.end + 1, atMost: 2), minutes.end - hours.end == 3, minutes.value < 60,
            !isLetter(minutes.end)
        else { return nil }
        if ascii(hours.end) == 0x2E {
            let unit = skipSpaces(minutes.end)
            guard ascii(unit) | 0x20 == 0x75, ascii(unit + 1) == 0x68, ascii(unit + 2) == 0x72 else { return nil }
        } else if ascii(hours.end) != 0x3A {
            return nil
        }
        return (Array("\(hours.value):".utf8) + text[(hours.end + 1)..<minutes.end], minutes.end)
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
