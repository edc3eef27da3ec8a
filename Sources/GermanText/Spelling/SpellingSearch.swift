/// Finds the words that are near to a typed one: Damerau's distance with weights, over sorted words as over a trie.
///
/// Neighbouring words share their beginnings, and so the rows of the table (Navarro and others, IEEE Data Engineering
/// Bulletin 24(4), 2001, section 3); where a whole row costs too much, all words with that beginning are passed over.
public struct SpellingSearch: Sendable {
    /// A word that is near.
    public struct Candidate: Sendable, Hashable {
        /// The places of the words: one, or for a beginning all words that begin so.
        public var words: Range<Int>
        /// The weighted distance in tenths of an error.
        public var cost: Int

        /// Makes a candidate.
        public init(words: Range<Int>, cost: Int) {
            self.words = words
            self.cost = cost
        }
    }

    private let words: SortedWords
    private static let infinity: UInt16 = 10_000

    /// Searches in some words.
    public init(_ words: SortedWords) { self.words = words }

    /// The words within a distance.
    ///
    /// - Parameters:
    ///   - typed: folded UTF-8.
    ///   - most: the greatest distance, in tenths of an error.
    ///   - asBeginning: whether `typed` need only be the beginning of a word.
    /// - Returns: in the order of the words, none twice.
    public func candidates(for typed: [UInt8], within most: Int, asBeginning: Bool = false) -> [Candidate] {
        guard let typed = LetterCode.letters(typed), !typed.isEmpty, typed.count <= SortedWords.longest else {
            return []
        }
        var found: [Candidate] = []
        let columns = typed.count + 1
        withUnsafeTemporaryAllocation(of: UInt16.self, capacity: columns * (SortedWords.longest + 1)) { rows in
            withUnsafeTemporaryAllocation(of: UInt16.self, capacity: 2 * (SortedWords.longest + 1)) { ends in
                words.arena.withUnsafeBufferPointer { arena in
                    SpellingCosts.tables.withUnsafeBufferPointer { costs in
                        typed.withUnsafeBufferPointer { typed in
                            var walk = Walk(
                                typed: typed, most: UInt16(clamping: most), rows: rows, ends: ends, costs: costs)
                            run(&walk, arena, asBeginning: asBeginning, into: &found)
                        }
                    }
                }
            }
        }
        return found
    }

    private func run(
        _ walk: inout Walk, _ arena: UnsafeBufferPointer<UInt8>, asBeginning: Bool, into found: inout [Candidate]
    ) {
        words.shared.withUnsafeBufferPointer { shared in
            words.starts.withUnsafeBufferPointer { starts in
                var index = 0
                // How many letters of the word before have a row.
                var known = 0
                while index < shared.count {
                    let start = Int(starts[index])
                    let length = Int(starts[index + 1]) - start
                    var depth = min(known, Int(shared[index]))
                    var passed = 0
                    while depth < length {
                        walk.step(arena, start, depth)
                        depth += 1
                        if walk.least(depth) > (asBeginning ? min(walk.most, walk.best(depth)) : walk.most) {
                            passed = depth
                            break
                        }
                    }
                    known = depth
                    let first = index
                    index += 1
                    if passed > 0 {
                        while index < shared.count, Int(shared[index]) >= passed { index = Int(words.skips[index]) }
                    }
                    let cost =
                        asBeginning ? walk.best(depth) : passed == 0 ? walk.end(length) : SpellingSearch.infinity
                    if cost <= walk.most { found.append(.init(words: first..<index, cost: Int(cost))) }
                }
            }
        }
    }

    /// The table, a row for each letter of the word that is looked at. It lives inside one call.
    private struct Walk {
        let typed: UnsafeBufferPointer<UInt8>
        let most: UInt16
        private let width: Int
        /// How far from the diagonal a path can get: the cheapest gap is half an error.
        private let reach: Int
        private let rows: UnsafeMutablePointer<UInt16>
        /// For each row its least cell, and then the least last cell so far.
        private let minima: UnsafeMutablePointer<UInt16>
        private let ends: UnsafeMutablePointer<UInt16>
        private let costs: UnsafePointer<UInt8>

        init(
            typed: UnsafeBufferPointer<UInt8>, most: UInt16, rows: UnsafeMutableBufferPointer<UInt16>,
            ends: UnsafeMutableBufferPointer<UInt16>, costs: UnsafeBufferPointer<UInt8>
        ) {
            self.typed = typed
            self.most = most
            width = typed.count + 1
            reach = Int(most) / 5 + 1
            rows.initialize(repeating: SpellingSearch.infinity)
            ends.initialize(repeating: SpellingSearch.infinity)
            guard let first = rows.baseAddress, let minima = ends.baseAddress, let costs = costs.baseAddress else {
                preconditionFailure("none of the three is empty: a word has a letter at least")
            }
            self.rows = first
            self.minima = minima
            self.ends = minima + SortedWords.longest + 1
            self.costs = costs
            first[0] = 0
            minima[0] = 0
            for column in 1..<width where column <= reach {
                first[column] = first[column - 1] + gap(typed[column - 1], after: column > 1 ? typed[column - 2] : 0)
            }
        }

        /// The distance of the first `depth` letters to all that was typed.
        @inline(__always)
        func end(_ depth: Int) -> UInt16 {
            abs(width - 1 - depth) > reach ? SpellingSearch.infinity : rows[depth * width + width - 1]
        }

        /// The least distance of all that was typed to one of the word's beginnings of up to `depth` letters.
        @inline(__always)
        func best(_ depth: Int) -> UInt16 { ends[depth] }

        /// No word that begins with these letters is nearer. Two letters at a time may still come from the row above.
        @inline(__always)
        func least(_ depth: Int) -> UInt16 { min(minima[depth], minima[depth - 1] + SpellingCosts.transposed) }

        @inline(__always)
        private func gap(_ letter: UInt8, after before: UInt8) -> UInt16 {
            UInt16(costs[SpellingCosts.gaps + (Int(before) << 8 | Int(letter))])
        }

        /// Fills the row of the letter at `depth`.
        @inline(__always)
        mutating func step(_ arena: UnsafeBufferPointer<UInt8>, _ start: Int, _ depth: Int) {
            let letter = arena[start + depth]
            let before = depth > 0 ? arena[start + depth - 1] : 0
            let gap = gap(letter, after: before)
            let low = max(0, depth + 1 - reach)
            let high = min(width - 1, depth + 1 + reach)
            let above = rows + depth * width
            let row = above + width
            var least = SpellingSearch.infinity
            // Cells outside of the band must not hold what another word left there.
            if low > 0, low <= width { row[low - 1] = SpellingSearch.infinity }
            if high < width - 1 { row[high + 1] = SpellingSearch.infinity }
            var column = low
            if column == 0 {
                row[0] = min(above[0] + gap, SpellingSearch.infinity)
                least = row[0]
                column = 1
            }
            while column <= high {
                let mine = typed[column - 1]
                let mineBefore = column > 1 ? typed[column - 2] : 0
                var swap = UInt16(costs[Int(mine) << 8 | Int(letter)])
                if depth == 0 || column == 1, mine != letter { swap += SpellingCosts.first }
                var best = min(above[column] + gap, above[column - 1] + swap)
                best = min(best, row[column - 1] + self.gap(mine, after: mineBefore))
                if depth > 0 {
                    let far = above - width
                    if column > 1, mine == before, mineBefore == letter {
                        best = min(best, far[column - 2] + SpellingCosts.transposed)
                    }
                    if letter == UInt8(ascii: "h"), before == UInt8(ascii: "p"), mine == UInt8(ascii: "f") {
                        best = min(best, far[column - 1] + SpellingCosts.transposed)
                    }
                }
                if column > 1, mine == UInt8(ascii: "e") || mine == UInt8(ascii: "h") {
                    best = min(best, above[column - 2] + Walk.pair(letter, mine, mineBefore))
                }
                best = min(best, SpellingSearch.infinity)
                row[column] = best
                least = min(least, best)
                column += 1
            }
            minima[depth + 1] = least
            ends[depth + 1] = min(ends[depth], end(depth + 1))
        }

        /// What it costs that two typed letters stand for one of the word: `ph` for `f`, `ae` for `ä`.
        private static func pair(_ letter: UInt8, _ typed: UInt8, _ before: UInt8) -> UInt16 {
            switch (letter, before, typed) {
            case (UInt8(ascii: "f"), UInt8(ascii: "p"), UInt8(ascii: "h")): SpellingCosts.phoneticPair
            case (0xE4, UInt8(ascii: "a"), UInt8(ascii: "e")), (0xF6, UInt8(ascii: "o"), UInt8(ascii: "e")),
                (0xFC, UInt8(ascii: "u"), UInt8(ascii: "e")):
                SpellingCosts.digraph
            default: SpellingSearch.infinity
            }
        }
    }
}
