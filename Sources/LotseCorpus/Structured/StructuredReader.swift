/// Reads JSON and YAML files: one document, a list of documents, or an HSDS list page (`contents`).
struct StructuredReader {
    let context: ReadingContext

    func readJSON(_ text: [UInt8]) -> ParsedFile {
        do {
            return read(try Value.parse(json: text))
        } catch {
            return failed(.json, error)
        }
    }

    func readYAML(_ text: [UInt8]) -> ParsedFile {
        guard text.count <= context.limits.yamlBytes else {
            let message =
                "the file has \(text.count) bytes, the limit for YAML is \(context.limits.yamlBytes); split it"
            return ParsedFile(problems: [context.problem(.tooLarge, message, .error)])
        }
        do {
            return read(try Value.parse(yaml: String(decoding: text, as: UTF8.self), limits: context.limits))
        } catch {
            return failed(.yaml, error)
        }
    }

    private func failed(_ code: Problem.Code, _ failure: ParseFailure) -> ParsedFile {
        ParsedFile(problems: [
            context.problem(code, line: failure.line, "\(failure.reason); correct the file", .error)
        ])
    }

    private func read(_ value: Value) -> ParsedFile {
        var result = ParsedFile()
        if value == .null { return result }
        let builder = JSONDocumentBuilder(context: context)
        result.documents = builder.documents(from: value, position: nil, line: nil, problems: &result.problems)
        return result
    }
}
