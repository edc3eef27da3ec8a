import Foundation
import GermanText
import LotseAPI
import Xapian

/// Finds documents that say the like of one: by the words that it has often and the index has seldom.
///
/// The classic choice of terms by tf-idf (Salton and Buckley, Information Processing & Management 24(5), 1988), as
/// "more like this" is built elsewhere.
struct SimilarDocuments {
    private let request: SimilarRequest
    private let run: SearchRun

    /// - Throws: `Problem` (400) for a filter that is none.
    init(request: SimilarRequest, profiles: ProfileTable) throws(Problem) {
        self.request = request
        var search = SearchRequest(query: "", perPage: request.limit)
        search.filter = request.filter
        search.match = .any
        run = try SearchRun(request: search, profiles: profiles)
    }

    /// Words that stand for the document.
    private static let mostTerms = 25
    /// Bytes of its text that are read.
    private static let mostText = 64 << 10

    private struct Word {
        var text: String
        var count = 0
    }

    /// The hits; nil where the index has no such id.
    func hits(_ reader: borrowing Reader) throws(XapianError) -> [Hit]? {
        let parts = request.id.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let document = String(parts[0])
        let records = try sections(of: document, anchor: parts.count > 1 ? String(parts[1]) : nil, reader.database)
        guard !records.isEmpty else { return nil }
        reader.analyzer.trim()
        let words = try weighed(records, reader)
        guard !words.isEmpty else { return [] }
        let query = Query.any(
            words.map {
                .term(IndexTerms.term(.stem, reader.analyzer.bytes(of: $0.id))).scaled(by: $0.weight)
            })
        let plan = QueryPlan(
            all: query, any: query, canRelax: false,
            words: words.map {
                QueryWord(text: $0.text, whole: [$0.id], exact: nil, parts: [], isStopWord: false, position: 0)
            }, prefixes: [])
        return try run.hits(plan, without: IndexTerms.document(document), reader)
    }

    private func sections(
        of document: String, anchor: String?, _ database: borrowing Database
    ) throws(XapianError) -> [SectionRecord] {
        var records: [SectionRecord] = []
        var bytes = 0
        for id in try database.postings(of: IndexTerms.document(document), limit: 10_000) {
            guard let record = SectionRecord(try database.document(id, parts: .data).data), record.document == document,
                anchor == nil || record.anchor == anchor
            else { continue }
            records.append(record)
            bytes += record.text.utf8.count
            if bytes > SimilarDocuments.mostText { break }
        }
        return records
    }

    private func weighed(
        _ records: [SectionRecord], _ reader: borrowing Reader
    ) throws(XapianError) -> [(id: TermID, text: String, weight: Double)] {
        var words: [TermID: Word] = [:]
        var tokens = TokenBuffer()
        func add(_ text: String, weight: Int) {
            reader.analyzer.analyze(text, into: &tokens)
            for word in QueryWord.words(tokens, of: text) where !word.isStopWord {
                // A number or a time that two texts share says nothing.
                guard let stem = word.whole.first, word.text.utf8.count > 2, !word.text.contains(where: \.isNumber)
                else { continue }
                words[stem, default: Word(text: word.text)].count += weight
            }
        }
        add(records[0].title, weight: 3)
        for record in records {
            for heading in record.path { add(heading, weight: 2) }
            add(String(record.text.prefix(SimilarDocuments.mostText)), weight: 1)
        }
        let all = words.map { ($0.key, $0.value) }.sorted { $0.1.text < $1.1.text }
        let sections = Double(reader.sections)
        var weighed: [(id: TermID, text: String, weight: Double, score: Double)] = []
        for (id, word) in all {
            // What stands in this document alone leads nowhere; what stands everywhere leads everywhere.
            let frequency = reader.ranking.frequency(IndexTerms.term(.stem, reader.analyzer.bytes(of: id)))
            let documents = Double(frequency)
            guard frequency > 1, documents < sections / 2 || sections < 20 else { continue }
            let weight = 1 + Double(64 - word.count.leadingZeroBitCount - 1) / 2
            weighed.append((id, word.text, weight, weight * log((sections + 1) / documents)))
        }
        return weighed.sorted { ($1.score, $0.text) < ($0.score, $1.text) }.prefix(SimilarDocuments.mostTerms)
            .map { ($0.id, $0.text, $0.weight) }
    }
}
