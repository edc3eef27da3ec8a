/// The marks that begin and end a phrase.
enum QuotationMarks {
    /// Closing marks for each opening mark: German, English, French and typewriter's.
    static let closing: [Unicode.Scalar: Set<Unicode.Scalar>] = [
        "\"": ["\"", "“", "”"], "„": ["“", "”", "\"", "„"], "“": ["”", "“", "\""], "”": ["”"], "»": ["«"], "«": ["»"],
        "‚": ["‘", "’"], "‘": ["’"], "›": ["‹"], "‹": ["›"],
    ]
}
