/// Telephone numbers: one token whatever stands between the digits.
extension Tokenizer {
    /// Reads a telephone number: `(030) 23125-101`, `030/23 12 51 01`, `+49 30 23125101`, `0049 (0)30 23125101`.
    ///
    /// It begins with a zero or with the country's code, and has 7 to 15 digits in groups. Its folded form is
    /// `03023125101` for all of these. Foreign numbers keep their code behind `00`.
    mutating func readPhone() -> Bool {
        guard let phone = parsePhone(at: index) else { return false }
        let foldedStart = output.folded.count
        output.folded.append(contentsOf: phone.digits)
        let foldedEnd = output.folded.count
        let piece = output.pieces.count
        if let local = phone.local {
            output.pieces.append(
                RawPiece(start: index, end: phone.end, foldedStart: foldedStart + local, foldedEnd: foldedEnd))
        }
        emit(
            .phone, index, phone.end, foldedStart: foldedStart, flags: .noWord, firstPiece: piece,
            pieceCount: output.pieces.count - piece)
        index = phone.end
        return true
    }

    /// What stands behind 116 in the numbers for help that are the same in all of Europe, and in Germany's for blocking cards.
    private static let helplines = ["000", "006", "016", "111", "116", "117", "123"].map { Array($0.utf8) }

    /// Reads a number that begins with 116: `116 117`, `116117`. Its folded form is its six digits. With a hyphen between them
    /// they may be pages.
    mutating func readHelpline() -> Bool {
        func digits(_ place: Int) -> Int {
            var cursor = place
            while ascii(cursor) >= 0x30, ascii(cursor) <= 0x39 { cursor += 1 }
            return cursor - place
        }
        let count = digits(index)
        guard text[index...].starts(with: [0x31, 0x31, 0x36]), count == 3 || count == 6 else { return false }
        let rest = count == 6 ? index + 3 : skipSpaces(index + 3)
        // No further group, date or decimals follow, and no word that the number is a part of (`116117-Nummer`).
        let end = rest + 3
        guard digits(rest) == 3, Tokenizer.helplines.contains(where: text[rest..<end].elementsEqual), !isLetter(end),
            !isDateOrDecimal(end), digits(skipSpaces(end)) == 0,
            !(classAt(end).0 == .hyphen && isLetter(end + classAt(end).1))
        else { return false }
        let foldedStart = output.folded.count
        output.folded.append(contentsOf: text[index..<(index + 3)])
        output.folded.append(contentsOf: text[rest..<end])
        emit(.number, index, end, foldedStart: foldedStart, flags: .noWord)
        index = end
        return true
    }

    private struct Phone {
        var digits: [UInt8] = []
        /// Where in ``digits`` the number without its area code begins, where the text shows it.
        var local: Int?
        var end = 0
    }

    private func parsePhone(at start: Int) -> Phone? {
        var phone = Phone()
        var cursor = start
        var groups: [Int] = []
        while let group = phoneGroup(at: cursor, isFirst: groups.isEmpty) {
            // Ten digits are a whole number: a zero behind them begins the next one.
            if phone.digits.count >= 9, group.digits.first == 0x30, !group.isOptionalZero { break }
            if !group.isOptionalZero {
                groups.append(phone.digits.count)
                phone.digits += group.digits
            }
            phone.end = group.end
            cursor = group.end
            if phone.digits.count > 15 { return nil }
        }
        guard !isLetter(cursor), phone.digits.first == 0x30 else { return nil }
        if phone.digits.starts(with: [0x30, 0x30, 0x34, 0x39]) {
            // Germany's code is a zero; it may stand apart from the area code.
            phone.digits.replaceSubrange(0..<4, with: [0x30])
            groups = groups.dropFirst().map { $0 - 3 }.filter { $0 > 1 }
        } else {
            groups.removeFirst(min(1, groups.count))
        }
        guard (7...15).contains(phone.digits.count),
            phone.digits.count < 3 || phone.digits[1] != 0x30 || text[start] == 0x2B
        else { return nil }
        if let local = groups.first, phone.digits.count - local >= 5, (3...6).contains(local) { phone.local = local }
        return phone
    }

    /// The digits at a place, behind what may stand before them. A plus counts as `00`.
    private func phoneGroup(at place: Int, isFirst: Bool) -> (digits: [UInt8], end: Int, isOptionalZero: Bool)? {
        var cursor = isFirst ? place : skipPhoneSeparator(place)
        var digits: [UInt8] = []
        if isFirst, ascii(cursor) == 0x2B {
            digits = [0x30, 0x30]
            cursor += 1
        }
        let isBracketed = ascii(cursor) == 0x28
        if isBracketed { cursor += 1 }
        let first = cursor
        while ascii(cursor) >= 0x30, ascii(cursor) <= 0x39, cursor - first < 16 {
            digits.append(text[cursor])
            cursor += 1
        }
        guard cursor > first, isFirst || !isDateOrDecimal(cursor) else { return nil }
        if isBracketed {
            guard ascii(cursor) == 0x29 else { return nil }
            cursor += 1
        }
        if isFirst, digits.first != 0x30 { return nil }
        return (digits, cursor, isBracketed && !isFirst && digits == [0x30])
    }

    /// A point or comma with a digit behind it: the digits before it are no telephone number's.
    private func isDateOrDecimal(_ place: Int) -> Bool {
        guard ascii(place) == 0x2E || ascii(place) == 0x2C || ascii(place) == 0x3A else { return false }
        return ascii(place + 1) >= 0x30 && ascii(place + 1) <= 0x39
    }

    /// At most one separator (`-`, `/`, a dash), with spaces around it.
    private func skipPhoneSeparator(_ place: Int) -> Int {
        let cursor = skipSpaces(place)
        let (kind, length, scalar) = classAt(cursor)
        guard kind == .hyphen || scalar == 0x2F || scalar == 0x2013 else { return cursor }
        return skipSpaces(cursor + length)
    }
}
