import GermanText
import Testing

@Suite("Compounds")
struct CompoundTests {
    @Test(
        "known words and linking elements make a compound",
        arguments: [
            ("Beratungsstelle", ["berat", "stell"]), ("Schulamt", ["schul", "amt"]),
            ("Kindergruppe", ["kind", "grupp"]),
            ("Wohnungsamt", ["wohnung", "amt"]), ("Drogenberatung", ["drog", "berat"]),
            ("Suchtberatung", ["sucht", "berat"]),
            ("Gesundheitsamt", ["gesund", "amt"]), ("Trauergruppen", ["trauer", "grupp"]),
            ("Sozialraumorientierung", ["sozialraum", "sozial", "raum", "orientier"]), ("Wohnort", ["wohn", "ort"]),
            ("Suchtselbsthilfegruppe", ["sucht", "selbsthilfegrupp"]),
        ])
    func parts(word: String, parts: [String]) throws {
        #expect(try Harness().parts(word).isSuperset(of: parts))
    }

    @Test(
        "no word is cut inside another, nor into endings and prefixes",
        arguments: [
            "untersucht", "untersuchen", "Landschaft", "Gesundheit", "Information", "Beratung", "Gefahr", "Kinder",
            "Beamtinnen", "Organisation", "Orientierung", "Beteiligung", "Versammlung", "Vertretung",
        ])
    func simple(word: String) throws {
        #expect(try Harness().parts(word) == [])
    }

    @Test("what ends in -ung takes an s: Wohnungsamt has no Samt")
    func neededLink() throws {
        #expect(!(try Harness().parts("Wohnungsamt").contains("samt")))
    }

    @Test("the longer ends of a word of several parts are parts, and no end begins inside of a part")
    func suffixes() throws {
        let harness = try Harness()
        // Drogen|Beratung|Stelle: the list of the harness has neither of the two longer words.
        let parts = harness.parts("Drogenberatungsstelle")
        #expect(parts.isSuperset(of: ["drog", "berat", "stell", "beratungsstell"]))
        // Sucht|Selbsthilfegruppe has two parts; Hilfegruppe is an end of neither kind.
        #expect(!harness.parts("Suchtselbsthilfegruppe").contains("hilfegrupp"))
        #expect(!harness.parts("Beratungsstelle").contains("beratungsstell"))
    }

    @Test("an ending with its linking s shows the end of a first part that no list has")
    func linkedEnding() throws {
        let harness = try Harness()
        #expect(harness.parts("Alphabetisierungstag") == ["alphabetisier", "tag"])
        #expect(harness.parts("Alphabetisierungsxyz") == [])
    }

    @Test("the head's part covers the end of the word, and each part its own bytes")
    func ranges() throws {
        let harness = try Harness()
        var buffer = TokenBuffer()
        harness.analyzer.analyze("Beratungsstelle", into: &buffer)
        let parts = buffer.terms.filter { $0.kind == .part }
        #expect(parts.map { Int($0.foldedOffset) } == [0, 9])
        #expect(parts.map { Int($0.foldedLength) } == [8, 6])
    }

    @Test("a split made by hand wins, even over letters that the word has lost")
    func handMade() throws {
        let harness = try Harness(compounds: ["Kindergarten": ["Kindergarten"], "Schulamt": ["Schule", "Amt"]])
        #expect(harness.parts("Kindergarten") == [])
        #expect(harness.parts("Schulamt") == ["schul", "amt"])
    }

    @Test("a part of a split made by hand ends where its last letter does, with an umlaut too")
    func handMadeUmlaut() throws {
        let harness = try Harness(compounds: ["Männerberatung": ["Mann", "Beratung"]])
        var buffer = TokenBuffer()
        harness.analyzer.analyze("Männerberatung", into: &buffer)
        let parts = buffer.terms.filter { $0.kind == .part }
        #expect(parts.map { Int($0.foldedOffset) } == [0, 7])
        #expect(parts.map { Int($0.foldedLength) } == [5, 8])
    }

    @Test("a function word has no parts, and without the stage nothing has")
    func none() throws {
        #expect(try Harness().parts("beziehungsweise") == [])
        #expect(try Harness(stages: [.stems]).parts("Beratungsstelle") == [])
        #expect(try Harness(words: []).parts("Beratungsstelle") == [])
    }

    @Test(
        "a prefix is cut before a noun of its own, and is no part",
        arguments: [("Mitbürger", "Bürger"), ("Unterausschuss", "Ausschuss")])
    func prefixes(word: String, noun: String) throws {
        let harness = try Harness(words: Harness.words + ["Ausschuss"])
        #expect(harness.parts(word) == harness.whole(noun))
    }

    @Test(
        "a prefix is not cut before a noun of a verb with that prefix",
        arguments: ["Vorschrift", "Vorstellung", "Unternehmens", "Mitarbeiter", "Gegenstand", "Nachfrage", "Mitglied"])
    func prefixedVerbs(word: String) throws {
        let words = [
            "Schrift", "Stellung", "vorstellen", "Nehmens", "Unternehmen", "Stand", "Frage", "Glied", "mitarbeiten",
        ]
        let harness = try Harness(words: Harness.words + words)
        #expect(harness.parts(word) == [])
    }

    @Test(
        "an s that begins a word links none",
        arguments: [("Randsportart", "port"), ("Raubspinne", "pinn"), ("Katzenstreu", "treu")])
    func noLink(word: String, wrong: String) throws {
        let words = [
            "Rand", "Sport", "Port", "Art", "Sportart", "Raub", "Spinne", "Pinne", "Katze", "Katzen", "Streu", "Treue",
        ]
        let harness = try Harness(words: Harness.words + words)
        #expect(!harness.parts(word).contains(wrong))
        #expect(!harness.parts(word).isEmpty)
    }
}
