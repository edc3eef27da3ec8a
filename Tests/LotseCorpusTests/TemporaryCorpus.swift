import Foundation

@testable import LotseCorpus

/// A corpus in a folder of its own, removed when the closure returns.
struct TemporaryCorpus {
    let root: String

    @discardableResult
    static func with<Result>(
        _ files: [String: String] = [:], _ body: (TemporaryCorpus) throws -> Result
    ) throws -> Result {
        let root = NSTemporaryDirectory() + "lotse-corpus-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: root) }
        let corpus = TemporaryCorpus(root: root)
        for (path, text) in files { try corpus.write(path, Array(text.utf8)) }
        return try body(corpus)
    }

    func write(_ path: String, _ bytes: [UInt8]) throws {
        let url = URL(fileURLWithPath: root + "/" + path)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
    }

    func reader() throws -> CorpusReader { try CorpusReader(root: root) }

    /// Everything that is read, by identifier, and all problems.
    func readAll() throws -> (documents: [String: Document], problems: [Problem]) {
        var documents: [String: Document] = [:]
        let problems = try reader().readAll { documents[$0.id] = $0 }
        return (documents, problems)
    }
}

/// Reads one text as if it stood at `path`.
func parse(_ text: String, as path: String) -> ParsedFile {
    parse(Array(text.utf8), as: path)
}

/// Reads bytes as if they stood at `path`.
func parse(_ bytes: [UInt8], as path: String, lexicon: String = "") -> ParsedFile {
    var furniture = FurnitureLexicon()
    furniture.parse(lexicon)
    let limits = Limits()
    let context = ReadingContext(
        path: path, limits: limits, settings: CorpusSettings(), furniture: FurnitureFilter(lexicon: furniture))
    let ending = path.split(separator: ".").last.map(String.init) ?? ""
    switch Source.Format(extension: ending) {
    case .markdown: return MarkdownReader(context: context).read(bytes)
    case .text: return PlainTextReader(context: context).read(bytes)
    case .html: return HTMLReader(context: context).read(bytes)
    case .json: return StructuredReader(context: context).readJSON(bytes)
    case .yaml: return StructuredReader(context: context).readYAML(bytes)
    case .jsonLines:
        var reader = JSONLinesReader(context: context)
        return reader.parse(bytes)
    case nil: return ParsedFile()
    }
}

/// What must hold for every document, whatever it was read from.
func violations(of document: Document) -> [String] {
    var found: [String] = []
    if document.id.isEmpty { found.append("empty id") }
    if document.title.isEmpty { found.append("empty title") }
    if document.sections.isEmpty { found.append("no sections") }
    var anchors: Set<String> = []
    for section in document.sections {
        if section.anchor.isEmpty || section.anchor.contains("#") || section.anchor.contains(" ") {
            found.append("bad anchor \(section.anchor)")
        }
        if !anchors.insert(section.anchor).inserted { found.append("anchor twice: \(section.anchor)") }
        if section.path.contains(where: \.isEmpty) { found.append("empty path element at \(section.anchor)") }
        if section.text.utf8.count > Limits().sectionBytes { found.append("long section \(section.anchor)") }
        if section.kind == .result && section.context == nil { found.append("result without question") }
    }
    return found
}
