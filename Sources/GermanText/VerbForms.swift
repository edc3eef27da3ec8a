/// The other forms of a verb that its stem does not reach: `raucht` and `geraucht` are no `rauch` to a stemmer.
///
/// The regular forms of the present and of the perfect, and the strong ones that only change a vowel in the present (`hilft`,
/// `fährt`, `liest`; Duden 4, Die Grammatik, the chapter on the verb). Nothing is taken for a verb that the word lists do not
/// have so: both the infinitive and the form must be listed, and a form that is a noun as well (`sucht`, `macht`, `haft`) is left
/// alone.
struct VerbForms {
    private let lexicon: Lexicon

    init(_ lexicon: Lexicon) { self.lexicon = lexicon }

    /// The infinitive and the other forms of a folded word, without the word itself; none where it is no verb.
    func others(of word: [UInt8]) -> [[UInt8]] {
        guard let infinitive = infinitive(of: word) else { return [] }
        return ([infinitive] + finite(of: infinitive)).filter { $0 != word }
    }

    /// The infinitive that a word is, or is a form of.
    private func infinitive(of word: [UInt8]) -> [UInt8]? {
        if isInfinitive(word) { return word }
        guard isForm(word) else { return nil }
        // From `lernte`, `lernten` to `lernt`.
        for ending in ["", "e", "en", "est", "et"].map({ Array($0.utf8) })
        where word.count > ending.count + 4 && word.suffix(ending.count).elementsEqual(ending) {
            let form = Array(word.dropLast(ending.count))
            guard form.last == UInt8(ascii: "t") else { continue }
            if let found = infinitive(ofPresent: form) { return found }
            if form.starts(with: "ge".utf8), let found = infinitive(ofPresent: Array(form.dropFirst(2))) {
                return found
            }
        }
        return nil
    }

    /// The infinitive of a third person, `trinkt`.
    private func infinitive(ofPresent form: [UInt8]) -> [UInt8]? {
        let trunk = Array(form.dropLast())
        var trunks = [trunk]
        if trunk.last == UInt8(ascii: "e") { trunks.append(trunk.dropLast()) }
        trunks += VerbForms.umlauts.compactMap { VerbForms.replacing($0.0, by: $0.1, in: trunk) }
        for trunk in trunks where trunk.count >= 3 {
            let endings =
                trunk.suffix(2).elementsEqual("el".utf8) || trunk.suffix(2).elementsEqual("er".utf8)
                ? ["n", "en"] : ["en"]
            for ending in endings where isInfinitive(trunk + Array(ending.utf8)) { return trunk + Array(ending.utf8) }
        }
        return nil
    }

    /// Vowels of the present, and those of the infinitive: `läuft`, `fährt`, `stößt`, `liest`, `hilft`.
    private static let umlauts = [("äu", "au"), ("ä", "a"), ("ö", "o"), ("ie", "e"), ("i", "e")].map {
        (Array($0.0.utf8), Array($0.1.utf8))
    }

    /// A word with the last of some stretches replaced.
    private static func replacing(_ old: [UInt8], by new: [UInt8], in word: [UInt8]) -> [UInt8]? {
        guard word.count > old.count else { return nil }
        for place in stride(from: word.count - old.count, through: 0, by: -1)
        where word[place..<(place + old.count)].elementsEqual(old) {
            return word[..<place] + new + word[(place + old.count)...]
        }
        return nil
    }

    /// The third person and the participle.
    private func finite(of infinitive: [UInt8]) -> [[UInt8]] {
        guard let present = present(of: infinitive) else { return [] }
        return [present, Array("ge".utf8) + present].filter(isForm)
    }

    /// The regular third person of what may be an infinitive.
    private func present(of infinitive: [UInt8]) -> [UInt8]? {
        guard infinitive.count >= 5, infinitive.last == UInt8(ascii: "n") else { return nil }
        let isShort = infinitive.suffix(3).elementsEqual("ern".utf8) || infinitive.suffix(3).elementsEqual("eln".utf8)
        guard isShort || infinitive.suffix(2).elementsEqual("en".utf8) else { return nil }
        let trunk = infinitive.dropLast(isShort ? 1 : 2)
        return ["t", "et"].map { trunk + Array($0.utf8) }.first(where: isListedSmall)
    }

    private func isInfinitive(_ word: [UInt8]) -> Bool { isListedSmall(word) && present(of: word) != nil }

    /// Whether a word is listed as one that is written small and never with a capital.
    private func isForm(_ word: [UInt8]) -> Bool {
        lexicon.entry(word).map { $0.flags.contains([.listed, .lower]) && !$0.flags.contains(.noun) } == true
    }

    private func isListedSmall(_ word: [UInt8]) -> Bool {
        lexicon.entry(word)?.flags.contains([.listed, .lower]) == true
    }
}
