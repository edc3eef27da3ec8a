/// What the tokenizer found, before any word is looked up.
struct RawToken {
    enum Kind: UInt8 {
        /// A word, maybe hyphenated, maybe a gender form.
        case word
        /// A number, without its group separators.
        case number
        /// A date: its folded form is `2018-03-07`, `2018-03` or, without a year, `--03-07`.
        case date
        /// A written abbreviation: its folded form has no points.
        case abbreviation
        /// A telephone number: its folded form is its digits with a leading zero. Its only piece, if any, is the number
        /// without the area code.
        case phone
        /// An e-mail address or a URL. Its first piece is the host, the others are the words of the host's name.
        case address
    }

    var kind: Kind
    var flags: Token.Flags
    /// Bytes of the original text.
    var start: Int
    var end: Int
    /// The folded form in ``RawTokenBuffer/folded``.
    var foldedStart: Int
    var foldedEnd: Int
    /// The pieces of a hyphenated word in ``RawTokenBuffer/pieces``; none for a plain word.
    var firstPiece: Int
    var pieceCount: Int
}

/// A piece of a hyphenated word, or what else can be found inside a token.
struct RawPiece {
    var start: Int
    var end: Int
    var foldedStart: Int
    var foldedEnd: Int
}

/// The raw tokens of one text.
struct RawTokenBuffer {
    var tokens: [RawToken] = []
    var pieces: [RawPiece] = []
    /// The folded forms of all tokens, one after the other.
    var folded: [UInt8] = []

    mutating func removeAll() {
        tokens.removeAll(keepingCapacity: true)
        pieces.removeAll(keepingCapacity: true)
        folded.removeAll(keepingCapacity: true)
    }
}
