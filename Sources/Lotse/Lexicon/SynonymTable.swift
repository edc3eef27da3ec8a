import GermanText

/// Synonyms and abbreviations as a query meets them: by stems, so that every inflection and gender form finds them.
///
/// It keeps terms as bytes, for an analyzer may forget its numbers.
struct SynonymTable: Sendable {
    /// A word or a phrase that a query's words find as well.
    struct Expansion: Sendable, Hashable {
        /// A word of it that is no function word.
        struct Word: Sendable, Hashable {
            /// The stems that stand for it.
            var stems: [[UInt8]]
            /// Its place behind the first one, counted in words.
            var offset: UInt32
        }

        var words: [Word]
        /// As the corpus' lexicon writes it.
        var text: String
        var source: String
        var isAbbreviation: Bool
    }

    /// What stands for some words of a query.
    struct Match {
        /// The query's words, by number.
        var words: Range<Int>
        var expansions: [Expansion]
        /// Whether the words themselves are not looked for.
        var replaces: Bool
    }

    private struct Entry: Sendable {
        var expansions: [Expansion] = []
        /// The words of its expansions.
        var seen: Set<[Expansion.Word]> = []
        var replaces = true
    }

    /// By the stems of all its words, in order.
    private var entries: [[[UInt8]]: Entry] = [:]
    /// How many words the keys have that begin with a stem, the most first.
    private var lengths: [[UInt8]: [Int]] = [:]

    /// Without any.
    static let empty = SynonymTable()

    private init() {}

    /// Reads rules with the analyzer that reads the queries. A phrase of function words alone (`z. B.`) is passed over.
    init(_ rules: [SynonymRule], analyzer: Analyzer) {
        var tokens = TokenBuffer()
        func read(_ phrase: String) -> (words: [Expansion.Word], isWhole: Bool) {
            analyzer.analyze(phrase, into: &tokens)
            let all = QueryWord.words(tokens, of: phrase).filter { !$0.whole.isEmpty }
            let words = all.filter { !$0.isStopWord }
            let first = words.first?.position ?? 0
            let found = words.map { word in
                Expansion.Word(
                    stems: word.whole.map { Array(analyzer.bytes(of: $0)) }, offset: UInt32(word.position - first))
            }
            return (found, all.count == words.count)
        }
        for rule in rules {
            // Function words are not in the index: of a phrase with one, at least two other words must be left, or it
            // would be found wherever its one word is.
            let found = rule.found.map { (text: $0, phrase: read($0)) }
                .filter { $0.phrase.isWhole || $0.phrase.words.count > 1 }
                .map { (text: $0.text, words: $0.phrase.words) }.filter { !$0.words.isEmpty }
            for phrase in rule.asked {
                let (words, isWhole) = read(phrase)
                guard isWhole || words.count > 1 else { continue }
                let key = words.compactMap(\.stems.first)
                guard !key.isEmpty else { continue }
                let others = found.filter { $0.words.compactMap(\.stems.first) != key }
                let expansions = others.map {
                    Expansion(
                        words: $0.words, text: $0.text, source: rule.source, isAbbreviation: rule.isAbbreviation)
                }
                guard !expansions.isEmpty else { continue }
                add(key, expansions, keeps: others.count < found.count)
            }
        }
    }

    /// Adds what a line says of a key. `Depression` and `Depressionen` on one line are one word.
    private mutating func add(_ key: [[UInt8]], _ expansions: [Expansion], keeps: Bool) {
        var entry = entries.removeValue(forKey: key) ?? Entry()
        for expansion in expansions where entry.seen.insert(expansion.words).inserted {
            entry.expansions.append(expansion)
        }
        // A word that one line keeps is kept.
        if keeps { entry.replaces = false }
        entries[key] = entry
        var known = lengths[key[0]] ?? []
        if !known.contains(key.count) {
            known.append(key.count)
            lengths[key[0]] = known.sorted(by: >)
        }
    }

    /// What stands for the words of a query, the longest phrases first come; no word belongs to two of them.
    ///
    /// - Parameter stems: for each word the stems that stand for it.
    func matches(_ stems: [[[UInt8]]]) -> [Match] {
        guard !entries.isEmpty else { return [] }
        var found: [Match] = []
        var index = 0
        while index < stems.count {
            guard let match = match(stems, at: index) else {
                index += 1
                continue
            }
            found.append(match)
            index = match.words.upperBound
        }
        return found
    }

    private func match(_ stems: [[[UInt8]]], at index: Int) -> Match? {
        for first in stems[index] {
            for length in lengths[first] ?? [] where index + length <= stems.count {
                let words = index..<(index + length)
                guard let entry = entry(stems[words], [first]) else { continue }
                return Match(words: words, expansions: entry.expansions, replaces: entry.replaces)
            }
        }
        return nil
    }

    /// The entry of words, of which each may have several stems; `key` is what the first of them are.
    private func entry(_ stems: ArraySlice<[[UInt8]]>, _ key: [[UInt8]]) -> Entry? {
        guard key.count < stems.count else { return entries[key] }
        for stem in stems[stems.startIndex + key.count] {
            if let found = entry(stems, key + [stem]) { return found }
        }
        return nil
    }
}
