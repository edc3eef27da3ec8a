import GermanText

/// Counts pairs of words that stand together again and again: `psychosoziale Beratung`, `Hilfen zur Erziehung` no.
///
/// A pair is a word of meaning and the noun behind it. It counts by its stems, once a section, and is shown in its most
/// basic form. Texts beyond a budget are not read: what is frequent shows in a part of them.
struct PhraseCounter {
    struct Phrase {
        var text: String
        var documents: UInt32
    }

    private struct Pair: Hashable {
        var first: TermID
        var second: TermID
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
                utf8[Int(first.end)] == UInt8(ascii: " "), isWord(first), isWord(token),
                let one = stem(first), let other = stem(token), one != other
            else { continue }
            let pair = Pair(first: one, second: other)
            var seen = pairs[pair] ?? Seen()
            guard seen.lastSection != section else { continue }
            seen.lastSection = section
            seen.sections += 1
            let form = String(decoding: utf8[Int(first.start)..<Int(token.end)], as: UTF8.self)
            if seen.text.isEmpty || PhraseCounter.isMoreBasic(form, than: seen.text) { seen.text = form }
            pairs[pair] = seen
        }
    }

    /// The phrases that enough sections have, the most frequent first.
    func frequent() -> [Phrase] {
        pairs.values.filter { $0.sections >= minimum }
            .sorted { ($1.sections, $0.text) < ($0.sections, $1.text) }
            .prefix(PhraseCounter.mostPhrases).map { Phrase(text: $0.text, documents: $0.sections) }
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
