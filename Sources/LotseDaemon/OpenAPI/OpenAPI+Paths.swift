import LotseAPI

extension OpenAPI {
    static let searchPath = """
        "/v1/search":{
        "get":{"operationId":"search","summary":"Search","description":"Filters of different keys are ANDed, values of \
        one key are ORed.","parameters":[
        {"name":"q","in":"query","required":true,"description":"What the person typed; at most \(Limits.queryBytes) \
        bytes and \(Limits.queryWords) words.","schema":{"type":"string","minLength":1},"example":"suchtselbsthilfe kooperation"},
        {"name":"page","in":"query","description":"page * per_page is at most \(Limits.deepestHit).",
        "schema":{"type":"integer","minimum":1,"default":1}},
        {"name":"per_page","in":"query",
        "schema":{"type":"integer","minimum":1,"maximum":\(Limits.hitsPerPage),"default":10}},
        {"name":"filter","in":"query","description":"key:value; may be repeated. filter[key]=value and filter[key][]=value are \
        accepted as well. \
        Special keys: date (2018..2020), near (05101,10 or 52.30,9.60,10: within so many kilometres), open (now, or \
        2026-05-18T09:30).",
        "explode":true,"schema":{"type":"array","items":{"type":"string"}},"example":["kind:forum"]},
        {"name":"facets","in":"query","description":"What to count, separated by commas: kind, date (years), topics, region, ort, sozialraum, schwerpunkt, \
        zielgruppe, language, sprache, barrierefreiheit, language_level, publisher, traeger.","explode":false,
        "schema":{"type":"array","items":{"type":"string"},"maxItems":\(Limits.fields)},"example":["kind"]},
        {"name":"sort","in":"query","schema":{"type":"string","enum":["relevance","date","title","distance"],"default":"relevance"}},
        {"name":"match","in":"query","schema":{"type":"string","enum":["auto","all","any"],"default":"auto"}},
        {"name":"sections_per_document","in":"query",
        "schema":{"type":"integer","minimum":1,"maximum":\(Limits.sectionsPerDocument),"default":1}},
        {"name":"preference","in":"query","description":"Whether recent and complete profiles come a little earlier.",
        "schema":{"type":"boolean","default":true}},
        {"name":"explain","in":"query","schema":{"type":"boolean","default":false}},
        {"name":"snippets","in":"query","schema":{"type":"boolean","default":true}},
        {"name":"pre","in":"query","description":"The mark before a highlighted word.",
        "schema":{"type":"string","default":"<mark>"}},
        {"name":"post","in":"query","description":"The mark after a highlighted word.",
        "schema":{"type":"string","default":"</mark>"}}],
        "responses":{\(searchAnswer),"400":{"$ref":"#/components/responses/BadRequest"},\(commonErrors)}},
        "post":{"operationId":"searchByPost","summary":"Search, with the query in the body and so in no access log",
        "requestBody":{"required":true,"description":"At most \(Limits.bodyBytes) bytes.",
        "content":{"application/json":{"schema":{"$ref":"#/components/schemas/SearchRequest"},
        "example":{"q":"suchtselbsthilfe kooperation","filter":{"kind":["forum"]},"facets":["kind"]}}}},
        "responses":{\(searchAnswer),"400":{"$ref":"#/components/responses/BadRequest"},
        "415":{"$ref":"#/components/responses/UnsupportedMediaType"},\(commonErrors)}}}
        """

    static let documentPath = """
        "/v1/documents/{id}":{
        "get":{"operationId":"document","summary":"A whole document","parameters":[
        {"name":"id","in":"path","required":true,"description":"A hit's document. Slashes in it may stand as they are or \
        as %2F.","schema":{"type":"string","maxLength":\(Limits.identifierBytes)},"example":"forums/forum-1"}],
        "responses":{"200":{"description":"The document","content":{"application/json":{
        "schema":{"$ref":"#/components/schemas/Document"},
        "example":{"id":"forums/forum-1","kind":"forum","title":"Forum 1","subtitle":null,"date":"2009-05-12","url":null,
        "language":"de","metadata":{"topics":["Sucht"]},"sections":[{"anchor":"ag-2","path":["AG 2"],"text":"Mehr \
        Austausch","kind":"result","context":"Was fehlt?"}],"attachments":[]}}}},
        "400":{"$ref":"#/components/responses/BadRequest"},"404":{"$ref":"#/components/responses/NotFound"},\
        \(commonErrors)}}}
        """

    static let suggestPath = """
        "/v1/suggest":{
        "get":{"operationId":"suggest","summary":"What the beginning of a query may become","parameters":[
        {"name":"q","in":"query","required":true,"description":"What was typed so far.","schema":{"type":"string"},
        "example":"selbsth"},
        {"name":"limit","in":"query","schema":{"type":"integer","minimum":1,"maximum":\(Limits.suggestions),"default":8}}],
        "responses":{"200":{"description":"Suggestions, best first","content":{"application/json":{
        "schema":{"$ref":"#/components/schemas/SuggestResponse"},"example":{"query":"selbsth","generation":42,
        "took_ms":0.2,"suggestions":[{"text":"Selbsthilfe","kind":"topic","documents":14,"document":null}]}}}},
        "400":{"$ref":"#/components/responses/BadRequest"},\(commonErrors)}}}
        """

    static let similarPath = """
        "/v1/similar/{id}":{
        "get":{"operationId":"similar","summary":"Documents that say the like of one","parameters":[
        {"name":"id","in":"path","required":true,"description":"A hit's document, or its id with # as %23.",
        "schema":{"type":"string","maxLength":\(Limits.identifierBytes)},"example":"forums/forum-1"},
        {"name":"limit","in":"query",
        "schema":{"type":"integer","minimum":1,"maximum":\(Limits.hitsPerPage),"default":10}},
        {"name":"filter","in":"query","description":"key:value; may be repeated.","explode":true,
        "schema":{"type":"array","items":{"type":"string"}}}],
        "responses":{"200":{"description":"The nearest, nearest first","content":{"application/json":{
        "schema":{"$ref":"#/components/schemas/SimilarResponse"},"example":{"id":"forums/forum-1","generation":42,
        "took_ms":1.4,"hits":[]}}}},
        "400":{"$ref":"#/components/responses/BadRequest"},"404":{"$ref":"#/components/responses/NotFound"},\
        \(commonErrors)}}}
        """

    static let otherPaths = """
        "/v1/status":{"get":{"operationId":"status","summary":"What is being searched","responses":{
        "200":{"description":"The open generation of the index","content":{"application/json":{
        "schema":{"$ref":"#/components/schemas/Status"},"example":{"generation":42,"built":"2026-01-31T04:00:00Z",
        "documents":1200,"sections":9800,"fingerprint":"1-german2-5f3a","version":"1.0.0","warnings":[]}}}},
        \(commonErrors)}}},
        "/v1/openapi.json":{"get":{"operationId":"openapi","summary":"This description","responses":{
        "200":{"description":"OpenAPI 3.1","content":{"application/json":{"schema":{"type":"object"}}}}}}},
        "/healthz":{"get":{"operationId":"alive","summary":"Whether the process lives","responses":{
        "200":{"description":"It does","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Health"},
        "example":{"status":"ok"}}}}}}},
        "/readyz":{"get":{"operationId":"ready","summary":"Whether an index is open","responses":{
        "200":{"description":"It is","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Health"},
        "example":{"status":"ready"}}}},"503":{"$ref":"#/components/responses/Unavailable"}}}}
        """

    private static let searchAnswer = """
        "200":{"description":"Hits","content":{"application/json":{"schema":{"$ref":"#/components/schemas/SearchResponse"},
        "example":{"query":"suchtselbsthilfe kooperation","total":{"value":12,"exact":true},"page":1,"per_page":10,
        "generation":42,"took_ms":0.8,"did_you_mean":null,"notes":[],"crisis":null,
        "facets":{"kind":[{"value":"forum","count":4}]},"hits":[{"id":"forums/forum-1#ag-2","document":"forums/forum-1",
        "kind":"forum","title":"Forum 1","path":["AG 2"],"url":null,"date":null,"score":11.2,"more_sections":3,
        "snippets":[{"text":"Mit der Suchthilfe","html":"Mit der <mark>Suchthilfe</mark>","highlights":[[8,18]]}],
        "matched":[{"query":"suchtselbsthilfe","term":"suchthilfe","how":"part"}]}]}}}}
        """

    private static let commonErrors = """
        "413":{"$ref":"#/components/responses/ContentTooLarge"},"500":{"$ref":"#/components/responses/InternalError"},\
        "503":{"$ref":"#/components/responses/Unavailable"}
        """
}
