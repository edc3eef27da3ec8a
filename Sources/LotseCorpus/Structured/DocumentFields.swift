/// What a file says about its document, apart from its text: front matter, the top level of JSON and YAML, HTML's
/// `<meta>`; completed by the corpus' defaults.
struct DocumentFields {
    private(set) var visibility = Visibility.public
    private(set) var id: String?
    var title: String?
    private(set) var subtitle: String?
    private(set) var kind: Document.Kind?
    private(set) var date: String?
    private(set) var url: String?
    private(set) var language: String?
    private(set) var latitude: Double?
    private(set) var longitude: Double?
    private(set) var attachments: [Attachment] = []
    var metadata: [String: [String]] = [:]
    private(set) var problems: [Problem] = []

    /// - Parameters:
    ///   - values: keys in lower case.
    ///   - defaults: taken for every key that `values` lacks.
    ///   - except: keys that hold the text itself and are no metadata.
    init(
        _ values: [String: Value], defaults: [String: Value] = [:], except: Set<String> = [], path: String,
        line: Int? = nil, base: String? = nil
    ) {
        let values = values.merging(defaults) { own, _ in own }
        if let value = values["visibility"] { visibility = Visibility(value) }
        id = values["id"]?.text.map(Identifier.normalise)
        title = values["title"]?.text.map { ByteText.collapsed($0) }
        subtitle = values["subtitle"]?.text.map { ByteText.collapsed($0) }
        url = values["url"]?.text.map { Self.resolve($0, base: base) }
        language = (values["language"] ?? values["lang"])?.text
        readKind(values["kind"], path: path, line: line)
        readDate(values["date"], path: path, line: line)
        readPlace(values)
        attachments = (values["attachments"]?.elements ?? []).compactMap(Self.attachment)
        let special: Set<String> = [
            "id", "title", "subtitle", "kind", "date", "url", "visibility", "language", "lang", "attachments",
            "latitude", "longitude",
        ]
        for (key, value) in values.sorted(by: { $0.key < $1.key }) where !special.contains(key) && !except.contains(key)
        {
            MetadataFlattening.flatten(value, under: key, into: &metadata)
        }
    }

    /// Builds the document. Every text that is still missing has its fallback here.
    func document(
        defaultID: String, folderKind: Document.Kind, heading: String? = nil, sections: [Section]
    ) -> Document {
        let id = id ?? defaultID
        var document = Document(
            id: id, kind: kind ?? folderKind, title: title ?? heading ?? Identifier.title(fromID: id),
            language: language ?? "de", sections: sections)
        document.subtitle = subtitle
        document.date = date
        document.url = url
        document.metadata = metadata
        document.attachments = attachments
        document.latitude = latitude
        document.longitude = longitude
        return document
    }

    /// The problem to report for a document that is not public; nil for one that is.
    func withheld(path: String, line: Int? = nil) -> Problem? {
        guard case .withheld(let word) = visibility else { return nil }
        let stated = word.isEmpty ? "empty" : "\"\(word)\""
        return Problem(
            path: path, line: line, code: .withheld,
            message: "`visibility` is \(stated), so the document is not indexed; only `public` opens it",
            severity: .info)
    }

    private mutating func readKind(_ value: Value?, path: String, line: Int?) {
        guard let word = value?.text else { return }
        kind = Document.Kind(rawValue: word.lowercased())
        if kind == nil {
            metadata["kind"] = [word]
            problems.append(
                Problem(
                    path: path, line: line, code: .frontMatter,
                    message: "`kind` is \"\(word)\"; write document, forum or institution", severity: .warning))
        }
    }

    private mutating func readDate(_ value: Value?, path: String, line: Int?) {
        guard let text = value?.text else { return }
        let parsed = GermanDate.iso(text)
        date = parsed?.date
        if parsed?.isFull != true { metadata["date"] = [text] }
        if parsed == nil {
            problems.append(
                Problem(
                    path: path, line: line, code: .frontMatter,
                    message: "`date` is \"\(text)\"; write it as 2018-03-07 or 07.03.2018", severity: .warning))
        }
    }

    private mutating func readPlace(_ values: [String: Value]) {
        guard let north = values["latitude"]?.double, let east = values["longitude"]?.double,
            (-90...90).contains(north), (-180...180).contains(east)
        else { return }
        latitude = north
        longitude = east
    }

    /// A relative address below the corpus' own.
    static func resolve(_ address: String, base: String?) -> String {
        guard let base, !address.contains(":"), !address.hasPrefix("//") else { return address }
        let root = base.hasSuffix("/") ? String(base.dropLast()) : base
        return address.hasPrefix("/") ? root + address : root + "/" + address
    }

    private static func attachment(_ value: Value) -> Attachment? {
        if let text = value.text {
            return make(title: nil, file: text.contains("://") ? nil : text, url: text, type: nil)
        }
        guard let members = value.loweredMembers else { return nil }
        return make(
            title: members["title"]?.text ?? members["name"]?.text, file: members["file"]?.text,
            url: members["url"]?.text, type: members["type"]?.text)
    }

    private static func make(title: String?, file: String?, url: String?, type: String?) -> Attachment? {
        let url = url == file ? nil : url
        guard let name = title ?? file ?? url else { return nil }
        let place = (file ?? url)?.split(separator: "/").last ?? ""
        let ending = place.lastIndex(of: ".").map { place[place.index(after: $0)...].lowercased() }
        return Attachment(title: name, file: file, url: url, type: type ?? ending.flatMap { $0.isEmpty ? nil : $0 })
    }
}
