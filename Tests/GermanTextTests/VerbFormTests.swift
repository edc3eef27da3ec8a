import GermanText
import Testing

@Suite("Other forms of verbs")
struct VerbFormTests {
    static let words = [
        "trinken", "trinkt", "rauchen", "raucht", "geraucht", "arbeiten", "arbeitet", "gearbeitet",
        "helfen",
        "helft", "hilft", "fahren", "fahrt", "Fahrt", "fährt", "laufen", "lauft", "läuft", "lesen", "lest", "liest",
        "trauern",
        "trauert", "getrauert", "suchen", "sucht", "Sucht", "machen", "macht", "Macht", "Haft", "Hafen", "Last",
        "guten",
        "lernen", "lernt", "gelernt", "lernte", "verlieren", "verliert", "stößt", "stoßen", "stoßt",
    ]

    static func stems(_ word: String, _ stages: AnalyzerResources.Stages = .all) throws -> Set<String> {
        let analyzer = try Harness(words: words, stages: stages).analyzer
        return Set(
            analyzer.stemsOfOtherForms(of: Analyzer.fold(word)).map {
                String(decoding: analyzer.bytes(of: $0), as: UTF8.self)
            })
    }

    @Test(
        "the present and the perfect lead to the infinitive, and the infinitive to them",
        arguments: [
            ("trinkt", "trinken"), ("rauchen", "raucht"), ("raucht", "rauchen"), ("geraucht", "rauchen"),
            ("rauchen", "geraucht"), ("arbeitet", "arbeiten"), ("gearbeitet", "arbeiten"), ("hilft", "helfen"),
            ("läuft", "laufen"), ("liest", "lesen"), ("fährt", "fahren"), ("stößt", "stoßen"), ("trauert", "trauern"),
            ("lernte", "lernen"), ("verliert", "verlieren"),
        ])
    func forms(word: String, other: String) throws {
        let stem = try #require(try Harness(words: Self.words).tokens(other).first?.terms(.stem).first)
        #expect(try Self.stems(word).contains(stem), "\(stem)")
    }

    @Test(
        "what is a noun as well, what is not listed and what is no verb has no other forms",
        arguments: ["sucht", "Sucht", "macht", "haft", "last", "guten", "xyzt", "t", "", "get", "hafen", "kifft"])
    func none(word: String) throws {
        #expect(try Self.stems(word) == [])
    }

    @Test("a form that is a noun is none of a verb")
    func nouns() throws {
        #expect(try Self.stems("suchen") == [])
        #expect(try Self.stems("machen") == [])
        let stems = try Self.stems("fahren")
        #expect(!stems.contains("fahrt"))
    }

    @Test("the stage can be left out")
    func stage() throws {
        #expect(try Self.stems("trinkt", .all.subtracting(.verbs)) == [])
    }
}
