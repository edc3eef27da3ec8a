import LotseAPI
import LotseTestSupport
import Testing

@testable import Lotse

@Suite("How many words must be found")
struct MatchModeTests {
    @Test("of a long question the rarest words are looked for, and the answer says so")
    func longQuestion() throws {
        let common = (0..<40).map { "Wort\(UnicodeScalar(UInt8(97 + $0 % 26)))\(UnicodeScalar(UInt8(97 + $0 / 26)))" }
        var files: [String: String] = ["documents/a.txt": "Eins\n\nNur hier steht Mondfinsternis."]
        for number in 0..<3 {
            files["documents/x\(number).txt"] = "Nummer \(number)\n\n\(common.joined(separator: " ")) und \(number)."
        }
        try withEngine(files) { engine throws in
            let question = (common + ["Mondfinsternis"]).joined(separator: " ")
            let long = try engine.search(SearchRequest(query: question, match: .any))
            #expect(Set(long.hits.map(\.document)) == ["documents/a", "documents/x0", "documents/x1", "documents/x2"])
            #expect(long.notes == ["Die Frage ist lang: Gesucht wurde nach ihren 32 seltensten Wörtern."])
            let short = try engine.search(SearchRequest(query: common.prefix(32).joined(separator: " "), match: .any))
            #expect(short.notes == [])
        }
    }

    @Test(
        "a question asks for its matter and not for the verb of asking; without a sign of a question the verb is one of its words"
    )
    func question() throws {
        let files = [
            "documents/a.txt": "Eins\n\nRat bei Schulden.", "documents/b.txt": "Zwei\n\nBriefe bekommen.",
            "documents/c.txt": "Drei\n\nFreunde und Freundinnen finden.", "documents/d.txt": "Vier\n\nFreunde treffen.",
        ]
        try withEngine(files) { engine throws in
            func found(_ query: String) throws -> [String] {
                try engine.search(SearchRequest(query: query, match: .all)).hits.map(\.document)
            }
            #expect(try found("Wo bekomme ich Rat bei Schulden?") == ["documents/a"])
            #expect(try Set(found("Ich suche Freunde")) == ["documents/c", "documents/d"])
            #expect(try found("Freunde finden") == ["documents/c"])
            // Nothing else is left.
            #expect(try found("Was bekomme ich?") == ["documents/b"])
        }
    }

    static let files = [
        "documents/a.txt": "Eins\n\nGarten und Bach.", "documents/b.txt": "Zwei\n\nGarten.",
        "documents/c.txt": "Drei\n\nBach.",
    ]

    static let few = "Nur wenige Texte enthalten alle Suchwörter; es folgen auch Treffer mit einigen davon."
    static let none = "Kein Text enthält alle Suchwörter; gezeigt werden Treffer mit einigen davon."

    @Test("all: every word, and no note")
    func all() throws {
        try withEngine(Self.files) { engine in
            let response = try engine.search(SearchRequest(query: "Garten Bach", match: .all))
            #expect(response.hits.map(\.document) == ["documents/a"])
            #expect(response.notes == [])
            #expect(try engine.search(SearchRequest(query: "Garten Einhorn", match: .all)).hits.isEmpty)
        }
    }

    @Test("any: at least one word, all of them first, and no note")
    func any() throws {
        try withEngine(Self.files) { engine in
            let response = try engine.search(SearchRequest(query: "Garten Bach", match: .any))
            #expect(response.hits.map(\.document).sorted() == ["documents/a", "documents/b", "documents/c"])
            #expect(response.hits.first?.document == "documents/a")
            #expect(response.notes == [])
        }
    }

    @Test("auto: where few texts have all words the others follow, and the note says so")
    func autoFew() throws {
        try withEngine(Self.files) { engine in
            let response = try engine.search(SearchRequest(query: "Garten Bach"))
            #expect(response.hits.map(\.document).first == "documents/a")
            #expect(response.total == Total(value: 3, exact: true))
            #expect(response.notes == [Self.few])
        }
    }

    @Test("auto: where no text has all words, the note says that")
    func autoNone() throws {
        try withEngine(Self.files) { engine in
            let response = try engine.search(SearchRequest(query: "Garten Einhorn"))
            #expect(response.hits.map(\.document).sorted() == ["documents/a", "documents/b"])
            #expect(response.notes == [Self.none])
        }
    }

    @Test("auto: where all words are found often enough, nothing is relaxed")
    func autoEnough() throws {
        var files = Self.files
        for number in 0..<RankingParameters.relaxBelow {
            files["documents/x-\(number).txt"] = "Mehr\n\nGarten am Bach \(number)."
        }
        try withEngine(files) { engine in
            let response = try engine.search(SearchRequest(query: "Garten Bach", perPage: 100))
            #expect(response.total == Total(value: RankingParameters.relaxBelow + 1, exact: true))
            #expect(response.notes == [])
        }
    }

    @Test("auto: where relaxing finds nothing more there is no note")
    func autoNothingMore() throws {
        try withEngine(["documents/a.txt": "Eins\n\nGarten und Bach."]) { engine throws in
            #expect(try engine.search(SearchRequest(query: "Garten Bach")).notes == [])
            #expect(try engine.search(SearchRequest(query: "Garten")).notes == [])
            #expect(try engine.search(SearchRequest(query: "Einhorn Drache")).notes == [])
        }
    }

    @Test("auto never relaxes what a sign or an operator demands")
    func demands() throws {
        try withEngine(Self.files) { engine throws in
            #expect(try engine.found("Garten UND Bach", .auto) == ["documents/a"])
            #expect(try engine.found("+Garten +Bach", .auto) == ["documents/a"])
            #expect(try engine.found("Garten -Bach", .auto) == ["documents/b"])
        }
    }
}
