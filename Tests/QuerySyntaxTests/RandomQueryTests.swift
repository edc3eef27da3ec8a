import QuerySyntax
import Testing

#if DEBUG
    private let rounds = 3_500
#else
    private let rounds = 20_000
#endif

@Suite("Seeded random queries")
struct RandomQueryTests {
    private static let pieces = [
        " ", " ", " ", "a", "Sucht", "UND", "ODER", "NICHT", "AND", "OR", "NOT", "&&", "||", "+", "-", "−", "(", ")",
        "\"", "„", "“", "”",
        "»", "«", "‚", "‘", "’", "*", ":innen", "(innen)", "(030)", "+49", "-organisationen", "und", "🙂", "e\u{301}",
        "\u{301}", "\n",
        "\u{0}", "7.3.", "NAHE/3", "NEAR", "NAHE/0", "titel:", "Titel:(", "title:", "ort:", "träger:", "date:",
        "datum:2019",
        "..2018-02", "31.12.", "2020", ":", ",", "\\", "\\UND", "innen", "ab*", "foo:", "\u{600}", "´", "§8",
    ]

    @Test("any pieces in any order are parsed, and read again as they are printed", arguments: 0..<3)
    func pieces(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        for _ in 0..<rounds {
            let query = (0..<random.below(30)).map { _ in
                RandomQueryTests.pieces[random.below(RandomQueryTests.pieces.count)]
            }.joined()
            try check(query)
        }
    }

    @Test("any scalars are parsed, and read again as they are printed", arguments: 0..<3)
    func scalars(seed: Int) throws {
        var random = SeededRandom(seed: 50 + UInt64(seed))
        for _ in 0..<rounds {
            var scalars = String.UnicodeScalarView()
            for _ in 0..<random.below(60) {
                let limit: UInt32 = [0x80, 0x250, 0x2100, 0x10FFFF][random.below(4)]
                if let scalar = Unicode.Scalar(UInt32.random(in: 0...limit, using: &random)) { scalars.append(scalar) }
            }
            try check(String(scalars))
        }
    }

    /// What holds for every query.
    private func check(_ query: String) throws {
        let parsed = QueryParser.parse(query)
        try #require(QueryParser.parse(query) == parsed)
        try #require(Set(parsed.notes.map(\.code)).count == parsed.notes.count)
        let printed = QueryParser.parse(parsed.description)
        try #require(printed.root == parsed.root, "\(query.debugDescription) as \(parsed.description.debugDescription)")
        try #require(printed.notes.isEmpty, "\(query.debugDescription) as \(parsed.description.debugDescription)")
        guard let root = parsed.root else { return }
        try checkLeaves(root, query)
    }

    /// Every word of the tree stands in the query and has something to search for; no group is empty.
    private func checkLeaves(_ node: QueryNode, _ query: String) throws {
        switch node {
        case .word(let text), .phrase(let text), .prefix(let text): try checkText(text, query)
        case .near(let words, let distance):
            try #require(words.count >= 2 && (1...100).contains(distance))
            for word in words { try checkText(word, query) }
        case .field(let field, let value):
            try #require(field != .date && !holdsField(value))
            try checkLeaves(value, query)
        case .dateRange(let from, let to):
            try #require(from != nil || to != nil)
            if let from, let to { try #require(from <= to) }
        case .sequence(let clauses):
            try #require(!clauses.isEmpty)
            for clause in clauses { try checkLeaves(clause.node, query) }
        case .and(let nodes), .or(let nodes):
            try #require(nodes.count >= 2)
            for node in nodes { try checkLeaves(node, query) }
        }
    }

    private func checkText(_ text: String, _ query: String) throws {
        try #require(Array(query.unicodeScalars).contains(Array(text.unicodeScalars)))
        try #require(text.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil })
    }

    /// Whether a field's value is more than words, phrases and beginnings of words.
    private func holdsField(_ value: QueryNode) -> Bool {
        switch value {
        case .word, .phrase, .prefix: false
        case .sequence(let clauses): clauses.contains { $0.sign != .plain || holdsField($0.node) }
        default: true
        }
    }
}
