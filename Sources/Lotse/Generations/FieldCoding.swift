// Fields as stored records have them: a length (LEB128) and the bytes of a text.

extension [UInt8] {
    /// Appends a number: seven bits a byte, the lowest first.
    mutating func appendLength(_ length: Int) {
        var rest = length
        while rest >= 0x80 {
            append(UInt8(rest & 0x7F) | 0x80)
            rest >>= 7
        }
        append(UInt8(rest))
    }

    mutating func appendField(_ field: String) {
        appendLength(field.utf8.count)
        append(contentsOf: field.utf8)
    }
}

/// Reads fields in order, never beyond the end of the bytes.
struct FieldReader<Bytes: RandomAccessCollection> where Bytes.Element == UInt8, Bytes.Index == Int {
    private let bytes: Bytes
    private var index: Int

    init(_ bytes: Bytes) {
        self.bytes = bytes
        index = bytes.startIndex
    }

    mutating func byte() -> UInt8? {
        guard index < bytes.endIndex else { return nil }
        defer { index += 1 }
        return bytes[index]
    }

    mutating func length() -> Int? {
        var value = 0
        var shift = 0
        while let next = byte(), shift < 56 {
            value |= Int(next & 0x7F) << shift
            if next & 0x80 == 0 { return value }
            shift += 7
        }
        return nil
    }

    mutating func field() -> String? {
        guard let count = length(), count <= bytes.endIndex - index else { return nil }
        defer { index += count }
        return String(decoding: bytes[index..<(index + count)], as: UTF8.self)
    }

    /// A count and so many fields; nil where there are more than `most`.
    mutating func fields(most: Int) -> [String]? {
        guard let count = length(), count <= most else { return nil }
        var fields: [String] = []
        for _ in 0..<count {
            guard let field = field() else { return nil }
            fields.append(field)
        }
        return fields
    }
}
