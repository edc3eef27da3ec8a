/// Every figure that ranking depends on, each once, with its reason.
enum RankingParameters {
    /// BM25's saturation, for frequencies that count every word ``RankingFields/wholeToPart`` times.
    static let k1 = 1.5 * Double(RankingFields.wholeToPart)
    /// BM25's length normalisation: the classic value. 0.65 and 0.85 changed nothing that could be told from chance.
    static let b = 0.75
    /// Sections shorter than this, in average lengths, count as this long. Xapian's 0.5 lost .004 to .012 nDCG on the
    /// three public sets.
    static let minimumNormalisedLength = 0.2
    /// What the rarest of words adds by being in a section at all, however long that is, as a share of its weight; see ``Bm25``.
    /// nDCG of the example corpus, whose documents have many sections as they have in use, +.005 (18 queries better, 5 worse), of
    /// the public sets between -.001 and +.000. The same for common words too lost .005 on covid, twice as much .002 on omos.
    static let presence = 0.07
    /// What a date weighs beside a word that is as rare. Who types `Treffen 23.10.2025` means that day, and a text has it once,
    /// where others have a title about meetings. The test sets do not tell: sgb -.0001, the others nothing.
    static let date = 1.5
    /// What the whole word weighs that a suspended hyphen stands for, beside what was typed of it: nobody wrote it. nDCG of sgb,
    /// whose headings have many, +.0005 against 1, of the others nothing.
    static let completed = 0.7
    /// What the word as written adds to its stem. A word in an older spelling that texts have weighs as much less, and its own
    /// stem adds it.
    static let exact = 0.2
    /// What each part of a compound that was asked for weighs (`Trauergruppe`: `Trauer`, `Gruppe`). Their sum is more than
    /// the word, but each is more common and so lighter. All of them wanted together at half of that lost .006 to .020 on
    /// the public sets, and .029 on the example corpus.
    static let partOfQuery = 0.7
    /// A part of so many sections is looked for in any index.
    static let commonPart = 2_000.0
    /// What a word that is only a part of a longer one weighs beside a synonym that was asked for.
    static let part = 0.3
    /// What a synonym weighs beside the word that was asked for: near in meaning, but not what the person wrote.
    static let synonym = 0.5
    /// What a short form and its long form weigh for each other: they are the same.
    static let abbreviation = 0.8
    /// Below so many documents with all words, `auto` also takes those with some of them. Those with all mostly come first
    /// anyway, and where a missing word says little, others are as good: 10 lost up to .006 nDCG on the public sets.
    static let relaxBelow = 100
    /// What having all words weighs in a relaxed query, as a share of what they weigh anyway. Who types two words expects texts
    /// with both first. On the example corpus +.016 nDCG, on the public sets between -.001 and +.003.
    static let allWords = 0.3
    /// What a function word of a question weighs in a title or heading, as a share of what other words weigh: of two titles
    /// about the same thing, the one that asks as the reader does comes first. nDCG of covid, where titles are questions,
    /// +.009, of the example corpus +.000, of omos -.001; with .1 omos loses .004.
    static let functionWord = 0.05
    /// A relaxed query asks for so many words at most, the rarest. When this was chosen, a question of 64 words took 45 ms on
    /// 118,000 sections without it and 20 with it; no query of the test sets is so long.
    static let mostWords = 32
    /// So many profiles are put in the order of their distance.
    static let mostByDistance: UInt32 = 10_000
    /// What a complete profile of an institution weighs more than an empty one, and one that was assured today more than one
    /// that never was. Scores of good hits are 5 to 20, so that this decides between profiles that are otherwise near.
    static let completeProfile = 0.3
    static let recentProfile = 0.3
    /// After so many days a profile's being recent counts half: HSDS asks for a look at each once a year.
    static let recencyHalfLife = 365.0
    /// The most index terms that the beginning of a word expands to.
    static let prefixExpansions: UInt32 = 100
}
