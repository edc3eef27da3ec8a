/// Points inside words: abbreviations.
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
}
