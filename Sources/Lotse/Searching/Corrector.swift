import GermanText

/// Finds better spellings for words that an index does not have.
///
/// A noisy channel (Kernighan, Church and Gale, COLING 1990): what an error costs against how common the word is, and
/// whether it goes with the other words of the query. Words that the index has, or that are correct German, are left alone.
struct Corrector: Sendable {
    private let words: SortedWords
    private let lexicon: Lexicon
    private let search: SpellingSearch
    /// The words that are common, and where to search for them: a rare one is no better than a doubtful word.
    private let commonWords: SortedWords
    private let commonSearch: SpellingSearch

    /// What a tenfold frequency is worth, in tenths of an error.
    private static let commonness = 6.0
    /// What it is worth that a text has the word together with another one of the query.
    static let company = 8.0
    /// So many spellings are compared in the company of the other words.
    static let mostCompared = 4
    /// Shorter words are not corrected, in letters.
    private static let shortest = 4
    /// Function words of so many letters are told from other words with more than one error.
    private static let long = 7
    /// Words of so few sections may be mistakes of the texts.
    private static let rare: UInt32 = 5
    private static let veryCommon: UInt32 = 1_000
    /// What it costs that hardly a text and no word list has a spelling: it may be a mistake itself.
    private static let suspicious = 6.0
    /// What a syllable costs that was left out or is one too many, and each of its letters.
    private static let syllable = 10.0
    private static let syllableLetter = 2.0
    /// A syllable has so many letters at most. In a compound that may be right it has fewer than a word: `Suchtberatung` is no
    /// slip of `Suchthilfeberatung`.
    private static let mostOmitted = 4
    private static let mostOmittedInDoubt = 3
    private static let mostAdded = 3
    private static let mostAddedInDoubt = 2
    /// Of shorter words, in letters, too little is left without a syllable.
    private static let shortestOmitting = 5
    /// Function words that are prefixes as well: `übergenommen` is no `über genommen`.
    private static let prefixes = Set(
        "ab an auf aus bei durch ein er gegen hinter mit nach über um unter vor zu".split(separator: " ").map {
            Analyzer.fold(String($0))
        })
    /// What it costs beside the missing space that the first word is one of them.
    private static let cutPrefix = 5.0
    /// A word of so many sections is common.
    private static let common = 20
    /// With more words, those with more than two errors are looked for among the common ones only: the search takes long, and
    /// too many rare words are as near.
    private static let manyWords = 20_000

    init(words: SortedWords, lexicon: Lexicon) {
        self.words = words
        self.lexicon = lexicon
        search = SpellingSearch(words)
        commonWords = words.filter { $0 >= Corrector.common }
        commonSearch = SpellingSearch(commonWords)
    }

    /// A better spelling.
    struct Spelling: Equatable {
        /// Folded words; two where a space was missing.
        var words: [[UInt8]]
        /// In tenths of an error, less what its frequency is worth.
        var score: Double
        /// Whether it sounds the same, or nearly: a letter twice, a mute one, a joint, two letters in the wrong order.
        var isSlip = false
    }

    /// What the index and the word lists know of a word.
    enum Knowledge {
        /// It is right, or nothing that could be corrected: too short, a number, a function word.
        case right
        /// A few texts have it but no word list, or it is a compound of known parts, or a new form of a known word: it may
        /// be a mistake. So many sections have it as it was typed.
        case doubtful(frequency: UInt32)
        /// A word list has it, but no text in this form: it is right, or the misspelling of another (`Gewallt`).
        case listed
        /// A compound with a part that stands in no text (`Traurgruppe`, where `traur` is a stem that the lists have).
        case strangeCompound
        /// Nobody has it.
        case unknown
    }

    /// What is known of a word in the form that was typed.
    func knowledge(_ folded: [UInt8], parts: [[UInt8]]) -> Knowledge {
        guard isCorrectable(folded) else { return .right }
        if isListedWord(folded) { return words.index(of: folded) == nil ? .listed : .right }
        if let index = words.index(of: folded) {
            let frequency = words.values[index]
            return frequency <= Corrector.rare ? .doubtful(frequency: frequency) : .right
        }
        guard !parts.isEmpty, parts.allSatisfy(isListed) else { return .unknown }
        let areInTexts = parts.allSatisfy { withEndings($0).contains { words.index(of: $0) != nil } }
        return areInTexts ? .doubtful(frequency: 0) : .strangeCompound
    }

    /// Whether a text has a word, or it is nothing that could be corrected.
    func isKnown(_ folded: [UInt8]) -> Bool {
        switch knowledge(folded, parts: []) {
        case .right: true
        case .doubtful(let frequency): frequency > 0
        default: false
        }
    }

    /// Whether a word list has a part of a compound, whatever its ending.
    private func isListed(_ part: [UInt8]) -> Bool {
        part.count >= 4 && withEndings(part).contains(where: isListedWord)
    }

    private func withEndings(_ part: [UInt8]) -> [[UInt8]] { ["", "e", "n", "en", "er"].map { part + $0.utf8 } }

    /// A spelling that is so much more common than a doubtful word that the word is its misspelling, if there is one.
    ///
    /// - Parameters:
    ///   - frequency: in how many sections the word stands as it was typed.
    ///   - anyForm: in how many sections it stands in any form; see ``inflections(of:)``.
    func muchMoreCommon(than folded: [UInt8], frequency: UInt32, anyForm: Int) -> Spelling? {
        func best(_ spellings: [Spelling], atLeast least: Int) -> Spelling? {
            spellings.filter { spelling in
                // `Bier` that no text has is no reason to ask for `vier`.
                spelling.words != [folded] && !spelling.words.allSatisfy(isShortFunctionWord)
                    && spelling.words.allSatisfy { Int(self.frequency($0)) >= least }
            }.min { $0.score < $1.score }
        }
        let near =
            common(folded, within: SpellingCosts.oneError) + doubled(folded)
            + omitted(folded, of: 2...Corrector.mostOmittedInDoubt, in: commonWords)
            + added(folded, of: 2...Corrector.mostAddedInDoubt)
        if let one = best(near, atLeast: max(Corrector.common, Int(frequency) * 100)) { return one }
        // A joint, a letter twice, a mute one: that needs little evidence.
        if frequency == 0, anyForm == 0,
            let slip = best(whole(folded, within: Int(SpellingCosts.transposed)), atLeast: 3)
        {
            return slip
        }
        // A longer word that no text has like this may hold two errors, unless it is another form of a common word.
        guard frequency == 0, let letters = LetterCode.letters(folded), letters.count >= 7 else { return nil }
        return best(
            common(folded, within: SpellingCosts.twoErrors) + spaced(letters),
            atLeast: max(Corrector.common, anyForm * 100))
    }

    /// In how many sections the most common word stands that differs from this one in its ending only.
    func inflections(of folded: [UInt8]) -> Int {
        var most: UInt32 = 0
        for ending in Corrector.endings
        where folded.count >= ending.count + 4 && folded.suffix(ending.count) == ending[...] {
            let base = Array(folded.dropLast(ending.count))
            for index in words.indices(beginningWith: base) where words.values[index] > most {
                let word = words.word(index)
                if Corrector.endings.contains(Array(word.dropFirst(base.count))), word != folded {
                    most = words.values[index]
                }
            }
        }
        return Int(most)
    }

    /// The endings of nouns, adjectives with their degrees, participles and verbs, and that of feminine nouns.
    private static let endings: Set<[UInt8]> = Set(
        [
            "", "e", "en", "em", "er", "es", "n", "s", "ens", "ern", "ere", "eren", "erer", "erem", "eres", "st", "ste",
            "sten", "ster", "stem", "stes", "est", "este", "esten", "ester", "estem", "estes", "t", "te", "ten", "ter",
            "tem", "tes", "tet", "d", "de", "den", "der", "dem", "des", "in", "innen",
        ].map { Array($0.utf8) })

    /// A better spelling for a compound that no text has, one part of which stands in no text either.
    func spelling(ofStrangeCompound folded: [UInt8]) -> Spelling? {
        let near = whole(folded, within: SpellingCosts.oneError).filter { spelling in
            spelling.words.allSatisfy { Int(frequency($0)) >= 2 }
        }
        return near.min { $0.score < $1.score }
    }

    private func isShortFunctionWord(_ folded: [UInt8]) -> Bool {
        folded.count < Corrector.long && StopWords.german.contains(folded)
    }

    private func isListedWord(_ folded: [UInt8]) -> Bool { lexicon.entry(folded)?.flags.contains(.listed) == true }

    private func isCorrectable(_ folded: [UInt8]) -> Bool {
        guard let letters = LetterCode.letters(folded), letters.count >= Corrector.shortest,
            letters.count <= SortedWords.longest
        else { return false }
        return !letters.contains { $0 < UInt8(ascii: "a") } && !StopWords.german.contains(folded)
    }

    /// Spellings of a folded word that the index does not have, best first.
    func spellings(of typed: [UInt8]) -> [Spelling] {
        guard let letters = LetterCode.letters(typed) else { return [] }
        // Nearer ones first: most words have one error, and the search for two takes ten times as long.
        let most = Corrector.tolerance(letters.count)
        var found: [Spelling] = []
        for step in [SpellingCosts.oneError, SpellingCosts.twoErrors, most] {
            if step > SpellingCosts.twoErrors, words.count > Corrector.manyWords {
                found += common(typed, within: most).filter { !found.contains($0) }
            } else {
                found = whole(typed, within: min(step, most))
            }
            // Whether a very common word with one more error could be better.
            let best = found.min { $0.score < $1.score }
            if step >= most
                || best.map({ $0.score <= Double(step) + 1 - bonus(frequency: Corrector.veryCommon) }) == true
            {
                break
            }
        }
        found += doubled(typed) + spaced(letters) + longer(typed, letters.count)
        found += omitted(typed, of: 2...Corrector.mostOmitted, in: words)
        found += added(typed, of: 2...Corrector.mostAdded)
        if found.isEmpty { found = compound(letters) }
        if found.isEmpty { found = inflected(typed, letters.count) }
        return found.sorted { ($0.score, $0.words.joined().count) < ($1.score, $1.words.joined().count) }
    }

    /// The errors that a word of some length may hold, in tenths.
    private static func tolerance(_ letters: Int) -> Int {
        switch letters {
        case ..<4: 0
        case 4: 10
        case 5...6: 16
        case 7...8: 20
        case 9...11: 26
        default: 30
        }
    }

    private func bonus(_ word: Int) -> Double { bonus(frequency: words.values[word]) }

    private func bonus(frequency: UInt32) -> Double {
        // The number of binary digits is the logarithm that is needed here.
        Double(32 - frequency.leadingZeroBitCount) * 0.301 * Corrector.commonness
    }

    private func whole(_ typed: [UInt8], within most: Int) -> [Spelling] {
        spellings(search.candidates(for: typed, within: most), of: words)
    }

    /// The common words near to a typed one.
    private func common(_ typed: [UInt8], within most: Int) -> [Spelling] {
        spellings(commonSearch.candidates(for: typed, within: most), of: commonWords)
    }

    private func spellings(_ candidates: [SpellingSearch.Candidate], of words: SortedWords) -> [Spelling] {
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
    private func doubled(_ typed: [UInt8]) -> [Spelling] {
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
    private func omitted(_ typed: [UInt8], of counts: ClosedRange<Int>, in words: SortedWords) -> [Spelling] {
        guard typed.count >= Corrector.shortestOmitting else { return [] }
        return words.omissions(in: typed, of: counts).compactMap { omission in
            syllable(words.word(omission.index), of: omission.count, words.values[omission.index])
        }
    }

    /// `übergenommen`: a syllable too many.
    private func added(_ typed: [UInt8], of counts: ClosedRange<Int>) -> [Spelling] {
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
    private func spaced(_ letters: [UInt8]) -> [Spelling] {
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

    private func frequency(_ word: [UInt8]) -> UInt32 {
        if let index = words.index(of: word) { return words.values[index] }
        return StopWords.german.contains(word) ? 1_000 : 0
    }

    /// Half a word: the most common one that begins so.
    private func longer(_ typed: [UInt8], _ count: Int) -> [Spelling] {
        let indices = words.indices(beginningWith: typed)
        guard count >= 5, let word = indices.max(by: { words.values[$0] < words.values[$1] }) else { return [] }
        // That a word begins exactly so is much evidence; the more is missing, the less it is.
        let missing = words.letters(word).count - count
        let cost = 3 + Double(min(missing, 12)) / 3
        return [Spelling(words: [words.word(word)], score: cost - bonus(word))]
    }

    /// A misspelt word that the texts have with an ending only: `deppresiv`, where they say `depressiven`.
    private func inflected(_ typed: [UInt8], _ count: Int) -> [Spelling] {
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
    private func compound(_ letters: [UInt8]) -> [Spelling] {
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

    /// How a spelling is shown: nouns with a capital.
    func display(_ spelling: Spelling) -> String {
        spelling.words.map { word in
            let text = String(decoding: word, as: UTF8.self)
            let flags = lexicon.entry(word)?.flags
            let isNoun = flags.map { $0.contains(.noun) && !$0.contains(.lower) } ?? true
            return isNoun && !StopWords.german.contains(word) ? text.prefix(1).uppercased() + text.dropFirst() : text
        }.joined(separator: " ")
    }

    /// The best spelling, when some keep company with the other words of the query.
    static func best(_ spellings: [Spelling], goesWith: (Spelling) -> Bool) -> Spelling? {
        spellings.prefix(mostCompared).min { left, right in
            func score(_ spelling: Spelling) -> Double { spelling.score - (goesWith(spelling) ? company : 0) }
            return score(left) < score(right)
        }
    }
}
