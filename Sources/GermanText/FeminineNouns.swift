/// Feminine nouns in `-in` and `-innen`, led back to their base.
///
/// A word is taken as one only when both sides are known: `Klientin` because `Klientinnen` and `Klient` are words;
/// `Termin` is none because no text has `Terminnen`.
struct FeminineNouns {
    let lexicon: Lexicon

    /// The base form of a folded feminine noun (`ärztin` gives `arzt`, `kolleginnen` gives `kollege`), or nil.
    func base(of word: [UInt8]) -> [UInt8]? {
        let plural = word.count > 7 && word.suffix(5).elementsEqual("innen".utf8)
        guard plural || (word.count > 4 && word.suffix(2).elementsEqual("in".utf8)) else { return nil }
        let trunk = Array(word.dropLast(plural ? 5 : 2))
        if let base = known(trunk, plural: plural) { return base }
        // A compound that no list has: its last part decides (Suchtberaterin by Beraterin).
        guard trunk.count >= 7 else { return nil }
        for start in 3...(trunk.count - 4) where trunk[start] & 0xC0 != 0x80 {
            let head = Array(trunk[start...])
            guard head.count >= 4, let base = known(head, plural: plural), base.count >= 4 else { continue }
            return Array(trunk[..<start]) + base
        }
        return nil
    }

    private func known(_ trunk: [UInt8], plural: Bool) -> [UInt8]? {
        // The singular is a feminine noun only when its plural exists as well.
        guard plural || lexicon.contains(trunk + Array("innen".utf8)) else { return nil }
        if let entry = lexicon.entry(trunk), entry.flags.contains(.noun) { return trunk }
        if let entry = lexicon.entry(trunk + [0x65]), entry.flags.contains(.noun) { return trunk + [0x65] }
        if let plain = FeminineNouns.withoutUmlaut(trunk), lexicon.contains(plain) { return plain }
        if let plain = FeminineNouns.withoutUmlaut(trunk), lexicon.contains(plain + [0x65]) { return plain + [0x65] }
        // Beamtin: the base is an inflected adjective (Beamter).
        if lexicon.contains(trunk + Array("er".utf8)) { return trunk + Array("er".utf8) }
        return nil
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
