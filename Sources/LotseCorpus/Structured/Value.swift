/// A JSON or YAML value.
indirect enum Value: Sendable, Hashable {
    case null
    case bool(Bool)
    case integer(Int)
    case number(Double)
    case string(String)
    case array([Value])
    case object([String: Value])

    /// The value below a key, when this is an object that has it and it is not null.
    subscript(_ key: String) -> Value? {
        guard case .object(let members) = self, let value = members[key], value != .null else { return nil }
        return value
    }

    /// The first present value of several names for one thing.
    subscript(firstOf keys: [String]) -> Value? {
        for key in keys {
            if let value = self[key] { return value }
        }
        return nil
    }

    /// A scalar as people would write it, white space trimmed; nil for null, objects, arrays and blank strings.
    var text: String? {
        switch self {
        case .string(let string):
            let trimmed = string.trimmingWhitespace()
            return trimmed.isEmpty ? nil : trimmed
        case .integer(let number): return String(number)
        case .number(let number): return String(number)
        case .bool(let flag): return flag ? "true" : "false"
        case .null, .array, .object: return nil
        }
    }

    /// The members of an object with their keys in lower case.
    var loweredMembers: [String: Value]? {
        guard case .object(let members) = self else { return nil }
        var lowered: [String: Value] = [:]
        // Sorted, so that of `Title` and `title` always the same one wins.
        for (key, value) in members.sorted(by: { $0.key < $1.key }) {
            let name = key.lowercased().trimmingWhitespace()
            if name == "visibility", let other = lowered[name], Visibility(other) != .public { continue }
            lowered[name] = value
        }
        return lowered
    }

    /// The elements of an array; one value stands for a list of itself; null for none.
    var elements: [Value] {
        switch self {
        case .null: []
        case .array(let elements): elements
        default: [self]
        }
    }

    /// The number, also when it is written as a string.
    var double: Double? {
        switch self {
        case .integer(let number): Double(number)
        case .number(let number): number
        case .string(let string): Double(string.trimmingWhitespace())
        default: nil
        }
    }

    /// Every scalar below this value, in order (objects by key).
    var texts: [String] {
        switch self {
        case .array(let elements): elements.flatMap(\.texts)
        case .object(let members): members.sorted { $0.key < $1.key }.flatMap(\.value.texts)
        default: text.map { [$0] } ?? []
        }
    }
}

/// Whether a document may be shown.
enum Visibility: Hashable {
    case `public`
    case withheld(String)

    /// Only the word `public` opens a document; anything else that stands there, nothing included, withholds it.
    init(_ value: Value) {
        if case .string(let word) = value, word.trimmingWhitespace().lowercased() == "public" {
            self = .public
        } else {
            self = .withheld(value.text ?? "")
        }
    }
}
