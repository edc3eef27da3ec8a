/// What rule made a term. The names are those of the JSON that `lotse analyze` prints.
public enum TermKind: UInt8, Sendable, Hashable, CaseIterable {
    /// The folded word as written.
    case exact
    /// The stem of the word.
    case stem
    /// The stem of a word in today's spelling, where it was written in an older one.
    case variant
    /// The stem of a part of a compound or of a hyphenated word.
    case part
    /// The stem of the base form of a gender form or of a feminine noun.
    case gender
    /// The stem of a word that a suspended hyphen only begins or ends.
    case completed
    /// A written abbreviation without its points.
    case abbreviation
    /// A word of the same meaning from a corpus' lexicon.
    case synonym
    /// A day, month or year in ISO 8601 order.
    case date

    /// The name in JSON.
    public var name: String {
        switch self {
        case .exact: "exact"
        case .stem: "stem"
        case .variant: "variant"
        case .part: "part"
        case .gender: "gender"
        case .completed: "completed"
        case .abbreviation: "abbreviation"
        case .synonym: "synonym"
        case .date: "date"
        }
    }

    /// The space of terms in which an index keeps terms of this kind: terms meet only inside one space.
    public var space: TermSpace {
        switch self {
        case .exact: .exact
        case .part: .part
        default: .stem
        }
    }
}

/// A space of index terms. Equal bytes in two spaces are two terms.
public enum TermSpace: UInt8, Sendable, Hashable, CaseIterable {
    /// Stems, and everything that stands for a whole word.
    case stem
    /// Folded words as written.
    case exact
    /// Parts of words, which weigh less than words.
    case part
}

/// The number of a term in the vocabulary of the ``Analyzer`` that made it; it means nothing to another analyzer.
public typealias TermID = UInt32

/// One term of a token.
public struct Term: Sendable, Hashable {
    /// The term's number; ``Analyzer/bytes(of:)`` gives its bytes.
    public var id: TermID
    /// The rule that made it.
    public var kind: TermKind
    /// For a part: where it begins in the token's folded form, in bytes.
    public var foldedOffset: UInt8
    /// For a part: how many bytes of the folded form it covers; 0 where the term covers the whole token.
    public var foldedLength: UInt8

    init(id: TermID, kind: TermKind, foldedOffset: UInt8 = 0, foldedLength: UInt8 = 0) {
        self.id = id
        self.kind = kind
        self.foldedOffset = foldedOffset
        self.foldedLength = foldedLength
    }
}

/// A unit of text with its terms.
public struct Token: Sendable, Hashable {
    /// Where the token begins in the original text: a UTF-8 byte offset on a character boundary.
    public var start: Int32
    /// Where it ends, exclusive.
    public var end: Int32
    /// The word position, counted from 0; a hyphenated word takes as many positions as it has pieces.
    public var position: Int32
    /// The index of its first term in ``TokenBuffer/terms``.
    public var firstTerm: Int32
    /// How many terms it has.
    public var termCount: Int32
    /// What is known of the token.
    public var flags: Flags

    /// Facts about a token.
    public struct Flags: OptionSet, Sendable, Hashable {
        /// The bits.
        public let rawValue: UInt16
        /// Flags from their bits.
        public init(rawValue: UInt16) { self.rawValue = rawValue }

        /// A function word: it counts little and phrases may skip it.
        public static let stopWord = Flags(rawValue: 1)
        /// It begins with a capital letter.
        public static let capitalised = Flags(rawValue: 2)
        /// It ends in a suspended hyphen (`haupt-`).
        public static let trailingHyphen = Flags(rawValue: 4)
        /// It begins with a suspended hyphen (`-organisationen`).
        public static let leadingHyphen = Flags(rawValue: 8)
        /// A gender form (`Klient:innen`).
        public static let genderForm = Flags(rawValue: 16)
        /// A number, a date, an address: no word.
        public static let noWord = Flags(rawValue: 32)
        /// A piece inside the hyphenated word before it.
        public static let piece = Flags(rawValue: 64)
        /// A word inside an address: the text is found by it, but says nothing by it.
        public static let address = Flags(rawValue: 128)
    }

    /// The bytes of the original text.
    public var range: Range<Int> { Int(start)..<Int(end) }
}

/// The tokens of one text, in order of their beginnings, with their terms in one flat array.
public struct TokenBuffer: Sendable {
    /// The tokens.
    public internal(set) var tokens: [Token] = []
    /// The terms of all tokens.
    public internal(set) var terms: [Term] = []

    /// An empty buffer, to be reused from text to text.
    public init() {}

    /// The terms of one token.
    public func terms(of token: Token) -> ArraySlice<Term> {
        terms[Int(token.firstTerm)..<Int(token.firstTerm + token.termCount)]
    }

    mutating func removeAll() {
        tokens.removeAll(keepingCapacity: true)
        terms.removeAll(keepingCapacity: true)
    }
}
