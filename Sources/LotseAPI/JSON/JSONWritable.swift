/// A value that writes itself as JSON, in the interface's spelling and order of members.
///
/// The types of this module conform to this instead of `Encodable`, so that there is one spelling of an answer:
/// members without a value are written as `null` where the interface says that they are always there.
public protocol JSONWritable {
    /// Writes the value as exactly one JSON value.
    func write(to json: inout JSONWriter)
}

extension JSONWritable {
    /// The value as UTF-8 JSON on one line, without a line end.
    public func jsonBytes() -> [UInt8] {
        var json = JSONWriter()
        write(to: &json)
        return json.bytes
    }

    /// The value as JSON text on one line, without a line end.
    public func jsonText() -> String {
        String(decoding: jsonBytes(), as: UTF8.self)
    }
}

extension String: JSONWritable {
    /// Writes a JSON string.
    public func write(to json: inout JSONWriter) { json.string(self) }
}

extension Bool: JSONWritable {
    /// Writes `true` or `false`.
    public func write(to json: inout JSONWriter) { json.raw(self ? "true" : "false") }
}

extension Int: JSONWritable {
    /// Writes a JSON number.
    public func write(to json: inout JSONWriter) { json.raw(description) }
}

extension Double: JSONWritable {
    /// Writes the shortest number that reads back as the same value, and `null` for infinities and not-a-number,
    /// which JSON cannot express.
    public func write(to json: inout JSONWriter) { json.raw(isFinite ? description : "null") }
}

extension Optional: JSONWritable where Wrapped: JSONWritable {
    /// Writes the value, or `null`.
    public func write(to json: inout JSONWriter) {
        if let value = self {
            value.write(to: &json)
        } else {
            json.raw("null")
        }
    }
}

extension Array: JSONWritable where Element: JSONWritable {
    /// Writes a JSON array.
    public func write(to json: inout JSONWriter) {
        json.array { json in
            for element in self { element.write(to: &json) }
        }
    }
}

extension Dictionary: JSONWritable where Key == String, Value: JSONWritable {
    /// Writes a JSON object with its members in the order of their names' code points, so that an answer is stable.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            for (key, value) in self.sorted(by: { $0.key < $1.key }) { json.member(key, value) }
        }
    }
}
