/// The parameters of a URL's query part, in order, as `application/x-www-form-urlencoded` (WHATWG URL, section 5.1).
struct QueryString: Sequence {
    struct Parameter {
        let name: Substring.UTF8View
        let value: Substring.UTF8View

        func decodedName() throws(Problem) -> String {
            guard let text = PercentEncoding.decode(name, plusIsSpace: true) else {
                throw .badRequest(detail: "A parameter's name is not percent-encoded UTF-8. Encode it as UTF-8.")
            }
            return text
        }

        func decodedValue(of field: String) throws(Problem) -> String {
            guard let text = PercentEncoding.decode(value, plusIsSpace: true) else {
                throw .badRequest(
                    field: field, detail: "The value is not percent-encoded UTF-8. Encode it as UTF-8.")
            }
            return text
        }
    }

    private let query: Substring

    init(_ query: some StringProtocol) {
        self.query = Substring(query)
    }

    func makeIterator() -> some IteratorProtocol<Parameter> {
        query.utf8.split(separator: UInt8(ascii: "&")).lazy.map { pair in
            guard let equals = pair.firstIndex(of: UInt8(ascii: "=")) else {
                return Parameter(name: pair, value: pair[pair.endIndex...])
            }
            return Parameter(name: pair[..<equals], value: pair[pair.index(after: equals)...])
        }.makeIterator()
    }
}
