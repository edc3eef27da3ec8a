import LotseAPI

/// One filled and one bare value of every answer.
enum Samples {
    static let hit = Hit(
        id: "forums/forum-1#ag-2", document: "forums/forum-1", kind: "forum", title: "Forum 1",
        path: ["Forum 1", "AG 2"], url: "https://example.org/f1", date: "2009-05-12", score: 11.2, moreSections: 3,
        snippets: [
            Snippet(text: "Für \"alle\"", html: "<mark>Für</mark> &quot;alle&quot;", highlights: [0..<4, 5..<11])
        ],
        matched: [Match(query: "für", term: "fuer", how: "exact")])

    static let bareHit = Hit(
        id: "a#top", document: "a", kind: "document", title: "A", path: [], score: 1)

    static let search = SearchResponse(
        query: "für alle", total: Total(value: 12, exact: false), page: 2, perPage: 5, generation: 42,
        tookMilliseconds: 0.8, didYouMean: DidYouMean(query: "fuer alle", applied: true),
        notes: ["Ein Wort wurde weggelassen."],
        crisis: CrisisNotice(
            level: "acute", message: "Hilfe ist da.",
            resources: [
                HelpResource(
                    name: "Notruf", phone: "112", url: "https://example.org", description: "Tag und Nacht",
                    checked: "2026-01-02"),
                HelpResource(name: "Krisendienst"),
            ]),
        facets: ["kind": [FacetCount(value: "forum", count: 4)], "date": []],
        hits: [hit], explanation: ["für: exact"])

    static let bareSearch = SearchResponse(
        query: "", total: Total(value: 0, exact: true), page: 1, perPage: 10, generation: 1, tookMilliseconds: 0,
        hits: [bareHit])

    static let document = DocumentResponse(
        id: "institutions/a", kind: "institution", title: "A", subtitle: "B", date: "2020-01-01",
        url: "https://example.org/a", language: "de", metadata: ["ort": ["Köln"], "land": ["NRW"]],
        sections: [DocumentSection(anchor: "top", path: ["P"], text: "T", kind: "result", context: "Q?")],
        attachments: [DocumentAttachment(title: "Plan", url: "plan.pdf", type: "application/pdf")],
        profile: JSONText(object: #"{"a":[1,2.5,null,true],"b":{"c":"d"}}"#))

    static let bareDocument = DocumentResponse(
        id: "a", kind: "document", title: "A",
        sections: [DocumentSection(anchor: "top", path: [], text: "")],
        attachments: [DocumentAttachment(title: "x", url: "y")])

    static let status = StatusResponse(
        generation: 42, built: "2026-01-31T04:00:00Z", documents: 3, sections: 9, fingerprint: "f1", version: "1.0",
        warnings: ["eine Datei"])
}
