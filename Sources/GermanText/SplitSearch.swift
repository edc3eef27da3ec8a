/// The search for the best parts of one word: a shortest path over the places between its letters.
///
/// It lives for one call and allocates nothing before it has found a path: the hash of each stretch comes from that of
/// the stretch one letter shorter, and a step of the path is a few small numbers.
struct SplitSearch {
    /// The best way to a place: where its last part begins and ends, and how many letters of `en` the part has lost.
    struct Step {
        var cost: Int32 = .max
        var from: Int16 = 0
        var end: Int16 = 0
        var suffix: Int8 = 0
    }

    let word: UnsafeBufferPointer<UInt8>
    let lexicon: LexiconView
    let whole: Lexicon.Entry?
    /// Whether parts that no list has are tried: a second search, for words that no list has and that the first one
    /// found no parts for.
    let isLenient: Bool
    var steps: UnsafeMutableBufferPointer<Step>
    /// The bytes of a verb's prefix that the word begins with.
    private let prefixLength: Int
    /// Whether the word is known as one that is only written small.
    private let isSmall: Bool
    private let wantsListed: Bool

    init(
        word: UnsafeBufferPointer<UInt8>, lexicon: LexiconView, whole: Lexicon.Entry?, isLenient: Bool,
        steps: UnsafeMutableBufferPointer<Step>
    ) {
        self.word = word
        self.lexicon = lexicon
        self.whole = whole
        self.isLenient = isLenient
        self.steps = steps
        prefixLength = PartRules.prefixLength(word)
        wantsListed = whole?.flags.contains(.listed) ?? false
        isSmall = whole.map { !$0.flags.contains(.noun) } ?? false
    }

    /// Elements that join two parts, with what each costs.
    private static let links: [(bytes: StaticString, cost: Int32)] = [
        ("", 0), ("s", 1), ("es", 3), ("n", 2), ("en", 2), ("er", 4), ("e", 4), ("ens", 6), ("ns", 5),
    ]

    /// No part is longer, in bytes.
    private static let longestPart = 40

    /// The cost of the best path, or nil where there is none.
    mutating func run() -> Int32? {
        let count = word.count
        steps.update(repeating: Step())
        steps[0].cost = 0
        for start in 0..<(count - 2) where word[start] & 0xC0 != 0x80 {
            guard steps[start].cost < Int32.max else {
                if isLenient { considerUnknownModifier(before: start) }
                continue
            }
            var hash = WordHash()
            for end in (start + 1)...min(count, start + SplitSearch.longestPart) {
                hash.add(word[end - 1])
                guard end - start >= 3, end == count || word[end] & 0xC0 != 0x80 else { continue }
                if end == count {
                    if start > 0 { considerHead(start, hash) }
                } else if count - end >= 3 {
                    considerModifier(start, end, hash)
                }
            }
        }
        return steps[count].cost < Int32.max ? steps[count].cost : nil
    }

    private func stretch(_ start: Int, _ end: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: word[start..<end])
    }

    private func isKnownNoun(_ start: Int, _ end: Int) -> Lexicon.Entry? {
        let part = stretch(start, end)
        guard let entry = lexicon.entry(WordHash(part), part), entry.flags.contains(.noun) else { return nil }
        return entry
    }
}

// MARK: - Last parts

extension SplitSearch {
    private mutating func considerHead(_ start: Int, _ hash: WordHash) {
        let count = word.count
        let part = stretch(start, count)
        let entry = known(hash, part)
        if !isSmall, steps[start].suffix == 0, PartRules.closes(word, with: part, at: start) {
            relaxEnd(start, 12 + (entry.map(rarity) ?? 5))
            return
        }
        if let entry {
            guard !PartRules.never.contains(part), let cost = headCost(entry, part, start) else { return }
            relaxEnd(start, cost)
        } else if isLenient, let cost = derivedCost(start, count) {
            relaxEnd(start, cost)
        }
    }

    private func headCost(_ entry: Lexicon.Entry, _ part: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int32? {
        let isNoun = entry.flags.contains(.noun)
        guard let short = shortness(part) ?? (start >= 4 && entry.flags == [.noun, .listed] ? 9 : nil) else {
            return nil
        }
        var cost = 10 + short + rarity(entry)
        // The `er` is rather the end of the part before: Wetter|Forscher, not Wett|Erforscher.
        if part[0] == 0x65 || part[0] == 0x75, part[1] == 0x72 { cost += 1 }
        guard !isNoun else {
            // An adjective's or verb's head is written small, too.
            if isSmall, !entry.flags.contains(.lower) { return nil }
            return cost
        }
        // A noun's head is a noun. A list that has `leben` does not always have `Leben` as well, so that a head written
        // small is only less likely.
        if whole == nil {
            cost += 3
        } else if whole?.flags.contains(.lower) == false {
            cost += part.count > 4 && part[part.count - 1] == 0x6E ? 5 : 9
        }
        return cost
    }

    /// Any first part before a long noun, in a noun that no list has: `Zibetkatze`.
    private mutating func considerUnknownModifier(before start: Int) {
        // A bare prefix is no unknown word: Gegen|stand.
        guard start >= 4, start > prefixLength, !isSmall, let entry = isKnownNoun(start, word.count),
            entry.flags.contains(.listed)
        else {
            return
        }
        let head = stretch(start, word.count)
        // An ending with its linking s shows where the first part ends, whatever it is: Alphabetisierungs|kurs.
        let isLinked = PartRules.endsInLinkedEnding(stretch(0, start))
        guard isLinked ? shortness(head) != nil : head.count >= 5, !PartRules.never.contains(head),
            !PartRules.endsInPrefix(stretch(0, start))
        else { return }
        // The longer the head, the less likely an accident.
        let total = (isLinked ? 40 : 60) - Int32(min(head.count, 10)) * 2 + rarity(entry)
        guard total < steps[word.count].cost else { return }
        steps[start] = Step(cost: .max, from: 0, end: Int16(isLinked ? start - 1 : start))
        steps[word.count] = Step(cost: total, from: Int16(start), end: Int16(word.count))
    }

    private mutating func relaxEnd(_ start: Int, _ cost: Int32) {
        guard steps[start].cost < Int32.max else { return }
        let total = steps[start].cost + cost
        guard total < steps[word.count].cost else { return }
        steps[word.count] = Step(cost: total, from: Int16(start), end: Int16(word.count))
    }
}

// MARK: - Parts before the last

extension SplitSearch {
    private mutating func considerModifier(_ start: Int, _ end: Int, _ hash: WordHash) {
        let part = stretch(start, end)
        if PartRules.combining.mayContain(hash), PartRules.combining.contains(part) { relaxTo(end, start, end, 12) }
        if start == 0, PartRules.cutsPrefix(part, prefixLength: prefixLength, isVerb: isSmall) {
            if PartRules.openers.contains(part), !isSmall { relaxTo(end, start, end, 14) }
            if !isSmall, PartRules.nounPrefixes.contains(part), isPrefixedNoun(end) { relaxTo(end, start, end, 18) }
            return
        }
        if PartRules.hasImpossibleEnd(part) { return }
        if start == 0, PartRules.openers.contains(part) {
            relaxTo(end, start, end, 14)
            return
        }
        let entry = known(hash, part)
        if let entry {
            if PartRules.never.contains(part) { return }
            if let cost = modifierCost(entry, part, end) {
                relax(start, end, cost, needsLink: PartRules.needsLink(part))
            }
        } else if isLenient, let cost = derivedCost(start, end) {
            relax(start, end, cost, needsLink: PartRules.needsLink(part))
        }
        considerShortened(start, end, hash, part)
    }

    /// Whether a noun stands behind a prefix (Mit|bürger, Vor|freude), and not a piece of a verb with that prefix
    /// (Vorstellung of vorstellen, Vorschrift of vorschreiben).
    private func isPrefixedNoun(_ place: Int) -> Bool {
        let rest = stretch(place, word.count)
        guard rest.count >= 5, isKnownNoun(place, word.count)?.flags.contains(.listed) == true,
            !PartRules.verbNouns.contains(rest)
        else { return false }
        for ending in ["ungen", "ung", "ers", "ern", "er", "ens", "en", "e", "s", ""]
        where word.count - ending.utf8.count > place + 2 {
            guard rest.suffix(ending.utf8.count).elementsEqual(ending.utf8) else { continue }
            let stem = stretch(0, word.count - ending.utf8.count)
            let isVerb = lexicon.entry(stem, ending: "en") ?? lexicon.entry(stem, ending: "n")
            if let isVerb, isVerb.flags.contains(.lower) || ending == "ens" { return false }
        }
        return true
    }

    /// Schul(e), Hilf(e)s: a noun that has lost its -e. Wohn(en), Bad(en)e: a verb that has lost its -en.
    private mutating func considerShortened(
        _ start: Int, _ end: Int, _ hash: WordHash, _ part: UnsafeBufferPointer<UInt8>
    ) {
        guard part.count >= 4 else { return }
        let withE = hash.adding(0x65)
        if let entry = known(withE, part, ending: "e"), entry.flags.contains(.noun) {
            let cost = 15 + rarity(entry)
            relaxTo(end, start, end, cost, suffix: 1)
            if word[end] == 0x73 { relaxTo(end + 1, start, end, cost + 2, suffix: 1) }
        }
        guard !isSmall, let entry = lexicon.entry(withE.adding(0x6E), part, ending: "en"),
            entry.flags.isSuperset(of: [.lower, .listed])
        else { return }
        let cost = 17 + rarity(entry)
        relaxTo(end, start, end, cost, suffix: 2)
        if word[end] == 0x65 { relaxTo(end + 1, start, end, cost + 2, suffix: 2) }
    }

    private func modifierCost(_ entry: Lexicon.Entry, _ part: UnsafeBufferPointer<UInt8>, _ end: Int) -> Int32? {
        var cost = 10 + rarity(entry)
        if let short = shortness(part) {
            cost += short
        } else {
            guard !entry.flags.contains(.lower), word.count - end >= 5 else { return nil }
            cost += 9
        }
        guard entry.flags.contains(.noun) else { return cost + smallCost(part) }
        // A genitive or a plural in -e is its base with a linking element, and costs as much.
        if let last = part.last, part.count >= 4, last == 0x73 || last == 0x65,
            lexicon.entry(UnsafeBufferPointer(rebasing: part.dropLast()))?.flags.contains(.noun) == true
        {
            cost += last == 0x73 ? 2 : 3
        }
        return cost
    }

    /// What a first part that is written small costs: little for an adjective, more for a verb's form.
    private func smallCost(_ part: UnsafeBufferPointer<UInt8>) -> Int32 {
        // flach, flache, flaches: only an adjective has both endings.
        if lexicon.entry(part, ending: "es") != nil, lexicon.entry(part, ending: "e") != nil { return 1 }
        guard let last = part.last else { return 4 }
        return last == 0x74 || last == 0x65 ? 9 : 5
    }

    private mutating func relax(_ start: Int, _ end: Int, _ cost: Int32, needsLink: Bool) {
        for link in SplitSearch.links {
            let length = link.bytes.utf8CodeUnitCount
            guard word.count - end - length >= 3, matches(link.bytes, at: end) else { continue }
            let isS = length == 1 && word[end] == 0x73
            var extra: Int32 = needsLink && !isS ? 14 : 0
            // The s rather begins the rest where that is a word with it: Randsport|art, never Rand|s|port.
            if isS, !needsLink, isKnownNoun(end, word.count) != nil { extra = 7 }
            relaxTo(end + length, start, end, cost + link.cost + extra)
        }
    }

    @inline(__always)
    private func matches(_ bytes: StaticString, at place: Int) -> Bool {
        let start = bytes.utf8Start
        for index in 0..<bytes.utf8CodeUnitCount where word[place + index] != start[index] { return false }
        return true
    }

    @inline(__always)
    private mutating func relaxTo(_ place: Int, _ start: Int, _ end: Int, _ cost: Int32, suffix: Int8 = 0) {
        guard word.count - place >= 3 else { return }
        let total = steps[start].cost + cost
        guard total < steps[place].cost else { return }
        steps[place] = Step(cost: total, from: Int16(start), end: Int16(end), suffix: suffix)
    }
}

// MARK: - Costs

extension SplitSearch {
    /// What a short word costs more, or nil where it is too short to be trusted.
    private func shortness(_ part: UnsafeBufferPointer<UInt8>) -> Int32? {
        guard part.count <= 4 else { return 0 }
        if PartRules.shortNouns.contains(part) { return part.count == 4 ? 0 : 2 }
        return part.count == 4 ? 5 : nil
    }

    /// 0 for a word that the corpus has often, up to 5 for one that only a list has; much more for a rare word that only
    /// the corpus has, which may be a typing error or a piece of a word.
    private func rarity(_ entry: Lexicon.Entry) -> Int32 {
        let bits = UInt32.bitWidth - entry.frequency.leadingZeroBitCount
        let rare = Int32(max(0, 5 - bits / 2))
        if entry.flags.contains(.listed) { return rare }
        return rare + (entry.frequency < 3 ? 25 : entry.frequency < 10 ? 12 : 5)
    }

    /// A word for this search. What a list knows as a whole has no parts that no list knows.
    @inline(__always)
    private func known(_ hash: WordHash, _ part: UnsafeBufferPointer<UInt8>, ending: StaticString = "") -> Lexicon
        .Entry?
    {
        guard let entry = lexicon.entry(hash, part, ending: ending) else { return nil }
        return wantsListed && !entry.flags.contains(.listed) ? nil : entry
    }

    /// The cost of a prefix and a known noun behind it (`Nachsorge`, `Eindeckung`), or nil where the stretch is none.
    private func derivedCost(_ start: Int, _ end: Int) -> Int32? {
        guard end - start >= 7 else { return nil }
        let length = PartRules.prefixLength(stretch(start, end))
        guard length > 0, end - start - length >= 4, let entry = isKnownNoun(start + length, end) else { return nil }
        return 18 + rarity(entry)
    }
}
