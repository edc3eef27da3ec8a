import QuerySyntax

extension QueryNode {
    /// A short form for tests: `a`, `"a b"`, `a*`, `[a +b -c]`, `{a & b}`, `{a | b}`, `<a ~3 b>`, `title:a`, `2018-01-01..`.
    var sketch: String {
        switch self {
        case .word(let text): text
        case .phrase(let text): "\"\(text)\""
        case .prefix(let text): text + "*"
        case .near(let words, let distance): "<" + words.joined(separator: " ~\(distance) ") + ">"
        case .field(let field, let value): "\(field.rawValue):\(value.sketch)"
        case .dateRange(let from, let to): "\(from ?? "")..\(to ?? "")"
        case .sequence(let clauses): "[" + clauses.map(\.sketch).joined(separator: " ") + "]"
        case .and(let nodes): "{" + nodes.map(\.sketch).joined(separator: " & ") + "}"
        case .or(let nodes): "{" + nodes.map(\.sketch).joined(separator: " | ") + "}"
        }
    }

    /// How deep the tree is.
    var depth: Int {
        switch self {
        case .word, .phrase, .prefix, .near, .dateRange: 1
        case .field(_, let value): 1 + value.depth
        case .sequence(let clauses): 1 + (clauses.map(\.node.depth).max() ?? 0)
        case .and(let nodes), .or(let nodes): 1 + (nodes.map(\.depth).max() ?? 0)
        }
    }
}

extension QueryNode.Clause {
    fileprivate var sketch: String {
        switch sign {
        case .plain: node.sketch
        case .required: "+" + node.sketch
        case .excluded: "-" + node.sketch
        }
    }
}

/// The tree and the notes of a query, in short.
func sketch(_ query: String) -> String {
    let parsed = QueryParser.parse(query)
    let notes = parsed.notes.isEmpty ? "" : " ! " + parsed.notes.map(\.code.rawValue).joined(separator: " ")
    return (parsed.root?.sketch ?? "nothing") + notes
}
