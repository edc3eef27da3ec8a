import Foundation
import HTTPTypes
import LotseAPI
import Testing

@testable import LotseDaemon

@Suite("The OpenAPI document")
struct OpenAPITests {
    private func document() throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(OpenAPI.bytes)) as? [String: Any])
    }

    private func schemas() throws -> [String: [String: Any]] {
        let components = try #require(try document()["components"] as? [String: Any])
        return try #require(components["schemas"] as? [String: [String: Any]])
    }

    @Test("its paths and methods are those of the routes")
    func paths() throws {
        let paths = try #require(try document()["paths"] as? [String: [String: Any]])
        var described: Set<Route> = []
        for (path, operations) in paths {
            let route = try #require(try Route(path: path.replacingOccurrences(of: "{id}", with: "id")))
            described.insert(route)
            // HEAD follows from GET and is not described.
            let methods = Set(route.methods.map { $0.rawValue.lowercased() }).subtracting(["head"])
            #expect(Set(operations.keys) == methods)
        }
        #expect(
            described == [
                .search, .suggest, .similar(id: "id"), .document(id: "id"), .status, .openAPI, .alive, .ready,
            ])
    }

    @Test("its schemas have exactly the members that the answers have, nested ones included")
    func properties() throws {
        let resource = HelpResource(name: "a")
        var hit = Hit(
            id: "", document: "", kind: "", title: "", path: [], score: 0,
            snippets: [Snippet(text: "", html: "", highlights: [])],
            matched: [Match(query: "", term: "", how: "", weight: 1)])
        hit.distance = 1
        hit.preference = 1
        hit.allWords = 1
        hit.functionWords = 1
        let values: [(String, any JSONWritable)] = [
            ("SearchRequest", SearchRequest(query: "")), ("Highlight", Highlight()),
            (
                "SearchResponse",
                SearchResponse(
                    query: "", total: Total(value: 0, exact: true), page: 1, perPage: 1, generation: 1,
                    tookMilliseconds: 0, hits: [hit], explanation: [])
            ),
            ("Total", Total(value: 0, exact: true)), ("DidYouMean", DidYouMean(query: "", applied: true)),
            ("FacetCount", FacetCount(value: "", count: 0)), ("Hit", hit), ("Snippet", hit.snippets[0]),
            ("Match", hit.matched[0]), ("CrisisNotice", CrisisNotice(level: "", message: "", resources: [resource])),
            ("HelpResource", resource),
            (
                "SuggestResponse",
                SuggestResponse(query: "", generation: 1, tookMilliseconds: 0, suggestions: [])
            ),
            ("Suggestion", Suggestion(text: "", kind: .title, documents: 1)),
            ("SimilarResponse", SimilarResponse(id: "", generation: 1, tookMilliseconds: 0, hits: [])),
            (
                "Document",
                DocumentResponse(id: "", kind: "", title: "", sections: [], profile: JSONText(object: "{}"))
            ),
            ("Section", DocumentSection(anchor: "", path: [], text: "")),
            ("Attachment", DocumentAttachment(title: "", url: "")),
            (
                "Status",
                StatusResponse(
                    generation: 0, built: "", documents: 0, sections: 0, fingerprint: "", version: "")
            ),
            ("Health", HealthResponse(status: "ok")),
            (
                "Problem",
                Problem(
                    status: 400, title: "", detail: "", field: "q", retryAfter: 1,
                    crisis: CrisisNotice(level: "", message: "", resources: []))
            ),
        ]
        let schemas = try schemas()
        #expect(Set(schemas.keys) == Set(values.map(\.0)))
        for (name, value) in values {
            let object = try #require(
                try JSONSerialization.jsonObject(with: Data(value.jsonBytes())) as? [String: Any])
            let schema = try #require(schemas[name])
            let properties = try #require(schema["properties"] as? [String: Any])
            #expect(Set(properties.keys) == Set(object.keys), "\(name)")
            let required = try #require(schema["required"] as? [String])
            #expect(Set(required).isSubset(of: properties.keys), "\(name)")
        }
    }

    @Test("its parameters of a search are those that are read")
    func parameters() throws {
        let paths = try #require(try document()["paths"] as? [String: [String: [String: Any]]])
        let parameters = try #require(paths["/v1/search"]?["get"]?["parameters"] as? [[String: Any]])
        let names = parameters.compactMap { $0["name"] as? String }
        #expect(Set(names).count == names.count)
        for name in names where name != "facets" && name != "sort" {
            // A value that is wrong for every parameter: one that is read refuses it, or is a text.
            let query = name == "q" ? "q=%FF" : "q=a&\(name)=%FF"
            let problem = #expect(throws: Problem.self) { try SearchRequest(parameters: query) }
            #expect(problem?.field == name)
        }
        let read = ["q", "page", "per_page", "filter", "facets", "sort", "match", "sections_per_document"]
        #expect(Set(names) == Set(read + ["preference", "explain", "snippets", "pre", "post"]))
    }

    @Test("every reference leads to something")
    func references() throws {
        let document = try document()
        var references: [String] = []
        collectReferences(in: document, into: &references)
        #expect(!references.isEmpty)
        for reference in references {
            var place: Any? = document
            for part in reference.split(separator: "/").dropFirst() { place = (place as? [String: Any])?[String(part)] }
            #expect(place != nil, "\(reference)")
        }
    }

    private func collectReferences(in value: Any, into references: inout [String]) {
        if let object = value as? [String: Any] {
            if let reference = object["$ref"] as? String { references.append(reference) }
            for member in object.values { collectReferences(in: member, into: &references) }
        } else if let array = value as? [Any] {
            for element in array { collectReferences(in: element, into: &references) }
        }
    }
}
