import GermanText
import LotseAPI

/// Tells whether a query sounds like a person in need. Belongs to one thread, like the analyzer it is made with.
///
/// A trigger is not looked for letter by letter. It is read as a set of words, and is met where all its words stand
/// close together, in any order and inflection, with others between them:
/// - Fillers (`ich`, `mein`, `habe`, `einfach`) do not count, and modal verbs (`will`, `möchte`, `kann`) do not where
///   two words of meaning are left; all modal verbs are one, and so are `mich`, `mir`, `sich`.
/// - A trigger without a word of meaning (`ich kann nicht mehr`, `nicht mehr da sein`) must stand as it is, with no word
///   of meaning right behind it (`ich kann nicht mehr schlafen`).
/// - A word that the index' lexicon does not know may be a misspelt word of a trigger; two words may be written as one
///   and one as two.
/// - `nicht` or `kein` right before a trigger's word takes the match back, unless the query asks why.
/// - A query with a word of ``CrisisFile/contexts`` and none of its writer gets no notice.
///
/// The first level goes before all others; among these the trigger with the most words decides.
///
/// It errs towards showing a number: a notice too many stands beside the hits and does no harm.
struct CrisisMatcher {
    private struct Trigger {
        var level: Int
        var words: [CrisisWord]
        /// All its words in a row, for words written together.
        var isLoose: Bool
    }

    private let file: CrisisFile
    private var triggers: [Trigger] = []
    /// Folded content words of all triggers, for misspelt ones.
    private var vocabulary: [(word: [UInt8], key: String)] = []
    private let contexts: [String]
    private let harmless: [[CrisisWord]]
    private let lexicon: Lexicon

    /// Words between a trigger's own that are let pass.
    private static let slack = 4

    init(file: CrisisFile, analyzer: Analyzer, lexicon: Lexicon) {
        self.file = file
        self.lexicon = lexicon
        var buffer = TokenBuffer()
        contexts = file.contexts.flatMap { Self.words($0, analyzer, &buffer).map(\.folded) }
        harmless = file.harmless.map { Self.words($0, analyzer, &buffer) }.filter { !$0.isEmpty }
        var seen: Set<String> = []
        for (level, entry) in file.levels.enumerated() {
            for phrase in entry.triggers {
                let all = Self.words(phrase, analyzer, &buffer)
                let content = all.filter { $0.role == .content }
                let kept =
                    content.isEmpty
                    ? all
                    : all.filter { word in
                        switch word.role {
                        case .content, .weak: true
                        case .modal: content.count < 2
                        case .filler: false
                        }
                    }
                guard !kept.isEmpty else { continue }
                triggers.append(Trigger(level: level, words: kept, isLoose: !content.isEmpty))
                for word in content where seen.insert(word.folded).inserted {
                    vocabulary.append((Array(word.folded.utf8), word.folded))
                }
                for (first, second) in zip(kept, kept.dropFirst())
                where first.role == .content || second.role == .content {
                    let joined = first.folded + second.folded
                    if seen.insert(joined).inserted { vocabulary.append((Array(joined.utf8), joined)) }
                }
            }
        }
    }

    /// The most urgent notice that a query calls for, or nil.
    func notice(for query: String, analyzer: Analyzer) -> CrisisNotice? {
        guard !triggers.isEmpty else { return nil }
        var buffer = TokenBuffer()
        var words = Self.words(query, analyzer, &buffer)
        guard !words.isEmpty else { return nil }
        let speaksOfWriter = words.contains { CrisisWords.writer.contains($0.folded) }
        if !speaksOfWriter, words.contains(where: { word in contexts.contains { word.folded.hasSuffix($0) } }) {
            return nil
        }
        for index in words.indices { correct(&words[index]) }
        for phrase in harmless { clear(phrase, from: &words) }
        let asksWhy = words.contains { CrisisWords.doubts.contains($0.folded) }
        var best: (level: Int, words: Int)?
        for trigger in triggers {
            if let best, trigger.level > 0, trigger.words.count <= best.words { continue }
            guard isMet(trigger, by: words, asksWhy: asksWhy) else { continue }
            best = (trigger.level, trigger.words.count)
            if trigger.level == 0 { break }
        }
        return best.map { file.levels[$0.level].notice }
    }

    /// The words of a text; `nimmer` is `nicht mehr`.
    private static func words(_ text: String, _ analyzer: Analyzer, _ buffer: inout TokenBuffer) -> [CrisisWord] {
        func term(_ terms: ArraySlice<Term>, _ isWanted: (Term) -> Bool) -> String? {
            terms.first(where: isWanted).map { String(decoding: analyzer.bytes(of: $0.id), as: UTF8.self) }
        }
        analyzer.analyze(CrisisWords.calmed(text.lowercased()), into: &buffer)
        var words: [CrisisWord] = []
        for token in buffer.tokens where !token.flags.contains(.noWord) {
            let terms = buffer.terms(of: token)
            guard let stem = term(terms, { $0.kind.space == .stem }) else { continue }
            let folded = term(terms) { $0.kind == .exact } ?? stem
            if folded == "nimmer" {
                words.append(CrisisWords.word("nicht", stem: "nicht"))
                words.append(CrisisWords.word("mehr", stem: "mehr"))
                continue
            }
            words.append(CrisisWords.word(folded, stem: stem))
        }
        for index in words.indices {
            guard words[index].role == .content, let plain = CrisisWords.withoutInfix(words[index].folded) else {
                continue
            }
            analyzer.analyze(plain, into: &buffer)
            words[index].keys.insert(plain)
            guard let token = buffer.tokens.first else { continue }
            if let stem = term(buffer.terms(of: token), { $0.kind.space == .stem }) {
                words[index].keys.insert("~" + stem)
            }
        }
        return words
    }

    /// Gives a word that nobody knows the keys of the triggers' words it resembles.
    private func correct(_ word: inout CrisisWord) {
        guard word.role == .content else { return }
        let bytes = Array(word.folded.utf8)
        guard bytes.count >= 4, !lexicon.contains(bytes) else { return }
        for (candidate, key) in vocabulary {
            let allowed = max(bytes.count, candidate.count) >= 8 ? 2 : 1
            guard candidate.count >= 4, abs(candidate.count - bytes.count) <= allowed,
                Self.distance(bytes, candidate, within: allowed) <= allowed
            else { continue }
            word.keys.insert(key)
        }
    }

    /// Takes from words that stand as in a harmless phrase what they could be recognised by.
    private func clear(_ phrase: [CrisisWord], from words: inout [CrisisWord]) {
        guard words.count >= phrase.count else { return }
        for start in 0...(words.count - phrase.count)
        where zip(phrase, words[start...]).allSatisfy({ !$0.keys.isDisjoint(with: $1.keys) }) {
            for place in start..<(start + phrase.count) where words[place].role == .content {
                words[place].keys = []
                words[place].folded = ""
            }
        }
    }

    private func isMet(_ trigger: Trigger, by words: [CrisisWord], asksWhy: Bool) -> Bool {
        trigger.isLoose ? isMetLoosely(trigger, by: words, asksWhy: asksWhy) : isMetInOrder(trigger, by: words)
    }

    private func isMetInOrder(_ trigger: Trigger, by words: [CrisisWord]) -> Bool {
        // Who it is about may be said in many ways.
        let wanted = trigger.words.drop { $0.role == .filler }
        guard !wanted.isEmpty, words.count >= wanted.count else { return false }
        return (0...(words.count - wanted.count)).contains { start in
            let end = start + wanted.count
            if end < words.count, words[end].role == .content { return false }
            return zip(wanted, words[start..<end]).allSatisfy { !$0.keys.isDisjoint(with: $1.keys) }
        }
    }

    private func isMetLoosely(_ trigger: Trigger, by words: [CrisisWord], asksWhy: Bool) -> Bool {
        for start in words.indices {
            let end = min(words.count, start + trigger.words.count + Self.slack)
            var used: Set<Int> = []
            var strong: [Int] = []
            var item = 0
            while item < trigger.words.count {
                let wanted = trigger.words[item]
                if let place = (start..<end).first(where: { place in
                    !used.contains(place) && !wanted.keys.isDisjoint(with: words[place].keys)
                }) {
                    used.insert(place)
                    if wanted.role == .content { strong.append(place) }
                    item += 1
                    continue
                }
                // One word as two: `um bringen`.
                if wanted.role == .content,
                    let place = (start..<max(start, end - 1)).first(where: { place in
                        !used.contains(place) && words[place].folded + words[place + 1].folded == wanted.folded
                    })
                {
                    used.formUnion([place, place + 1])
                    strong.append(place)
                    item += 1
                    continue
                }
                // Two words as one: `michumbringen`.
                if item + 1 < trigger.words.count {
                    let joined = wanted.folded + trigger.words[item + 1].folded
                    if let place = (start..<end).first(where: { words[$0].keys.contains(joined) }) {
                        used.insert(place)
                        strong.append(place)
                        item += 2
                        continue
                    }
                }
                break
            }
            guard item == trigger.words.count, used.contains(start) else { continue }
            if asksWhy || !strong.contains(where: { isNegated($0, used, words) }) { return true }
        }
        return false
    }

    /// Whether a word that no trigger asks for denies the word at a place.
    private func isNegated(_ place: Int, _ used: Set<Int>, _ words: [CrisisWord]) -> Bool {
        for distance in 1...2 where place - distance >= 0 && !used.contains(place - distance) {
            let before = words[place - distance].folded
            if CrisisWords.isNegation(before) { return true }
            if distance == 1, CrisisWords.isRefusal(before) { return true }
        }
        return false
    }

    /// The optimal string alignment distance (Damerau's four errors, no place edited twice), or more than `limit`.
    static func distance(_ first: [UInt8], _ second: [UInt8], within limit: Int) -> Int {
        var before = [Int](repeating: 0, count: second.count + 1)
        var last = Array(0...second.count)
        for i in 1...max(1, first.count) where !first.isEmpty {
            var row = [Int](repeating: i, count: second.count + 1)
            for j in stride(from: 1, through: second.count, by: 1) {
                let cost = first[i - 1] == second[j - 1] ? 0 : 1
                row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost)
                if i > 1, j > 1, first[i - 1] == second[j - 2], first[i - 2] == second[j - 1] {
                    row[j] = min(row[j], before[j - 2] + 1)
                }
            }
            if (row.min() ?? 0) > limit { return limit + 1 }
            (before, last) = (last, row)
        }
        return last[second.count]
    }
}
