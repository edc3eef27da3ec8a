/// Gender forms: a mark, and an ending that is no word.
///
/// The folded form of a marked word is its base (`Klient:innen` gives `klient`); the token's flag says that it is a
/// gender form, and later stages treat it as the base and the feminine at once.
extension Tokenizer {
    private static let endings: [StaticString] = [
        "innen", "in", "nen", "r", "s", "n", "e", "en", "m", "er", "es", "em",
    ]

    /// Applies an inner capital or a mark at the end of a run. Returns where the word's own letters end in the text;
    /// `index` stands behind the whole form.
    mutating func applyGenderMark(to run: Run, _ flags: inout Token.Flags) -> Int {
        if let inner = run.innerCapital, cutInnerCapital(run, inner) {
            flags.insert(.genderForm)
            return index
        }
        guard run.hasLetter, index - run.start >= 3, let mark = genderMark(index), mayBePerson(run, mark.end) else {
            return index
        }
        let continuation = mark.continuation
        index = mark.end
        flags.insert(.genderForm)
        if let continuation {
            // Bürger*innenbeteiligung: the rest is folded onto the base.
            index = continuation
            _ = readRun()
        }
        return index
    }

    /// Cuts `Innen` or `In` off the folded form where it ends the word or where a compound goes on behind `Innen`.
    private mutating func cutInnerCapital(_ run: Run, _ inner: (text: Int, folded: Int)) -> Bool {
        guard inner.folded - run.foldedStart >= 3 else { return false }
        let rest = output.folded[inner.folded...]
        if rest.elementsEqual("in".utf8) || rest.elementsEqual("innen".utf8) {
            output.folded.removeLast(rest.count)
            return true
        }
        if rest.count >= 8, rest.starts(with: "innen".utf8) {
            output.folded.removeSubrange(inner.folded..<(inner.folded + 5))
            return true
        }
        return false
    }

    /// A mark at a place with an ending behind it: where the form ends, and where a compound goes on inside it.
    private func genderMark(_ place: Int) -> (end: Int, continuation: Int?)? {
        let (kind, length, scalar) = classAt(place)
        var cursor = place + length
        var closes = false
        switch scalar {
        case 0x2A, 0x3A, 0x5F, 0xB7, 0x2022, 0x2019: break
        case 0x2F, 0x28:
            closes = scalar == 0x28
            let (next, nextLength, _) = classAt(cursor)
            if next == .hyphen { cursor += nextLength }
        default: return nil
        }
        if scalar == 0x2A, ascii(cursor) == 0x2A { return nil }  // Markdown's bold
        guard kind == .other || kind == .middleDot else { return nil }
        return matchEnding(cursor, closes: closes, mark: scalar)
    }

    /// `Beratung:in der Stadt` lacks a space: what ends in `-ung` or `-heit` is no person.
    private func mayBePerson(_ run: Run, _ end: Int) -> Bool {
        guard ascii(end - 1) == 0x6E, ascii(end - 2) | 0x20 == 0x69 else { return true }
        let word = output.folded[run.foldedStart...]
        return !["ung", "heit", "keit", "schaft", "tion", "tät"].contains {
            word.suffix($0.utf8.count).elementsEqual($0.utf8)
        }
    }

    /// `Student(inn)en`, `Leiter_in_nen`: the plural's ending in two pieces.
    private func matchSplitPlural(_ cursor: Int, closes: Bool, mark: UInt32) -> Int? {
        if closes { return follows("inn)en", cursor) && !isLetter(cursor + 6) ? cursor + 6 : nil }
        guard mark < 0x80, follows("in", cursor), UInt32(ascii(cursor + 2)) == mark, follows("nen", cursor + 3) else {
            return nil
        }
        return isLetter(cursor + 6) ? nil : cursor + 6
    }

    private func follows(_ bytes: StaticString, _ place: Int) -> Bool {
        guard place + bytes.utf8CodeUnitCount <= text.count else { return false }
        return (0..<bytes.utf8CodeUnitCount).allSatisfy { text[place + $0] == bytes.utf8Start[$0] }
    }

    private func matchEnding(_ cursor: Int, closes: Bool, mark: UInt32) -> (end: Int, continuation: Int?)? {
        if let end = matchSplitPlural(cursor, closes: closes, mark: mark) { return (end, nil) }
        for ending in Tokenizer.endings {
            let length = ending.utf8CodeUnitCount
            guard cursor + length <= text.count else { continue }
            let same = ending.withUTF8Buffer { bytes in
                (0..<length).allSatisfy { text[cursor + $0] | 0x20 == bytes[$0] }
            }
            guard same else { continue }
            var end = cursor + length
            let isPlural = length == 5
            // A single letter behind an apostrophe or a mid-dot is more often something else (geht's).
            if length < 2, mark == 0x2019 || mark == 0x2022 { continue }
            if closes {
                guard ascii(end) == 0x29 else { continue }
                end += 1
                return (end, isLetter(end) ? end : nil)
            }
            if isLetter(end) {
                // "innen" with a further word behind it; "in" never begins one, or "Ort:international" would be cut.
                guard isPlural, lettersFrom(end) >= 3 else { continue }
                return (end, end)
            }
            if classAt(end).0 == .digit { continue }
            return (end, nil)
        }
        return nil
    }

    private func lettersFrom(_ place: Int) -> Int {
        var cursor = place
        var count = 0
        while isLetter(cursor) {
            cursor += classAt(cursor).1
            count += 1
        }
        return count
    }
}
