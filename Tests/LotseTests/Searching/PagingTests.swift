import LotseAPI
import LotseTestSupport
import Testing

@testable import Lotse

@Suite("Pages, sections of a document, and orders")
struct PagingTests {
    static func files(_ random: inout SeededRandom) -> [String: String] {
        var files: [String: String] = [:]
        for number in 0..<15 {
            var body = "Anfang mit Garten.\n"
            for section in 0..<(1 + number % 4) {
                body +=
                    "\n## Teil \(section)\n\nGarten und \(Vocabulary.sentence(&random, words: 3 + random.below(20)))\n"
            }
            files["documents/seite-\(number).md"] = CorpusFixture.page("Seite \(number % 3)", [:], body)
        }
        return files
    }

    @Test("all pages together are all hits, each once, whatever the page's size", arguments: [1, 3, 7, 100])
    func pages(perPage: Int) throws {
        var random = SeededRandom(seed: 41)
        try withEngine(Self.files(&random)) { engine in
            for sections in [1, 2, 100] {
                for sort in Sort.all where sort != .distance {
                    func page(_ number: Int, _ size: Int) throws -> SearchResponse {
                        var request = SearchRequest(query: "Garten", page: number, perPage: size)
                        request.sectionsPerDocument = sections
                        request.sort = sort
                        return try engine.search(request)
                    }
                    let whole = try page(1, 100).hits.map(\.id)
                    var collected: [String] = []
                    var number = 1
                    while true {
                        let answer = try page(number, perPage)
                        #expect(answer.page == number && answer.perPage == perPage)
                        #expect(answer.total.value == (try page(1, 100)).total.value)
                        collected += answer.hits.map(\.id)
                        if answer.hits.count < perPage { break }
                        number += 1
                    }
                    #expect(collected == whole, "\(sections) sections, \(sort.rawValue)")
                    #expect(Set(collected).count == collected.count)
                }
            }
        }
    }

    @Test("one section of a document is shown, and the further ones are counted")
    func collapse() throws {
        var random = SeededRandom(seed: 42)
        try withEngine(Self.files(&random)) { engine in
            let response = try engine.search(SearchRequest(query: "Garten", perPage: 100))
            #expect(response.total == Total(value: 15, exact: true))
            #expect(Set(response.hits.map(\.document)).count == 15)
            for hit in response.hits {
                let number = Int(hit.document.split(separator: "-")[1]) ?? 0
                // The text before the first heading, and one to four sections.
                #expect(hit.moreSections == 1 + number % 4, "\(hit.document)")
            }
        }
    }

    @Test("as many sections of a document are shown as were asked for", arguments: [2, 3, 100])
    func sectionsPerDocument(most: Int) throws {
        var random = SeededRandom(seed: 43)
        try withEngine(Self.files(&random)) { engine in
            let request = SearchRequest(query: "Garten", perPage: 100, sectionsPerDocument: most)
            let hits = try engine.search(request).hits
            for number in 0..<15 {
                let shown = hits.filter { $0.document == "documents/seite-\(number)" }
                let all = 2 + number % 4
                #expect(shown.count == min(most, all))
                #expect(shown.allSatisfy { $0.moreSections == all - shown.count })
                #expect(Set(shown.map(\.id)).count == shown.count)
            }
        }
    }

    @Test("a page behind the last is empty and has the same total")
    func behindTheLast() throws {
        var random = SeededRandom(seed: 44)
        try withEngine(Self.files(&random)) { engine in
            let response = try engine.search(SearchRequest(query: "Garten", page: 50, perPage: 10))
            #expect(response.hits.isEmpty)
            #expect(response.total == Total(value: 15, exact: true))
        }
    }

    static let dated = [
        "documents/a.md": CorpusFixture.page("Birne", ["date": "2019-05-01"], "Garten Garten Garten."),
        "documents/b.md": CorpusFixture.page("Apfel", ["date": "2021-01-31"], "Garten."),
        "documents/c.md": CorpusFixture.page("Zitrone", [:], "Garten Garten."),
        "documents/d.md": CorpusFixture.page(
            "Dattel", ["date": "2020-12-31"], "Garten im Nebensatz eines langen Satzes."),
    ]

    @Test("by date the newest come first and those without a date last")
    func byDate() throws {
        try withEngine(Self.dated) { engine in
            let hits = try engine.search(SearchRequest(query: "Garten", sort: .date)).hits
            #expect(hits.map(\.title) == ["Apfel", "Dattel", "Birne", "Zitrone"])
            #expect(hits.map(\.date) == ["2021-01-31", "2020-12-31", "2019-05-01", nil])
        }
    }

    @Test("by title in the order of the alphabet")
    func byTitle() throws {
        try withEngine(Self.dated) { engine in
            let hits = try engine.search(SearchRequest(query: "Garten", sort: .title)).hits
            #expect(hits.map(\.title) == ["Apfel", "Birne", "Dattel", "Zitrone"])
        }
    }

    @Test("by title umlauts stand where German dictionaries have them")
    func byGermanTitle() throws {
        let titles = ["Äpfel", "Apfelbaum", "Zeit", "Übung", "Uhr", "öffnen", "Ostern"]
        var files: [String: String] = [:]
        for (number, title) in titles.enumerated() {
            files["documents/\(number).md"] = CorpusFixture.page(title, [:], "Garten.")
        }
        try withEngine(files) { engine in
            let hits = try engine.search(SearchRequest(query: "Garten", sort: .title)).hits
            // DIN 5007-1: ä as a, ö as o, ü as u.
            #expect(hits.map(\.title) == ["Äpfel", "Apfelbaum", "öffnen", "Ostern", "Übung", "Uhr", "Zeit"])
        }
    }

    @Test("by relevance the scores fall")
    func byRelevance() throws {
        var random = SeededRandom(seed: 45)
        try withEngine(Self.files(&random)) { engine in
            let scores = try engine.search(SearchRequest(query: "Garten Bach", perPage: 100, match: .any)).hits.map(
                \.score)
            #expect(scores == scores.sorted(by: >))
            #expect(scores.allSatisfy { $0 > 0 })
        }
    }
}
