extension Query: CustomStringConvertible {
    /// The query as a person would write it, such as `(haus AND NOT (boot OR kahn*))`.
    ///
    /// Bytes that are no printable text show as `\x00`. It repeats what was searched for, so it belongs into no log.
    public var description: String {
        switch node {
        case .nothing: "NOTHING"
        case .everything: "EVERYTHING"
        case .term(let term, let wqf): Self.text(term) + (wqf == 1 ? "" : "#\(wqf)")
        case .combine(let code, let operands): Self.join(operands, " \(code.name) ")
        case .combineWith(let code, let parameter, let operands): Self.join(operands, " \(code.name) \(parameter) ")
        case .scale(let factor, let query): "\(factor) * \(query)"
        case .wildcard(let prefix, _, _, _): Self.text(prefix) + "*"
        case .range(let slot, let lower, let upper): "VALUE \(slot) \(Self.text(lower))..\(Self.text(upper))"
        case .atMost(let slot, let limit): "VALUE \(slot) <= \(Self.text(limit))"
        case .atLeast(let slot, let limit): "VALUE \(slot) >= \(Self.text(limit))"
        case .sequence(let slot, let elements, let window):
            "SEQUENCE \(window) OF \(elements.count) IN VALUE \(slot)"
        case .groups(let slot, let query): "SAME VALUE \(slot) AS \(query)"
        case .valueWeight(let slot, _, halfLife: 0): "WEIGHT OF VALUE \(slot)"
        case .valueWeight(let slot, let reference, let halfLife):
            "RECENCY OF VALUE \(slot) AT \(reference), HALF OF IT EVERY \(halfLife)"
        }
    }

    private static func join(_ operands: [Query], _ separator: String) -> String {
        "(" + operands.map(\.description).joined(separator: separator) + ")"
    }

    /// Bytes as text, with escapes where they are none.
    private static func text(_ bytes: [UInt8]) -> String {
        var text = ""
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            if scalar == "\u{FFFD}" { return bytes.map(escape).joined() }
            if scalar.value < 0x20 || scalar.value == 0x7F {
                text += escape(UInt8(scalar.value))
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
        return text
    }

    private static func escape(_ byte: UInt8) -> String {
        if byte >= 0x20, byte < 0x7F { return String(UnicodeScalar(byte)) }
        let digits = String(byte, radix: 16, uppercase: true)
        return "\\x" + (digits.count == 1 ? "0" : "") + digits
    }
}

extension Query.Operator {
    fileprivate var name: String {
        switch self {
        case .and: "AND"
        case .or: "OR"
        case .andNot: "AND NOT"
        case .andMaybe: "AND MAYBE"
        case .filter: "FILTER"
        case .xor: "XOR"
        case .synonym: "SYNONYM"
        case .max: "MAX"
        }
    }
}

extension Query.ParameterOperator {
    fileprivate var name: String {
        switch self {
        case .eliteSet: "ELITE SET"
        case .phrase: "PHRASE"
        case .near: "NEAR"
        }
    }
}
