/// Makes documents from JSON and YAML values, by their shape.
struct JSONDocumentBuilder {
    let context: ReadingContext

    /// Lists deeper than this are no lists of documents.
    private static let listDepth = 3

    /// The documents in a value.
    /// - Parameters:
    ///   - position: the number of the entry in its file, for entries without `id`; nil for the file's only one.
    ///   - line: where the value stands, when known.
    func documents(
        from value: Value, position: Int?, line: Int?, problems: inout [Problem]
    ) -> [Document] {
        var found: [Document] = []
        collect(value, position: position.map(String.init), line: line, depth: Self.listDepth, &found, &problems)
        return found
    }

    private func collect(
        _ value: Value, position: String?, line: Int?, depth: Int, _ found: inout [Document],
        _ problems: inout [Problem]
    ) {
        if case .array(let elements) = value, depth > 0 {
            for (index, element) in elements.enumerated() {
                let number = (position.map { $0 + "." } ?? "") + String(index + 1)
                collect(element, position: number, line: line, depth: depth - 1, &found, &problems)
            }
            return
        }
        guard let members = value.loweredMembers else {
            let message = "entry \(position ?? "1") is no object; write an object with `title` and `text`"
            problems.append(context.problem(.structure, line: line, message, .error))
            return
        }
        if case .array = members["contents"], members["name"] == nil, members["title"] == nil {
            if let stated = members["visibility"], Visibility(stated) != .public {
                let fields = DocumentFields(["visibility": stated], path: context.path)
                if let withheld = fields.withheld(path: context.path, line: line) { problems.append(withheld) }
                return
            }
            collect(members["contents"] ?? .null, position: position, line: line, depth: depth, &found, &problems)
            return
        }
        if let document = document(value, members, position: position, line: line, problems: &problems) {
            found.append(document)
        }
    }

    private enum Shape { case forum, institution, text }

    private func document(
        _ value: Value, _ members: [String: Value], position: String?, line: Int?, problems: inout [Problem]
    ) -> Document? {
        guard let shape = shape(of: members) else {
            let place = position.map { "entry \($0)" } ?? "the object"
            let message =
                "\(place) has no known shape; give it `title` and `text` or `sections`, `working_groups`, "
                + "or HSDS's `name` with `services`"
            problems.append(context.problem(.structure, line: line, message, .error))
            return nil
        }
        let structure: Set<String> =
            switch shape {
            case .forum: ["working_groups", "intro", "text", "sections", "body", "content", "closing"]
            case .institution: InstitutionProfile.structure
            case .text: ["text", "sections", "body", "content"]
            }
        var fields = DocumentFields(
            members, defaults: context.settings.defaults, except: structure, path: context.path, line: line,
            base: context.settings.baseURL)
        if let withheld = fields.withheld(path: context.path, line: line) {
            problems.append(withheld)
            return nil
        }
        problems += fields.problems
        let id = context.defaultID + (position.map { "/\($0)" } ?? "")
        let heading = members["name"]?.text.map { ByteText.collapsed($0) }
        var document: Document
        switch shape {
        case .institution:
            let profile = InstitutionProfile(value, limit: context.limits.sectionBytes)
            fields.metadata.merge(profile.facets) { own, facet in own + facet.filter { !own.contains($0) } }
            var built = fields.document(
                defaultID: id, folderKind: .institution, heading: heading, sections: profile.sections)
            built.profile = value.canonicalJSON
            built.latitude = built.latitude ?? profile.place?.latitude
            built.longitude = built.longitude ?? profile.place?.longitude
            built.url = built.url ?? profile.url
            document = built
        case .forum:
            document = fields.document(
                defaultID: id, folderKind: .forum, heading: heading,
                sections: ForumValue(members, limit: context.limits.sectionBytes).sections)
        case .text:
            let sections = SectionsValue(members, limit: context.limits.sectionBytes).sections
            document = fields.document(
                defaultID: id, folderKind: context.folderKind ?? .document, heading: heading, sections: sections)
        }
        if document.sections.isEmpty, shape == .text, heading != nil || members["title"]?.text != nil {
            // A title alone (a question without its answer, a link's name) is found by its words all the same.
            document.sections = [Section(anchor: "top", text: "")]
        }
        guard !document.sections.isEmpty else {
            let place = position.map { "entry \($0)" } ?? "the object"
            problems.append(context.problem(.empty, line: line, "\(place) holds no text; remove it", .warning))
            return nil
        }
        return document
    }

    private func shape(of members: [String: Value]) -> Shape? {
        if members["working_groups"] != nil { return .forum }
        let hasName = members["name"]?.text != nil || members["title"]?.text != nil
        let hasText = ["text", "sections", "body", "content"].contains { members[$0] != nil }
        if members["kind"]?.text?.lowercased() == "institution", hasName, !hasText { return .institution }
        if hasText { return .text }
        guard members["name"]?.text != nil else { return nil }
        let isInstitution =
            context.folderKind == .institution || members.keys.contains(where: InstitutionProfile.marks.contains)
        return isInstitution ? .institution : nil
    }
}

extension Value {
    /// Text without control characters, its line breaks as LF.
    static func cleaned(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 && $0 != 0x0A || $0 == 0x7F }) else { return text }
        var out = String.UnicodeScalarView()
        var isAfterReturn = false
        for scalar in text.unicodeScalars {
            if scalar == "\r" {
                out.append("\n")
            } else if scalar == "\n" {
                if !isAfterReturn { out.append(scalar) }
            } else if scalar == "\t" || scalar.value >= 0x20 && scalar.value != 0x7F {
                out.append(scalar)
            }
            isAfterReturn = scalar == "\r"
        }
        return String(out)
    }

    /// The text of a value that may be one string or a list of paragraphs.
    var paragraphs: String {
        elements.compactMap(\.text).map(Self.cleaned).joined(separator: "\n\n")
    }
}
