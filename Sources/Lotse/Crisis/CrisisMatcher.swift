import GermanText
import LotseAPI

/// Tells whether a query sounds like a person in need. Belongs to one thread, like the analyzer it is made with.
///
/// A trigger is not looked for letter by letter. It is read as a set of words, and is met where all its words stand
/// close together, in any order and inflection, with others between them:
/// - Fillers (`ich`, `mein`, `habe`, `einfach`) do not count, and modal verbs (`will`, `möchte`, `kann`) do not where
///   two words of meaning are left; those of wishing are one, those of being able are one, and so are `mich`, `mir`, `sich`.
/// - A trigger without a word of meaning (`ich kann nicht mehr`, `nicht mehr da sein`) must stand in its order, with no word
///   of meaning right behind it (`ich kann nicht mehr schlafen`).
/// - A trigger in quotation marks (`„halte es nicht mehr aus“`) wants its modal verbs and nothing of meaning in between.
/// - Words of one of ``CrisisFile/groups`` stand for each other; words under `alone` count where a query is no more; of
///   those under `phrases` all count, in their order, with nothing but fillers in between.
/// - A separable verb may stand apart (`wache … auf`).
/// - A word that the index' lexicon does not know may be a misspelt word of a trigger; two words may be written as one
///   and one as two.
/// - `nicht` or `kein` right before a trigger's word takes the match back, unless the query asks why.
/// - A query with a word of ``CrisisFile/contexts`` and none of its writer gets no notice.
///
/// The first level goes before all others; among these the trigger with the most words decides.
///
/// A level that has examples has a ``CrisisModel`` as well: a query that is much like them gets the notice without any trigger,
/// and one that is much unlike them gets none by a trigger of that level.
///
/// It errs towards showing a number: a notice too many stands beside the hits and does no harm.
struct CrisisMatcher {
    struct Trigger {
        enum Shape {
            /// All words close together, in any order.
            case loose
            /// The same, with nothing of meaning between them.
            case tight
            /// As they stand, but for fillers.
            case ordered
            /// All words as they stand, but for fillers between them.
            case literal
            /// The whole query.
            case alone
        }

        var level: Int
        var words: [CrisisWord]
        var shape: Shape
        /// Words without which it is not met: the numbers of what each of them is recognised by.
        var needed: [[Int]] = []

        init(level: Int, words: [CrisisWord], shape: Shape) {
            self.level = level
            self.words = words
            self.shape = shape
        }
    }

    private let file: CrisisFile
    private var triggers: [Trigger] = []
    /// The numbers of all keys of the words that triggers need.
    private var numbers: [String: Int] = [:]
    /// The content words of all triggers and groups, for misspelt ones.
    private var vocabulary: [(bytes: [UInt8], word: CrisisWord)] = []
    /// Words that may be written together, and what each is.
    private var pieces: [String: CrisisWord] = [:]
    /// The groups of words by the words' keys.
    private var groups: [String: String] = [:]
    private let contexts: [String]
    private let harmless: [[CrisisWord]]
    private let lexicon: Lexicon

    /// A separable verb and its prefix are at most so many words apart.
    private static let longestFrame = 6
    /// So many words are read at a time in a long text, and so many times at most.
    private static let stretch = 12
    private static let mostStretches = 64
    /// Above these odds (their logarithm) a query is of a level whatever its words; below those it is none in spite of them.
    private static let likeness = 0.5
    private static let denial = -3.0

    init(file: CrisisFile, analyzer: Analyzer, lexicon: Lexicon) {
        self.file = file
        self.lexicon = lexicon
        var buffer = TokenBuffer()
        contexts = file.contexts.flatMap { Self.words($0, analyzer, &buffer).map(\.folded) }
        harmless = file.harmless.map { Self.words($0, analyzer, &buffer) }.filter { !$0.isEmpty }
        for (number, group) in file.groups.enumerated() {
            for word in group.flatMap({ Self.words($0, analyzer, &buffer) }) {
                groups[word.folded] = "=\(number)"
                learn(word)
            }
        }
        for (level, entry) in file.levels.enumerated() {
            for phrase in entry.triggers { addTrigger(phrase, level, analyzer, &buffer) }
            for phrase in entry.phrases ?? [] {
                let words = grouped(Self.words(phrase, analyzer, &buffer))
                guard !words.isEmpty else { continue }
                triggers.append(Trigger(level: level, words: words, shape: .literal))
                for word in words where word.role == .content || word.role == .weak { learn(word) }
            }
            for phrase in entry.alone {
                let words = grouped(Self.words(phrase, analyzer, &buffer)).filter { $0.role != .filler }
                guard !words.isEmpty else { continue }
                triggers.append(Trigger(level: level, words: words, shape: .alone))
                for word in words { learn(word) }
            }
        }
        for word in CrisisWords.small {
            pieces[word] = CrisisWords.word(word, stem: word)
        }
        numberKeys()
    }

    /// Numbers what triggers need, so that most of them are ruled out without a look at the words.
    private mutating func numberKeys() {
        for index in triggers.indices {
            let trigger = triggers[index]
            for word in trigger.words where word.role == .content || trigger.shape == .literal {
                for key in word.keys where numbers[key] == nil { numbers[key] = numbers.count }
                triggers[index].needed.append(word.keys.compactMap { numbers[$0] })
            }
        }
    }

    private mutating func addTrigger(
        _ phrase: String, _ level: Int, _ analyzer: Analyzer, _ buffer: inout TokenBuffer
    ) {
        let isQuoted = phrase.hasPrefix("„")
        let all = grouped(Self.words(phrase, analyzer, &buffer))
        let content = all.filter { $0.role == .content }
        for word in all where word.role == .content || word.role == .weak { learn(word) }
        var trigger = Trigger(level: level, words: all, shape: isQuoted ? .tight : .loose)
        if content.isEmpty {
            trigger.shape = .ordered
        } else {
            trigger.words = all.filter { word in
                switch word.role {
                case .content, .weak: true
                case .modal: isQuoted || content.count < 2
                case .filler: false
                }
            }
        }
        if !trigger.words.isEmpty { triggers.append(trigger) }
    }

    /// Takes a word into the memory of words that may be misspelt or run together.
    private mutating func learn(_ word: CrisisWord) {
        let known = grouped([word])[0]
        guard pieces.updateValue(known, forKey: word.folded) == nil, word.role == .content else { return }
        vocabulary.append((Array(word.folded.utf8), known))
    }

    private func grouped(_ words: [CrisisWord]) -> [CrisisWord] {
        words.map { word in
            var word = word
            for key in word.keys { if let group = groups[key] { word.keys.insert(group) } }
            return word
        }
    }

    /// The most urgent notice that a query calls for, or nil. A long one is read in stretches besides, in which the model does not
    /// speak against a trigger: where two sentences are of an authority and one of wanting to die, all the words around it would. A
    /// text beyond the limits of a query is read in stretches alone, its beginning and its end.
    func notice(for query: String, analyzer: Analyzer) -> CrisisNotice? {
        guard !triggers.isEmpty else { return nil }
        let words = query.split(whereSeparator: \.isWhitespace).flatMap { word in
            // A text without white space has words as well.
            word.utf8.count <= Limits.valueBytes ? [word] : word.split { !$0.isLetter }
        }.filter { $0.utf8.count <= Limits.valueBytes }
        var most = words.count > Limits.queryWords ? nil : level(of: query, analyzer: analyzer)
        guard words.count > Self.stretch else { return most.map { file.levels[$0].notice } }
        for start in Self.stretches(words.count) where most != 0 {
            let stretch = words[start..<(start + Self.stretch)].joined(separator: " ")
            guard let level = level(of: stretch, analyzer: analyzer, mayBeDenied: false) else { continue }
            most = min(most ?? level, level)
        }
        return most.map { file.levels[$0].notice }
    }

    /// Where the stretches of a text of so many words begin. Each begins in the middle of the one before, and the last ends with
    /// the text: of two words alone little can be told.
    private static func stretches(_ count: Int) -> [Int] {
        let all = Array(stride(from: 0, to: count - stretch, by: stretch / 2)) + [count - stretch]
        return all.count <= mostStretches ? all : Array(all.prefix(mostStretches / 2) + all.suffix(mostStretches / 2))
    }

    /// The number of the most urgent level that a query is of, or nil.
    ///
    /// - Parameter mayBeDenied: whether the model may speak against a trigger.
    private func level(of query: String, analyzer: Analyzer, mayBeDenied: Bool = true) -> Int? {
        guard !triggers.isEmpty else { return nil }
        var buffer = TokenBuffer()
        var words = Self.words(query, analyzer, &buffer)
        guard !words.isEmpty else { return nil }
        let speaksOfWriter = words.contains { CrisisWords.writer.contains($0.folded) }
        if !speaksOfWriter, words.contains(where: { word in contexts.contains { word.folded.hasSuffix($0) } }) {
            return nil
        }
        words = grouped(words.flatMap { segments(of: $0) ?? [$0] })
        join(&words)
        for index in words.indices { correct(&words[index]) }
        for phrase in harmless { clear(phrase, from: &words) }
        let asksWhy = words.contains { CrisisWords.doubts.contains($0.folded) }
        // Nearly all triggers fall out here, by a word that the query has nowhere.
        var present = [Bool](repeating: false, count: numbers.count)
        for word in words { for key in word.keys { if let number = numbers[key] { present[number] = true } } }
        // A trigger's word may be written as two.
        for (first, second) in zip(words, words.dropFirst()) {
            if let number = numbers[first.folded + second.folded] { present[number] = true }
        }
        let scores = file.levels.map { $0.model?.score(query) }
        // Of one or two words the model knows too little to speak against a trigger.
        let denied =
            mayBeDenied && words.count > 2 ? Set(scores.indices.filter { (scores[$0] ?? 0) < Self.denial }) : []
        let met = level(by: words, present, asksWhy: asksWhy, without: denied)
        let alike = scores.indices.first { (scores[$0] ?? 0) > Self.likeness }
        return [met, alike].compactMap { $0 }.min()
    }

    /// The level whose trigger a query meets.
    private func level(
        by words: [CrisisWord], _ present: [Bool], asksWhy: Bool, without denied: Set<Int>
    ) -> Int? {
        var best: (level: Int, words: Int)?
        for trigger in triggers where !denied.contains(trigger.level) {
            if let best, trigger.level > 0, trigger.words.count <= best.words { continue }
            guard trigger.needed.allSatisfy({ keys in keys.contains { present[$0] } }),
                isMet(trigger, by: words, asksWhy: asksWhy)
            else { continue }
            best = (trigger.level, trigger.words.count)
            if trigger.level == 0 { break }
        }
        return best?.level
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
            if CrisisWords.noMore.contains(folded) {
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

    /// Gives a verb the keys of the separable verb that it is with a prefix behind it: `wache … auf`, `bring … um`.
    private func join(_ words: inout [CrisisWord]) {
        for place in words.indices where CrisisWords.isPrefix(words[place].folded) {
            for verb in max(0, place - Self.longestFrame)..<place {
                guard let known = pieces[words[place].folded + words[verb].folded] else { continue }
                words[verb].keys.formUnion(known.keys)
            }
        }
    }

    /// Gives a word that nobody knows the keys of the triggers' words it resembles.
    private func correct(_ word: inout CrisisWord) {
        guard word.role == .content else { return }
        let bytes = Array(word.folded.utf8)
        guard bytes.count >= 4, !lexicon.contains(bytes) else { return }
        for (candidate, known) in vocabulary {
            let allowed = max(bytes.count, candidate.count) >= 8 ? 2 : 1
            guard candidate.count >= 4, abs(candidate.count - bytes.count) <= allowed,
                Self.distance(bytes, candidate, within: allowed) <= allowed
            else { continue }
            word.keys.formUnion(known.keys)
        }
    }

    /// The words that were written together in a word that nobody knows (`ichwillsterben`), or nil.
    private func segments(of word: CrisisWord) -> [CrisisWord]? {
        guard word.role == .content, word.folded.utf8.count >= 6, word.folded.utf8.count <= 60,
            !lexicon.contains(Array(word.folded.utf8))
        else { return nil }
        let letters = Array(word.folded)
        // The fewest words up to each letter: where the last one begins.
        var best: [(count: Int, start: Int)?] = [(0, 0)]
        for end in 1...letters.count {
            var found: (count: Int, start: Int)?
            for start in max(0, end - 20)..<end {
                guard end - start >= 2, let before = best[start], pieces[String(letters[start..<end])] != nil,
                    found.map({ before.count + 1 < $0.count }) ?? true
                else { continue }
                found = (before.count + 1, start)
            }
            best.append(found)
        }
        guard let total = best[letters.count], total.count >= 2 else { return nil }
        var words: [CrisisWord] = []
        var end = letters.count
        while end > 0, let step = best[end] {
            if let piece = pieces[String(letters[step.start..<end])] { words.insert(piece, at: 0) }
            end = step.start
        }
        return words
    }

    /// Takes from words that stand as in a harmless phrase what they could be recognised by.
    private func clear(_ phrase: [CrisisWord], from words: inout [CrisisWord]) {
        guard words.count >= phrase.count else { return }
        for start in 0...(words.count - phrase.count)
        where zip(phrase, words[start...]).allSatisfy({ $0.folded == $1.folded }) {
            for place in start..<(start + phrase.count) where words[place].role == .content {
                words[place].keys = []
                words[place].folded = ""
            }
        }
    }
}
