import LotseAPI
import Testing

@Suite("Requests as JSON")
struct RequestDecodingTests {
    @Test("all members are read")
    func allMembers() throws {
        let request = try SearchRequest(
            json: Array(
                """
                {"q":"a b","page":2,"per_page":5,"filter":{"kind":["forum","document"],"ort":"Köln"},
                "facets":["kind"],"sort":"date","match":"any","sections_per_document":3,
                "highlight":{"pre":"[","post":"]"},"preference":false,"explain":true,"snippets":false,"later":{"a":[1]}}
                """.utf8))
        #expect(
            request
                == SearchRequest(
                    query: "a b", page: 2, perPage: 5, filter: ["kind": ["forum", "document"], "ort": ["Köln"]],
                    facets: ["kind"], sort: .date, match: .any, sectionsPerDocument: 3,
                    highlight: Highlight(pre: "[", post: "]"), preference: false,
                    explain: true, snippets: false))
    }

    @Test("what is missing or null has its default")
    func defaults() throws {
        let request = try SearchRequest(json: Array(#"{"q":"a","page":null,"highlight":{"pre":"*"}}"#.utf8))
        #expect(request == SearchRequest(query: "a", highlight: Highlight(pre: "*")))
    }

    @Test("a written request reads back as it was")
    func roundTrip() throws {
        var random = SeededRandom(seed: 3)
        for _ in 0..<200 {
            let request = SearchRequest(
                query: random.text(maxLength: 30), page: Int.random(in: -5...5, using: &random),
                filter: [random.text(maxLength: 4): [random.text(maxLength: 4)]],
                facets: [random.text(maxLength: 4)], sort: Sort(rawValue: random.text(maxLength: 4)), match: .all,
                highlight: Highlight(pre: random.text(maxLength: 4)), explain: Bool.random(using: &random))
            #expect(try SearchRequest(json: request.jsonBytes()) == request)
        }
    }

    @Test(
        "a wrong type names its field",
        arguments: [
            (#"{"page":1}"#, "q"), (#"{"q":5}"#, "q"), (#"{"q":null}"#, "q"), (#"{"q":"a","page":"1"}"#, "page"),
            (#"{"q":"a","page":1.5}"#, "page"), (#"{"q":"a","page":true}"#, "page"),
            (#"{"q":"a","per_page":1e300}"#, "per_page"), (#"{"q":"a","filter":[]}"#, "filter"),
            (#"{"q":"a","filter":{"geheimnis":3}}"#, "filter"),
            (#"{"q":"a","filter":{"geheimnis":["a",3]}}"#, "filter"),
            (#"{"q":"a","facets":"geheimnis"}"#, "facets"), (#"{"q":"a","sort":1}"#, "sort"),
            (#"{"q":"a","match":"geheimnis"}"#, "match"), (#"{"q":"a","match":1}"#, "match"),
            (#"{"q":"a","highlight":"geheimnis"}"#, "highlight"), (#"{"q":"a","highlight":{"pre":1}}"#, "highlight"),
            (#"{"q":"a","explain":"geheimnis"}"#, "explain"), (#"{"q":"a","explain":1}"#, "explain"),
            (#"{"q":"a","snippets":"true"}"#, "snippets"),
            (#"{"q":"a","sections_per_document":"1"}"#, "sections_per_document"),
        ])
    func wrongTypes(body: String, field: String) throws {
        let problem = try #require(throws: Problem.self) { try SearchRequest(json: Array(body.utf8)) }
        #expect(problem.status == 400)
        #expect(problem.field == field)
        #expect(!problem.jsonText().contains("geheimnis"))
    }

    @Test(
        "what is no JSON object is refused without a field",
        arguments: ["", "geheimnis", "[]", "\"geheimnis\"", "{\"q\":\"geheimnis\"", "{\"q\":\"a\"} geheimnis", "null"])
    func noObject(body: String) throws {
        let problem = try #require(throws: Problem.self) { try SearchRequest(json: Array(body.utf8)) }
        #expect(problem.status == 400)
        #expect(problem.field == nil)
        #expect(!problem.jsonText().contains("geheimnis"))
    }

    @Test("a body above the limit is refused, one at the limit is read")
    func bodyLimit() throws {
        let frame = #"{"q":""}"#
        let body = Array(#"{"q":"\#(String(repeating: "x", count: Limits.bodyBytes - frame.utf8.count))"}"#.utf8)
        #expect(try SearchRequest(json: body).query.utf8.count == Limits.bodyBytes - frame.utf8.count)
        let problem = try #require(throws: Problem.self) { try SearchRequest(json: body + [0x20]) }
        #expect(problem.status == 413)
    }

    @Test("deep nesting is refused and does no harm")
    func deepNesting() throws {
        let nested = Array(repeating: UInt8(ascii: "["), count: Limits.bodyBytes)
        #expect(throws: Problem.self) { try SearchRequest(json: nested) }
        let unknown = Array(#"{"q":"a","x":"#.utf8) + nested.prefix(60_000)
        #expect(throws: Problem.self) { try SearchRequest(json: unknown) }
    }

    @Test("random bytes are refused with a problem")
    func randomBytes() {
        var random = SeededRandom(seed: 5)
        for _ in 0..<2_000 {
            let body = random.bytes(maxLength: 60)
            #expect(throws: Problem.self) { try SearchRequest(json: body) }
        }
    }
}
