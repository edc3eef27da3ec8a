/// Feminine nouns in `-in` and `-innen`, led back to their base.
///
/// A word is taken as one only when both sides are known: `Klientin` because `Klientinnen` and `Klient` are words;
/// `Termin` is none because no text has `Terminnen`. For endings that only persons have (`-erin`, `-istin`) the base is
/// enough.
struct FeminineNouns {
    let lexicon: Lexicon

    private static let agentEndings = endings("er ist or ent ant eur at et it ath är on og loge graf arch soph ast")
    /// Endings of persons whose base has an `-e`: Pädagogin, Strategin, Chinesin.
    private static let agentEndingsWithE = endings("og eg ev es an ad")

    private static func endings(_ list: String) -> [[UInt8]] { list.split(separator: " ").map { Folding.fold($0) } }

    /// The base form of a folded feminine noun (`ärztin` gives `arzt`, `kolleginnen` gives `kollege`), or nil.
    func base(of word: [UInt8]) -> [UInt8]? {
        let plural = FeminineNouns.isPlural(word)
        guard plural || (word.count > 4 && word.suffix(2).elementsEqual("in".utf8)) else { return nil }
        // gewinnen, beginnen: a list has them, and not as nouns.
        if let entry = lexicon.entry(word), entry.flags.contains(.listed), !entry.flags.contains(.noun) { return nil }
        let trunk = FeminineNouns.trunk(of: word)
        if let base = known(trunk, plural: plural) ?? inCompound(trunk, plural: plural) { return base }
        return isUnknownAgent(trunk, plural: plural, word: word) ? trunk : nil
    }

    private static func isPlural(_ word: [UInt8]) -> Bool {
        word.count > 7 && word.suffix(5).elementsEqual("innen".utf8)
    }

    /// What stands before the ending of a feminine noun.
    static func trunk(of word: [UInt8]) -> [UInt8] { Array(word.dropLast(isPlural(word) ? 5 : 2)) }

    /// The base form of what stands before a gender mark: `ärzt` gives `arzt`, `kund` gives `kunde`. What is not known
    /// is its own base.
    func base(ofMarked trunk: [UInt8]) -> [UInt8] {
        known(trunk, plural: true) ?? inCompound(trunk, plural: true) ?? trunk
    }

    /// A compound that no list has: its last part decides (Suchtberaterin by Beraterin).
    private func inCompound(_ trunk: [UInt8], plural: Bool) -> [UInt8]? {
        guard trunk.count >= 7 else { return nil }
        for start in 3...(trunk.count - 4) where trunk[start] & 0xC0 != 0x80 {
            guard let base = known(Array(trunk[start...]), plural: plural), base.count >= 4 else { continue }
            return Array(trunk[..<start]) + base
        }
        return nil
    }

    private func known(_ trunk: [UInt8], plural: Bool) -> [UInt8]? {
        let entry = lexicon.entry(trunk)
        let isNoun = entry?.flags.contains(.noun) ?? false
        let withE = trunk + [0x65]
        let isNounWithE = lexicon.entry(withE)?.flags.contains(.noun) ?? false
        // The singular is a feminine noun only when its plural exists as well, or when its base is plainly a person.
        guard plural || lexicon.contains(trunk + Array("innen".utf8)) else {
            guard trunk.count >= 4 else { return nil }
            if isNoun, FeminineNouns.ends(trunk, in: FeminineNouns.agentEndings) { return trunk }
            return isNounWithE && FeminineNouns.ends(trunk, in: FeminineNouns.agentEndingsWithE) ? withE : nil
        }
        // Lots:in is of Lotse, not of a genitive (des Lots).
        if isNounWithE, trunk.last == 0x73, lexicon.contains(trunk.dropLast()) { return withE }
        // Gender forms put their trunks into the corpus' vocabulary (`Chines:innen`): a list knows better.
        if isNoun, entry?.flags.contains(.listed) == true { return trunk }
        if isNounWithE { return withE }
        if let plain = FeminineNouns.withoutUmlaut(trunk) {
            if lexicon.contains(plain) { return plain }
            if lexicon.contains(plain + [0x65]) { return plain + [0x65] }
        }
        if isNoun { return trunk }
        // Beamtin: the base is an inflected adjective (Beamter).
        if lexicon.contains(trunk + Array("er".utf8)) { return trunk + Array("er".utf8) }
        // Kongolesin: no noun ends in -es, but the bases of peoples do with an -e.
        return trunk.count > 5 && trunk.suffix(2).elementsEqual("es".utf8) ? withE : nil
    }

    private static func ends(_ trunk: [UInt8], in endings: [[UInt8]]) -> Bool {
        endings.contains { trunk.count > $0.count + 1 && trunk.suffix($0.count).elementsEqual($0) }
    }

    /// Endings that make a person of a word that no list has.
    private static let unknownAgentEndings = endings("er ist ator eur är krat ant ent olog")

    /// A person that no list has (`Anarchosyndikalistin`): a long word with one of a few endings, but no chemical one
    /// (`Nitroglycerin`), and none that a list has without its plural (`Terpentin`).
    private func isUnknownAgent(_ trunk: [UInt8], plural: Bool, word: [UInt8]) -> Bool {
        guard lexicon.count > 0, trunk.count >= 6, trunk[trunk.count - 3] != 0x63 else { return false }
        guard plural || lexicon.entry(word)?.flags.contains(.listed) != true else { return false }
        return FeminineNouns.ends(trunk, in: FeminineNouns.unknownAgentEndings)
    }

    /// The word with its last umlaut undone (`ärzt` gives `arzt`), or nil where it has none.
    static func withoutUmlaut(_ word: [UInt8]) -> [UInt8]? {
        guard let lead = word.lastIndex(of: 0xC3), lead + 1 < word.count else { return nil }
        let plain: UInt8
        switch word[lead + 1] {
        case 0xA4: plain = 0x61
        case 0xB6: plain = 0x6F
        case 0xBC: plain = 0x75
        default: return nil
        }
        return Array(word[..<lead]) + [plain] + Array(word[(lead + 2)...])
    }
}
