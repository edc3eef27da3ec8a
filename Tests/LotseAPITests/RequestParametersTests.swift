import LotseAPI
import Testing

@Suite("Requests as URL parameters")
struct RequestParametersTests {
    @Test("all parameters are read")
    func allParameters() throws {
        let request = try SearchRequest(
            parameters: "q=a+b%20c%2B&page=2&per_page=5&filter=kind:forum&filter=kind:document&filter=zeit:10:30"
                + "&facets=kind,ort&facets=date&sort=title&match=all&sections_per_document=3&preference=false&explain=true&snippets=0"
                + "&pre=%3Cb%3E&post=%3C/b%3E&later=1")
        #expect(
            request
                == SearchRequest(
                    query: "a b c+", page: 2, perPage: 5, filter: ["kind": ["forum", "document"], "zeit": ["10:30"]],
                    facets: ["kind", "ort", "date"], sort: .title, match: .all, sectionsPerDocument: 3,
                    highlight: Highlight(pre: "<b>", post: "</b>"), preference: false,
                    explain: true, snippets: false))
    }

    @Test("filters in brackets mean the same")
    func brackets() throws {
        let request = try SearchRequest(parameters: "filter[kind]=forum&filter%5Bort%5D=K%C3%B6ln&q=a&filter=kind:x")
        #expect(request.filter == ["kind": ["forum", "x"], "ort": ["Köln"]])
    }

    @Test("lists as PHP writes them mean the same")
    func lists() throws {
        let request = try SearchRequest(
            parameters:
                "q=a&filter[kind][]=forum&filter%5Bkind%5D%5B1%5D=document&filter[2018]=x&facets[]=kind&facets[1]=ort")
        #expect(request.filter == ["kind": ["forum", "document"], "2018": ["x"]])
        #expect(request.facets == ["kind", "ort"])
    }

    @Test(
        "a wrong value names its parameter",
        arguments: [
            ("", "q"), ("page=1", "q"), ("q=a&q=geheimnis", "q"), ("q=%FF", "q"), ("q=a%2", "q"), ("q=%zz", "q"),
            ("q=a&page=geheimnis", "page"), ("q=a&page=", "page"), ("q=a&page=99999999999999999999", "page"),
            ("q=a&per_page=1.5", "per_page"), ("q=a&filter=geheimnis", "filter"), ("q=a&filter[x]=%80", "filter"),
            ("q=a&match=geheimnis", "match"), ("q=a&explain=geheimnis", "explain"),
            ("q=a&preference=geheimnis", "preference"), ("q=a&snippets=", "snippets"),
            ("q=a&sections_per_document=x", "sections_per_document"),
        ])
    func wrongValues(query: String, field: String) throws {
        let problem = try #require(throws: Problem.self) { try SearchRequest(parameters: query) }
        #expect(problem.status == 400)
        #expect(problem.field == field)
        #expect(!problem.jsonText().contains("geheimnis"))
    }

    @Test("a URL above the limit is refused")
    func tooLong() throws {
        let problem = try #require(throws: Problem.self) {
            try SearchRequest(parameters: "q=" + String(repeating: "x", count: Limits.bodyBytes))
        }
        #expect(problem.status == 413)
    }

    @Test("random text that is encoded as a form reads back, and random bytes are read or refused")
    func randomText() throws {
        var random = SeededRandom(seed: 9)
        for _ in 0..<2_000 {
            let text = random.text(maxLength: 20)
            let encoded = PercentEncoding.encodePath(text)
            #expect(encoded.utf8.allSatisfy { $0 < 0x80 })
            let request = try SearchRequest(
                parameters: "x&q=\(encoded)&&=&filter[\(encoded)]=\(encoded)&filter=k:\(encoded)")
            #expect(request.query == text)
            #expect(request.filter == (text == "k" ? ["k": ["k", "k"]] : [text: [text], "k": [text]]))

            let raw = String(decoding: random.bytes(maxLength: 30), as: UTF8.self)
            do {
                _ = try SearchRequest(parameters: "q=\(raw)")
            } catch {
                #expect(error.status == 400)
            }
        }
    }

    @Test("a plus is a space only in forms")
    func plus() {
        #expect(PercentEncoding.decode("a+b%2B".utf8) == "a+b+")
        #expect(PercentEncoding.decode("a+b%2B".utf8, plusIsSpace: true) == "a b+")
    }

    @Test(
        "the default socket is the user's own where there is a runtime folder",
        arguments: [
            (["XDG_RUNTIME_DIR": "/run/user/7"], "/run/user/7/lotse/query.sock"),
            (["XDG_RUNTIME_DIR": "/run/user/7/"], "/run/user/7/lotse/query.sock"),
            (["XDG_RUNTIME_DIR": "relative"], "/run/lotse/query.sock"),
            (["XDG_RUNTIME_DIR": ""], "/run/lotse/query.sock"), ([:], "/run/lotse/query.sock"),
        ])
    func standardSocket(environment: [String: String], path: String) {
        #expect(SocketPath.standard(environment: environment) == path)
    }
}
