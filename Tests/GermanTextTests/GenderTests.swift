import GermanText
import Testing

@Suite("Gender forms")
struct GenderTests {
    private static let marks = ["*", ":", "_", "/", "/-", "·"]

    @Test(
        "every spelling, the base and the feminine are one term",
        arguments: [
            ("Klient", "Klient", "Klientin"), ("Berater", "Berater", "Beraterin"), ("Kolleg", "Kollege", "Kollegin"),
            ("Ärzt", "Arzt", "Ärztin"), ("Kund", "Kunde", "Kundin"), ("Beamt", "Beamter", "Beamtin"),
            ("Pädagog", "Pädagoge", "Pädagogin"), ("Rechtsanwält", "Rechtsanwalt", "Rechtsanwältin"),
            ("Suchtberater", "Suchtberater", "Suchtberaterin"),
            ("Sozialarbeiter", "Sozialarbeiter", "Sozialarbeiterin"),
        ])
    func spellings(trunk: String, base: String, feminine: String) throws {
        let harness = try Harness()
        let expected = harness.whole(base)
        #expect(expected.count == 1)
        #expect(harness.whole(feminine) == expected)
        #expect(harness.whole(trunk + "innen") == expected)
        for ending in ["in", "innen"] {
            var forms = GenderTests.marks.map { trunk + $0 + ending }
            forms += [trunk + "(" + ending + ")", trunk + "I" + ending.dropFirst()]
            for form in forms {
                for text in [form, form + ".", "(\(form), so", form + " kommt", "„\(form)“"] {
                    let tokens = harness.tokens(text).filter { $0.flags.contains(.genderForm) }
                    #expect(tokens.map(\.text) == [form], "\(text)")
                    #expect(Set(tokens.flatMap { $0.terms(.gender) }) == expected, "\(text)")
                }
            }
        }
    }

    @Test(
        "the endings are never terms",
        arguments: [
            "Klient:innen", "Klient*in", "Klient_innen, Berater/in", "Mitarbeiter/-innen", "KlientInnen",
            "Mitarbeiter(innen)", "Student(inn)en", "Leiter_in_nen", "jede:r", "eine*r", "Schüler*innen-Vertretung",
            "Ärzt:innenkammer", "Betreute*r", "ein/e Berater/in",
        ])
    func endings(text: String) throws {
        let terms = try Harness().tokens(text).flatMap(\.terms).map { $0.split(separator: ":")[1] }
        for ending in ["in", "inn", "innen", "nen", "r", "e", "en", "n"] { #expect(!terms.contains(ending[...])) }
    }

    @Test(
        "a form is one token with its mark and its ending",
        arguments: [
            ("Klient:innen.", ["Klient:innen"]), ("Mitarbeiter/-innen, die", ["Mitarbeiter/-innen", "die"]),
            ("Mitarbeiter(innen) und", ["Mitarbeiter(innen)", "und"]), ("jede:r", ["jede:r"]),
            ("ein/e Ort", ["ein/e", "Ort"]),
            ("der/die Klient*in", ["der", "die", "Klient*in"]), ("Student(inn)en da", ["Student(inn)en", "da"]),
            ("Leiter_in_nen", ["Leiter_in_nen"]), ("Klient**innen**", ["Klient", "innen"]),
        ])
    func tokens(text: String, expected: [String]) throws {
        #expect(try Harness().texts(text) == expected)
    }

    @Test("compounds of gender forms are compounds of the base")
    func compounds() throws {
        let harness = try Harness()
        for text in ["Bürger*innenbeteiligung", "BürgerInnenbeteiligung", "Bürger:innen-Beteiligung"] {
            #expect(harness.whole(text) == harness.whole("Bürgerbeteiligung"), "\(text)")
            #expect(harness.parts(text) == harness.whole("Bürger").union(["beteil"]), "\(text)")
        }
        #expect(harness.parts("Ärzt:innenkammer") == ["arzt", "kammer"])
        #expect(harness.parts("Schüler*innen-Vertretung").contains("vertret"))
    }

    @Test(
        "what only looks like a gender form is none",
        arguments: [
            "Beratung:in der Stadt", "Beratung: in der Stadt", "Ort:international", "Zeit:raum", "3:2",
            "Titel:Untertitel",
            "InnenMinister", "der Innen:raum", "Stelle (m/w/d) gesucht", "und/oder", "geht’s", "Sucht*",
            "Gruppe (intern)",
        ])
    func others(text: String) throws {
        #expect(try Harness().tokens(text).allSatisfy { !$0.flags.contains(.genderForm) })
    }

    @Test(
        "words that end in -in without being feminine keep their stem",
        arguments: [
            "Termin", "Medizin", "Berlin", "Verein", "Insulin", "Benzin", "Ruin", "Kamin", "Delfin", "Magazin", "darin",
            "gewinnen", "innen", "Nitroglycerin",
        ])
    func noFeminines(word: String) throws {
        #expect(try Harness(words: Harness.words + ["gewinnen", "Gewinn", "darin"]).terms(word, .gender) == [])
    }

    @Test("a corpus' own gender forms teach its feminine nouns")
    func learned() throws {
        var counter = VocabularyCounter()
        var text = "Die Gäst*innen und die Gast-Eltern kamen. Ein Gast blieb."
        text.withUTF8 { counter.add($0) }
        var builder = LexiconBuilder()
        builder.add(counter)
        let analyzer = Analyzer(resources: AnalyzerResources(lexicon: builder.build()), stemmer: try XapianGerman())
        func terms(_ text: String) -> Set<String> {
            var buffer = TokenBuffer()
            analyzer.analyze(text, into: &buffer)
            return Set(
                buffer.terms.filter { $0.kind.space == .stem }.map {
                    String(decoding: analyzer.bytes(of: $0.id), as: UTF8.self)
                })
        }
        #expect(terms("Gästin") == terms("Gast"))
        #expect(terms("Gäst:in") == terms("Gast"))
    }

    @Test(
        "a person's ending makes a feminine noun of a word that no list has",
        arguments: ["Chronometristin", "Flaneurinnen", "Emissärin", "Plutokratinnen", "Maturantin", "Gerontologin"])
    func unknownPersons(word: String) throws {
        let base = word.hasSuffix("innen") ? word.dropLast(5) : word.dropLast(2)
        #expect(try Harness().terms(word, .gender) == Harness().terms(String(base), .stem))
    }

    @Test("without the stage feminine nouns are words of their own")
    func ablation() throws {
        let harness = try Harness(stages: [.stems])
        #expect(harness.terms("Klientin", .gender) == [])
        #expect(harness.terms("Klientin", .stem) == ["klientin"])
    }
}
