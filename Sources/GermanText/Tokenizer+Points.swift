/// Points inside words: abbreviations, addresses.
extension Tokenizer {
    /// `z. B.`, `e.V.`, `u.a.`: short runs of letters, each with a point, are one abbreviation.
    ///
    /// At least two runs are needed, of at most three letters, the first of at most two; `usw.` and `Dr.` stay words.
    mutating func readAbbreviation(_ run: Run, _ flags: Token.Flags) -> Bool {
        guard run.end - run.start <= 2, run.hasLetter, !run.hasDigit else { return false }
        var cursor = run.end
        var ends: [(start: Int, end: Int)] = []
        var spaced: Bool?
        while ascii(cursor) == 0x2E, ends.count < 3 {
            let next = skipSpaces(cursor + 1)
            var end = next
            var letters = 0
            while letters < 4, isLetter(end) {
                end += classAt(end).1
                letters += 1
            }
            guard (1...3).contains(letters), ascii(end) == 0x2E, !isLetter(end) else { break }
            // A spaced run of capitals after a small letter is a sentence's end, except for the usual "z. B.", "e. V.".
            if next > cursor + 1, letters > 1 { break }
            // "z. B. e.V." are two: inside one abbreviation all points are spaced alike.
            if let spaced, spaced != (next > cursor + 1) { break }
            // A capital before a small letter: the second abbreviation of "z. B. e. V." begins.
            if next > cursor + 1, !Folding.isUppercase(classAt(next).2), Folding.isUppercase(classAt(cursor - 1).2) {
                break
            }
            spaced = next > cursor + 1
            ends.append((next, end))
            cursor = end
        }
        guard let last = ends.last else { return false }
        for part in ends {
            index = part.start
            _ = readRun()
        }
        index = last.end + 1
        emit(.abbreviation, run.start, index, foldedStart: run.foldedStart, flags: flags)
        return true
    }

    /// E-mail addresses and URLs are one token, and their words are tokens of their own inside it.
    mutating func readAddress(from start: Int, _ foldedStart: Int) -> Bool {
        guard let end = addressEnd(start) else { return false }
        output.folded.removeLast(output.folded.count - foldedStart)
        for byte in text[start..<end].prefix(Tokenizer.longestFold) {
            output.folded.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
        }
        index = end
        emit(.address, start, end, foldedStart: foldedStart, flags: .noWord)
        return true
    }

    private func addressEnd(_ start: Int) -> Int? {
        var cursor = start
        var at = false
        var scheme = false
        var points = 0
        scan: while cursor < text.count {
            let byte = text[cursor]
            switch byte {
            case 0x40:
                if at || cursor == start { return nil }
                at = true
            case 0x2E: points += 1
            case 0x3A:
                guard ascii(cursor + 1) == 0x2F, ascii(cursor + 2) == 0x2F else { break scan }
                scheme = true
                cursor += 2
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: break
            case 0x2F, 0x3F, 0x3D, 0x26, 0x25, 0x23, 0x7E, 0x2B:
                guard scheme || points > 0 && startsWithWWW(start) else { break scan }
            default: break scan
            }
            cursor += 1
        }
        while cursor > start, [0x2E, 0x2D, 0x2F, 0x3F, 0x5F].contains(text[cursor - 1]) {
            if text[cursor - 1] == 0x2E { points -= 1 }
            cursor -= 1
        }
        guard cursor - start >= 6, scheme || points >= 1 && (at || startsWithWWW(start)) else { return nil }
        return cursor
    }

    private func startsWithWWW(_ start: Int) -> Bool {
        ascii(start) | 0x20 == 0x77 && ascii(start + 1) | 0x20 == 0x77 && ascii(start + 2) | 0x20 == 0x77
            && ascii(start + 3) == 0x2E
    }
}
