/// E-mail addresses and URLs.
extension Tokenizer {
    /// Reads an address as one token. Its pieces are the host (`sekis-berlin.de`) and the words of the host's name.
    mutating func readAddress(from start: Int, _ foldedStart: Int) -> Bool {
        guard let found = addressEnd(start) else { return false }
        let place = addressStart(start)
        guard place < found.end else { return false }
        output.folded.removeLast(output.folded.count - foldedStart)
        appendLowercased(place..<min(found.end, place + Tokenizer.longestFold))
        let foldedEnd = output.folded.count
        let firstPiece = output.pieces.count
        appendHost(found.at.map { $0 + 1 } ?? place, end: found.end)
        output.tokens.append(
            RawToken(
                kind: .address, flags: .noWord, start: start, end: found.end, foldedStart: foldedStart,
                foldedEnd: foldedEnd, firstPiece: firstPiece, pieceCount: output.pieces.count - firstPiece))
        index = found.end
        return true
    }

    private mutating func appendLowercased(_ range: Range<Int>) {
        for byte in text[range] { output.folded.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) }
    }

    /// Where an address begins without its scheme and `www.`: `https://www.sekis.de` is `sekis.de`.
    private func addressStart(_ start: Int) -> Int {
        var place = start
        while isLetter(place) { place += 1 }
        if ascii(place) == 0x3A { place += 3 } else { place = start }
        return startsWithWWW(place) ? place + 4 : place
    }

    private mutating func appendHost(_ start: Int, end: Int) {
        var hostEnd = start
        while hostEnd < end, hostEnd - start < 100, isHostByte(text[hostEnd]) { hostEnd += 1 }
        guard hostEnd > start else { return }
        let host = output.folded.count
        appendLowercased(start..<hostEnd)
        output.pieces.append(RawPiece(start: start, end: hostEnd, foldedStart: host, foldedEnd: output.folded.count))
        // The last label says nothing, and labels of one or two letters hardly more.
        var label = start
        for place in start..<hostEnd where text[place] == 0x2E {
            appendLabel(label..<place)
            label = place + 1
        }
    }

    /// A label of a host's name: whole without hyphens, and its words.
    private mutating func appendLabel(_ range: Range<Int>) {
        guard range.count >= 3 else { return }
        let whole = output.folded.count
        for byte in text[range] where byte != 0x2D { output.folded.append(byte | (byte < 0x40 ? 0 : 0x20)) }
        guard output.folded.count > whole else { return }
        output.pieces.append(
            RawPiece(start: range.lowerBound, end: range.upperBound, foldedStart: whole, foldedEnd: output.folded.count)
        )
        guard text[range].contains(0x2D) else { return }
        var word = range.lowerBound
        for place in range.lowerBound...range.upperBound where place == range.upperBound || text[place] == 0x2D {
            if place - word >= 3 {
                let folded = output.folded.count
                for byte in text[word..<place] { output.folded.append(byte | (byte < 0x40 ? 0 : 0x20)) }
                output.pieces.append(
                    RawPiece(start: word, end: place, foldedStart: folded, foldedEnd: output.folded.count))
            }
            word = place + 1
        }
    }

    private func isHostByte(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x2E || byte == 0x2D
    }

    private func addressEnd(_ start: Int) -> (end: Int, at: Int?)? {
        var cursor = start
        var at: Int?
        var scheme = false
        scan: while cursor < text.count {
            let byte = text[cursor]
            switch byte {
            case 0x40:
                if at != nil || cursor == start { return nil }
                at = cursor
            case 0x3A:
                guard !scheme, ascii(cursor + 1) == 0x2F, ascii(cursor + 2) == 0x2F else { break scan }
                scheme = true
                cursor += 2
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F, 0x2E: break
            case 0x2F, 0x3F, 0x3D, 0x26, 0x25, 0x23, 0x7E, 0x2B:
                guard scheme || startsWithWWW(start) || at == nil && endsInTopLevel(start, cursor) else { break scan }
            default: break scan
            }
            cursor += 1
        }
        while cursor > start, [0x2E, 0x2D, 0x2F, 0x3F, 0x5F, 0x3A].contains(text[cursor - 1]) { cursor -= 1 }
        guard cursor - start >= 6, !isLetter(cursor) else { return nil }
        if let at {
            guard text[at..<cursor].contains(0x2E), cursor - at > 3 else { return nil }
        } else {
            let hostEnd = text[start..<cursor].firstIndex { !isHostByte($0) } ?? cursor
            guard scheme || startsWithWWW(start) || endsInTopLevel(start, hostEnd) else { return nil }
        }
        return (cursor, at)
    }

    /// Whether a host without `www.` is meant: two labels or more, the last one a usual top level in small letters.
    private func endsInTopLevel(_ start: Int, _ end: Int) -> Bool {
        guard let point = text[start..<end].lastIndex(of: 0x2E), point - start >= 3 else { return false }
        return ["de", "org", "com", "net", "info", "eu", "at", "ch"].contains {
            text[(point + 1)..<end].elementsEqual($0.utf8)
        }
    }

    private func startsWithWWW(_ start: Int) -> Bool {
        ascii(start) | 0x20 == 0x77 && ascii(start + 1) | 0x20 == 0x77 && ascii(start + 2) | 0x20 == 0x77
            && ascii(start + 3) == 0x2E && isLetterOrDigit(start + 4)
    }
}
