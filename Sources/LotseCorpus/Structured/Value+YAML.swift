internal import Yams

extension Value {
    /// Parses one YAML document by the core schema: plain `null`, booleans and canonical numbers are typed, everything
    /// else (dates, `05123`) stays text.
    /// - Throws: the reason in words, and the line where the parser names one.
    static func parse(yaml: String, limits: Limits) throws(ParseFailure) -> Value {
        if YAMLGuard.isAliasBomb(yaml) {
            throw ParseFailure(reason: "too many anchors and aliases; write the values out")
        }
        let root: Node?
        do {
            // The encoding is given because finding it out reads the whole environment on every call; the resolver,
            // because the default one matches every key with regular expressions, and types are resolved here.
            root = try Yams.Parser(yaml: yaml, resolver: .basic, encoding: .utf8).singleRoot()
        } catch {
            throw ParseFailure(yamlError: error)
        }
        guard let root else { return .null }
        var budget = limits.valueCount
        return try convert(root, depth: limits.valueDepth, budget: &budget)
    }

    private static func convert(_ node: Node, depth: Int, budget: inout Int) throws(ParseFailure) -> Value {
        budget -= 1
        guard budget >= 0 else { throw ParseFailure(reason: "too many values; split the file", line: node.mark?.line) }
        guard depth > 0 else { throw ParseFailure(reason: "the YAML is nested too deep", line: node.mark?.line) }
        switch node {
        case .scalar(let scalar):
            return scalar.style == .plain || scalar.style == .any ? plain(scalar.string) : .string(scalar.string)
        case .sequence(let sequence):
            var elements: [Value] = []
            for element in sequence { elements.append(try convert(element, depth: depth - 1, budget: &budget)) }
            return .array(elements)
        case .mapping(let mapping):
            var members: [String: Value] = [:]
            for (key, value) in mapping {
                guard case .scalar(let name) = key else {
                    throw ParseFailure(reason: "a key is not a plain word", line: key.mark?.line)
                }
                members[name.string] = try convert(value, depth: depth - 1, budget: &budget)
            }
            return .object(members)
        case .alias:
            throw ParseFailure(reason: "an alias without its anchor", line: node.mark?.line)
        }
    }

    /// A scalar without quotes, by YAML's core schema.
    private static func plain(_ text: String) -> Value {
        switch text {
        case "", "~", "null", "Null", "NULL": return .null
        case "true", "True", "TRUE": return .bool(true)
        case "false", "False", "FALSE": return .bool(false)
        default: break
        }
        guard let first = text.utf8.first, first == 0x2D || ByteText.isDigit(first) else { return .string(text) }
        // A number only where it is written back the same: postal codes, versions and phone numbers stay text.
        if let integer = Int(text), String(integer) == text { return .integer(integer) }
        if text.utf8.allSatisfy({ ByteText.isDigit($0) || $0 == 0x2E || $0 == 0x2D }), text.contains("."),
            let number = Double(text), number.isFinite, !text.hasPrefix("00")
        {
            return String(number) == text || text.hasSuffix("0") ? .number(number) : .string(text)
        }
        return .string(text)
    }
}

extension ParseFailure {
    init(yamlError error: any Error) {
        guard let error = error as? YamlError else {
            self.init(reason: "this is not valid YAML")
            return
        }
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            self.init(reason: problem, line: mark.line)
        case .duplicatedKeysInMapping(_, let context):
            self.init(reason: "a key occurs twice", line: context.mark.line)
        default:
            self.init(reason: "this is not valid YAML")
        }
    }
}

/// Refuses YAML whose aliases could grow without bound before it reaches the parser, which hashes keys with their
/// aliases expanded.
enum YAMLGuard {
    /// Counts `&name` and `*name` at the places where a value may start. Quoted text may be counted too: that errs on
    /// the safe side.
    static func isAliasBomb(_ yaml: String) -> Bool {
        var anchors = 0
        var aliases = 0
        var previous: UInt8 = 0x0A
        var mark: UInt8 = 0
        for byte in yaml.utf8 {
            if mark != 0, byte > 0x20, byte != mark {
                if mark == 0x26 { anchors += 1 } else { aliases += 1 }
            }
            mark = 0
            if byte == 0x26 || byte == 0x2A, isValueStart(after: previous) { mark = byte }
            previous = byte
        }
        // Three anchors grow at most cubically; few aliases have nothing to grow with.
        return (anchors > 3 && aliases > 24) || (anchors > 0 && aliases > 1_000)
    }

    private static func isValueStart(after byte: UInt8) -> Bool {
        byte <= 0x20 || byte == 0x5B || byte == 0x7B || byte == 0x2C || byte == 0x3A
    }
}
