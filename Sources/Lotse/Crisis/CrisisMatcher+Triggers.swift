import GermanText

/// Whether the words of a query meet a trigger.
extension CrisisMatcher {
    /// Words between a trigger's own that are let pass.
    private static let slack = 4

    func isMet(_ trigger: Trigger, by words: [CrisisWord], asksWhy: Bool) -> Bool {
        switch trigger.shape {
        case .loose, .tight: isMetLoosely(trigger, by: words, asksWhy: asksWhy)
        case .literal: words.indices.contains { end(of: trigger.words[...], from: $0, in: words) != nil }
        case .ordered: isMetInOrder(trigger, by: words)
        case .alone: isMetAlone(trigger, by: words)
        }
    }

    private func isMetAlone(_ trigger: Trigger, by words: [CrisisWord]) -> Bool {
        let said = words.filter { $0.role != .filler }
        return said.count == trigger.words.count
            && zip(said, trigger.words).allSatisfy { !$0.keys.isDisjoint(with: $1.keys) }
    }

    private func isMetInOrder(_ trigger: Trigger, by words: [CrisisWord]) -> Bool {
        // Who it is about may be said in many ways.
        let wanted = Array(trigger.words.drop { $0.role == .filler })
        return words.indices.contains { start in
            guard var place = end(of: wanted[...], from: start, in: words) else { return false }
            // `ich kann nicht mehr` is one thing, `ich kann nicht mehr in die Schule` another.
            while place < words.count, CrisisWords.leading.contains(words[place].folded) { place += 1 }
            return place >= words.count || words[place].role != .content
        }
    }

    /// Behind the words that are wanted, where they stand from a place on with nothing but fillers in between; else nil.
    private func end(of wanted: ArraySlice<CrisisWord>, from start: Int, in words: [CrisisWord]) -> Int? {
        guard let first = wanted.first, !first.keys.isDisjoint(with: words[start].keys) else { return nil }
        var place = start + 1
        for word in wanted.dropFirst() {
            while place < words.count, word.keys.isDisjoint(with: words[place].keys) {
                guard words[place].role == .filler else { return nil }
                place += 1
            }
            guard place < words.count else { return nil }
            place += 1
        }
        return place
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
                break
            }
            guard item == trigger.words.count, used.contains(start) else { continue }
            if trigger.shape == .tight, let last = used.max(),
                (start...last).contains(where: { !used.contains($0) && words[$0].role == .content })
            {
                continue
            }
            if asksWhy || !strong.contains(where: { isNegated($0, used, words) }) { return true }
        }
        return false
    }

    /// Whether a word that no trigger asks for denies the word at a place.
    private func isNegated(_ place: Int, _ used: Set<Int>, _ words: [CrisisWord]) -> Bool {
        for distance in 1...2 where place - distance >= 0 && !used.contains(place - distance) {
            let before = words[place - distance].folded
            if CrisisWords.isNegation(before) { return true }
            if distance == 1, CrisisWords.isRefusal(before) || before == "ohne" { return true }
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
