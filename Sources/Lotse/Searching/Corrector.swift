import GermanText

/// Finds better spellings for words that an index does not have.
///
/// A noisy channel (Kernighan, Church and Gale, COLING 1990): what an error costs against how common the word is, and
/// whether it goes with the other words of the query. Words that the index has, or that are correct German, are left alone.
struct Corrector: Sendable {
    let words: SortedWords
    let lexicon: Lexicon
    let search: SpellingSearch
    /// The words that are common, and where to search for them: a rare one is no better than a doubtful word.
    let commonWords: SortedWords
    let commonSearch: SpellingSearch
    /// Those that are common enough to be meant by a word that texts have.
    private let frequentWords: SortedWords
    private let frequentSearch: SpellingSearch

    /// What it is worth that a text has the word together with another one of the query.
    static let company = 8.0
    /// So many spellings are compared in the company of the other words.
    static let mostCompared = 4
    /// Shorter words are not corrected, in letters.
    static let shortest = 4
    /// Function words of so many letters are told from other words with more than one error.
    private static let long = 7
    /// Words of so few sections may be mistakes of the texts.
    private static let rare: UInt32 = 5
    private static let veryCommon: UInt32 = 1_000
    /// A syllable has so many letters at most. In a compound that may be right it has fewer than a word: `Suchtberatung` is no
    /// slip of `Suchthilfeberatung`.
    private static let mostOmitted = 4
    private static let mostOmittedInDoubt = 3
    private static let mostAdded = 3
    private static let mostAddedInDoubt = 2
    /// So many times as many sections have a word that is much more common.
    private static let muchMore: UInt32 = 100
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
        frequentWords = commonWords.filter { $0 >= Corrector.muchMore }
        frequentSearch = SpellingSearch(frequentWords)
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
        let (words, search) = frequency > 0 ? (frequentWords, frequentSearch) : (commonWords, commonSearch)
        let near =
            spellings(search.candidates(for: folded, within: SpellingCosts.oneError), of: words) + doubled(folded)
            + omitted(folded, of: 2...Corrector.mostOmittedInDoubt, in: words)
            + added(folded, of: 2...Corrector.mostAddedInDoubt)
        if let one = best(near, atLeast: max(Corrector.common, Int(frequency) * Int(Corrector.muchMore))) { return one }
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
            atLeast: max(Corrector.common, anyForm * Int(Corrector.muchMore)))
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

    func isShortFunctionWord(_ folded: [UInt8]) -> Bool {
        folded.count < Corrector.long && StopWords.german.contains(folded)
    }

    func isListedWord(_ folded: [UInt8]) -> Bool { lexicon.entry(folded)?.flags.contains(.listed) == true }

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
