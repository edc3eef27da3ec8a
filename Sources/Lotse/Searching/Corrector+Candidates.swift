import GermanText

/// Where better spellings come from: the ways to misspell a word, each with what it costs.
extension Corrector {
    /// What a tenfold frequency is worth, in tenths of an error.
    private static let commonness = 6.0
    /// What it costs that hardly a text and no word list has a spelling: it may be a mistake itself.
    private static let suspicious = 6.0
    /// What a syllable costs that was left out or is one too many, and each of its letters.
    private static let syllable = 10.0
    private static let syllableLetter = 2.0
    /// Of shorter words, in letters, too little is left without a syllable.
    private static let shortestOmitting = 5
    /// Function words that are prefixes as well: `übergenommen` is no `über genommen`.
    private static let prefixes = Set(
        "ab an auf aus bei durch ein er gegen hinter mit nach über um unter vor zu".split(separator: " ").map {
            Analyzer.fold(String($0))
        })
    /// Of shorter stems, in letters, too many other words are made; and a longer rest is no suffix.
    private static let shortestStem = 6
    private static let longestSuffix = 3
    /// What it costs beside the missing space that the first word is one of them.
    private static let cutPrefix = 5.0

    func bonus(_ word: Int) -> Double { bonus(frequency: words.values[word]) }

    func bonus(frequency: UInt32) -> Double {
        // The number of binary digits is the logarithm that is needed here.
        Double(32 - frequency.leadingZeroBitCount) * 0.301 * Corrector.commonness
    }

    func whole(_ typed: [UInt8], within most: Int) -> [Spelling] {
        spellings(search.candidates(for: typed, within: most), of: words)
    }

    /// The common words near to a typed one.
    func common(_ typed: [UInt8], within most: Int) -> [Spelling] {
        spellings(commonSearch.candidates(for: typed, within: most), of: commonWords)
    }

    func spellings(_ candidates: [SpellingSearch.Candidate], of words: SortedWords) -> [Spelling] {
        candidates.compactMap { candidate in
            let word = candidate.words.lowerBound
            let folded = words.word(word)
            // `Inso` is about something, `ins` is not; and `Ketamin` is no slip of `kein`.
            if isShortFunctionWord(folded),
                folded.count < Corrector.shortest || candidate.cost > SpellingCosts.oneError
            {
                return nil
            }
            let frequency = words.values[word]
            let isSuspicious = frequency < 3 && !isListedWord(folded)
            let score = Double(candidate.cost) - bonus(frequency: frequency) + (isSuspicious ? Corrector.suspicious : 0)
            return Spelling(words: [folded], score: score, isSlip: candidate.cost <= SpellingCosts.transposed)
        }
    }

    /// `Wissenschenschaft`: a syllable that was typed twice.
    func doubled(_ typed: [UInt8]) -> [Spelling] {
        guard let letters = LetterCode.letters(typed), letters.count >= 7 else { return [] }
        var found: [Spelling] = []
        for length in 2...5 {
            for start in 0...max(0, letters.count - 2 * length) where start + 2 * length <= letters.count {
                let end = start + length
                guard letters[start..<end] == letters[end..<(end + length)] else { continue }
                let word = LetterCode.utf8(letters[..<end] + letters[(end + length)...])
                guard let index = words.index(of: word) else { continue }
                found.append(Spelling(words: [word], score: Double(SpellingCosts.error) - bonus(index)))
            }
        }
        return found
    }

    /// `wahrschlich`: a syllable that was left out.
    func omitted(_ typed: [UInt8], of counts: ClosedRange<Int>, in words: SortedWords) -> [Spelling] {
        guard typed.count >= Corrector.shortestOmitting else { return [] }
        return words.omissions(in: typed, of: counts).compactMap { omission in
            syllable(words.word(omission.index), of: omission.count, words.values[omission.index])
        }
    }

    /// `übergenommen`: a syllable too many.
    func added(_ typed: [UInt8], of counts: ClosedRange<Int>) -> [Spelling] {
        guard typed.count >= Corrector.shortestOmitting + counts.lowerBound else { return [] }
        return words.additions(in: typed, of: counts).compactMap { addition in
            syllable(words.word(addition.index), of: addition.count, words.values[addition.index])
        }
    }

    private func syllable(_ word: [UInt8], of count: Int, _ frequency: UInt32) -> Spelling? {
        if isShortFunctionWord(word) { return nil }
        let isSuspicious = frequency < 3 && !isListedWord(word)
        let cost = Corrector.syllable + Corrector.syllableLetter * Double(count)
        return Spelling(
            words: [word], score: cost - bonus(frequency: frequency) + (isSuspicious ? Corrector.suspicious : 0))
    }

    /// `hilfebei`: a function word and a word of the index without the space between them. Two words of meaning would be a
    /// compound, and are read as one.
    func spaced(_ letters: [UInt8]) -> [Spelling] {
        guard letters.count >= 6 else { return [] }
        var best: Spelling?
        for cut in 2...(letters.count - 2) {
            let pair = [LetterCode.utf8(letters[..<cut]), LetterCode.utf8(letters[cut...])]
            guard pair.contains(where: { StopWords.german.contains($0) }),
                let rarer = pair.map({ frequency($0) }).min(),
                rarer > 0
            else { continue }
            let isPrefix = Corrector.prefixes.contains(pair[0])
            let score =
                Double(SpellingCosts.oneError) - bonus(frequency: rarer) + (isPrefix ? Corrector.cutPrefix : 0)
            if score < best?.score ?? .infinity { best = Spelling(words: pair, score: score) }
        }
        return best.map { [$0] } ?? []
    }

    func frequency(_ word: [UInt8]) -> UInt32 {
        if let index = words.index(of: word) { return words.values[index] }
        return StopWords.german.contains(word) ? 1_000 : 0
    }

    /// Half a word: of those that begin so, a common one of which little is missing.
    func longer(_ typed: [UInt8], _ count: Int) -> [Spelling] {
        guard count >= Corrector.shortest else { return [] }
        // That a word begins exactly so is much evidence, of four letters less; the more is missing, the less it is.
        let certainty = count == Corrector.shortest ? 7.0 : 3.0
        var best: (word: Int, score: Double)?
        for word in words.indices(beginningWith: typed) {
            let missing = words.letters(word).count - count
            let score = certainty + Double(min(missing, 12)) / 3 - bonus(word)
            if score < best?.score ?? .infinity { best = (word, score) }
        }
        return best.map { [Spelling(words: [words.word($0.word)], score: $0.score)] } ?? []
    }

    /// The word of the texts that a listed one is the stem of: `Schizophrenie` for `schizophren`. It says the same but for a
    /// suffix, and takes the place of a word that finds nothing.
    func derived(from listed: [UInt8]) -> Spelling? {
        guard let letters = LetterCode.letters(listed), letters.count >= Corrector.shortestStem else { return nil }
        let longer = words.indices(beginningWith: listed).filter {
            words.letters($0).count <= letters.count + Corrector.longestSuffix
        }
        guard let word = longer.max(by: { words.values[$0] < words.values[$1] }) else { return nil }
        return Spelling(words: [words.word(word)], score: 3 - bonus(word), isSlip: true)
    }

    /// A misspelt word that the texts have with an ending only: `deppresiv`, where they say `depressiven`.
    func inflected(_ typed: [UInt8], _ count: Int) -> [Spelling] {
        guard count >= 7 else { return [] }
        var found: [Spelling] = []
        for candidate in search.candidates(for: typed, within: SpellingCosts.oneError, asBeginning: true) {
            for word in candidate.words where words.letters(word).count <= count + 3 {
                found.append(Spelling(words: [words.word(word)], score: Double(candidate.cost) + 3 - bonus(word)))
            }
        }
        return found
    }

    /// A compound that no text has, of which one half is known and the other misspelt: `Trauerwanderug`.
    func compound(_ letters: [UInt8]) -> [Spelling] {
        guard letters.count >= 9 else { return [] }
        var best: Spelling?
        func consider(_ word: [UInt8], _ score: Double) {
            if score < best?.score ?? .infinity { best = Spelling(words: [word], score: score) }
        }
        var searches: [(typed: [UInt8], other: [UInt8], isLeft: Bool)] = []
        for cut in 4...(letters.count - 4) {
            let left = LetterCode.utf8(letters[..<cut])
            let right = LetterCode.utf8(letters[cut...])
            // Two words that are right and have only been written together.
            if frequency(left) > 0, frequency(right) > 0 { return [] }
            let hasJoint = letters[cut - 1] == UInt8(ascii: "s")
            if isUsual(left) || hasJoint && isUsual(LetterCode.utf8(letters[..<(cut - 1)])) {
                searches.append((right, left, false))
            } else if isUsual(right) {
                searches.append((left, right, true))
            }
        }
        // The longer the half that is right, the likelier it is no accident.
        for (typed, other, isLeft) in searches.sorted(by: { $0.other.count > $1.other.count }).prefix(3) {
            for candidate in search.candidates(for: typed, within: SpellingCosts.oneError) where candidate.cost > 0 {
                let word = words.word(candidate.words.lowerBound)
                consider(
                    isLeft ? word + other : other + word, Double(candidate.cost) - bonus(candidate.words.lowerBound))
            }
        }
        return best.map { [$0] } ?? []
    }

    /// Whether a word is in a word list and in the texts.
    private func isUsual(_ word: [UInt8]) -> Bool { frequency(word) > 0 && isListedWord(word) }
}
