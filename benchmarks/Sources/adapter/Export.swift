import Foundation
import Lotse
import LotseAPI

/// Writes an index out as `docs.jsonl`, so that other engines search the same text.
struct Export {
    var engine: SearchEngine
    var index: String
    /// Each section under its headings on a line of its own; else a document is a line.
    var sections: Bool

    private struct Line: Encodable {
        var id: String
        var title: String
        var text: String
        var kind: String
    }

    /// - Returns: the number of lines.
    func write(to path: String) throws -> Int {
        let manifest = try JSONDecoder().decode(
            Manifest.self, from: Data(contentsOf: URL(fileURLWithPath: index + "/current/manifest.json")))
        guard FileManager.default.createFile(atPath: path, contents: nil),
            let output = FileHandle(forWritingAtPath: path)
        else { throw AdapterError(description: "\(path): cannot be written") }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var count = 0
        for id in manifest.sources.flatMap(\.documents) {
            guard let document = try engine.document(id: id) else {
                throw AdapterError(description: "\(index) has no document \(id); index it anew")
            }
            var packed = Data()
            for line in lines(of: document) {
                packed += try encoder.encode(line) + Data("\n".utf8)
                count += 1
            }
            try output.write(contentsOf: packed)
        }
        try output.close()
        return count
    }

    private func lines(of document: DocumentResponse) -> [Line] {
        let title = [document.title, document.subtitle].compactMap { $0 }.joined(separator: "\n")
        guard sections else {
            // A heading is written once, where it changes, as a reader sees it.
            var shown: [String] = []
            var parts: [String] = []
            for section in document.sections {
                let same = zip(shown, section.path).prefix { $0 == $1 }.count
                parts += section.path.dropFirst(same)
                if let context = section.context { parts.append(context) }
                parts.append(section.text)
                shown = section.path
            }
            // Topics, places, target groups: Lotse knows them, so the others get them to read.
            for key in document.metadata.keys.sorted() { parts += document.metadata[key] ?? [] }
            return [Line(id: document.id, title: title, text: parts.joined(separator: "\n"), kind: document.kind)]
        }
        return document.sections.map { section in
            let heading = ([document.title] + section.path).joined(separator: "\n")
            return Line(
                id: document.id + "#" + section.anchor, title: heading, text: section.text, kind: document.kind)
        }
    }
}
