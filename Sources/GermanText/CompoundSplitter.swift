/// Splits German compounds into the words they are made of.
///
/// Every known word is an edge between two places of the compound, linking elements are nearly free to stand between
/// two words, and each edge has a cost, so that few, long and common parts win. The method is that of frequency-based
/// splitting (Koehn and Knight, EACL 2003) with the word list as a gate: what is in no list and not in the corpus is
/// no part, but for a few rules of word formation (``PartRules``).
struct CompoundSplitter {
    let lexicon: Lexicon
    /// Splits made by hand: folded word to its parts' folded forms.
    let handMade: [[UInt8]: [[UInt8]]]

    /// A part: where it stands in the folded word, and the word it is.
    struct Part: Equatable {
        var range: Range<Int>
        var word: [UInt8]
    }

    private static let shortest = 7
    private static let longest = 120

    /// The parts of a folded word from first to last, or an empty array where it is none that can be split.
    func split(_ word: [UInt8]) -> [Part] {
        if !handMade.isEmpty, let parts = handMade[word] { return located(parts, in: word) }
        guard lexicon.count > 0, (CompoundSplitter.shortest...CompoundSplitter.longest).contains(word.count) else {
            return []
        }
        // A number in front of a word is a piece of it already (24-Stunden-Dienst).
        guard let first = word.first, first >= 0x61 else { return [] }
        return word.withUnsafeBufferPointer { word in
            lexicon.withView { search(word, $0) }
        }
    }

    private func search(_ word: UnsafeBufferPointer<UInt8>, _ view: LexiconView) -> [Part] {
        let whole = view.entry(word)
        return withUnsafeTemporaryAllocation(of: SplitSearch.Step.self, capacity: word.count + 1) { steps in
            steps.initialize(repeating: SplitSearch.Step())
            var isLenient = false
            while true {
                var search = SplitSearch(word: word, lexicon: view, whole: whole, isLenient: isLenient, steps: steps)
                if let cost = search.run(), isWorthwhile(cost, whole, word.count) { return parts(word, steps) }
                guard !isLenient, word.count >= 9, whole?.flags.contains(.listed) != true else { return [] }
                isLenient = true
            }
        }
    }

    /// Whether a split is better than none. A short word that a list has is split only into two clear words.
    private func isWorthwhile(_ cost: Int32, _ whole: Lexicon.Entry?, _ length: Int) -> Bool {
        guard let whole, whole.flags.contains(.listed), length < 9 else { return true }
        return cost <= 37 + (Int32(length) - 7) * 3
    }

    private func parts(_ word: UnsafeBufferPointer<UInt8>, _ steps: UnsafeMutableBufferPointer<SplitSearch.Step>)
        -> [Part]
    {
        var parts: [Part] = []
        var place = word.count
        while place > 0 {
            let step = steps[place]
            let range = Int(step.from)..<Int(step.end)
            parts.append(Part(range: range, word: Array(word[range]) + [0x65, 0x6E].prefix(Int(step.suffix))))
            place = range.lowerBound
        }
        parts.reverse()
        return parts
    }

    /// All parts down to the last: the parts, and the parts of the parts.
    func partsDeep(_ word: [UInt8]) -> [Part] {
        var memory: [[UInt8]: [Part]] = [:]
        return partsDeep(word, &memory)
    }

    /// All parts down to the last. The same parts stand in many compounds: `memory` keeps what they split into.
    func partsDeep(_ word: [UInt8], _ memory: inout [[UInt8]: [Part]]) -> [Part] {
        var found: [Part] = []
        for part in split(word) {
            found.append(part)
            // A part is shorter than its word; one split by hand may not be.
            guard part.word.count >= CompoundSplitter.shortest, part.word.count < word.count else { continue }
            let inner: [Part]
            if let known = memory[part.word] {
                inner = known
            } else {
                inner = partsDeep(part.word, &memory)
                memory[part.word] = inner
            }
            for inner in inner {
                let lower = min(part.range.lowerBound + inner.range.lowerBound, part.range.upperBound)
                let upper = min(part.range.lowerBound + inner.range.upperBound, part.range.upperBound)
                found.append(Part(range: lower..<upper, word: inner.word))
            }
        }
        return found
    }

    /// The longer ends of a word of three parts and more, as far as they are no parts yet: `Naturschutzgesetz` of
    /// `Bundesnaturschutzgesetz`. A compound's end is a compound of the same kind, and is asked for by its name.
    static func suffixes(of word: [UInt8], split parts: [Part]) -> [Part] {
        // Only where the outermost parts meet: inside of one (Selbst|hilfe) no end of the word begins.
        var starts: [Int] = []
        var place = 0
        for part in parts where part.range.lowerBound >= place {
            if part.range.lowerBound > 0 { starts.append(part.range.lowerBound) }
            place = max(place + 1, part.range.upperBound)
        }
        return starts.dropLast().map { Part(range: $0..<word.count, word: Array(word[$0...])) }
    }

    /// How many bytes of a word its part takes up from its beginning on; the word may have an umlaut (Mann in Männerberatung).
    private static func shared(by part: [UInt8], with word: ArraySlice<UInt8>) -> Int {
        var place = word.startIndex
        for letter in part {
            guard place < word.endIndex else { break }
            if word[place] == letter {
                place += 1
            } else if let umlaut = umlauts[letter], word[place...].starts(with: umlaut) {
                place += umlaut.count
            } else {
                break
            }
        }
        return place - word.startIndex
    }

    private static let umlauts: [UInt8: [UInt8]] = [
        UInt8(ascii: "a"): Array("ä".utf8), UInt8(ascii: "o"): Array("ö".utf8), UInt8(ascii: "u"): Array("ü".utf8),
    ]

    private func located(_ parts: [[UInt8]], in word: [UInt8]) -> [Part] {
        var found: [Part] = []
        var start = 0
        for part in parts {
            // A hand-made part may have lost its ending in the word (Schule in Schulamt).
            let shared = CompoundSplitter.shared(by: part, with: word[min(start, word.count)...])
            found.append(Part(range: start..<min(start + shared, word.count), word: part))
            start += shared
            while start < word.count, let next = parts.dropFirst(found.count).first, next.first != word[start] {
                start += 1
            }
        }
        return found
    }
}
