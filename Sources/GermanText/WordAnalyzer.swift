/// From a folded word to its terms. Every different word is worked out once and then looked up.
///
/// Confined to the ``Analyzer`` that owns it.
struct WordAnalyzer {
    /// What is known of a word that was seen before.
    struct Known {
        var firstTerm: Int32
        var termCount: Int32
        var isStopWord: Bool
    }

    let resources: AnalyzerResources
    let stemmer: any Stemming
    private let feminines: FeminineNouns
    let splitter: CompoundSplitter
    private let reserved: Set<[UInt8]>

    /// The terms' bytes by number.
    private(set) var vocabulary = WordTable(capacity: 1 << 14)
    private var words = WordTable(capacity: 1 << 14)
    private var known: [Known] = []
    private(set) var terms: [Term] = []
    /// What the parts of compounds split into.
    private var parts: [[UInt8]: [CompoundSplitter.Part]] = [:]

    /// Beyond this many different words the memory of them is cleared: about 150 MB.
    static let mostWords = 1_500_000

    init(resources: AnalyzerResources, stemmer: any Stemming) {
        self.resources = resources
        self.stemmer = stemmer
        self.feminines = FeminineNouns(lexicon: resources.lexicon)
        // A protected word is no compound, alone or in another: `Eifersucht` is no `Sucht`. A split that a corpus lists holds.
        let whole = resources.protectedWords.forms.map { ($0, [[UInt8]]()) }
        self.splitter = CompoundSplitter(
            lexicon: resources.lexicon, handMade: resources.compounds.merging(whole) { own, _ in own })
        var reserved: Set<[UInt8]> = []
        for word in resources.protectedWords.all {
            reserved.insert(word)
            reserved.insert(Self.stem(word, by: stemmer))
        }
        self.reserved = reserved
    }

    var wordCount: Int { words.count }

    mutating func forget() {
        vocabulary = WordTable(capacity: 1 << 14)
        words = WordTable(capacity: 1 << 14)
        known.removeAll()
        terms.removeAll()
        parts.removeAll()
    }

    /// The terms of a folded word. `isGender` tells that it is the base of a marked gender form.
    @inline(__always)
    mutating func analyze(_ word: UnsafeBufferPointer<UInt8>) -> Known {
        let (id, isNew) = words.intern(word)
        if isNew { known.append(workOut(Array(word))) }
        return known[Int(id)]
    }

    mutating func intern(_ bytes: [UInt8]) -> TermID {
        bytes.withUnsafeBufferPointer { vocabulary.intern($0).id }
    }

    private static func stem(_ word: [UInt8], by stemmer: any Stemming) -> [UInt8] {
        var output: [UInt8] = []
        word.withUnsafeBufferPointer { stemmer.stem($0, into: &output) }
        return output
    }

    /// The stem under which a word is found, with protected words kept apart.
    func stemTerm(_ word: [UInt8]) -> [UInt8] {
        if let headword = resources.protectedWords.headword(word) { return headword }
        guard resources.stages.contains(.stems) else { return word }
        let stem = Self.stem(word, by: stemmer)
        if stem.isEmpty { return word }
        // `Seite` must not meet `seit`, `Magen` not `mag`, nor `Demens`, misspelt, `dem`.
        guard !resources.stopWords.contains(word) else { return stem }
        return reserved.contains(stem) || resources.stopWords.contains(stem) ? stem + [0x7E] : stem
    }

    private mutating func workOut(_ raw: [UInt8]) -> Known {
        let first = terms.count
        // Gender forms come with a colon behind the base, so that they have an entry of their own.
        let isGender = raw.last == 0x3A
        let word = normalised(isGender ? Array(raw.dropLast()) : raw)
        let isStop = resources.stopWords.contains(word)
        append(isGender ? word + [0x3A] : word, .exact)
        var base = word
        if isGender {
            if !isStop { base = protectedBase(word) ?? feminines.base(ofMarked: word) }
            append(stemTerm(base), .gender)
        } else if resources.stages.contains(.gender), !isStop, let male = feminines.base(of: word) {
            base = protectedBase(FeminineNouns.trunk(of: word)) ?? male
            append(stemTerm(base), .gender)
        } else {
            append(stemTerm(word), .stem)
        }
        let before = tripled(base)
        if resources.stages.contains(.digraphs), !isStop,
            let today = OldSpelling.today(before?.word ?? base) ?? before?.word
        {
            let stem = stemTerm(today)
            if stem[...] != vocabulary[terms[terms.count - 1].id] { append(stem, .variant) }
        }
        if resources.stages.contains(.compounds), !isStop {
            if let before {
                appendParts(of: before.word, within: before.word, withoutLetterAt: before.place)
            } else {
                appendParts(of: base, within: word)
            }
        }
        if resources.stages.contains(.missingSpaces), !isStop, !isGender { appendSeparated(word) }
        return Known(firstTerm: Int32(first), termCount: Int32(terms.count - first), isStopWord: isStop)
    }

    /// A protected word that a feminine noun's trunk is (`Gläubiger|in`, `Zeug|in` of `Zeuge`).
    private func protectedBase(_ trunk: [UInt8]) -> [UInt8]? {
        for base in [trunk, trunk + [0x65]] where resources.protectedWords.headword(base) != nil { return base }
        return nil
    }

    private mutating func append(_ bytes: [UInt8], _ kind: TermKind) {
        terms.append(Term(id: intern(bytes), kind: kind))
    }

    /// The word with a consonant that its old spelling left out (`Schiffahrt`), and the place of that letter; nil where it is none.
    private func tripled(_ word: [UInt8]) -> (place: Int, word: [UInt8])? {
        guard resources.stages.contains(.digraphs), !isListed(word) else { return nil }
        return OldSpelling.tripled(word, resources.lexicon)
    }

    /// Whether a spelling is a compound of listed words and the other is none.
    private func isBetterSplit(_ spelled: [UInt8], than word: [UInt8]) -> Bool {
        func isOfListed(_ word: [UInt8]) -> Bool {
            let parts = splitter.split(word)
            return !parts.isEmpty && parts.allSatisfy { isListed($0.word) }
        }
        return isOfListed(spelled) && !isOfListed(word)
    }

    private func isListed(_ word: [UInt8]) -> Bool { resources.lexicon.entry(word)?.flags.contains(.listed) == true }

    /// - Parameter hole: where the word has a letter that was not written.
    private mutating func appendParts(of base: [UInt8], within word: [UInt8], withoutLetterAt hole: Int? = nil) {
        var seen: Set<[UInt8]> = [stemTerm(base)]
        let found = splitter.partsDeep(base, &parts)
        for part in found + CompoundSplitter.suffixes(of: base, split: found) {
            if PartRules.isNoTerm(part.word) { continue }
            let stem = stemTerm(feminines.base(of: part.word) ?? part.word)
            guard part.range.upperBound <= 255, seen.insert(stem).inserted else { continue }
            let isLast = part.range.upperBound == base.count
            var upper = isLast ? word.count : min(part.range.upperBound, word.count)
            var lower = min(part.range.lowerBound, upper)
            if let hole {
                if lower >= hole { lower -= 1 }
                if upper > hole { upper -= 1 }
            }
            for name in [stem] + (today(part.word).map { [$0] } ?? []) {
                terms.append(
                    Term(
                        id: intern(name), kind: .part, foldedOffset: UInt8(lower),
                        foldedLength: UInt8(clamping: upper - lower)))
            }
        }
    }

    /// The stem of a part in today's spelling; nil where it is no other.
    private func today(_ part: [UInt8]) -> [UInt8]? {
        resources.stages.contains(.digraphs) ? OldSpelling.today(part).map { stemTerm($0) } : nil
    }

    /// The word that a missing space has run together with a function word: `Austauschsund`, `undBeratung`.
    private mutating func appendSeparated(_ word: [UInt8]) {
        guard let range = RunTogether.content(of: word, resources.lexicon, splitter), range.upperBound <= 255 else {
            return
        }
        let own = Array(word[range])
        let stem = stemTerm(feminines.base(of: own) ?? own)
        let (lower, length) = (UInt8(range.lowerBound), UInt8(range.count))
        terms.append(Term(id: intern(stem), kind: .stem, foldedOffset: lower, foldedLength: length))
        guard resources.stages.contains(.compounds) else { return }
        var seen: Set<[UInt8]> = [stem]
        for part in splitter.partsDeep(own, &parts) {
            let stem = stemTerm(part.word)
            guard seen.insert(stem).inserted else { continue }
            terms.append(
                Term(
                    id: intern(stem), kind: .part, foldedOffset: UInt8(range.lowerBound + part.range.lowerBound),
                    foldedLength: UInt8(part.range.count)))
        }
    }

    /// Reads `ae`, `oe`, `ue` as umlauts where no word list has the word as it is, and it is better known so.
    ///
    /// That the corpus has it as it is says little: a text in which nobody could write umlauts is of the corpus as well.
    func normalised(_ word: [UInt8]) -> [UInt8] {
        guard resources.stages.contains(.digraphs), WordAnalyzer.hasDigraph(word) else { return word }
        let entry = resources.lexicon.entry(word)
        if let entry, entry.flags.contains(.listed) { return word }
        var spelled: [UInt8] = []
        var index = 0
        while index < word.count {
            let vowel = word[index]
            let isDigraph =
                index + 1 < word.count && word[index + 1] == 0x65
                && (vowel == 0x61 || vowel == 0x6F || vowel == 0x75)
            if isDigraph {
                spelled.append(0xC3)
                spelled.append(vowel == 0x61 ? 0xA4 : vowel == 0x6F ? 0xB6 : 0xBC)
                index += 2
            } else {
                spelled.append(vowel)
                index += 1
            }
        }
        if let other = resources.lexicon.entry(spelled) {
            // `zuende` is no `Zünde`.
            if entry != nil, RunTogether.content(of: word, resources.lexicon, splitter) != nil { return word }
            return other.flags.contains(.listed) || other.frequency >= entry?.frequency ?? 0 ? spelled : word
        }
        return isBetterSplit(spelled, than: word) ? spelled : word
    }

    private static func hasDigraph(_ word: [UInt8]) -> Bool {
        for index in word.indices.dropFirst() where word[index] == 0x65 {
            let before = word[index - 1]
            if before == 0x61 || before == 0x6F || before == 0x75 { return true }
        }
        return false
    }
}
