/// Old spellings of German words, and what the rules of 1996 and later put in their place or beside them. A text in one spelling
/// is found by the other.
enum OldSpelling {
    /// Stretches of a word that are written otherwise today, or may be: the stems of Greek words, by §32 of the rules, and what
    /// belongs to a noun in `-anz` or `-enz`, by §32 too. `Graph` alone is no `Graf`.
    private static let stretches: [(old: [UInt8], new: [UInt8])] = [
        ("phot", "fot"), ("phon", "fon"), ("graph", "graf"), ("delphin", "delfin"), ("phantas", "fantas"),
        ("entiell", "enziell"), ("antiell", "anziell"), ("potential", "potenzial"), ("differential", "differenzial"),
        ("selbständ", "selbstständ"), ("aufwendig", "aufwändig"), ("thunfisch", "tunfisch"), ("alptr", "albtr"),
        ("justitia", "justizia"), ("numerier", "nummerier"), ("plazier", "platzier"), ("stengel", "stängel"),
        ("behende", "behände"), ("überschwenglich", "überschwänglich"), ("schneuz", "schnäuz"),
        ("quentchen", "quäntchen"), ("känguruh", "känguru"),
    ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

    /// The same by their first bytes.
    private static let byFirst: [[(old: [UInt8], new: [UInt8])]] = (0...255).map { first in
        stretches.filter { Int($0.old[0]) == first }
    }

    /// A folded word as it is written today; nil where it is no other.
    static func today(_ word: [UInt8]) -> [UInt8]? {
        let found: [UInt8]? = word.withUnsafeBufferPointer { word in
            guard word.count >= 4 else { return nil }
            var result: [UInt8]?
            var index = 0
            while index < word.count {
                var stretch: (old: [UInt8], new: [UInt8])?
                for other in byFirst[Int(word[index])] where begins(word, at: index, with: other.old) {
                    stretch = other
                }
                if let stretch {
                    if result == nil { result = Array(word[..<index]) }
                    result?.append(contentsOf: stretch.new)
                    index += stretch.old.count
                } else {
                    result?.append(word[index])
                    index += 1
                }
            }
            return result
        }
        guard found != nil, !word.starts(with: "graph".utf8) || word.starts(with: "graphi".utf8) else { return nil }
        return found
    }

    @inline(__always)
    private static func begins(_ word: UnsafeBufferPointer<UInt8>, at index: Int, with stretch: [UInt8]) -> Bool {
        guard index + stretch.count <= word.count else { return false }
        for offset in stretch.indices where word[index + offset] != stretch[offset] { return false }
        return true
    }

    /// Where three equal consonants meet in a compound the old rules left one out before a vowel: `Schiffahrt`.
    ///
    /// Any word may be cut where two letters are equal (`Zollausland`, `Zoll|laus`): a list must have the word with three, alone or
    /// inside of others.
    ///
    /// - Returns: the word with the letter, and the letter's place; nil where none was left out.
    static func tripled(_ word: [UInt8], _ lexicon: Lexicon) -> (place: Int, word: [UInt8])? {
        guard word.count >= 7 else { return nil }
        for place in 3..<(word.count - 3) {
            let letter = word[place]
            guard letter == word[place - 1], letter != word[place - 2], letter != word[place + 1],
                consonants.contains(letter), vowels.contains(word[place + 1]), mayBeListed(word, place, lexicon)
            else { continue }
            let spelled = word[...place] + [letter] + word[(place + 1)...]
            for start in 0..<(place - 1) {
                for end in (place + 4)...spelled.count
                where lexicon.entry(spelled[start..<end])?.flags.contains(.listed) == true {
                    return (place + 1, Array(spelled))
                }
            }
        }
        return nil
    }

    /// Whether the lexicon may have a word around a place with the letter there three times; it seldom says so wrongly.
    private static func mayBeListed(_ word: [UInt8], _ place: Int, _ lexicon: Lexicon) -> Bool {
        lexicon.withView { view in
            word.withUnsafeBufferPointer { word in
                for start in 0..<(place - 1) {
                    var hash = WordHash()
                    for index in start...place { hash.add(word[index]) }
                    hash.add(word[place])
                    for index in (place + 1)..<word.count {
                        hash.add(word[index])
                        if index > place + 1, view.filter.mayContain(hash) { return true }
                    }
                }
                return false
            }
        }
    }

    private static let consonants = Set("bdfglmnprst".utf8)
    /// The first byte of an umlaut is one.
    private static let vowels = Set("aeiouy".utf8).union([0xC3])
}
