/// Completes words that a suspended hyphen only begins or ends: `haupt- und ehrenamtlich` also says `hauptamtlich`,
/// `Selbsthilfegruppen und -organisationen` also says `Selbsthilfeorganisationen`.
struct SuspendedHyphens {
    let splitter: CompoundSplitter
    let lexicon: Lexicon

    /// A suspended part and the word that tells how it ends or begins.
    struct Place {
        /// The part's token.
        var token: Int
        /// The token of the whole word.
        var carrier: Int
        /// Whether the part is the beginning (`haupt-`); otherwise it is the end (`-organisationen`).
        var isBeginning: Bool
    }

    private static let conjunctions: Set<[UInt8]> = Set(
        ["und", "oder", "bzw", "beziehungsweise", "sowie", "als", "auch", "wie", "bis", "noch"].map { Folding.fold($0) }
    )

    /// All suspended parts of a text that have a whole word near them.
    func places(_ raw: RawTokenBuffer) -> [Place] {
        var found: [Place] = []
        for (index, token) in raw.tokens.enumerated() where token.kind == .word {
            let isBeginning = token.flags.contains(.trailingHyphen)
            guard isBeginning || token.flags.contains(.leadingHyphen) else { continue }
            let carrier =
                isBeginning
                ? carrier(in: raw, at: (index + 1)..<min(index + 7, raw.tokens.count), besides: .trailingHyphen)
                : carrier(in: raw, at: (max(0, index - 6)..<index).reversed(), besides: .leadingHyphen)
            if let carrier { found.append(Place(token: index, carrier: carrier, isBeginning: isBeginning)) }
        }
        return found
    }

    /// The first whole word of some tokens: neither a conjunction nor suspended itself.
    private func carrier(in raw: RawTokenBuffer, at indices: some Sequence<Int>, besides flag: Token.Flags) -> Int? {
        for index in indices {
            let token = raw.tokens[index]
            guard token.kind == .word, !token.flags.contains(flag), !isConjunction(token, raw) else { continue }
            return index
        }
        return nil
    }

    /// The whole word that a suspended part stands for, or nil where none can be told.
    func complete(_ place: Place, _ raw: RawTokenBuffer) -> [UInt8]? {
        let part = folded(raw.tokens[place.token], raw)
        let carrier = raw.tokens[place.carrier]
        return place.isBeginning
            ? complete(part, from: folded(carrier, raw), raw: raw, carrier: carrier)
            : completeBackward(part, raw, carrier)
    }

    private func folded(_ token: RawToken, _ raw: RawTokenBuffer) -> [UInt8] {
        Array(raw.folded[token.foldedStart..<token.foldedEnd])
    }

    private func isConjunction(_ token: RawToken, _ raw: RawTokenBuffer) -> Bool {
        SuspendedHyphens.conjunctions.contains(folded(token, raw))
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

    private func completeBackward(_ ending: [UInt8], _ raw: RawTokenBuffer, _ carrier: RawToken) -> [UInt8]? {
        let word = folded(carrier, raw)
        if carrier.pieceCount > 1, let last = piece(carrier, raw, carrier.pieceCount - 1) {
            return Array(word.dropLast(last.count)) + ending
        }
        let boundaries = splitter.partsDeep(word).map(\.range.lowerBound).filter { $0 > 0 }
        for start in Set(boundaries).sorted(by: >) where lexicon.contains(word[..<start] + ending) {
            return word[..<start] + ending
        }
        guard let head = splitter.split(word).last, head.range.lowerBound > 0 else { return nil }
        return word[..<head.range.lowerBound] + ending
    }

    private func piece(_ token: RawToken, _ raw: RawTokenBuffer, _ number: Int) -> [UInt8]? {
        guard number < token.pieceCount else { return nil }
        let piece = raw.pieces[token.firstPiece + number]
        return Array(raw.folded[piece.foldedStart..<piece.foldedEnd])
    }
}
