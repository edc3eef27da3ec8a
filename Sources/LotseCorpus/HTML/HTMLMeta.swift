/// What the head of a page says about it.
struct HTMLMeta {
    /// Keys as in front matter.
    private(set) var values: [String: Value] = [:]
    /// `<title>`, without the name of the site behind a `|`.
    private(set) var title: String?
    private(set) var openGraphTitle: String?

    init(_ root: HTMLNode) {
        if let language = root["lang"]?.trimmingWhitespace(), !language.isEmpty {
            values["language"] = .string(language)
        }
        var node: HTMLNode? = root
        while let current = node {
            switch current.name {
            case "title":
                if title == nil, !HTMLSkip.isInside(current, ["svg"]) { title = Self.withoutSite(current.text) }
            case "meta": read(current)
            case "link":
                if current["rel"]?.lowercased() == "canonical", let address = current["href"] { set("url", address) }
            default: break
            }
            node = current.following(below: root)
        }
    }

    private mutating func read(_ node: HTMLNode) {
        guard let name = (node["name"] ?? node["property"])?.lowercased(), let content = node["content"] else { return }
        switch name {
        case "description", "author", "publisher", "region", "subtitle", "kind", "id", "language_level":
            set(name, content)
        case "visibility":
            // An empty value withholds too, and a second one cannot open what the first withheld.
            if values[name].map(Visibility.init) ?? .public == .public { values[name] = .string(content) }
        case "date", "dc.date", "dcterms.date", "article:published_time": set("date", content)
        case "keywords", "topics":
            let words = content.split(separator: ",").map { $0.trimmingWhitespace() }.filter { !$0.isEmpty }
            if !words.isEmpty { values[name] = .array(words.map { .string($0) }) }
        case "og:title": openGraphTitle = content.trimmingWhitespace().isEmpty ? nil : ByteText.collapsed(content)
        case "og:url": set("url", content)
        default: break
        }
    }

    private mutating func set(_ key: String, _ text: String) {
        let trimmed = ByteText.collapsed(text)
        if !trimmed.isEmpty, values[key] == nil { values[key] = .string(trimmed) }
    }

    private static func withoutSite(_ title: String) -> String? {
        for separator in [" | ", " :: ", " » ", " – "] {
            let parts = title.split(separator: separator)
            // A dash may belong to the title itself; it separates the site only where it stands once and late.
            if separator == " – ", parts.count != 2 || parts[0].utf8.count < parts[1].utf8.count { continue }
            if parts.count > 1, let first = parts.first { return String(first) }
        }
        return title.isEmpty ? nil : title
    }
}
