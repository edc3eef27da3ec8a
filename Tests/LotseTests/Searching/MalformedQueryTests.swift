import LotseAPI
import LotseTestSupport
import Testing

@testable import Lotse

@Suite("Malformed queries are read as words")
struct MalformedQueryTests {
    static let files = ["documents/a.txt": "Eins\n\nGarten und Bach.", "documents/b.txt": "Zwei\n\nWohnung."]

    @Test(
        "what does not fit is left out, with a note, and the words are found",
        arguments: [
            ("\"Garten Bach", "Anführungszeichen"), ("(Garten Bach", "Klammer"), ("Garten Bach)", "Klammer"),
            ("Garten UND", "Verknüpfungszeichen"), ("ODER Garten", "Verknüpfungszeichen"),
            ("UND UND Garten", "Verknüpfungszeichen"),
            ("Garten NICHT", "Verknüpfungszeichen"), ("(Garten ODER) Bach", "Verknüpfungszeichen"),
        ])
    func malformed(query: String, word: String) throws {
        try withEngine(Self.files) { engine in
            let response = try engine.search(SearchRequest(query: query))
            #expect(response.hits.first?.document == "documents/a")
            #expect(response.notes.contains { $0.contains(word) }, "\(response.notes)")
            #expect(Set(response.notes).count == response.notes.count)
        }
    }

    @Test(
        "a query without any word has no hits and a note",
        arguments: ["...", "\"\"", "()", "- + *", "UND ODER", "🙂", "\u{200B}"])
    func nothing(query: String) throws {
        try withEngine(Self.files) { engine in
            let response = try engine.search(SearchRequest(query: query))
            #expect(response.hits.isEmpty)
            #expect(response.total == Total(value: 0, exact: true))
            #expect(response.notes.contains("Die Anfrage enthält kein Wort, nach dem gesucht werden kann."))
        }
    }

    @Test("no query fails, however it is made, and the same query has the same answer")
    func random() throws {
        var random = SeededRandom(seed: 51)
        let pieces =
            Vocabulary.all + [
                "UND", "ODER", "NICHT", "+", "-", "(", ")", "\"", "„", "“", "*", "Haus*", "AND", "&&", "||", "NAHE/3",
                "titel:",
                "titel:Haus", "art:forum", "datum:2018..2020", "datum:x", "ort:Leipzig", "\\",
            ]
        try withEngine(Self.files) { engine in
            for _ in 0..<400 {
                let query = random.text(of: pieces, pieces: 1 + random.below(20))
                var request = SearchRequest(query: query, match: random.pick(MatchMode.allCases))
                request.sort = random.pick(Sort.all.filter { $0 != .distance })
                request.explain = random.below(2) == 0
                do {
                    var first = try engine.search(request)
                    var second = try engine.search(request)
                    first.tookMilliseconds = 0
                    second.tookMilliseconds = 0
                    #expect(first == second)
                    #expect(first.query == query)
                } catch let problem as Problem {
                    #expect(problem.field == "q", "\(query.debugDescription): \(problem)")
                }
            }
        }
    }

    @Test("parentheses without end do not exhaust the stack")
    func deep() throws {
        try withEngine(Self.files) { engine in
            let query = String(repeating: "(", count: 900) + "Garten" + String(repeating: ")", count: 900)
            let response = try engine.search(SearchRequest(query: query))
            #expect(response.hits.map(\.document) == ["documents/a"])
            #expect(response.notes.contains { $0.contains("zu tief") })
        }
    }

    @Test("a term longer than the index bears is searched without an error")
    func longWord() throws {
        try withEngine(Self.files) { engine in
            let response = try engine.search(SearchRequest(query: String(repeating: "ä", count: 900)))
            #expect(response.hits.isEmpty)
        }
    }

    @Test(
        "a request beyond the limits is a problem that names the field and does not repeat the query",
        arguments: [
            (SearchRequest(query: ""), "q"), (SearchRequest(query: " \n"), "q"),
            (SearchRequest(query: String(repeating: "geheim", count: 400)), "q"),
            (SearchRequest(query: String(repeating: "geheim ", count: 65)), "q"),
            (SearchRequest(query: "geheim", page: 0), "page"), (SearchRequest(query: "geheim", page: 1001), "page"),
            (SearchRequest(query: "geheim", page: .max), "page"),
            (SearchRequest(query: "geheim", perPage: 0), "per_page"),
            (SearchRequest(query: "geheim", perPage: 101), "per_page"),
            (SearchRequest(query: "geheim", filter: ["region": []]), "filter"),
            (SearchRequest(query: "geheim", filter: ["region": [String(repeating: "x", count: 257)]]), "filter"),
            (SearchRequest(query: "geheim", facets: [""]), "facets"),
            (SearchRequest(query: "geheim", sort: Sort(rawValue: "zufall")), "sort"),
            (SearchRequest(query: "geheim", sectionsPerDocument: 0), "sections_per_document"),
        ])
    func limits(request: SearchRequest, field: String) throws {
        try withEngine(Self.files) { engine in
            do {
                _ = try engine.search(request)
                Issue.record("the request was answered")
            } catch let problem as Problem {
                #expect(problem.status == 400)
                #expect(problem.field == field)
                #expect(!problem.detail.contains("geheim"))
            }
        }
    }

    @Test("requests at the limits are answered")
    func atTheLimits() throws {
        try withEngine(Self.files) { engine throws in
            let words = Array(repeating: "Garten", count: 64).joined(separator: " ")
            #expect(try engine.search(SearchRequest(query: words)).hits.map(\.document) == ["documents/a"])
            #expect(try engine.search(SearchRequest(query: "Garten", page: 100, perPage: 100)).hits.isEmpty)
        }
    }
}
