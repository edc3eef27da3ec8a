/// What errors in German cost, in tenths of an error.
///
/// An error that sounds the same (`v` for `f`, `ä` for `e`, a letter once instead of twice) is likelier than one that does
/// not: the weighted form of Damerau's four errors (Communications of the ACM 7, 1964).
package enum SpellingCosts {
    /// An error of no special kind.
    package static let error: UInt16 = 10
    /// One error of any kind, or two that sound the same.
    package static let oneError = 13
    /// Two errors.
    package static let twoErrors = 20
    /// Two letters in the wrong order.
    package static let transposed: UInt16 = 8
    /// `ph` and `f`.
    static let phoneticPair: UInt16 = 5
    /// `ae` for `ä` where folding did not know it.
    static let digraph: UInt16 = 2
    /// What an error in the first letter costs beside itself: people know how a word begins.
    static let first: UInt16 = 4

    /// What a letter costs that one of the two words has and the other has not.
    ///
    /// - Parameters:
    ///   - letter: the letter.
    ///   - before: the letter before it in the word that has it; 0 at the beginning.
    @inline(__always)
    static func gap(_ letter: UInt8, after before: UInt8) -> UInt16 {
        if letter == before { return 5 }
        switch letter {
        // Mute letters: Rhythmus, Theater, fahren; spielen; backen; setzen.
        case UInt8(ascii: "h") where before != 0: return 6
        case UInt8(ascii: "e") where before == UInt8(ascii: "i"): return 6
        case UInt8(ascii: "c") where before != 0, UInt8(ascii: "t") where before != 0: return 8
        // The joints of compounds, and endings.
        case UInt8(ascii: "s") where before != 0, UInt8(ascii: "n") where before == UInt8(ascii: "e"): return 8
        case UInt8(ascii: "e") where before != 0: return 9
        default: return before == 0 ? error + first : error
        }
    }

    /// The letters that are taken for each other, and what that costs.
    private static let pairs: [(String, String, UInt16)] = [
        ("ä", "e", 5), ("ä", "a", 4), ("ö", "o", 4), ("ü", "u", 4), ("ü", "i", 7), ("ö", "e", 7), ("ü", "y", 5),
        ("v", "f", 5), ("v", "w", 6), ("d", "t", 6), ("b", "p", 6), ("g", "k", 6), ("c", "k", 5), ("c", "z", 6),
        ("s", "z", 7), ("i", "y", 5), ("j", "y", 6), ("m", "n", 7), ("q", "k", 7), ("x", "k", 8), ("r", "l", 9),
        ("a", "e", 9), ("e", "i", 8), ("o", "u", 9), ("a", "o", 9), ("i", "j", 8), ("g", "j", 8), ("ä", "ö", 8),
    ]

    /// Letters beside each other on a German keyboard, row by row.
    private static let rows = ["qwertzuiopü", "asdfghjklöä", "yxcvbnm"]

    /// Where in ``tables`` the gaps begin.
    static let gaps = 256 * 256

    /// What it costs that one letter stands for another, for all pairs; then what a gap costs, by the letter before it.
    static let tables: [UInt8] =
        substitution
        + (0..<(256 * 256)).map {
            UInt8(gap(UInt8($0 & 0xFF), after: UInt8($0 >> 8)))
        }

    private static let substitution: [UInt8] = {
        var table = [UInt8](repeating: UInt8(error), count: 256 * 256)
        func set(_ one: UInt8, _ other: UInt8, _ cost: UInt16) {
            for place in [Int(one) << 8 | Int(other), Int(other) << 8 | Int(one)] {
                table[place] = min(table[place], UInt8(cost))
            }
        }
        for letter in 0...255 { table[letter << 8 | letter] = 0 }
        let coded = rows.map { LetterCode.letters($0.utf8) ?? [] }
        for row in coded {
            for (left, right) in zip(row, row.dropFirst()) { set(left, right, 9) }
        }
        for (one, other, cost) in pairs {
            guard let one = LetterCode.letters(one.utf8)?.first, let other = LetterCode.letters(other.utf8)?.first
            else {
                continue
            }
            set(one, other, cost)
        }
        return table
    }()
}
