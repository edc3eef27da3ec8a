import GermanText
import LotseCorpus
import QuerySyntax
import Xapian

extension QueryNode {
    /// Whether it restricts the documents that come into question, rather than being something to look for.
    var isRestriction: Bool {
        switch self {
        case .dateRange: true
        case .field(let field, _): field != .title
        // `(ort:Ellerfurt ODER ort:Brockenau)`
        case .and(let nodes), .or(let nodes): nodes.allSatisfy(\.isRestriction)
        case .sequence(let clauses): clauses.allSatisfy { $0.sign != .excluded && $0.node.isRestriction }
        default: false
        }
    }
}

extension QueryNode {
    /// Whether a phrase of several words stands in it.
    var hasPhrase: Bool { withoutPhrases != self }

    /// The same query with the words of its phrases side by side.
    var withoutPhrases: QueryNode {
        switch self {
        case .phrase(let text):
            let words = text.split(whereSeparator: \.isWhitespace)
            return words.count < 2 ? self : .sequence(words.map { Clause(.plain, .word(String($0))) })
        case .sequence(let clauses):
            return .sequence(
                clauses.map { $0.sign == .excluded ? $0 : Clause($0.sign, $0.node.withoutPhrases) })
        case .and(let nodes): return .and(nodes.map(\.withoutPhrases))
        case .or(let nodes): return .or(nodes.map(\.withoutPhrases))
        default: return self
        }
    }
}

extension QueryPlanner {
    /// Words near each other, in any order: from the first to the last at most the distance for each step.
    mutating func near(_ texts: [String], _ distance: Int) -> Query? {
        var members: [QueryWord] = []
        for text in texts {
            analyzer.analyze(text, into: &tokens)
            members += QueryWord.words(tokens, of: text).filter { !$0.isStopWord && !$0.whole.isEmpty }
        }
        guard !members.isEmpty else { return nil }
        words += members
        clauseCount += 1
        let terms = Query.all(members.map { .any($0.whole.map { term($0, .stem) }) })
        guard members.count > 1 else { return terms }
        let places = members.map { word in
            TokenStream.Element(keys: word.whole.map { TokenStream.key(analyzer.bytes(of: $0)) }, offset: 0)
        }
        let window = UInt32(clamping: distance * (members.count - 1) + 1)
        return .filter(terms, by: .near(places, within: window, in: ValueSlots.tokens))
    }

    /// What a field must hold.
    mutating func restriction(_ field: QueryField, _ node: QueryNode) -> Query? {
        switch field {
        case .title: return title(node)
        case .date: return query(node, strict: true)
        case .kind: return QueryPlanner.kind(node.text)
        case .language: return language(node.text)
        case .region: return facet([.region, .place, .sozialraum], node.text)
        case .traeger: return facet([.provider], node.text)
        case .schwerpunkt: return facet([.schwerpunkt], node.text)
        case .zielgruppe: return facet([.zielgruppe], node.text)
        case .topic: return facet([.topics], node.text)
        case .publisher: return facet([.publisher], node.text)
        }
    }

    /// Documents whose title has all words. The words weigh as they do in a text.
    private mutating func title(_ node: QueryNode) -> Query? {
        switch node {
        case .prefix(let text):
            guard let found = prefix(text), let beginning = prefixes.last else { return nil }
            let inTitle = Query.wildcard(
                prefix: IndexTerms.title(beginning), limit: RankingParameters.prefixExpansions, overflow: .mostFrequent)
            return .filter(.any([found, .matchAll]), by: inTitle)
        case .sequence(let clauses):
            let queries = clauses.compactMap { title($0.node) }
            return queries.isEmpty ? nil : .all(queries)
        default:
            guard let found = query(node, strict: true), let stems = stems(node.text) else { return nil }
            return .filter(found, by: .all(stems.map { .any($0.map { .term(IndexTerms.title($0)) }) }))
        }
    }

    /// Documents with a facet's value that has all words of a text.
    private mutating func facet(_ facets: [Facet], _ text: String) -> Query? {
        guard let stems = stems(text) else { return nil }
        return .any(
            facets.map { facet in
                .all(stems.map { .any($0.map { .term(IndexTerms.facetWord(facet, $0)) }) })
            }
        ).scaled(by: 0)
    }

    /// Documents in a language, or profiles where it is spoken, by its name or its code (`tr`).
    private mutating func language(_ text: String) -> Query? {
        let queries = ([text] + (LanguageCode.name(of: text).map { [$0] } ?? []))
            .compactMap { facet([.language, .spoken], $0) }
        return queries.isEmpty ? nil : .any(queries)
    }

    /// For each word of a text its stems; those of function words only where there are no others.
    private mutating func stems(_ text: String) -> [[[UInt8]]]? {
        analyzer.analyze(text, into: &tokens)
        let all = QueryWord.words(tokens, of: text)
        let content = all.filter { !$0.isStopWord }
        let stems = (content.isEmpty ? all : content).map { $0.whole.map { Array(analyzer.bytes(of: $0)) } }
        return stems.isEmpty ? nil : stems
    }

    /// Documents of a kind, by its German or English name.
    private static func kind(_ name: String) -> Query {
        let kind: Document.Kind? =
            switch name.lowercased() {
            case "dokument", "dokumente", "document", "documents", "text", "texte": .document
            case "forum", "foren", "forums", "forumsergebnis", "forumsergebnisse": .forum
            case "einrichtung", "einrichtungen", "institution", "institutionen", "institutions", "profil", "profile",
                "angebot", "angebote":
                .institution
            default: nil
            }
        return kind.map { .term(IndexTerms.kind($0.rawValue)).scaled(by: 0) } ?? .matchNothing
    }

    /// Documents dated within a range.
    func dateRange(_ from: String?, _ to: String?) -> Query? {
        // A document without a date has an empty value, which is before every day.
        .valueRange(ValueSlots.date, from: Array((from ?? "0000").utf8), to: Array((to ?? "9999-12-31").utf8))
    }
}

extension QueryNode {
    /// The fields with what each must hold, but for titles and dates, which are words and ranges.
    var restrictions: [(field: QueryField, value: QueryNode)] {
        switch self {
        case .field(let field, let value): field == .title || field == .date ? [] : [(field, value)]
        case .and(let nodes), .or(let nodes): nodes.flatMap(\.restrictions)
        case .sequence(let clauses): clauses.flatMap(\.node.restrictions)
        default: []
        }
    }

    /// Whether nothing is found without a date.
    var asksForDate: Bool {
        switch self {
        case .dateRange: true
        case .and(let nodes): nodes.contains(where: \.asksForDate)
        case .or(let nodes): nodes.allSatisfy(\.asksForDate)
        case .sequence(let clauses): clauses.contains { $0.sign != .excluded && $0.node.asksForDate }
        default: false
        }
    }

    /// The words of a leaf, as typed.
    var text: String {
        switch self {
        case .word(let text), .phrase(let text), .prefix(let text): text
        default: ""
        }
    }
}
