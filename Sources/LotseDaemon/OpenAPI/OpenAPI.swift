/// The interface's description (OpenAPI 3.1), as `GET /v1/openapi.json` answers it.
///
/// It is text in the source rather than a resource, so that the daemon is one file. A test compares its paths and
/// properties with the routes and the types.
enum OpenAPI {
    static let bytes = Array(text.utf8)

    static let text = """
        {"openapi":"3.1.0",
        "info":{"title":"Lotse","version":"1.0.0","license":{"name":"GPL-2.0-or-later","identifier":"GPL-2.0-or-later"},
        "description":"German full-text search over a Unix socket. Answers are JSON in UTF-8 and must not be cached; \
        errors are problem details (RFC 9457) and never repeat the query. Unknown members of a request are ignored; new \
        members may be added to answers."},
        "servers":[{"url":"http://localhost","description":"The query socket; the host name does not matter."}],
        "paths":{\(searchPath),\(suggestPath),\(similarPath),\(documentPath),\(otherPaths)},
        "components":{"schemas":{\(requestSchemas),\(hitSchemas),\(suggestSchemas),\(documentSchemas),\(otherSchemas)},
        "responses":{\(problemResponses)}}}
        """
}
