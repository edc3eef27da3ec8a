/// What is stored with a section: all that a hit, its snippets and a whole document need.
///
/// A flat row of fields, each a length (LEB128) and its bytes, in the order of the properties. Lists are a count and
/// their fields.
struct SectionRecord: Equatable {
    static let version: UInt8 = 1

    var document = ""
    var anchor = ""
    var kind = ""
    var sectionKind = ""
    var title = ""
    var url = ""
    var date = ""
    var path: [String] = []
    var context = ""
    var text = ""
    /// Facts of the whole document as JSON: with its first section only.
    var documentFacts = ""

    func encoded() -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(text.utf8.count + 256)
        output.append(SectionRecord.version)
        for field in [document, anchor, kind, sectionKind, title, url, date] { output.appendField(field) }
        output.appendLength(path.count)
        for heading in path { output.appendField(heading) }
        for field in [context, text, documentFacts] { output.appendField(field) }
        return output
    }

    /// Reads a record; nil when the bytes are none.
    init?(_ bytes: [UInt8]) {
        var reader = FieldReader(bytes: bytes)
        guard reader.byte() == SectionRecord.version, let document = reader.field(), let anchor = reader.field(),
            let kind = reader.field(), let sectionKind = reader.field(), let title = reader.field(),
            let url = reader.field(), let date = reader.field(), let headings = reader.length(), headings <= 64
        else { return nil }
        for _ in 0..<headings {
            guard let heading = reader.field() else { return nil }
            path.append(heading)
        }
        guard let context = reader.field(), let text = reader.field(), let facts = reader.field() else { return nil }
        self.document = document
        self.anchor = anchor
        self.kind = kind
        self.sectionKind = sectionKind
        self.title = title
        self.url = url
        self.date = date
        self.context = context
        self.text = text
        self.documentFacts = facts
    }

    init() {}
}

extension [UInt8] {
    fileprivate mutating func appendLength(_ length: Int) {
        var rest = length
        while rest >= 0x80 {
            append(UInt8(rest & 0x7F) | 0x80)
            rest >>= 7
        }
        append(UInt8(rest))
    }

    fileprivate mutating func appendField(_ field: String) {
        appendLength(field.utf8.count)
        append(contentsOf: field.utf8)
    }
}

private struct FieldReader {
    let bytes: [UInt8]
    var index = 0

    mutating func byte() -> UInt8? {
        guard index < bytes.count else { return nil }
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
        guard let count = length(), count <= bytes.count - index else { return nil }
        defer { index += count }
        return String(decoding: bytes[index..<(index + count)], as: UTF8.self)
    }
}
