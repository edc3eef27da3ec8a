import Foundation

extension Value: Codable {
    /// Decodes any JSON value.
    init(from decoder: any Decoder) throws {
        if decoder.codingPath.count > Limits().valueDepth {
            throw DecodingError.dataCorrupted(
                .init(codingPath: [], debugDescription: "nested more than \(Limits().valueDepth) levels deep"))
        }
        let single = try decoder.singleValueContainer()
        if let string = try? single.decode(String.self) {
            self = .string(string)
        } else if single.decodeNil() {
            self = .null
        } else if let object = try? decoder.container(keyedBy: AnyKey.self) {
            var members: [String: Value] = [:]
            for key in object.allKeys { members[key.stringValue] = try object.decode(Value.self, forKey: key) }
            self = .object(members)
        } else if var array = try? decoder.unkeyedContainer() {
            var elements: [Value] = []
            while !array.isAtEnd { elements.append(try array.decode(Value.self)) }
            self = .array(elements)
        } else if let flag = try? single.decode(Bool.self) {
            self = .bool(flag)
        } else if let number = try? single.decode(Int.self) {
            self = .integer(number)
        } else {
            self = .number(try single.decode(Double.self))
        }
    }

    /// Encodes as the JSON value it stands for.
    func encode(to encoder: any Encoder) throws {
        switch self {
        case .object(let members):
            var container = encoder.container(keyedBy: AnyKey.self)
            for (key, value) in members { try container.encode(value, forKey: AnyKey(stringValue: key)) }
        case .array(let elements):
            var container = encoder.unkeyedContainer()
            for element in elements { try container.encode(element) }
        default:
            var container = encoder.singleValueContainer()
            switch self {
            case .bool(let flag): try container.encode(flag)
            case .integer(let number): try container.encode(number)
            case .number(let number): try container.encode(number)
            case .string(let string): try container.encode(string)
            default: try container.encodeNil()
            }
        }
    }

    /// Parses JSON text.
    /// - Throws: the reason in words, and the line where the parser names one.
    static func parse(json bytes: [UInt8]) throws(ParseFailure) -> Value {
        do {
            return try JSONDecoder().decode(Value.self, from: Data(bytes))
        } catch {
            throw ParseFailure(json: bytes, error: error)
        }
    }

    /// Keys sorted, no white space; nil only for numbers that JSON cannot say.
    var canonicalJSON: String? {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) }
    }

    private struct AnyKey: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}

/// Why a text is no JSON or YAML.
struct ParseFailure: Error, Hashable {
    var reason: String
    var line: Int?

    init(reason: String, line: Int? = nil) {
        self.reason = reason
        self.line = line
    }

    /// `JSONDecoder` does not say where; `JSONSerialization` does, in words: `Invalid value around character 15.`
    init(json bytes: [UInt8], error: any Error) {
        var words = String(describing: error)
        do {
            _ = try JSONSerialization.jsonObject(with: Data(bytes), options: [.fragmentsAllowed])
        } catch {
            words += " \((error as NSError).userInfo[NSDebugDescriptionErrorKey] ?? "")"
        }
        line = nil
        if let range = words.firstRange(of: "around character ") {
            line = Int(words[range.upperBound...].prefix { $0.isNumber }).map { ByteText.line(of: $0, in: bytes) }
        }
        if words.contains("nested more than") || words.contains("Too many nested") {
            reason = "the JSON is nested too deep"
        } else if words.contains("Unexpected end") {
            reason = "the JSON ends too early"
            line = ByteText.line(of: bytes.count, in: bytes)
        } else {
            reason = "this is not valid JSON"
        }
    }
}
