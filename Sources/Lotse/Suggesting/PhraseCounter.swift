import GermanText

/// Counts nouns, and pairs of words that stand together again and again: `psychosoziale Beratung`, not `Hilfen zur
/// Erziehung`.
///
/// A pair is a word of meaning and the noun behind it; a noun is a word with a capital inside a sentence. Both count by
/// their stems, once a section, and are shown in their most basic form. Texts beyond a budget are not read: what is
/// frequent shows in a part of them.
struct PhraseCounter {
    struct Phrase {
        var text: String
        var documents: UInt32
    }

    private struct Pair: Hashable {
        var first: TermID
        /// None for a noun alone.
        var second: TermID?
    }

    private struct Seen {
        var sections: UInt32 = 0
        var lastSection: UInt32 = 0
        var text = ""
    }

    /// Bytes of text that are read at most.
    private static let budget = 8 << 20
    private static let mostPhrases = 2_000

    private let analyzer: Analyzer
    private let step: Int
    private let minimum: UInt32
    private var section: UInt32 = 0
    private var bytes = 0
    private var tokens = TokenBuffer()
    private var pairs: [Pair: Seen] = [:]

    init(analyzer: Analyzer, sections: Int) {
        self.analyzer = analyzer
        // Sections are about as long as a kilobyte or two: every so many of a large corpus make up the budget.
        step = max(1, sections / 8_000)
        minimum = UInt32(max(4, sections / step / 1_000))
    }

    mutating func add(_ text: String) {
        section += 1
        guard Int(section) % step == 0, bytes < PhraseCounter.budget else { return }
        bytes += text.utf8.count
        analyzer.analyze(text, into: &tokens)
        let utf8 = Array(text.utf8)
        var before: Token?
        for token in tokens.tokens where !token.flags.contains(.piece) {
            defer { before = token }
            guard let first = before, token.flags.contains(.capitalised), Int(first.end) + 1 == Int(token.start),
                utf8[Int(first.end)] == UInt8(ascii: " "), isWord(token), let noun = stem(token)
            else { continue }
            count(Pair(first: noun), utf8[Int(token.start)..<Int(token.end)])
            guard isWord(first), let one = stem(first), one != noun else { continue }
            count(Pair(first: one, second: noun), utf8[Int(first.start)..<Int(token.end)])
        }
    }

    private mutating func count(_ pair: Pair, _ form: ArraySlice<UInt8>) {
        var seen = pairs[pair] ?? Seen()
        guard seen.lastSection != section else { return }
        seen.lastSection = section
        seen.sections += 1
        let form = String(decoding: form, as: UTF8.self)
        if seen.text.isEmpty || PhraseCounter.isMoreBasic(form, than: seen.text) { seen.text = form }
        pairs[pair] = seen
    }

    /// The phrases that enough sections have, the most frequent first.
    func frequent() -> [Phrase] {
        frequent(nouns: false) + frequent(nouns: true)
    }

    private func frequent(nouns: Bool) -> [Phrase] {
        // A word that two texts have is one that somebody may mean; two words may stand together by chance.
        let minimum = nouns ? self.minimum / 2 : self.minimum
        return pairs.filter { $0.value.sections >= minimum && ($0.key.second == nil) == nouns }
            .map { Phrase(text: $0.value.text, documents: $0.value.sections) }
            .sorted { ($1.documents, $0.text) < ($0.documents, $1.text) }
            .prefix(PhraseCounter.mostPhrases).map { $0 }
    }

    private func isWord(_ token: Token) -> Bool {
        token.flags.isDisjoint(with: [.stopWord, .noWord, .address, .trailingHyphen, .leadingHyphen])
            && token.end - token.start >= 4
    }

    private func stem(_ token: Token) -> TermID? { tokens.terms(of: token).first { $0.kind.space == .stem }?.id }

    /// `psychosoziale Beratung` before `psychosozialen Beratungen`; shorter ones, and of these the first by letters.
    private static func isMoreBasic(_ form: String, than other: String) -> Bool {
        (form.utf8.count, form) < (other.utf8.count, other)
    }
}
