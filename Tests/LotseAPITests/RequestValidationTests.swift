import LotseAPI
import Testing

@Suite("Request validation")
struct RequestValidationTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let field: String?
        let request: SearchRequest
    }

    static func request(_ change: (inout SearchRequest) -> Void) -> SearchRequest {
        var request = SearchRequest(query: "hilfe")
        change(&request)
        return request
    }

    static let tooMany = (0...Limits.fields).map(String.init)
    static let tooLong = String(repeating: "x", count: Limits.valueBytes + 1)

    static let cases: [Case] = [
        Case(testDescription: "the defaults", field: nil, request: request { _ in }),
        Case(
            testDescription: "the longest query", field: nil,
            request: request { $0.query = String(repeating: "ü", count: Limits.queryBytes / 2) }),
        Case(
            testDescription: "a query one byte too long", field: "q",
            request: request { $0.query = String(repeating: "ü", count: Limits.queryBytes / 2) + "x" }),
        Case(
            testDescription: "the most words", field: nil,
            request: request { $0.query = String(repeating: "a ", count: Limits.queryWords) }),
        Case(
            testDescription: "a word too many", field: "q",
            request: request { $0.query = String(repeating: "a\u{A0}", count: Limits.queryWords + 1) }),
        Case(testDescription: "an empty query", field: "q", request: request { $0.query = "" }),
        Case(testDescription: "a query of white space", field: "q", request: request { $0.query = " \n\t" }),
        Case(testDescription: "page 0", field: "page", request: request { $0.page = 0 }),
        Case(testDescription: "the last page", field: nil, request: request { $0.page = Limits.deepestHit / 10 }),
        Case(testDescription: "too deep", field: "page", request: request { $0.page = Limits.deepestHit / 10 + 1 }),
        Case(testDescription: "the largest number", field: "page", request: request { $0.page = .max }),
        Case(testDescription: "no hits a page", field: "per_page", request: request { $0.perPage = 0 }),
        Case(testDescription: "the largest page", field: nil, request: request { $0.perPage = Limits.hitsPerPage }),
        Case(
            testDescription: "too large a page", field: "per_page",
            request: request { $0.perPage = Limits.hitsPerPage + 1 }),
        Case(
            testDescription: "too many filters", field: "filter",
            request: request { $0.filter = Dictionary(uniqueKeysWithValues: tooMany.map { ($0, ["a"]) }) }),
        Case(testDescription: "a filter without values", field: "filter", request: request { $0.filter = ["a": []] }),
        Case(testDescription: "a filter without a key", field: "filter", request: request { $0.filter = ["": ["a"]] }),
        Case(
            testDescription: "an empty filter value", field: "filter",
            request: request { $0.filter = ["a": ["b", ""]] }),
        Case(
            testDescription: "too many values", field: "filter",
            request: request { $0.filter = ["a": Array(repeating: "b", count: Limits.filterValues + 1)] }),
        Case(
            testDescription: "too long a filter value", field: "filter",
            request: request { $0.filter = ["a": [tooLong]] }),
        Case(testDescription: "too many facets", field: "facets", request: request { $0.facets = tooMany }),
        Case(testDescription: "an empty facet", field: "facets", request: request { $0.facets = [""] }),
        Case(
            testDescription: "an unknown order", field: "sort", request: request { $0.sort = Sort(rawValue: "length") }),
        Case(
            testDescription: "no section of a document", field: "sections_per_document",
            request: request { $0.sectionsPerDocument = 0 }),
        Case(
            testDescription: "too long a mark", field: "highlight", request: request { $0.highlight.post = tooLong }),
    ]

    @Test("a request within the limits passes, any other names its field", arguments: cases)
    func table(_ example: Case) throws {
        guard let field = example.field else {
            #expect(try example.request.validated() == example.request)
            return
        }
        let problem = try #require(throws: Problem.self) { try example.request.validated() }
        #expect(problem.status == 400)
        #expect(problem.field == field)
        #expect(problem.detail.hasSuffix("."))
    }

    @Test("no error repeats what was sent")
    func nothingIsRepeated() throws {
        let marker = "geheimnis"
        let long = String(repeating: marker, count: 400)
        let requests = [
            Self.request { $0.query = long },
            Self.request { $0.filter = [long: [marker]] },
            Self.request { $0.filter = [marker: []] },
            Self.request { $0.facets = [long] },
            Self.request { $0.sort = Sort(rawValue: marker) },
            Self.request { $0.highlight.pre = long },
        ]
        for request in requests {
            let problem = try #require(throws: Problem.self) { try request.validated() }
            #expect(!problem.jsonText().contains(marker))
        }
    }
}
