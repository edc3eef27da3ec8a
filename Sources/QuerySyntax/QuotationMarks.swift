/// The marks that begin and end a phrase.
enum QuotationMarks {
    /// Closing marks for each opening mark: German, English, French and typewriter's.
    static let closing: [Unicode.Scalar: Set<Unicode.Scalar>] = [
        "\"": ["\"", "“", "”"], "„": ["“", "”", "\"", "„"], "“": ["”", "“", "\""], "”": ["”"], "»": ["«"], "«": ["»"],
        "‚": ["‘", "’"], "‘": ["’"], "›": ["‹"], "‹": ["›"],
    ]

    /// Whether a scalar is an opening mark. Letters and digits are told apart without a look into the table.
    static func isOpening(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x22, 0xAB, 0xBB, 0x2000...: closing[scalar] != nil
        default: false
        }
    }

    /// Marks to print a phrase with, the usual ones first. A phrase that was read holds no closing mark of the marks it
    /// stood between, and what closes the other opening marks closes one of these too: so one pair always fits.
    private static let printed: [(open: Unicode.Scalar, close: Unicode.Scalar)] = [
        ("\"", "\""), ("»", "«"), ("«", "»"), ("‚", "‘"), ("‘", "’"), ("›", "‹"), ("‹", "›"), ("”", "”"),
    ]

    /// The text between marks of which it holds no closing one.
    static func quoted(_ text: String) -> String {
        let fitting = printed.first { marks in
            closing[marks.open].map { $0.isDisjoint(with: text.unicodeScalars) } ?? false
        }
        let marks = fitting ?? printed[0]
        return "\(marks.open)\(text)\(marks.close)"
    }
}
