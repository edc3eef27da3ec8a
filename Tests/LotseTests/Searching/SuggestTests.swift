import Foundation
import LotseAPI
import LotseTestSupport
import Testing

@testable import Lotse

@Suite("Suggestions, similar documents and explanations")
struct SuggestTests {
    static let files: [String: String] = {
        var files = [
            "documents/a.md": CorpusFixture.page(
                "Hilfe bei Trauer", ["topics": "[Trauer, Selbsthilfe]"],
                "Die Trauergruppe trifft sich am Bach.\n\n## § 2 Wege in die Gruppe\n\nAnmeldung im Büro der Gruppe."),
            "documents/b.md": CorpusFixture.page(
                "Trauer um ein Kind", ["topics": "[Trauer]"],
                "Die Trauergruppe für Eltern trifft sich am Bach.\n\n## Kontakt\n\nDas Büro."),
            "documents/c.md": CorpusFixture.page(
                "Obst und Gemüse", [:], "Äpfel, Birnen und Kohl im Herbst.\n\n## Kontakt\n\nDer Markt."),
            "institutions/i.json":
                #"{"name":"Selbsthilfekontaktstelle Ellertal","services":[{"name":"Gruppensuche"}]}"#,
        ]
        for number in 0..<6 {
            files["documents/n\(number).txt"] =
                "Notiz \(number)\n\nWir bieten psychosoziale Beratung an, Nummer \(number)."
        }
        return files
    }()

    static func texts(_ typed: String, limit: Int = 8) throws -> [String] {
        try withEngine(files) { try $0.suggest(SuggestRequest(query: typed, limit: limit)).suggestions.map(\.text) }
    }

    @Test("titles, headings, institutions, topics and frequent phrases, by the beginning of any word")
    func kinds() throws {
        let found = try withEngine(Self.files) { engine in
            try ["trau", "wege", "ellert", "psycho", "selbst"].map {
                try engine.suggest(SuggestRequest(query: $0)).suggestions
            }
        }
        #expect(found[0].first == Suggestion(text: "Trauer", kind: .topic, documents: 2))
        #expect(
            found[0].contains { $0.text == "Hilfe bei Trauer" && $0.kind == .title && $0.document == "documents/a" })
        // The number of a heading is not what somebody types.
        #expect(found[1].map(\.text) == ["Wege in die Gruppe"])
        #expect(
            found[2] == [
                Suggestion(
                    text: "Selbsthilfekontaktstelle Ellertal", kind: .institution, documents: 1,
                    document: "institutions/i")
            ])
        #expect(found[3].contains { $0.text == "psychosoziale Beratung" && $0.kind == .phrase })
        #expect(found[4].map(\.text) == ["Selbsthilfe", "Selbsthilfekontaktstelle Ellertal"])
    }

    @Test("two words may be a compound that was typed apart")
    func apart() throws {
        #expect(try Self.texts("selbsthilfe kon") == ["Selbsthilfekontaktstelle Ellertal"])
        #expect(try Self.texts("eller tal selbst") == ["Selbsthilfekontaktstelle Ellertal"])
        #expect(try Self.texts("kontakt ellertal") == [])
    }

    @Test("several words begin several words, in any order, and function words hardly matter")
    func severalWords() throws {
        #expect(try Self.texts("tr hi") == ["Hilfe bei Trauer"])
        #expect(try Self.texts("hilfe bei tr") == ["Hilfe bei Trauer"])
        #expect(try Self.texts("hilfe zu tr") == ["Hilfe bei Trauer"])
        #expect(try Self.texts("obst kind") == [])
    }

    @Test("from four letters on a word may hold an error")
    func errors() throws {
        #expect(try Self.texts("truaer").first == "Trauer")
        #expect(try Self.texts("selbsthlfek") == ["Selbsthilfekontaktstelle Ellertal"])
        #expect(try Self.texts("gemuse") == ["Obst und Gemüse"])
        #expect(try Self.texts("xau") == [])
    }

    @Test("nothing typed is nothing suggested, and limits hold")
    func limits() throws {
        for typed in ["", " ", "-", "„", "\u{0}"] {
            let found = try Self.texts(typed)
            #expect(found == [])
        }
        #expect(try Self.texts("t", limit: 1).count == 1)
        try withEngine(Self.files) { engine in
            for limit in [0, 10] {
                let problem = #expect(throws: LotseAPI.Problem.self) {
                    try engine.suggest(SuggestRequest(query: "t", limit: limit))
                }
                #expect(problem?.field == "limit")
            }
            let long = #expect(throws: LotseAPI.Problem.self) {
                try engine.suggest(SuggestRequest(query: String(repeating: "t", count: 2_001)))
            }
            #expect(long?.field == "q")
        }
    }

    @Test("random beginnings are answered, the same each time")
    func random() throws {
        var random = SeededRandom(seed: 3)
        let letters = Array("traueghilfsn äöüß-§1 ")
        try withEngine(Self.files) { engine in
            for _ in 0..<500 {
                let typed = String((0..<random.below(14)).map { _ in random.pick(letters) })
                let first = try engine.suggest(SuggestRequest(query: typed)).suggestions
                let second = try engine.suggest(SuggestRequest(query: typed)).suggestions
                #expect(first == second)
                #expect(first.count <= 8)
                #expect(Set(first.map(\.text)).count == first.count)
            }
        }
    }

    @Test("a withdrawn document is no longer suggested")
    func withdrawn() throws {
        try IndexedCorpus.with(Self.files) { indexed in
            try indexed.run()
            try indexed.corpus.remove("documents/c.md")
            #expect(try indexed.run().mode == "update")
            #expect(try indexed.engine().suggest(SuggestRequest(query: "obst")).suggestions == [])
        }
    }

    @Test("damaged bytes of suggestions are refused or read, and never trap")
    func damage() {
        var random = SeededRandom(seed: 5)
        let index = SuggestionIndex([
            Suggestible(text: "Hilfe bei Trauer", kind: .title, documents: 1, document: "a"),
            Suggestible(text: "Trauer", kind: .topic, documents: 9),
        ])
        let block = Array(index.block)
        #expect(SuggestionIndex(block: Data(block))?.suggestions == index.suggestions)
        for _ in 0..<4_000 {
            var bytes = block
            for _ in 0..<(1 + random.below(3)) { bytes[random.below(bytes.count)] = UInt8(random.below(256)) }
            if random.below(3) == 0 { bytes.removeLast(random.below(bytes.count)) }
            _ = SuggestionIndex(block: Data(bytes))?.suggestions(for: "hilfe tra", most: 5)
        }
    }

    @Test("similar documents share words, and a document is not similar to itself")
    func similar() throws {
        try withEngine(Self.files) { engine in
            let found = try #require(try engine.similar(SimilarRequest(id: "documents/a")))
            #expect(found.hits.first?.document == "documents/b")
            #expect(!found.hits.contains { $0.document == "documents/a" || $0.document == "documents/c" })
            #expect(found.hits.first?.matched.contains { $0.query == "Trauergruppe" } == true)
            let section = try #require(try engine.similar(SimilarRequest(id: "documents/b#kontakt")))
            #expect(!section.hits.contains { $0.document == "documents/b" })
            let filtered = try engine.similar(SimilarRequest(id: "documents/a", filter: ["kind": ["forum"]]))
            #expect(filtered?.hits == [])
            #expect(try engine.similar(SimilarRequest(id: "nicht da")) == nil)
            #expect(try engine.similar(SimilarRequest(id: "documents/a#nicht-da")) == nil)
            #expect(try engine.similar(SimilarRequest(id: "documents/a", limit: 1))?.hits.count == 1)
        }
    }

    @Test("a word that stands beside the text alone, in the subtitle or the metadata, is among the matched ones")
    func matchedBesideText() throws {
        let files = [
            "documents/a.md": CorpusFixture.page(
                "Eine Seite", ["subtitle": "Vom Gärtnern", "topics": "[Selbsthilfe]"], "Der Text sagt davon nichts.")
        ]
        try withEngine(files) { engine in
            for word in ["Selbsthilfe", "Gärtnern"] {
                let hit = try #require(try engine.search(SearchRequest(query: word, explain: true)).hits.first)
                #expect(hit.matched.map(\.query) == [word])
                #expect(abs((hit.matched.first?.weight ?? 0) - hit.score) < 0.01)
            }
        }
    }

    @Test("an explanation says what a question's function words add")
    func functionWords() throws {
        let files = [
            "documents/a.txt": "Wie läuft ein Treffen ab?\n\nAlle sitzen im Kreis.",
            "documents/b.txt": "Das Treffen\n\nDas Treffen läuft gut.",
        ]
        try withEngine(files) { engine in
            let request = SearchRequest(query: "Wie läuft ein Treffen?", match: .any, explain: true)
            let hit = try #require(try engine.search(request).hits.first { $0.document == "documents/a" })
            let added = try #require(hit.functionWords)
            #expect(added > 0)
            #expect(abs(hit.matched.compactMap(\.weight).reduce(added, +) - hit.score) < 0.01)
            #expect(
                try engine.search(SearchRequest(query: "Treffen", explain: true)).hits.allSatisfy {
                    $0.functionWords == nil
                })
        }
    }

    @Test("an explanation's weights add up to the score")
    func weights() throws {
        try withEngine(Self.files) { engine in
            var request = SearchRequest(query: "Trauergruppe Eltern Bach", explain: true)
            let explained = try engine.search(request)
            #expect(explained.explanation?.count == 3)
            #expect(explained.explanation?.first?.hasPrefix("„Trauergruppe“: als Wort in 2 Abschnitten") == true)
            let hit = try #require(explained.hits.first)
            #expect(hit.document == "documents/b")
            // The only text with all three words has something for that.
            let sum = hit.matched.compactMap(\.weight).reduce(try #require(hit.allWords), +)
            #expect(abs(sum - hit.score) < 0.01)
            request.query = "Trauergruppe Eltern"
            let relaxed = try engine.search(request).hits
            #expect(relaxed.count == 2)
            let complete = try #require(relaxed.first { $0.document == "documents/b" })
            #expect(try #require(complete.allWords) > 0)
            let words = complete.matched.compactMap(\.weight).reduce(0, +)
            #expect(abs(words + (complete.allWords ?? 0) - complete.score) < 0.01)
            #expect(relaxed.allSatisfy { $0.document == "documents/b" || $0.allWords == nil })
            request.query = "Trauergruppe Eltern nirgendwo"
            #expect(try engine.search(request).hits.allSatisfy { $0.allWords == nil })
            request.query = "Trauergruppe Eltern Bach"
            request.explain = false
            let plain = try engine.search(request)
            #expect(plain.explanation == nil)
            #expect(plain.hits.allSatisfy { $0.matched.allSatisfy { $0.weight == nil } })
        }
    }
}
