/// The sections of a plain document in JSON or YAML: `text` as it is, in one section, or `sections`, a list of
/// `{heading | path, text, anchor}`.
struct SectionsValue {
    private(set) var sections: [Section] = []

    init(_ members: [String: Value], limit: Int) {
        var anchors = AnchorRegistry()
        let text = Value.object(members)[firstOf: ["text", "body", "content"]]?.paragraphs ?? ""
        for (part, piece) in TextSplitter.split(Array(text.utf8), limit: limit).enumerated() {
            sections.append(Section(anchor: Self.anchor(AnchorRegistry.top, part), text: piece))
        }
        for entry in members["sections"]?.elements ?? [] {
            guard let fields = entry.loweredMembers else {
                append(entry.paragraphs, path: [], stated: nil, fields: [:], &anchors, limit)
                continue
            }
            var path = (fields["path"]?.texts ?? []).map { ByteText.collapsed($0) }
            if let heading = (fields["heading"] ?? fields["title"])?.text.map({ ByteText.collapsed($0) }),
                path.last != heading
            {
                path.append(heading)
            }
            let text = Value.object(fields)[firstOf: ["text", "body", "content"]]?.paragraphs ?? ""
            append(text, path: path, stated: fields["anchor"]?.text, fields: fields, &anchors, limit)
        }
    }

    private mutating func append(
        _ text: String, path: [String], stated: String?, fields: [String: Value], _ anchors: inout AnchorRegistry,
        _ limit: Int
    ) {
        let pieces = TextSplitter.split(Array(text.utf8), limit: limit)
        guard !pieces.isEmpty || !path.isEmpty else { return }
        let isLead = path.isEmpty && stated == nil && !sections.contains { $0.anchor == AnchorRegistry.top }
        let anchor =
            isLead
            ? AnchorRegistry.top : stated.map { anchors.claim(stated: $0) } ?? anchors.claim(path.last ?? "abschnitt")
        let context = (fields["context"] ?? fields["question"])?.text
        let isResult = fields["kind"]?.text == Section.Kind.result.rawValue && context != nil
        for (part, piece) in (pieces.isEmpty ? [""] : pieces).enumerated() {
            sections.append(
                Section(
                    anchor: Self.anchor(anchor, part), path: path, text: piece, kind: isResult ? .result : .body,
                    context: isResult ? context : nil))
        }
    }

    private static func anchor(_ base: String, _ part: Int) -> String {
        part == 0 ? base : "\(base)~\(part + 1)"
    }
}
