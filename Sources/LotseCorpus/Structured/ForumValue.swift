/// The sections of a forum in JSON or YAML: `intro`, `working_groups` with `questions` with `results`.
///
/// Working group 2 has the anchor `ag-2` (from its `name`), its third question `ag-2.3`, that question's first result
/// `ag-2.3.1`.
struct ForumValue {
    private(set) var sections: [Section] = []

    init(_ members: [String: Value], limit: Int) {
        var builder = SectionBuilder(limit: limit, isForum: true)
        for key in ["intro", "text", "body", "content"] {
            if let text = members[key]?.paragraphs, !text.isEmpty { builder.paragraph(text) }
        }
        for (index, group) in (members["working_groups"]?.elements ?? []).enumerated() {
            Self.add(group, number: index + 1, to: &builder)
        }
        if let closing = members["closing"]?.paragraphs, !closing.isEmpty {
            builder.open(level: 1, heading: "Abschluss")
            builder.paragraph(closing)
        }
        sections = builder.finish()
    }

    private static func add(_ group: Value, number: Int, to builder: inout SectionBuilder) {
        let name = group["name"]?.text ?? "AG \(number)"
        let title = group["title"]?.text
        let heading = title.map { $0 == name ? name : "\(name): \($0)" } ?? name
        let anchor = Forum.workingGroupAnchor(name) ?? AnchorRegistry.slug(name)
        builder.open(level: 1, heading: heading, anchor: anchor)
        if let people = group["moderation"]?.texts, !people.isEmpty {
            builder.paragraph("Moderation: \(people.joined(separator: ", "))")
        }
        for key in ["intro", "text", "description"] {
            if let text = group[key]?.paragraphs, !text.isEmpty { builder.paragraph(text) }
        }
        for result in group["results"]?.elements ?? [] {
            if let text = text(of: result) { builder.result(text, context: title ?? name) }
        }
        for (index, question) in (group["questions"]?.elements ?? []).enumerated() {
            let words = question[firstOf: ["question", "title", "name"]]?.text ?? question.text ?? "Frage \(index + 1)"
            builder.open(level: 2, heading: words, anchor: builder.nextAnchor(below: 1))
            if let text = question[firstOf: ["intro", "text", "description"]]?.paragraphs, !text.isEmpty {
                builder.paragraph(text)
            }
            for result in question["results"]?.elements ?? [] {
                if let text = text(of: result) { builder.result(text, context: ByteText.collapsed(words)) }
            }
        }
    }

    private static func text(of result: Value) -> String? {
        (result.text ?? result[firstOf: ["text", "result", "title"]]?.text).map(Value.cleaned)
    }
}
