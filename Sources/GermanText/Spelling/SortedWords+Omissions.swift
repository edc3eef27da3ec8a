extension SortedWords {
    /// A word that differs from what was typed by some letters side by side.
    public struct Omission: Sendable, Hashable {
        /// The word's place.
        public var index: Int
        /// How many letters are missing, or too many.
        public var count: Int

        /// Makes an omission.
        public init(index: Int, count: Int) {
            self.index = index
            self.count = count
        }
    }

    /// Of what was typed, so many letters at either end are the word's: people know how a word begins, and what is missing at
    /// its end is half a word and no mistake.
    private static let known = 2

    /// The words in which a syllable stands that was left out: `österrischen` for `österreichischen`.
    ///
    /// To an edit distance these are as many errors as letters, to the hand that types it is one.
    ///
    /// - Parameters:
    ///   - typed: folded UTF-8.
    ///   - counts: how many letters may be missing.
    /// - Returns: in the order of the words.
    public func omissions(in typed: [UInt8], of counts: ClosedRange<Int>) -> [Omission] {
        guard let typed = LetterCode.letters(typed), typed.count >= 2 * SortedWords.known else { return [] }
        var found: [Omission] = []
        for index in indices(beginningWith: LetterCode.utf8(typed[..<SortedWords.known])) {
            let (start, end) = (Int(starts[index]), Int(starts[index + 1]))
            let missing = end - start - typed.count
            guard counts.contains(missing), arena[end - 1] == typed[typed.count - 1] else { continue }
            var before = SortedWords.known
            while before < typed.count, arena[start + before] == typed[before] { before += 1 }
            var after = 1
            while after < typed.count, arena[end - 1 - after] == typed[typed.count - 1 - after] { after += 1 }
            if after >= SortedWords.known, before + after >= typed.count, before < typed.count {
                found.append(Omission(index: index, count: missing))
            }
        }
        return found
    }

    /// The words that are left of what was typed without some letters side by side: `übergenommen` for `übernommen`.
    ///
    /// - Parameters:
    ///   - typed: folded UTF-8.
    ///   - counts: how many letters may be too many.
    /// - Returns: the words' places, with how many letters are too many.
    public func additions(in typed: [UInt8], of counts: ClosedRange<Int>) -> [Omission] {
        guard let typed = LetterCode.letters(typed) else { return [] }
        var found: [Omission] = []
        for count in counts where typed.count - count >= 2 * SortedWords.known {
            // What is left when the letters are cut out further and further behind.
            var left = Array(typed[..<SortedWords.known]) + typed[(SortedWords.known + count)...]
            for start in SortedWords.known...(left.count - SortedWords.known) {
                if start > SortedWords.known { left[start - 1] = typed[start - 1] }
                if let index = index(ofLetters: left) { found.append(Omission(index: index, count: count)) }
            }
        }
        return found
    }
}
