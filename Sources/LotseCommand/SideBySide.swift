import Foundation
import Lotse
import LotseAPI

/// What a reader sees of documents, for runs of any engine.
struct Passages {
    let engine: SearchEngine

    struct Passage {
        var title: String
        var text: String
    }

    /// Characters of a text that is shown where the query does not find the document.
    private static let beginning = 200

    /// Titles and snippets by the ids of a run, of documents or of sections; documents that the index lacks are missing.
    func passages(for ids: [String], query: String) throws -> [String: Passage] {
        var request = SearchRequest(query: query, perPage: Limits.hitsPerPage)
        request.match = .any
        // A section's id has its anchor.
        if ids.contains(where: { $0.contains("#") }) { request.sectionsPerDocument = Limits.sectionsPerDocument }
        let hits = try engine.search(request).hits
        var found: [String: Passage] = [:]
        for id in ids {
            let plain = id.contains("%") ? id.removingPercentEncoding ?? id : id
            if let hit = hits.first(where: { [id, plain].contains($0.document) || [id, plain].contains($0.id) }) {
                let snippet = hit.snippets.first.map { HitPrinter.marked($0, with: ("[", "]")) }
                found[id] = Passage(title: ([hit.title] + hit.path).joined(separator: " › "), text: snippet ?? "")
            } else {
                found[id] = try beginning(of: id)
            }
        }
        return found
    }

    /// Another engine found it where this query does not: its first words.
    private func beginning(of id: String) throws -> Passage? {
        let parts = id.split(separator: "#", maxSplits: 1).map(String.init)
        guard let document = try engine.document(runID: parts[0]) else { return nil }
        let section =
            parts.count > 1 ? document.sections.first { $0.anchor == parts[1] } : document.sections.first
        let text = section?.text ?? ""
        return Passage(
            title: ([document.title] + (section?.path ?? [])).joined(separator: " › "),
            text: text.count > Passages.beginning ? text.prefix(Passages.beginning) + "…" : text)
    }
}

/// Two runs' first hits for a query, in two columns.
struct SideBySide {
    let passages: Passages
    let texts: [String: String]
    let runs: (TrecRun, TrecRun)
    let qrels: Qrels

    /// How many hits of each run are shown.
    private static let hits = 3
    /// Characters of a column.
    private static let width = 56

    func show(_ query: RunComparison.Query, measure: Int) throws {
        guard let text = texts[query.id] else { return }
        let first = Array((runs.0.rankings[query.id] ?? []).prefix(SideBySide.hits))
        let second = Array((runs.1.rankings[query.id] ?? []).prefix(SideBySide.hits))
        let found = try passages.passages(for: Array(Set(first + second)), query: text)
        Output.line("\n\(query.id): \(text)")
        let name = Metrics.names[measure]
        let left = ["A: \(name) \(ComparisonTable.value(query.first.values[measure]))"]
        let right = ["B: \(name) \(ComparisonTable.value(query.second.values[measure]))"]
        let grades = qrels.grades[query.id] ?? [:]
        Output.text(
            SideBySide.columns(
                left + SideBySide.cell(first, found, grades), right + SideBySide.cell(second, found, grades)))
    }

    private static func cell(_ ids: [String], _ found: [String: Passages.Passage], _ grades: [String: Int]) -> [String]
    {
        if ids.isEmpty { return ["no hits"] }
        return ids.enumerated().flatMap { number, id in
            let grade = grades[id].map { "grade \($0)" } ?? "not judged"
            let title = found[id]?.title ?? "(not in this index)"
            return wrapped("\(number + 1). \(title)", indent: 3) + wrapped("   \(id) (\(grade))", indent: 3)
                + wrapped("   \(found[id]?.text ?? "")", indent: 3)
        }
    }

    /// Lines of at most a column's width, broken between words where that can be done.
    static func wrapped(_ text: String, indent: Int) -> [String] {
        let margin = String(repeating: " ", count: indent)
        var lines: [String] = []
        var line = String(text.prefix { $0 == " " })
        var isEmpty = true
        for word in text.split(whereSeparator: \.isWhitespace) {
            var word = word
            while !word.isEmpty {
                let room = width - line.count - (isEmpty ? 0 : 1)
                if word.count <= room {
                    line += (isEmpty ? "" : " ") + word
                    word = ""
                    isEmpty = false
                } else if isEmpty {
                    line += word.prefix(room)
                    word = word.dropFirst(room)
                    lines.append(line)
                    line = margin
                } else {
                    lines.append(line)
                    line = margin
                    isEmpty = true
                }
            }
        }
        return isEmpty ? lines : lines + [line]
    }

    /// Two lists of lines beside each other.
    static func columns(_ left: [String], _ right: [String]) -> String {
        (0..<max(left.count, right.count)).map { number in
            let first = number < left.count ? left[number] : ""
            let second = number < right.count ? right[number] : ""
            let gap = String(repeating: " ", count: max(0, width - first.count))
            let line = second.isEmpty ? first + gap + " |" : first + gap + " | " + second
            return line + "\n"
        }.joined()
    }
}
