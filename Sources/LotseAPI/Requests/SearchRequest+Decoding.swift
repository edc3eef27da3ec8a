#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension SearchRequest {
    /// Reads a request from a JSON body.
    ///
    /// Types are strict (`"page": "2"` is an error), unknown members are ignored, and `null` stands for the default.
    /// A filter value may be one string instead of a list of them.
    ///
    /// - Parameter body: UTF-8 JSON, an object.
    /// - Throws: ``Problem``: 413 above ``Limits/bodyBytes``, else 400 naming the field and the type it must have.
    public init(json body: [UInt8]) throws(Problem) {
        guard body.count <= Limits.bodyBytes else { throw .contentTooLarge }
        do {
            self = try JSONDecoder().decode(SearchRequest.self, from: Data(body))
        } catch let problem as Problem {
            throw problem
        } catch let error as DecodingError {
            throw Problem(error)
        } catch {
            throw .notJSON
        }
    }
}

extension SearchRequest: Decodable {
    /// Decodes the members that are there; the others have their defaults.
    ///
    /// - Throws: ``Problem`` for a value that is no choice, `DecodingError` for a wrong type or a missing `q`.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Field.self)
        self.init(query: try values.decode(String.self, forKey: .query))
        page = try values.integer(.page) ?? page
        perPage = try values.integer(.perPage) ?? perPage
        filter = try values.decodeIfPresent([String: FilterValues].self, forKey: .filter)?.mapValues(\.values) ?? filter
        facets = try values.decodeIfPresent([String].self, forKey: .facets) ?? facets
        sort = try values.decodeIfPresent(String.self, forKey: .sort).map(Sort.init(rawValue:)) ?? sort
        if let name = try values.decodeIfPresent(String.self, forKey: .match) { match = try MatchMode(named: name) }
        sectionsPerDocument = try values.integer(.sectionsPerDocument) ?? sectionsPerDocument
        highlight = try values.decodeIfPresent(Highlight.self, forKey: .highlight) ?? highlight
        preference = try values.decodeIfPresent(Bool.self, forKey: .preference) ?? preference
        explain = try values.decodeIfPresent(Bool.self, forKey: .explain) ?? explain
        snippets = try values.decodeIfPresent(Bool.self, forKey: .snippets) ?? snippets
    }
}

extension KeyedDecodingContainer<SearchRequest.Field> {
    /// A whole number. The decoder's error for a fraction does not say where it is, so it is said here.
    fileprivate func integer(_ field: SearchRequest.Field) throws -> Int? {
        do {
            return try decodeIfPresent(Int.self, forKey: field)
        } catch {
            throw Problem.badRequest(field, "This field must be \(field.expected).")
        }
    }
}

extension MatchMode {
    /// The mode with this name in the interface.
    init(named name: String) throws(Problem) {
        guard let mode = MatchMode(rawValue: name) else {
            let names = MatchMode.allCases.map(\.rawValue).joined(separator: ", ")
            throw .badRequest(.match, "This way of matching is not known. Use \(names).")
        }
        self = mode
    }
}

extension Highlight: Decodable {
    /// Decodes the marks that are there; the other has its default.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Field.self)
        self.init()
        pre = try values.decodeIfPresent(String.self, forKey: .pre) ?? pre
        post = try values.decodeIfPresent(String.self, forKey: .post) ?? post
    }
}

/// The values of one filter key: a list, or for convenience a single string.
private struct FilterValues: Decodable {
    let values: [String]

    init(from decoder: any Decoder) throws {
        if let value = try? decoder.singleValueContainer().decode(String.self) {
            values = [value]
        } else {
            values = try decoder.singleValueContainer().decode([String].self)
        }
    }
}

extension Problem {
    static let notJSON = badRequest(detail: "The body is not valid JSON. Send one JSON object in UTF-8.")

    /// Says which field has the wrong type. Only the first part of the path is named, because the parts below it may
    /// be a client's own words.
    init(_ error: DecodingError) {
        let path: [any CodingKey]
        switch error {
        case .keyNotFound(let key, let context): path = context.codingPath + [key]
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            path = context.codingPath
        @unknown default: path = []
        }
        if let field = path.first.flatMap({ SearchRequest.Field(rawValue: $0.stringValue) }) {
            self = .badRequest(field, "This field must be \(field.expected).")
        } else if case .typeMismatch = error {
            self = .badRequest(detail: "The body must be one JSON object with the member q.")
        } else {
            self = .notJSON
        }
    }
}

extension SearchRequest.Field {
    /// The type of the field in words, for errors.
    var expected: String {
        switch self {
        case .query: "there, and be a string"
        case .page, .perPage, .sectionsPerDocument: "a whole number"
        case .filter: "an object with a string or a list of strings for every key"
        case .facets: "a list of strings"
        case .sort, .match: "a string"
        case .highlight: "an object with the strings pre and post"
        case .preference, .explain, .snippets: "true or false"
        }
    }
}
