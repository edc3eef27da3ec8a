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

    /// A folded word as it is written today; nil where it is no other.
    static func today(_ word: [UInt8]) -> [UInt8]? {
        guard word.count >= 4, !word.starts(with: "graph".utf8) || word.starts(with: "graphi".utf8) else { return nil }
        var result: [UInt8] = []
        var changed = false
        var index = 0
        while index < word.count {
            if let stretch = stretches.first(where: { word[index...].starts(with: $0.old) }) {
                result += stretch.new
                index += stretch.old.count
                changed = true
            } else {
                result.append(word[index])
                index += 1
            }
        }
        return changed ? result : nil
    }

    /// Where three equal consonants meet in a compound the old rules left one out before a vowel: `Schiffahrt`.
    ///
    /// - Returns: for each place where one may have been left out, the place and the word with it.
    static func tripled(_ word: [UInt8]) -> [(place: Int, word: [UInt8])] {
        guard word.count >= 7 else { return [] }
        return (3..<(word.count - 3)).compactMap { place in
            let letter = word[place]
            guard letter == word[place - 1], letter != word[place - 2], letter != word[place + 1],
                consonants.contains(letter), vowels.contains(word[place + 1])
            else { return nil }
            return (place + 1, word[...place] + [letter] + word[(place + 1)...])
        }
    }

    private static let consonants = Set("bdfglmnprst".utf8)
    /// The first byte of an umlaut is one.
    private static let vowels = Set("aeiouy".utf8).union([0xC3])
}
