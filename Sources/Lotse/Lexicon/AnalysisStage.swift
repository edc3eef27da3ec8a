import GermanText

/// A stage of the analysis that a run can leave out, to measure what the stage is worth. An index keeps what it was made
/// without, so that queries are analysed alike.
public enum AnalysisStage: String, Codable, Sendable, Hashable, CaseIterable {
    /// Feminine nouns are led back to their base.
    case gender
    /// Compounds are split.
    case compounds
    /// Suspended hyphens are completed.
    case hyphens
    /// `ae`, `oe` and `ue` are read as umlauts.
    case digraphs
    /// Words are stemmed.
    case stems
    /// Words that were run together with a function word are found.
    case spaces
    /// Verbs that are asked for are asked for in their other forms.
    case verbs
    /// Protected words have stems of their own, and are not taken apart.
    case protectedWords = "protected"
    /// Synonyms and abbreviations are looked up, those that the text itself explains as well.
    case synonyms

    /// The analyzer's stages behind it; none for those that the engine itself goes through.
    var stages: AnalyzerResources.Stages {
        switch self {
        case .gender: .gender
        case .compounds: .compounds
        case .hyphens: .suspendedHyphens
        case .digraphs: .digraphs
        case .stems: .stems
        case .spaces: .missingSpaces
        case .verbs: .verbs
        case .protectedWords, .synonyms: []
        }
    }
}
