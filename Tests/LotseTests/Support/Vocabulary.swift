import LotseTestSupport

/// German words for the tests' own word list and for texts made at random.
enum Vocabulary {
    /// What a word list would have: nouns with a capital letter.
    static let listed = """
        Abend Angebot Angebote Anmeldung Arzt Ärzte Ärztin Ärztinnen Bach Beratung Beratungen Beratungsstelle \
        Beratungsstellen Berater Beraterin Beraterinnen Bürger Bürgerin Bürgerinnen Ehrenamt Familie Familien Flüchtling \
        Garten Gespräch Gespräche Gruppe Gruppen Haus Häuser Hilfe Hilfen Jugend Kind Kinder Klient Klienten Klientin \
        Klientinnen Konferenz Konferenzen Kosten Leitung Mitarbeiter Mitarbeiterin Mitarbeiterinnen Netzwerk Raum Räume \
        Schuld Schulden Selbsthilfe Selbsthilfegruppe Sozialraum Stelle Stellen Sucht Suchthilfe Telefon Therapie Treffen \
        Trauer Verein Vereine Wohnung Wohnungen Zeit amtlich ehrenamtlich hauptamtlich jung offen suchen suchte trauen \
        untersuchen untersucht
        """.split(separator: " ").map(String.init)

    /// Words that exercise every rule: gender forms, hyphens, dates, abbreviations, compounds.
    static let special = [
        "Klient:innen", "Bürger*innen", "Berater_innen", "Mitarbeiter/-innen", "KlientInnen", "Mitarbeiter(innen)",
        "haupt- und ehrenamtlich", "Sucht- und Trauerberatung", "Selbsthilfegruppen und -treffen",
        "Suchtberatungsstelle",
        "Trauergruppe", "Netzwerkkonferenzen", "07.03.2018", "7. März 2018", "z. B.", "e.V.", "Beratungs-Stelle",
        "Beratungs·stelle", "Straße", "STRASSE", "Öffnungszeiten", "Oeffnungszeiten", "0800 1110111", "Bera-\ntung",
        "und", "der", "nicht", "eine*r", "Ärzt*innen",
    ]

    static let all = listed + special

    /// A sentence of listed words.
    static func sentence(_ random: inout SeededRandom, words: Int) -> String {
        var sentence = (0..<words).map { _ in random.pick(listed) }.joined(separator: " ")
        sentence = sentence.prefix(1).uppercased() + sentence.dropFirst()
        return sentence + "."
    }

    /// A page with a few headings.
    static func page(_ random: inout SeededRandom, sections: Int = 3) -> String {
        var text = sentence(&random, words: 8) + "\n"
        for _ in 0..<sections {
            text += "\n## \(random.pick(listed)) und \(random.pick(listed))\n\n"
            for _ in 0..<3 { text += sentence(&random, words: 4 + random.below(9)) + " " }
            text += "\n"
        }
        return text
    }
}
