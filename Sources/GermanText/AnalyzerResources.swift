/// What an ``Analyzer`` knows: everything that decides which terms a text gets, apart from the stemmer.
public struct AnalyzerResources: Sendable {
    /// The known words.
    public var lexicon: Lexicon
    /// Folded function words.
    public var stopWords: Set<[UInt8]>
    /// Words that keep a stem of their own.
    public var protectedWords: ProtectedWords
    /// Splits made by hand: folded word to its parts' folded forms.
    public var compounds: [[UInt8]: [[UInt8]]]
    /// The stages that run.
    public var stages: Stages

    /// Stages that can be left out, to measure what each of them is worth.
    public struct Stages: OptionSet, Sendable, Hashable {
        /// The bits.
        public let rawValue: UInt16
        /// Stages from their bits.
        public init(rawValue: UInt16) { self.rawValue = rawValue }
        /// Feminine nouns are led back to their base. (Marked gender forms always are.)
        public static let gender = Stages(rawValue: 1)
        /// Compounds are split.
        public static let compounds = Stages(rawValue: 2)
        /// Suspended hyphens are completed.
        public static let suspendedHyphens = Stages(rawValue: 4)
        /// `ae`, `oe` and `ue` are read as umlauts where that gives a word that is better known, and old spellings as today's.
        public static let digraphs = Stages(rawValue: 8)
        /// Words are stemmed.
        public static let stems = Stages(rawValue: 16)
        /// Words that were run together with a function word are found (`Austauschsund`).
        public static let missingSpaces = Stages(rawValue: 32)
        /// A verb that is asked for is asked for in its other forms.
        public static let verbs = Stages(rawValue: 64)
        /// All of them.
        public static let all: Stages = [
            .gender, .compounds, .suspendedHyphens, .digraphs, .stems, .missingSpaces, .verbs,
        ]
    }

    /// Resources with the built-in stop words and protected words.
    public init(
        lexicon: Lexicon = .empty, protectedWords: ProtectedWords = ProtectedWords(),
        stopWords: Set<[UInt8]> = StopWords.german, compounds: [[UInt8]: [[UInt8]]] = [:], stages: Stages = .all
    ) {
        self.lexicon = lexicon
        self.stopWords = stopWords
        self.protectedWords = protectedWords
        self.compounds = compounds
        self.stages = stages
    }

    /// Adds a hand-made split: a compound and its parts.
    public mutating func addCompound(_ word: some StringProtocol, parts: [some StringProtocol]) {
        compounds[Folding.fold(word)] = parts.map { Folding.fold($0) }
    }
}

extension AnalyzerResources {
    /// Adds a function word.
    public mutating func addStopWord(_ word: some StringProtocol) {
        stopWords.insert(Folding.fold(word))
    }
}
