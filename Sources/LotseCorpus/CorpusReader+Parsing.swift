/// What a reader of one format needs to know about the file and the corpus.
struct ReadingContext {
    /// Relative to the root.
    var path: String
    var limits: Limits
    var settings: CorpusSettings
    var furniture: FurnitureFilter

    var defaultID: String { Identifier.from(path: path) }

    /// The kind that the file's folder implies, nil outside of the layout's folders.
    var folderKind: Document.Kind? {
        if path.hasPrefix("forums/") { return .forum }
        if path.hasPrefix("institutions/") { return .institution }
        return nil
    }

    func problem(_ code: Problem.Code, line: Int? = nil, _ message: String, _ severity: Problem.Severity) -> Problem {
        Problem(path: path, line: line, code: code, message: message, severity: severity)
    }
}

/// What a reader of one format found in a file.
struct ParsedFile {
    var documents: [Document] = []
    var problems: [Problem] = []
    /// Lines that were recognised as page furniture.
    var furniture: [String] = []
}

extension CorpusReader {
    /// Decodes the bytes and hands them to the reader of their format.
    func parse(_ bytes: [UInt8], source: Source, furniture: FurnitureProfile) -> ParsedFile {
        let context = context(source, furniture)
        if source.format == .jsonLines {
            var reader = JSONLinesReader(context: context)
            return reader.parse(bytes)
        }
        guard bytes.count <= configuration.limits.fileBytes else {
            return ParsedFile(problems: [
                context.problem(.tooLarge, "the file has \(bytes.count) bytes; split it", .error)
            ])
        }
        var problems: [Problem] = []
        guard let text = decode(bytes, context: context, format: source.format, problems: &problems) else {
            return ParsedFile(problems: problems)
        }
        var result =
            switch source.format {
            case .markdown: MarkdownReader(context: context).read(text)
            case .text: PlainTextReader(context: context).read(text)
            case .html: HTMLReader(context: context).read(text)
            case .json, .jsonLines: StructuredReader(context: context).readJSON(text)
            case .yaml: StructuredReader(context: context).readYAML(text)
            }
        if result.documents.isEmpty, result.problems.isEmpty {
            let message = "the file holds no text\(result.furniture.isEmpty ? "" : " but page furniture"); remove it"
            result.problems.append(context.problem(.empty, message, .warning))
        }
        result.problems = problems + result.problems
        return result
    }

    private func decode(
        _ bytes: [UInt8], context: ReadingContext, format: Source.Format, problems: inout [Problem]
    ) -> [UInt8]? {
        if format == .html, let declared = HTMLCharset.decode(bytes) { return declared }
        switch TextDecoding.decode(bytes) {
        case .text(let text):
            return text
        case .windows1252(let text):
            let message = "the file is not UTF-8 and was read as Windows-1252; save it as UTF-8"
            problems.append(context.problem(.encoding, message, .warning))
            return text
        case .binary:
            let message = "the file holds control characters and is no text; remove it or correct its extension"
            problems.append(context.problem(.binary, message, .error))
        case .undecodable(let offset):
            let line = ByteText.line(of: offset, in: bytes)
            let message = "byte \(offset) fits neither UTF-8 nor another known encoding; save the file as UTF-8"
            problems.append(context.problem(.encoding, line: line, message, .error))
        }
        return nil
    }
}
