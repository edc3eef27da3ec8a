/// What is stored with a section: all that a hit, its snippets and a whole document need.
///
/// A flat row of fields, each a length (LEB128) and its bytes, in the order of the properties. Lists are a count and
/// their fields.
struct SectionRecord: Equatable {
    static let version: UInt8 = 1
    /// Headings above a section that are kept.
    static let deepestPath = 64

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
        var reader = FieldReader(bytes)
        guard reader.byte() == SectionRecord.version, let document = reader.field(), let anchor = reader.field(),
            let kind = reader.field(), let sectionKind = reader.field(), let title = reader.field(),
            let url = reader.field(), let date = reader.field(),
            let path = reader.fields(most: SectionRecord.deepestPath), let context = reader.field(),
            let text = reader.field(), let facts = reader.field()
        else { return nil }
        self.document = document
        self.anchor = anchor
        self.kind = kind
        self.sectionKind = sectionKind
        self.title = title
        self.url = url
        self.date = date
        self.path = path
        self.context = context
        self.text = text
        self.documentFacts = facts
    }

    init() {}
}
