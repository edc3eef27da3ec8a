/// Splits German compounds into the words they are made of.
///
/// A shortest path over the places between letters: every known word is an edge, linking elements are free to stand
/// between two words, and each edge has a cost, so that few, long and common parts win. The method is that of
/// frequency-based splitting (Koehn and Knight, EACL 2003) with the word list as a gate: what is in no list and not in
/// the corpus is no part.
struct CompoundSplitter {
    let lexicon: Lexicon
    /// Splits made by hand: folded word to its parts' folded forms.
    let handMade: [[UInt8]: [[UInt8]]]

    /// A part: where it stands in the folded word, and the word it is.
    struct Part: Equatable {
        var range: Range<Int>
        var word: [UInt8]
    }

    /// Elements that join two parts, with what each costs.
    private static let links: [(bytes: [UInt8], cost: Int)] = [
        ([], 0), (Array("s".utf8), 1), (Array("es".utf8), 3), (Array("n".utf8), 2), (Array("en".utf8), 2),
        (Array("er".utf8), 4), (Array("e".utf8), 4), (Array("ens".utf8), 6), (Array("ns".utf8), 5),
    ]

    /// Words that never are a part: prefixes, endings and function words that happen to be words as well.
    static let never: Set<[UInt8]> = {
        let words = """
            ab an auf aus bei be da dar der die das den dem des durch ein emp ent er fort ge gegen her hin hinter in
            los mit nach neben ob ohne miss so über um un unter ur ver vor weg wider wieder zer zu zurück zusammen
            bar chen end ende er ern haft heit ich ig in innen isch keit lein lich ling los nis rich sal sam schaft
            ste tum ung ungen wärts weise ismus ist eur ion ions iv tion tät ieren iert ierung
            als am im zum zur und oder bis für von vom wie was wer wo es ihr sie wir man mich dich sich uns euch
            ein eine einer eines einem einen kein mein dein sein selbst sie ihm ihn ihnen
            bin bist ist sind war hat habe wird werden ste sten ter ten rin ins ums ans erst ern
            ass ahn ehr eck ich ach ent ern erz
            """
        return Set(words.split(whereSeparator: \.isWhitespace).map { Folding.fold($0) })
    }()

    /// The parts of a folded word from first to last, or an empty array where it is none that can be split.
    func split(_ word: [UInt8]) -> [Part] {
        if let parts = handMade[word] { return located(parts, in: word) }
        guard word.count >= 7, word.count <= 120 else { return [] }
        let whole = lexicon.entry(word)
        let parts = shortestPath(word, whole: whole)
        return parts.count >= 2 ? parts : []
    }

    /// All parts down to the last: the parts, and the parts of the parts.
    func partsDeep(_ word: [UInt8], depth: Int = 3) -> [Part] {
        var found: [Part] = []
        for part in split(word) {
            found.append(part)
            guard depth > 1, part.word.count >= 7 else { continue }
            for inner in partsDeep(part.word, depth: depth - 1) {
                let lower = min(part.range.lowerBound + inner.range.lowerBound, part.range.upperBound)
                let upper = min(part.range.lowerBound + inner.range.upperBound, part.range.upperBound)
                found.append(Part(range: lower..<upper, word: inner.word))
            }
        }
        return found
    }

    private func located(_ parts: [[UInt8]], in word: [UInt8]) -> [Part] {
        var found: [Part] = []
        var start = 0
        for part in parts {
            // A hand-made part may have lost its ending in the word (Schule in Schulamt).
            let shared = zip(part, word[min(start, word.count)...]).prefix(while: { $0 == $1 }).count
            found.append(Part(range: start..<min(start + shared, word.count), word: part))
            start += shared
            while start < word.count, let next = parts.dropFirst(found.count).first, next.first != word[start] {
                start += 1
            }
        }
        return found
    }

    private struct Step {
        var cost = Int.max
        var from = 0
        var end = 0
        var word: [UInt8] = []
    }

    private func shortestPath(_ word: [UInt8], whole: Lexicon.Entry?) -> [Part] {
        let count = word.count
        var best = [Step](repeating: Step(), count: count + 1)
        best[0].cost = 0
        for start in 0..<(count - 2) where best[start].cost < Int.max {
            for end in (start + 3)...count {
                guard end == count || word[end] & 0xC0 != 0x80 else { continue }
                guard !(start == 0 && end == count), count - end >= 3 || end == count else { continue }
                for candidate in candidates(word[start..<end], isFirst: start == 0, isLast: end == count, whole: whole) {
                    relax(&best, word, start, end, candidate)
                }
            }
        }
        guard best[count].cost < Int.max else { return [] }
        var parts: [Part] = []
        var place = count
        while place > 0 {
            let step = best[place]
            parts.append(Part(range: step.from..<step.end, word: step.word))
            place = step.from
        }
        parts.reverse()
        return worthwhile(parts, cost: best[count].cost, whole: whole, length: count) ? parts : []
    }

    private func relax(
        _ best: inout [Step], _ word: [UInt8], _ start: Int, _ end: Int, _ candidate: (word: [UInt8], cost: Int)
    ) {
        let cost = best[start].cost + candidate.cost
        if end == word.count {
            if cost < best[end].cost { best[end] = Step(cost: cost, from: start, end: end, word: candidate.word) }
            return
        }
        for link in CompoundSplitter.links where word[end...].starts(with: link.bytes) {
            let next = end + link.bytes.count
            guard word.count - next >= 3, cost + link.cost < best[next].cost else { continue }
            best[next] = Step(cost: cost + link.cost, from: start, end: end, word: candidate.word)
        }
    }

    /// The words that a stretch of letters can be, with their costs.
    private func candidates(
        _ stretch: ArraySlice<UInt8>, isFirst: Bool, isLast: Bool, whole: Lexicon.Entry?
    ) -> [(word: [UInt8], cost: Int)] {
        let word = Array(stretch)
        guard !CompoundSplitter.never.contains(word) else { return [] }
        var found: [(word: [UInt8], cost: Int)] = []
        if let entry = lexicon.entry(word) {
            if isLast {
                if let cost = headCost(entry, word, whole: whole) { found.append((word, cost)) }
            } else if let cost = modifierCost(entry, word) {
                found.append((word, cost))
            }
        }
        guard !isLast, word.count >= 4 else { return found }
        // Schul(e), Hilf(e): the modifier has lost its -e. Wohn(en), Ess(en): the modifier is a verb.
        if let entry = lexicon.entry(word + [0x65]), entry.flags.contains(.noun) {
            found.append((word + [0x65], 15 + Self.rarity(entry)))
        }
        if let entry = lexicon.entry(word + [0x65, 0x6E]), entry.flags.contains(.lower), entry.flags.contains(.listed) {
            found.append((word + [0x65, 0x6E], 17 + Self.rarity(entry)))
        }
        return found
    }

    private func modifierCost(_ entry: Lexicon.Entry, _ word: [UInt8]) -> Int? {
        var cost = 10 + Self.shortness(word) + Self.rarity(entry)
        if !entry.flags.contains(.noun) {
            guard word.count >= 4 else { return nil }
            cost += 4
        }
        return cost
    }

    private func headCost(_ entry: Lexicon.Entry, _ word: [UInt8], whole: Lexicon.Entry?) -> Int? {
        guard word.count >= 4 || entry.flags.contains(.noun) else { return nil }
        var cost = 10 + Self.shortness(word) + Self.rarity(entry)
        // A noun's head is a noun; an adjective's or verb's head is written small. A word list that has `leben` does
        // not always have `Leben` as well, so that a head written small is only less likely.
        if let whole, whole.flags.contains(.listed) {
            let fits = whole.flags.contains(.noun) && entry.flags.contains(.noun)
                || whole.flags.contains(.lower) && entry.flags.contains(.lower)
            if !fits, whole.flags.contains(.noun) { cost += 4 } else if !fits { return nil }
        }
        return cost
    }

    private static func shortness(_ word: [UInt8]) -> Int {
        switch word.count {
        case ...3: 9
        case 4: 3
        default: 0
        }
    }

    /// 0 for a word that the corpus has often, up to 5 for one that only a list or only one text has.
    private static func rarity(_ entry: Lexicon.Entry) -> Int {
        let bits = UInt32.bitWidth - entry.frequency.leadingZeroBitCount
        let rare = max(0, 5 - bits / 2)
        return entry.flags.contains(.listed) ? rare : rare + (entry.frequency < 3 ? 20 : 4)
    }

    /// Whether a split is better than none.
    private func worthwhile(_ parts: [Part], cost: Int, whole: Lexicon.Entry?, length: Int) -> Bool {
        guard parts.count >= 2, let whole else { return parts.count >= 2 }
        guard whole.flags.contains(.listed) else { return true }
        // A short word that a list has is split only into two clear words.
        return length >= 9 || cost <= 30 + (length - 6) * 2
    }
}
