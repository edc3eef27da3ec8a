/// Every figure that ranking depends on, each once, with its reason.
enum RankingParameters {
    /// BM25's saturation. The classic value; on short sections a second mention says more than a tenth.
    static let k1 = 1.2
    /// BM25's length normalisation.
    static let b = 0.75
    /// Sections shorter than this, in average lengths, count as this long. Xapian's 0.5 lost .004 to .012 nDCG on the
    /// three public sets.
    static let minimumNormalisedLength = 0.2
    /// What the word as written adds to its stem.
    static let exact = 0.2
    /// What a word that is only a part of a longer one weighs (`Sucht` in `Suchthilfe`). Giving parts the full weight
    /// costs a fifth of the relevance on public test sets.
    static let part = 0.3
    /// What the parts of a compound weigh where the text has no such compound (`Trauergruppe`: `Gruppe`, `Trauer`).
    static let splitCompound = 0.35
    /// What a synonym weighs beside the word that was asked for: near in meaning, but not what the person wrote.
    static let synonym = 0.5
    /// What a short form and its long form weigh for each other: they are the same.
    static let abbreviation = 0.8
    /// Below so many documents with all words, `auto` also takes those with some of them.
    static let relaxBelow = 10
    /// So many matches are looked at even where a page needs fewer, so that totals and facets are exact up to here.
    static let countAtLeast: UInt32 = 2_000
    /// The most index terms that the beginning of a word expands to.
    static let prefixExpansions: UInt32 = 100
}
