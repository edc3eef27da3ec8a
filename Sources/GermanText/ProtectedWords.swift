/// Words whose stems must not meet those of other words.
///
/// Every form of a protected word has the word itself as its stem. Another word whose stem would be the same gets a
/// stem of its own, marked by a tilde, so that its own inflections still find each other.
public struct ProtectedWords: Sendable, Hashable {
    private var headwords: [[UInt8]: [UInt8]] = [:]
    private var listing: [String] = []

    /// The words of every corpus: pairs that the stemmer merges although they mean different things. Each line is a
    /// headword and its forms.
    static let builtIn = """
        Sucht Süchte Süchten
        Trauer
        schwül schwüle schwülen schwüler schwüles schwülem
        Bär Bären
        Wüste Wüsten
        Blüte Blüten
        """

    /// The built-in words.
    public init() {
        for line in ProtectedWords.builtIn.split(separator: "\n") { add(line: line) }
    }

    /// Adds a line: a headword and, separated by spaces, its other forms.
    public mutating func add(line: some StringProtocol) {
        let forms = line.split(whereSeparator: { $0.isWhitespace || $0 == "," || $0 == ":" }).map { Folding.fold($0) }
        guard let headword = forms.first, !headword.isEmpty else { return }
        for form in forms where !form.isEmpty { headwords[form] = headword }
        listing.append(String(line))
    }

    /// The headword of a folded form.
    func headword(_ form: [UInt8]) -> [UInt8]? { headwords[form] }

    /// All headwords.
    var all: Set<[UInt8]> { Set(headwords.values) }

    /// Everything that was added, for a fingerprint.
    public var description: String { listing.sorted().joined(separator: "\n") }
}
