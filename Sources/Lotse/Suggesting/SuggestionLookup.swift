import GermanText
import LotseAPI

extension SuggestionIndex {
    /// What a beginning may stand for, best first.
    ///
    /// Every word that was typed must begin a word of the suggestion, in any order. Where that finds too little, words from
    /// four letters on may hold an error, and from eight on two; those of fewer than six only where nothing begins so, because
    /// every short beginning is near to many others.
    ///
    /// - Parameters:
    ///   - typed: what was typed so far.
    ///   - most: the greatest number of suggestions.
    func suggestions(for typed: String, most: Int) -> [Suggestion] {
        let all = SuggestionIndex.words(typed)
        // `Hilfe bei Tr`: what the last word is will show; function words before it say little.
        let places = all.indices.filter { $0 == all.count - 1 || !StopWords.german.contains(all[$0]) }
        let words = places.map { all[$0] }
        guard !words.isEmpty, words.count <= Limits.queryWords else { return [] }
        var best = lookUp(words.map { [.init(words: self.words.indices(beginningWith: $0), cost: 0)] })
        let isShort = words.contains { $0.count < 6 && SuggestionIndex.tolerance($0) > 0 }
        if best.count < (isShort ? 1 : most), words.contains(where: { SuggestionIndex.tolerance($0) > 0 }) {
            let search = SpellingSearch(self.words)
            let known = Set(best.map(\.number))
            let candidates = words.map { word in
                // The cheapest first: what a suggestion was met by first counts.
                search.candidates(for: word, within: SuggestionIndex.tolerance(word), asBeginning: true)
                    .sorted { ($0.cost, $0.words.lowerBound) < ($1.cost, $1.words.lowerBound) }
            }
            best += lookUp(candidates).filter { !known.contains($0.number) }
        }
        if best.count < most {
            let known = Set(best.map(\.number))
            best += joined(words, at: places).filter { !known.contains($0.number) }
        }
        return best.sorted { ($0.score, $0.number) < ($1.score, $1.number) }.prefix(most).map { found in
            let suggestion = suggestions[found.number]
            return Suggestion(
                text: suggestion.text, kind: suggestion.kind, documents: Int(suggestion.documents),
                document: suggestion.document)
        }
    }

    /// Suggestions with a compound of which the parts were typed apart: `Frauen h` for `Frauenhaus`.
    ///
    /// - Parameter places: where the words stood among all that were typed.
    private func joined(_ typed: [[UInt8]], at places: [Int]) -> [Found] {
        guard typed.count <= SuggestionIndex.mostJoined else { return [] }
        var found: [Found] = []
        var known: Set<Int> = []
        for place in typed.indices.dropLast() where places[place + 1] == places[place] + 1 {
            var words = typed
            words[place] += words.remove(at: place + 1)
            let candidates = words.enumerated().map { at, word in
                [
                    SpellingSearch.Candidate(
                        words: self.words.indices(beginningWith: word), cost: at == place ? SuggestionIndex.joint : 0)
                ]
            }
            found += lookUp(candidates).filter { known.insert($0.number).inserted }
        }
        return found
    }

    /// More words than this are no compound and what goes with it.
    private static let mostJoined = 4
    /// What a space too many costs, in tenths of an error.
    private static let joint = 5

    /// How many tenths of errors a word may hold.
    private static func tolerance(_ word: [UInt8]) -> Int {
        // Bytes for letters: an umlaut more or less decides nothing here.
        word.count < 4 ? 0 : word.count < 8 ? 10 : 18
    }

    private struct Found {
        var number: Int
        var score: Int
    }

    /// The suggestions that have a candidate for every word.
    private func lookUp(_ candidates: [[SpellingSearch.Candidate]]) -> [Found] {
        guard !candidates.contains(where: \.isEmpty) else { return [] }
        var matched = [UInt8](repeating: 0, count: suggestions.count)
        var scores = [UInt16](repeating: 0, count: suggestions.count)
        var last: [Int] = []
        for (step, group) in candidates.enumerated() {
            last = []
            for candidate in group {
                for word in candidate.words {
                    for posting in postings(of: word) {
                        let number = Int(posting >> 1)
                        guard matched[number] == step else { continue }
                        matched[number] += 1
                        // A suggestion that begins with the word is what most people mean.
                        scores[number] += UInt16(candidate.cost) + (step == 0 ? UInt16(posting & 1) : 0)
                        last.append(number)
                    }
                }
            }
        }
        return last.map { Found(number: $0, score: Int(scores[$0])) }
    }
}
