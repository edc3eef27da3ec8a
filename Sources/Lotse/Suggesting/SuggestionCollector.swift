import GermanText
import LotseAPI

/// Gathers what can be suggested from the sections of an index: titles, headings, institutions, topics and frequent phrases.
struct SuggestionCollector {
    /// Longer texts are no suggestions, in bytes.
    private static let longest = 120
    private static let topicKeys = ["topics", "schwerpunkt", "zielgruppe"]

    private struct Key: Hashable {
        var folded: [UInt8]
    }

    private var found: [Key: Suggestible] = [:]
    private var phrases: PhraseCounter
    private var lastDocument = ""
    private var headingsOfDocument: Set<Key> = []

    init(analyzer: Analyzer, sections: Int) { phrases = PhraseCounter(analyzer: analyzer, sections: sections) }

    /// All suggestions of the sections that were added, best first.
    func suggestions() -> [Suggestible] {
        var collector = self
        for phrase in phrases.frequent() {
            collector.add(phrase.text, .phrase, documents: phrase.documents)
        }
        return Array(collector.found.values).ranked()
    }

    /// Adds a section. Those of a document must follow each other.
    ///
    /// - Parameter facts: what is stored with the first section of a document.
    mutating func add(_ record: SectionRecord, facts: DocumentFacts?) {
        if record.document != lastDocument {
            lastDocument = record.document
            headingsOfDocument = []
            add(record.title, record.kind == "institution" ? .institution : .title, document: record.document)
            if let facts {
                for key in SuggestionCollector.topicKeys {
                    for value in facts.metadata[key] ?? [] { add(value, .topic) }
                }
            }
        }
        for heading in record.path {
            let text = SuggestionCollector.withoutNumber(heading)
            // A heading stands above many sections of its document, but counts once.
            guard headingsOfDocument.insert(Key(folded: Analyzer.fold(text))).inserted else { continue }
            add(text, .heading)
        }
        phrases.add(record.text)
    }

    private mutating func add(
        _ text: String, _ kind: SuggestionKind, document: String? = nil, documents: UInt32 = 1
    ) {
        let text = String(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
        guard (3...SuggestionCollector.longest).contains(text.utf8.count), text.contains(where: \.isLetter) else {
            return
        }
        let key = Key(folded: Analyzer.fold(text))
        guard var entry = found[key] else {
            found[key] = Suggestible(text: text, kind: kind, documents: documents, document: document)
            return
        }
        // Two documents of one title: no single one can be opened by it.
        if entry.document != nil, document != nil, entry.document != document { entry.document = nil }
        if entry.document == nil, entry.kind != .title, entry.kind != .institution { entry.document = document }
        if kind != .phrase { entry.documents += documents }
        let other = Suggestible(text: text, kind: kind, documents: entry.documents, document: entry.document)
        found[key] = other.rank > entry.rank ? other : entry
    }

    /// A heading without what only numbers it: `§ 8a Kinderschutz`, `2.1 Ziele`, `(3) Form`.
    static func withoutNumber(_ heading: String) -> String {
        var words = heading.split(whereSeparator: \.isWhitespace)[...]
        while words.count > 1, let first = words.first {
            let core = first.trimmingSigns
            let isNumber =
                core.isEmpty || core.first.map { $0.isNumber } == true
                || core.allSatisfy { "IVXLC".contains($0) } && core != "I"
            let isName = [
                "Art", "Artikel", "Kapitel", "Abschnitt", "Unterabschnitt", "Teil", "Buch", "Titel", "Anlage",
            ]
            .contains(core)
            let isNext = words.dropFirst().first.map { $0.trimmingSigns.first?.isNumber == true } == true
            guard isNumber || isName && isNext else { break }
            words = words.dropFirst()
        }
        return words.joined(separator: " ")
    }
}

extension Substring {
    fileprivate var trimmingSigns: Substring {
        var rest = self
        while let first = rest.first, !first.isLetter, !first.isNumber { rest.removeFirst() }
        while let last = rest.last, !last.isLetter, !last.isNumber { rest.removeLast() }
        return rest
    }
}
