import LotseAPI
import LotseTestSupport
import Testing

@testable import Lotse

@Suite("Documents")
struct DocumentTests {
    @Test("a document comes back whole, in its order")
    func whole() throws {
        let fields = [
            "subtitle": "Untertitel", "date": "2021-03-04", "language": "de", "region": "Nordstadt",
            "url": "https://beispiel.example/haus",
            "attachments": "[{title: Plan, url: 'https://beispiel.example/plan.pdf'}]",
        ]
        let body = "Vorweg.\n\n## Zeiten\n\nAm Abend.\n\n### Winter\n\nKürzer.\n\n## Kosten\n\nKeine."
        try withEngine(["documents/haus.md": CorpusFixture.page("Offenes Haus", fields, body)]) { engine in
            let document = try #require(try engine.document(id: "documents/haus"))
            #expect(document.title == "Offenes Haus")
            #expect(document.kind == "document")
            #expect(document.subtitle == "Untertitel")
            #expect(document.date == "2021-03-04")
            #expect(document.url == "https://beispiel.example/haus")
            #expect(document.language == "de")
            #expect(document.metadata == ["region": ["Nordstadt"]])
            #expect(document.sections.map(\.text) == ["Vorweg.", "Am Abend.", "Kürzer.", "Keine."])
            #expect(document.sections.map(\.path) == [[], ["Zeiten"], ["Zeiten", "Winter"], ["Kosten"]])
            #expect(document.sections.map(\.anchor) == ["top", "zeiten", "winter", "kosten"])
            #expect(
                document.attachments == [
                    DocumentAttachment(title: "Plan", url: "https://beispiel.example/plan.pdf", type: "pdf")
                ])
            #expect(document.profile == nil)
        }
    }

    @Test("an institution brings its profile, a forum's result its question")
    func kinds() throws {
        let files = [
            "institutions/stelle.json":
                #"{"name":"Stelle am Bach","description":"Beratung für alle.","services":[{"name":"Gespräch"}]}"#,
            "forums/forum.json":
                #"{"title":"Forum 1","working_groups":[{"title":"AG 1","questions":[{"question":"Was fehlt?","results":["Mehr Zeit.","Mehr Raum."]}]}]}"#,
        ]
        try withEngine(files) { engine in
            let institution = try #require(try engine.document(id: "institutions/stelle"))
            #expect(institution.kind == "institution")
            #expect(institution.profile?.text.contains(#""name":"Stelle am Bach""#) == true)
            let forum = try #require(try engine.document(id: "forums/forum"))
            #expect(forum.kind == "forum")
            let results = forum.sections.filter { $0.kind == "result" }
            #expect(results.map(\.text) == ["Mehr Zeit.", "Mehr Raum."])
            #expect(results.allSatisfy { $0.context == "Was fehlt?" })
        }
    }

    @Test(
        "an unknown id gives nothing",
        arguments: ["", "nichts", "documents", "documents/haus#zeiten", "documents/HAUS"])
    func unknown(id: String) throws {
        try withEngine(["documents/haus.md": "# Haus\n\nEin Haus."]) { engine throws in
            #expect(try engine.document(id: id) == nil)
        }
    }

    @Test("every hit's id leads to its document and its section, whatever the file is called")
    func identifiers() throws {
        let names = [
            "documents/Haus am See.txt", "documents/C# für Anfänger.txt", "documents/über uns/Öffnung & Zeit.txt",
            "documents/100%.txt", "documents/a+b.txt", "documents/ein'zitat\".txt",
            "documents/" + String(repeating: "lang-", count: 45) + ".txt",
        ]
        var files: [String: String] = [:]
        for name in names { files[name] = "Der Titel\n\nEin Garten am Bach." }
        files["documents/eigene.jsonl"] = #"{"id":" Eigene Nummer #7 ","title":"X","text":"Ein Garten."}"#
        try withEngine(files) { engine in
            let hits = try engine.search(SearchRequest(query: "Garten", perPage: 100)).hits
            #expect(hits.count == files.count)
            #expect(Set(hits.map(\.document)).count == files.count)
            for hit in hits {
                #expect(!hit.document.contains("#"))
                let parts = hit.id.split(separator: "#", omittingEmptySubsequences: false)
                #expect(parts.count == 2)
                let document = try #require(try engine.document(id: hit.document))
                #expect(document.id == hit.document)
                #expect(document.sections.contains { $0.anchor == String(parts[1]) })
            }
            #expect(hits.contains { $0.document == "documents/Haus am See" })
            #expect(hits.contains { $0.document == "documents/C- für Anfänger" })
            #expect(hits.contains { $0.document == "Eigene Nummer -7" })
        }
    }

    @Test("ids that share their first 200 bytes are two documents")
    func longIdentifiers() throws {
        let long = String(repeating: "ä", count: 99)
        let lines = [long + "eins", long + "zwei"].map {
            #"{"id":"\#($0)","title":"\#($0.suffix(4))","text":"Garten"}"#
        }
        try withEngine(["a.jsonl": lines.joined(separator: "\n")]) { engine in
            let hits = try engine.search(SearchRequest(query: "Garten")).hits
            #expect(hits.count == 2)
            for hit in hits { #expect(try engine.document(id: hit.document)?.title == hit.title) }
        }
    }
}
