extension SearchRequest {
    /// Reads a request from the query part of a URL.
    ///
    /// Parameters: `q`, `page`, `per_page`, `sort`, `match`, `sections_per_document`, `preference`, `explain`,
    /// `snippets`, `pre` and `post` (the highlight marks), `facets=a,b` and `filter=key:value`, which may be repeated. `filter[key]=value` is
    /// accepted as well, and lists as PHP writes them: `filter[key][]`, `filter[key][0]`, `facets[]`. Unknown parameters
    /// are ignored.
    ///
    /// - Parameter query: the part after `?`, still percent-encoded.
    /// - Throws: ``Problem``: 413 above ``Limits/bodyBytes``, else 400 naming the parameter and what it must be.
    public init(parameters query: some StringProtocol) throws(Problem) {
        guard query.utf8.count <= Limits.bodyBytes else { throw .contentTooLarge }
        self.init(query: "")
        var seen: Set<String> = []
        for parameter in QueryString(query) {
            let name = try parameter.decodedName()
            if let key = Self.filterKey(of: name) {
                filter[key, default: []].append(try parameter.decodedValue(of: Field.filter.rawValue))
            } else if let parameterName = Parameter(rawValue: Self.withoutIndex(name)) {
                if !parameterName.isList, !seen.insert(name).inserted {
                    throw .badRequest(field: name, detail: "This parameter was sent more than once. Send it once.")
                }
                try set(parameterName, to: try parameter.decodedValue(of: name))
            }
        }
        guard seen.contains(Parameter.query.rawValue) else {
            throw .badRequest(.query, "This parameter must be there. Send at least one word.")
        }
    }

    /// The names of the parameters in a URL.
    private enum Parameter: String {
        case query = "q"
        case page
        case perPage = "per_page"
        case filter, facets, sort, match
        case sectionsPerDocument = "sections_per_document"
        case preference, explain, snippets, pre, post

        var isList: Bool { self == .filter || self == .facets }
    }

    private mutating func set(_ parameter: Parameter, to value: String) throws(Problem) {
        switch parameter {
        case .query: query = value
        case .page: page = try Self.integer(value, .page)
        case .perPage: perPage = try Self.integer(value, .perPage)
        case .filter:
            guard let colon = value.utf8.firstIndex(of: UInt8(ascii: ":")) else {
                throw .badRequest(.filter, "A filter is written key:value. Add the key and a colon.")
            }
            let key = String(value[..<colon])
            filter[key, default: []].append(String(value[value.utf8.index(after: colon)...]))
        case .facets: facets += value.utf8.split(separator: UInt8(ascii: ",")).compactMap { String($0) }
        case .sort: sort = Sort(rawValue: value)
        case .match: match = try MatchMode(named: value)
        case .sectionsPerDocument: sectionsPerDocument = try Self.integer(value, .sectionsPerDocument)
        case .preference: preference = try Self.boolean(value, .preference)
        case .explain: explain = try Self.boolean(value, .explain)
        case .snippets: snippets = try Self.boolean(value, .snippets)
        case .pre: highlight.pre = value
        case .post: highlight.post = value
        }
    }

    /// The key of `filter[key]`. Compared by bytes, because a key may begin with a combining mark, which makes one
    /// character with the bracket.
    private static func filterKey(of name: String) -> String? {
        let opening = "filter[".utf8
        // A bracket may also be the last sign of a key.
        let list = withoutIndex(name)
        let utf8 = list.utf8.last == UInt8(ascii: "]") ? list.utf8 : name.utf8
        guard utf8.count > opening.count, utf8.starts(with: opening), utf8.last == UInt8(ascii: "]") else { return nil }
        return String(Substring(utf8.dropFirst(opening.count).dropLast()))
    }

    /// A name without `[]` or `[0]` behind it, by which PHP and others mark a list.
    private static func withoutIndex(_ name: String) -> String {
        let utf8 = name.utf8
        guard utf8.last == UInt8(ascii: "]"), let bracket = utf8.lastIndex(of: UInt8(ascii: "[")),
            bracket > utf8.startIndex,
            utf8[utf8.index(after: bracket)...].dropLast().allSatisfy({ (0x30...0x39).contains($0) })
        else { return name }
        return String(Substring(utf8[..<bracket]))
    }

    private static func integer(_ value: String, _ field: Field) throws(Problem) -> Int {
        guard let number = Int(value) else { throw .badRequest(field, "This parameter must be \(field.expected).") }
        return number
    }

    private static func boolean(_ value: String, _ field: Field) throws(Problem) -> Bool {
        switch value {
        case "true", "1": return true
        case "false", "0": return false
        default: throw .badRequest(field, "This parameter must be \(field.expected).")
        }
    }
}
