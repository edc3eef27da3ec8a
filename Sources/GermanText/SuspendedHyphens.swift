/// Completes words that a suspended hyphen only begins or ends: `haupt- und ehrenamtlich` also says `hauptamtlich`,
/// `Selbsthilfegruppen und -organisationen` also says `Selbsthilfeorganisationen`.
struct SuspendedHyphens {
    let splitter: CompoundSplitter
    let lexicon: Lexicon

    /// A completed word and the token that stands for it.
    struct Completion {
        var token: Int
        var word: [UInt8]
    }

    private static let conjunctions: Set<[UInt8]> = Set(
        ["und", "oder", "bzw", "beziehungsweise", "sowie", "als", "auch", "wie", "bis", "noch"].map { Folding.fold($0) }
    )

    /// All completions in a text.
    func completions(_ raw: RawTokenBuffer) -> [Completion] {
        var found: [Completion] = []
        for (index, token) in raw.tokens.enumerated() where token.kind == .word {
            if token.flags.contains(.trailingHyphen) {
                if let word = completeForward(index, raw) { found.append(Completion(token: index, word: word)) }
            } else if token.flags.contains(.leadingHyphen) {
                if let word = completeBackward(index, raw) { found.append(Completion(token: index, word: word)) }
            }
        }
        return found
    }

    private func folded(_ token: RawToken, _ raw: RawTokenBuffer) -> [UInt8] {
        Array(raw.folded[token.foldedStart..<token.foldedEnd])
    }

    private func isConjunction(_ token: RawToken, _ raw: RawTokenBuffer) -> Bool {
        SuspendedHyphens.conjunctions.contains(folded(token, raw))
    }

    private func completeForward(_ index: Int, _ raw: RawTokenBuffer) -> [UInt8]? {
        let beginning = folded(raw.tokens[index], raw)
        var carrier: RawToken?
        for token in raw.tokens[(index + 1)...].prefix(6) where token.kind == .word {
            if token.flags.contains(.trailingHyphen) || isConjunction(token, raw) { continue }
            carrier = token
            break
        }
        guard let carrier else { return nil }
        return complete(beginning, from: folded(carrier, raw), raw: raw, carrier: carrier)
    }

    private func complete(_ beginning: [UInt8], from word: [UInt8], raw: RawTokenBuffer, carrier: RawToken) -> [UInt8]?
    {
        // A hyphenated carrier says itself where its last part begins (Alkohol- und Drogen-Beratung).
        if carrier.pieceCount > 1, let last = piece(carrier, raw, carrier.pieceCount - 1) { return beginning + last }
        let parts = splitter.partsDeep(word)
        let starts = Set(parts.map(\.range.lowerBound)).filter { $0 > 0 }.sorted()
        for start in starts where lexicon.contains(beginning + word[start...]) { return beginning + word[start...] }
        guard word.count >= 6 else { return nil }
        for start in 3..<(word.count - 3) where word[start] & 0xC0 != 0x80 {
            let candidate = beginning + word[start...]
            if let entry = lexicon.entry(candidate), entry.flags.contains(.listed) || entry.frequency > 2 {
                return candidate
            }
        }
        guard let head = splitter.split(word).last, head.range.lowerBound > 0 else { return nil }
        return beginning + word[head.range.lowerBound...]
    }

    private func completeBackward(_ index: Int, _ raw: RawTokenBuffer) -> [UInt8]? {
        let ending = folded(raw.tokens[index], raw)
        for token in raw.tokens[..<index].reversed().prefix(6) where token.kind == .word {
            if token.flags.contains(.leadingHyphen) || isConjunction(token, raw) { continue }
            let word = folded(token, raw)
            if token.pieceCount > 1, let last = piece(token, raw, token.pieceCount - 1) {
                return Array(word.dropLast(last.count)) + ending
            }
            let boundaries = splitter.partsDeep(word).map(\.range.lowerBound).filter { $0 > 0 }
            for start in Set(boundaries).sorted(by: >) where lexicon.contains(word[..<start] + ending) {
                return word[..<start] + ending
            }
            guard let head = splitter.split(word).last, head.range.lowerBound > 0 else { return nil }
            return word[..<head.range.lowerBound] + ending
        }
        return nil
    }

    private func piece(_ token: RawToken, _ raw: RawTokenBuffer, _ number: Int) -> [UInt8]? {
        guard number < token.pieceCount else { return nil }
        let piece = raw.pieces[token.firstPiece + number]
        return Array(raw.folded[piece.foldedStart..<piece.foldedEnd])
    }
}
