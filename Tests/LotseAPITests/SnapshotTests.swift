import Foundation
import LotseAPI
import Testing

@Suite("The JSON of the answers")
struct SnapshotTests {
    @Test("a filled search answer has every member in the documented order")
    func filledSearch() {
        #expect(
            Samples.search.jsonText() == """
                {"query":"für alle","total":{"value":12,"exact":false},"page":2,"per_page":5,"generation":42,\
                "took_ms":0.8,"did_you_mean":{"query":"fuer alle","applied":true},\
                "notes":["Ein Wort wurde weggelassen."],"crisis":{"level":"acute","message":"Hilfe ist da.",\
                "resources":[{"name":"Notruf","phone":"112","url":"https://example.org",\
                "description":"Tag und Nacht","checked":"2026-01-02"},{"name":"Krisendienst","phone":null,\
                "url":null,"description":null,"checked":null}]},"facets":{"date":[],\
                "kind":[{"value":"forum","count":4}]},"hits":[{"id":"forums/forum-1#ag-2",\
                "document":"forums/forum-1","kind":"forum","title":"Forum 1","path":["Forum 1","AG 2"],\
                "url":"https://example.org/f1","date":"2009-05-12","score":11.2,"more_sections":3,\
                "snippets":[{"text":"Für \\"alle\\"","html":"<mark>Für</mark> &quot;alle&quot;",\
                "highlights":[[0,4],[5,11]]}],"matched":[{"query":"für","term":"fuer","how":"exact"}]}],\
                "explanation":["für: exact"]}
                """)
    }

    @Test("a bare search answer has null where nothing is known, and no explanation")
    func bareSearch() {
        #expect(
            Samples.bareSearch.jsonText() == """
                {"query":"","total":{"value":0,"exact":true},"page":1,"per_page":10,"generation":1,"took_ms":0.0,\
                "did_you_mean":null,"notes":[],"crisis":null,"facets":{},"hits":[{"id":"a#top","document":"a",\
                "kind":"document","title":"A","path":[],"url":null,"date":null,"score":1.0,"more_sections":0,\
                "snippets":[],"matched":[]}]}
                """)
    }

    @Test("suggestions and similar documents have their documented members")
    func suggestAndSimilar() {
        let suggested = SuggestResponse(
            query: "fü", generation: 4, tookMilliseconds: 0.3,
            suggestions: [
                Suggestion(text: "Für alle", kind: .title, documents: 1, document: "a/b"),
                Suggestion(text: "Fürsorge", kind: .topic, documents: 7),
            ])
        #expect(
            suggested.jsonText() == """
                {"query":"fü","generation":4,"took_ms":0.3,"suggestions":[{"text":"Für alle","kind":"title",\
                "documents":1,"document":"a/b"},{"text":"Fürsorge","kind":"topic","documents":7,"document":null}]}
                """)
        var hit = Samples.bareHit
        hit.distance = 1_250
        hit.matched = [Match(query: "a", term: "b", how: "stem", weight: 1.5)]
        #expect(
            SimilarResponse(id: "a", generation: 4, tookMilliseconds: 0.3, hits: [hit]).jsonText() == """
                {"id":"a","generation":4,"took_ms":0.3,"hits":[{"id":"a#top","document":"a","kind":"document",\
                "title":"A","path":[],"url":null,"date":null,"score":1.0,"more_sections":0,"distance_m":1250,\
                "snippets":[],"matched":[{"query":"a","term":"b","how":"stem","weight":1.5}]}]}
                """)
    }

    @Test("a document passes its profile on as it is")
    func filledDocument() {
        #expect(
            Samples.document.jsonText() == """
                {"id":"institutions/a","kind":"institution","title":"A","subtitle":"B","date":"2020-01-01",\
                "url":"https://example.org/a","language":"de","metadata":{"land":["NRW"],"ort":["Köln"]},\
                "sections":[{"anchor":"top","path":["P"],"text":"T","kind":"result","context":"Q?"}],\
                "attachments":[{"title":"Plan","url":"plan.pdf","type":"application/pdf"}],\
                "profile":{"a":[1,2.5,null,true],"b":{"c":"d"}}}
                """)
    }

    @Test("a bare document has null where nothing is known, and no profile")
    func bareDocument() {
        #expect(
            Samples.bareDocument.jsonText() == """
                {"id":"a","kind":"document","title":"A","subtitle":null,"date":null,"url":null,"language":null,\
                "metadata":{},"sections":[{"anchor":"top","path":[],"text":"","kind":"body","context":null}],\
                "attachments":[{"title":"x","url":"y","type":null}]}
                """)
    }

    @Test("status and health have their documented members")
    func statusAndHealth() {
        #expect(
            Samples.status.jsonText() == """
                {"generation":42,"built":"2026-01-31T04:00:00Z","documents":3,"sections":9,"fingerprint":"f1",\
                "version":"1.0","warnings":["eine Datei"]}
                """)
        #expect(HealthResponse(status: "ok").jsonText() == #"{"status":"ok"}"#)
    }

    @Test("a problem leaves out the field and the time where there is none")
    func problem() {
        #expect(
            Problem.badRequest(field: "q", detail: "Too long.").jsonText() == """
                {"type":"about:blank","title":"Bad Request","status":400,"detail":"Too long.","field":"q"}
                """)
        #expect(
            Problem.unavailable(detail: "Busy.", retryAfter: 2).jsonText() == """
                {"type":"about:blank","title":"Service Unavailable","status":503,"detail":"Busy.","retry_after":2}
                """)
    }

    @Test("a request is written with all its fields")
    func request() {
        let request = SearchRequest(query: "a", filter: ["kind": ["forum"]], facets: ["kind"])
        #expect(
            request.jsonText() == """
                {"q":"a","page":1,"per_page":10,"filter":{"kind":["forum"]},"facets":["kind"],"sort":"relevance",\
                "match":"auto","sections_per_document":1,"highlight":{"pre":"<mark>","post":"</mark>"},\
                "preference":true,"explain":false,"snippets":true}
                """)
    }

    @Test("every answer reads back as what was written")
    func roundTrip() throws {
        try expectRoundTrip(Samples.search)
        try expectRoundTrip(Samples.bareSearch)
        try expectRoundTrip(Samples.document)
        try expectRoundTrip(Samples.bareDocument)
        try expectRoundTrip(Samples.status)
        try expectRoundTrip(HealthResponse(status: "ready"))
        try expectRoundTrip(Problem.unavailable(detail: "Busy.", retryAfter: 2))
    }

    private func expectRoundTrip<Value: JSONWritable & Decodable & Equatable>(_ value: Value) throws {
        #expect(try JSONDecoder().decode(Value.self, from: Data(value.jsonBytes())) == value)
    }

    @Test("a profile that is no JSON object is refused", arguments: ["", "[]", "3", "{\"a\":}", "{} {}"])
    func profileThatIsNoObject(text: String) {
        #expect(JSONText(object: text) == nil)
    }
}
