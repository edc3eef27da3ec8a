/// How an indexing run goes about its work.
public struct IndexOptions: Sendable, Hashable {
    /// Builds everything anew even where nothing changed.
    public var full = false
    /// Threads that read and analyse; the databases are written by the same threads.
    public var jobs = 2
    /// How many generations stay, the new one counted; at least 1.
    public var keep = 2
    /// A word list for compounds: one word a line, nouns with a capital letter. Missing is no error but a warning.
    public var wordList: String? = "/usr/share/dict/ngerman"

    /// Stages of the analysis to leave out, to measure what they are worth.
    public var without: Set<AnalysisStage> = []

    /// The usual way.
    public init() {}
}

/// How far an indexing run has come.
public struct IndexProgress: Sendable, Hashable {
    /// The steps of a run, in order.
    public enum Phase: String, Sendable, Hashable, CaseIterable, Codable {
        /// Files are found and their digests compared.
        case scanning
        /// Words are counted.
        case counting
        /// Sections are analysed and written.
        case indexing
        /// The small databases become one.
        case merging
        /// Everything is flushed to the disk and its digest taken.
        case syncing
    }
    /// The step.
    public var phase: Phase
    /// How much of it is done, in ``total``'s unit.
    public var done: Int
    /// How much there is: bytes of source files while reading, else 1.
    public var total: Int
    /// Sections written so far.
    public var sections: Int
}

/// What an indexing run did. It is kept as `report.json` in the generation.
public struct IndexReport: Codable, Sendable, Hashable {
    /// A file, or a line of one, that could not be read, or was read otherwise than it says.
    public struct Problem: Codable, Sendable, Hashable {
        /// The path below the corpus.
        public var path: String
        /// The line, counted from 1, where it is known.
        public var line: Int?
        /// What kind of problem it is.
        public var code: String
        /// `error`: something is missing from the index; `warning`: it is in, but look at it; `info`: left out on purpose.
        public var severity: String
        /// What is wrong and what helps.
        public var message: String
    }
    /// The generation that is current after the run.
    public var generation: Int
    /// Whether the run made a new generation.
    public var changed: Bool
    /// How it was made: `full`, `update` or `none`.
    public var mode: String
    /// Documents in the index.
    public var documents: Int
    /// Sections in the index.
    public var sections: Int
    /// Bytes of the source files.
    public var sourceBytes: Int
    /// Source files that are new, that changed, and that are gone since the generation before.
    public var added: Int
    /// See ``added``.
    public var updated: Int
    /// See ``added``.
    public var removed: Int
    /// How long the run took, in seconds.
    public var seconds: Double
    /// What an admin should know about the whole.
    public var warnings: [String]
    /// The problems, by path and line.
    public var problems: [Problem]

    /// Whether something that should be in the index is not.
    public var hasErrors: Bool { problems.contains { $0.severity == "error" } }
}
