import LotseAPI

extension OpenAPI {
    private static let nullableString = #"{"type":["string","null"]}"#
    private static let nullableDate = #"{"type":["string","null"],"format":"date"}"#
    private static let strings = #"{"type":"array","items":{"type":"string"}}"#

    /// An object schema whose members are all there, unless they are named as optional.
    private static func object(
        _ name: String, _ properties: KeyValuePairs<String, String>, optional: Set<String> = []
    ) -> String {
        let required = properties.map(\.key).filter { !optional.contains($0) }.map { "\"\($0)\"" }
        let members = properties.map { "\"\($0.key)\":\($0.value)" }
        return """
            "\(name)":{"type":"object","required":[\(required.joined(separator: ","))],
            "properties":{\(members.joined(separator: ",\n"))}}
            """
    }

    private static func list(of name: String) -> String {
        ##"{"type":"array","items":{"$ref":"#/components/schemas/\##(name)"}}"##
    }

    private static func nullable(_ name: String) -> String {
        ##"{"oneOf":[{"$ref":"#/components/schemas/\##(name)"},{"type":"null"}]}"##
    }

    static let requestSchemas = [
        object(
            "SearchRequest",
            [
                "q": #"{"type":"string","minLength":1}"#,
                "page": #"{"type":"integer","minimum":1,"default":1}"#,
                "per_page": #"{"type":"integer","minimum":1,"maximum":\#(Limits.hitsPerPage),"default":10}"#,
                "filter": #"{"type":"object","maxProperties":\#(Limits.fields),"default":{},"additionalProperties":{"#
                    + #""oneOf":[{"type":"string"},\#(strings)]}}"#,
                "facets": #"{"type":"array","items":{"type":"string"},"maxItems":\#(Limits.fields),"default":[]}"#,
                "sort": #"{"type":"string","enum":["relevance","date","title","distance"],"default":"relevance"}"#,
                "match": #"{"type":"string","enum":["auto","all","any"],"default":"auto"}"#,
                "sections_per_document":
                    #"{"type":"integer","minimum":1,"maximum":\#(Limits.sectionsPerDocument),"default":1}"#,
                "highlight": ##"{"$ref":"#/components/schemas/Highlight"}"##,
                "preference":
                    #"{"type":"boolean","default":true,"description":"Recent and complete profiles come a little earlier"}"#,
                "explain": #"{"type":"boolean","default":false}"#,
                "snippets": #"{"type":"boolean","default":true}"#,
            ],
            optional: [
                "page", "per_page", "filter", "facets", "sort", "match", "sections_per_document", "highlight",
                "preference", "explain", "snippets",
            ]),
        object(
            "Highlight",
            [
                "pre": #"{"type":"string","default":"<mark>"}"#,
                "post": #"{"type":"string","default":"</mark>"}"#,
            ],
            optional: ["pre", "post"]),
    ].joined(separator: ",\n")

    static let hitSchemas = [
        object(
            "SearchResponse",
            [
                "query": #"{"type":"string"}"#,
                "total": ##"{"$ref":"#/components/schemas/Total"}"##,
                "page": #"{"type":"integer"}"#,
                "per_page": #"{"type":"integer"}"#,
                "generation": #"{"type":"integer"}"#,
                "took_ms": #"{"type":"number","description":"Milliseconds"}"#,
                "did_you_mean": nullable("DidYouMean"),
                "notes": strings,
                "crisis": nullable("CrisisNotice"),
                "facets": #"{"type":"object","additionalProperties":\#(list(of: "FacetCount"))}"#,
                "hits": list(of: "Hit"),
                "explanation": strings,
            ],
            optional: ["explanation"]),
        object("Total", ["value": #"{"type":"integer"}"#, "exact": #"{"type":"boolean"}"#]),
        object("DidYouMean", ["query": #"{"type":"string"}"#, "applied": #"{"type":"boolean"}"#]),
        object("FacetCount", ["value": #"{"type":"string"}"#, "count": #"{"type":"integer"}"#]),
        object(
            "Hit",
            [
                "id": #"{"type":"string","description":"The document's id, #, the section's anchor"}"#,
                "document": #"{"type":"string"}"#,
                "kind": #"{"type":"string","enum":["document","forum","institution"]}"#,
                "title": #"{"type":"string"}"#,
                "path": strings,
                "url": nullableString,
                "date": nullableDate,
                "score": #"{"type":["number","null"]}"#,
                "more_sections": #"{"type":"integer"}"#,
                "distance_m": #"{"type":"integer","description":"Metres; only with the filter near"}"#,
                "preference":
                    #"{"type":"number","description":"What being a recent, complete profile adds to the score; only with explain"}"#,
                "all_words":
                    #"{"type":"number","description":"What having all words adds to the score where others lack some; only with explain"}"#,
                "function_words":
                    #"{"type":"number","description":"What a question's function words add where they stand in headings; only with explain"}"#,
                "snippets": list(of: "Snippet"),
                "matched": list(of: "Match"),
            ],
            optional: ["distance_m", "preference", "all_words", "function_words"]),
        object(
            "Snippet",
            [
                "text": #"{"type":"string"}"#,
                "html": #"{"type":"string","description":"Escaped, then marked"}"#,
                "highlights": #"{"type":"array","description":"UTF-8 byte ranges of text: [start, end]","items":{"#
                    + #""type":"array","items":{"type":"integer"},"minItems":2,"maxItems":2}}"#,
            ]),
        object(
            "Match",
            [
                "query": #"{"type":"string"}"#, "term": #"{"type":"string"}"#,
                "how":
                    #"{"type":"string","description":"exact, stem, part, gender, completed, abbreviation, synonym, date"}"#,
                "weight": #"{"type":"number","description":"What the word adds to the score; only with explain"}"#,
            ],
            optional: ["weight"]),
        object(
            "CrisisNotice",
            ["level": #"{"type":"string"}"#, "message": #"{"type":"string"}"#, "resources": list(of: "HelpResource")]),
        object(
            "HelpResource",
            [
                "name": #"{"type":"string"}"#, "phone": nullableString, "url": nullableString,
                "description": nullableString, "checked": nullableDate,
            ]),
    ].joined(separator: ",\n")

    static let suggestSchemas = [
        object(
            "SuggestResponse",
            [
                "query": #"{"type":"string"}"#, "generation": #"{"type":"integer"}"#,
                "took_ms": #"{"type":"number","description":"Milliseconds"}"#, "suggestions": list(of: "Suggestion"),
            ]),
        object(
            "Suggestion",
            [
                "text": #"{"type":"string"}"#,
                "kind": #"{"type":"string","enum":["title","heading","institution","topic","phrase"]}"#,
                "documents": #"{"type":"integer"}"#, "document": nullableString,
            ]),
        object(
            "SimilarResponse",
            [
                "id": #"{"type":"string"}"#, "generation": #"{"type":"integer"}"#,
                "took_ms": #"{"type":"number","description":"Milliseconds"}"#, "hits": list(of: "Hit"),
            ]),
    ].joined(separator: ",\n")

    static let documentSchemas = [
        object(
            "Document",
            [
                "id": #"{"type":"string"}"#,
                "kind": #"{"type":"string","enum":["document","forum","institution"]}"#,
                "title": #"{"type":"string"}"#,
                "subtitle": nullableString,
                "date": nullableDate,
                "url": nullableString,
                "language": nullableString,
                "metadata": #"{"type":"object","additionalProperties":{"type":"array","items":{"type":"string"}}}"#,
                "sections": list(of: "Section"),
                "attachments": list(of: "Attachment"),
                "profile": #"{"type":"object","description":"HSDS 3; only for institutions"}"#,
            ],
            optional: ["profile"]),
        object(
            "Section",
            [
                "anchor": #"{"type":"string"}"#, "path": strings, "text": #"{"type":"string"}"#,
                "kind": #"{"type":"string","enum":["body","result"]}"#, "context": nullableString,
            ]),
        object("Attachment", ["title": #"{"type":"string"}"#, "url": #"{"type":"string"}"#, "type": nullableString]),
    ].joined(separator: ",\n")

    static let otherSchemas = [
        object(
            "Status",
            [
                "generation": #"{"type":"integer"}"#, "built": #"{"type":"string","format":"date-time"}"#,
                "documents": #"{"type":"integer"}"#, "sections": #"{"type":"integer"}"#,
                "fingerprint": #"{"type":"string"}"#, "version": #"{"type":"string"}"#, "warnings": strings,
            ]),
        object("Health", ["status": #"{"type":"string","enum":["ok","ready"]}"#]),
        object(
            "Problem",
            [
                "type": #"{"type":"string","const":"about:blank"}"#, "title": #"{"type":"string"}"#,
                "status": #"{"type":"integer"}"#, "detail": #"{"type":"string"}"#, "field": #"{"type":"string"}"#,
                "retry_after": #"{"type":"integer","description":"Seconds"}"#,
                "crisis": ##"{"$ref":"#/components/schemas/CrisisNotice"}"##,
            ],
            optional: ["field", "retry_after", "crisis"]),
    ].joined(separator: ",\n")

    static let problemResponses = [
        problemResponse("BadRequest", .badRequest(field: "q", detail: "The query is empty. Send at least one word.")),
        problemResponse("NotFound", .notFound(detail: "There is no document with this id.")),
        problemResponse("ContentTooLarge", .contentTooLarge),
        problemResponse("UnsupportedMediaType", .unsupportedMediaType),
        problemResponse("InternalError", .internalError),
        problemResponse("Unavailable", .unavailable(detail: "Too many requests are waiting.", retryAfter: 1)),
    ].joined(separator: ",\n")

    private static func problemResponse(_ name: String, _ example: Problem) -> String {
        let header = #""headers":{"Retry-After":{"schema":{"type":"integer"}}},"#
        return """
            "\(name)":{"description":"\(example.title)",\(example.retryAfter == nil ? "" : header)
            "content":{"\(Problem.mediaType)":{"schema":{"$ref":"#/components/schemas/Problem"},
            "example":\(example.jsonText())}}}
            """
    }
}
