extension Tokenizer {
    /// Reads a word that begins with a letter: hyphenated, gendered, abbreviated or plain.
    mutating func readWord(leadingHyphenAt hyphen: Int?) {
        let start = hyphen ?? index
        let foldedStart = output.folded.count
        let run = readRun()
        var flags: Token.Flags = run.capitalised ? .capitalised : []
        if hyphen != nil { flags.insert(.leadingHyphen) }

        // Nearly every word ends in a space or a comma: nothing below can apply to it.
        let next = ascii(index)
        if run.innerCapital == nil, next == 0x20 || next == 0x2C || next == 0x0A {
            emit(.word, start, index, foldedStart: foldedStart, flags: flags)
            return
        }
        if next == 0x2E, hyphen == nil, readAbbreviation(run, flags) { return }
        // A hyphen or an underscore may stand inside an address as well (hilfe-nord.de).
        let mayBeAddress = next == 0x40 || next == 0x3A || next == 0x2E || next == 0x2D || next == 0x5F
        if mayBeAddress, hyphen == nil, readAddress(from: start, foldedStart) { return }

        readRestOfWord(run, start: start, foldedStart: foldedStart, flags: flags, hyphen: hyphen)
    }

    /// Reads what is joined to a word's first run: gender marks, hyphens and the pieces behind them.
    mutating func readRestOfWord(_ first: Run, start: Int, foldedStart: Int, flags: Token.Flags, hyphen: Int?) {
        var run = first
        var flags = flags
        var ending = applyGenderMark(to: run, &flags)
        let firstPiece = output.pieces.count
        var pieces = 0
        while let continuation = hyphenContinuation(index) {
            if continuation.joins {
                // A word broken at the line's end, or a mid-dot: no pieces, one word.
                index = continuation.next
                run = readRun()
                ending = applyGenderMark(to: run, &flags)
                continue
            }
            if pieces == 0 {
                appendPiece(start: first.start, end: ending, foldedStart: foldedStart)
                pieces = 1
            }
            index = continuation.next
            let pieceFold = output.folded.count
            let pieceStart = index
            run = readRun()
            ending = applyGenderMark(to: run, &flags)
            appendPiece(start: pieceStart, end: ending, foldedStart: pieceFold)
            pieces += 1
            if output.folded.count - foldedStart > Tokenizer.longestFold { break }
        }
        var end = index
        if let after = suspendedHyphenEnd(index) {
            flags.insert(.trailingHyphen)
            end = after
            index = after
        } else if isApostrophe(index) {
            skipApostropheEnding()
        }
        limitFold(from: foldedStart, firstPiece: firstPiece, pieces: &pieces)
        emit(
            .word, start, end, foldedStart: foldedStart, flags: flags, firstPiece: firstPiece,
            pieceCount: pieces > 1 ? pieces : 0)
    }

    private mutating func appendPiece(start: Int, end: Int, foldedStart: Int) {
        output.pieces.append(
            RawPiece(start: start, end: end, foldedStart: foldedStart, foldedEnd: output.folded.count))
    }

    /// A chain of pieces may be longer than a term: the whole word is cut, pieces past the cut are dropped.
    private mutating func limitFold(from foldedStart: Int, firstPiece: Int, pieces: inout Int) {
        guard output.folded.count - foldedStart > Tokenizer.longestFold else { return }
        var end = foldedStart + Tokenizer.longestFold
        while end > foldedStart, output.folded[end] & 0xC0 == 0x80 { end -= 1 }
        output.folded.removeLast(output.folded.count - end)
        while pieces > 0, let last = output.pieces.last, last.foldedEnd > end {
            output.pieces.removeLast()
            pieces -= 1
        }
        if pieces == 1 {
            output.pieces.removeLast(output.pieces.count - firstPiece)
            pieces = 0
        }
    }

    /// A hyphen or mid-dot at a place that goes on with a letter or digit. `joins` is true where the two sides are one
    /// word without pieces.
    func hyphenContinuation(_ place: Int) -> (next: Int, joins: Bool)? {
        let (kind, length, scalar) = classAt(place)
        if kind == .middleDot, scalar != 0x2022 {
            return isLetter(place + length) ? (place + length, true) : nil
        }
        guard kind == .hyphen else { return nil }
        let after = place + length
        if isLetterOrDigit(after) { return (after, false) }
        return brokenLineContinuation(after).map { ($0, true) }
    }

    /// After a hyphen at a line's end: where the word goes on, unless the hyphen is a suspended one
    /// (`haupt-⏎und ehrenamtlich`).
    private func brokenLineContinuation(_ place: Int) -> Int? {
        var cursor = skipSpaces(place)
        if ascii(cursor) == 0x0D { cursor += 1 }
        guard ascii(cursor) == 0x0A else { return nil }
        cursor = skipSpaces(cursor + 1)
        let (kind, _, scalar) = classAt(cursor)
        guard kind == .letter, !Folding.isUppercase(scalar), !startsWithConjunction(cursor) else { return nil }
        return cursor
    }

    /// Whether a word that joins two suspended parts begins at a place.
    func startsWithConjunction(_ place: Int) -> Bool {
        for word: StaticString in ["und", "oder", "bzw", "sowie", "als", "wie", "bis", "noch"] {
            let length = word.utf8CodeUnitCount
            guard place + length <= text.count, !isLetter(place + length) else { continue }
            let same = word.withUTF8Buffer { bytes in
                (0..<length).allSatisfy { text[place + $0] | 0x20 == bytes[$0] }
            }
            if same { return true }
        }
        return false
    }

    /// A hyphen that ends a word before a space, a comma, a slash or a bracket: `haupt- und`, `fach-, themen-`.
    private func suspendedHyphenEnd(_ place: Int) -> Int? {
        let (kind, length, _) = classAt(place)
        guard kind == .hyphen else { return nil }
        let after = place + length
        let (nextKind, _, next) = classAt(after)
        guard nextKind == .other, after < text.count else { return nil }
        return [0x20, 0x0A, 0x0D, 0x09, 0xA0, 0x202F, 0x2C, 0x2F, 0x29].contains(next) ? after : nil
    }

    private func isApostrophe(_ place: Int) -> Bool {
        let (_, _, scalar) = classAt(place)
        return scalar == 0x27 || scalar == 0x2019
    }

    /// `geht's`, `Opa's`: the ending of one or two letters is no word.
    private mutating func skipApostropheEnding() {
        let (_, length, _) = classAt(index)
        var cursor = index + length
        var letters = 0
        while letters < 3, isLetter(cursor) {
            cursor += classAt(cursor).1
            letters += 1
        }
        if (1...2).contains(letters) { index = cursor }
    }

    /// A hyphen outside a word: the suspended hyphen of `Gruppen und -organisationen`, or a dash.
    mutating func readAfterHyphen() {
        let hyphen = index
        let (_, length, _) = classAt(index)
        index += length
        guard isLetter(index) else { return }
        let before = hyphen == 0 ? 0x20 : text[hyphen - 1]
        // After a space or a bracket only: in "10-mal" and "--foo" it is none.
        guard before == 0x20 || before == 0x0A || before == 0x28 || before == 0x2F || before == 0xA0 else { return }
        readWord(leadingHyphenAt: hyphen)
    }
}
