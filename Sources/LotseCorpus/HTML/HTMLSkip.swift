/// Which elements of a page are no content.
enum HTMLSkip {
    private static let elements: Set<String> = [
        "script", "style", "nav", "footer", "aside", "noscript", "template", "head", "iframe", "object", "svg", "math",
        "button", "select", "textarea", "input", "dialog", "canvas", "audio", "video", "map", "title", "meta", "link",
    ]
    private static let roles: Set<String> = [
        "navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar", "dialog", "alertdialog",
    ]
    private static let names: Set<String> = [
        "nav", "navigation", "navbar", "menu", "breadcrumb", "breadcrumbs", "brotkrumen", "skiplink", "skip-link",
        "skiplinks", "cookie-banner", "cookie-notice", "cookiebanner", "cookie-consent", "pagination", "footer",
        "sidebar", "mainnav", "subnav",
    ]
    private static let blocks: Set<String> = [
        "p", "div", "section", "article", "main", "blockquote", "figure", "figcaption", "address", "details", "summary",
        "fieldset", "legend", "center", "hr", "body", "table", "caption", "tbody", "thead", "tfoot", "dl", "dt", "dd",
        "header", "form", "hgroup", "html",
    ]

    static func isBlock(_ name: String) -> Bool { blocks.contains(name) }

    static func isSkipped(_ node: HTMLNode) -> Bool {
        let name = node.name
        if elements.contains(name) || isHidden(node) { return true }
        if name == "main" || name == "article" || name == "body" { return false }
        if let role = node["role"]?.lowercased(), roles.contains(role) { return true }
        if name == "header" { return !isInside(node, ["main", "article"]) }
        if name == "form" { return !holdsContent(node) }
        let stated = (node["class"] ?? "") + " " + (node["id"] ?? "")
        return stated.lowercased().split(whereSeparator: \.isWhitespace).contains { names.contains(String($0)) }
    }

    private static func isHidden(_ node: HTMLNode) -> Bool {
        if node["hidden"] != nil || node["aria-hidden"]?.lowercased() == "true" { return true }
        guard let style = node["style"]?.lowercased() else { return false }
        let rules = style.filter { !$0.isWhitespace }
        return rules.contains("display:none") || rules.contains("visibility:hidden")
    }

    static func isInside(_ node: HTMLNode, _ names: Set<String>) -> Bool {
        var parent = node.parent
        while let current = parent {
            if names.contains(current.name) { return true }
            parent = current.parent
        }
        return false
    }

    /// Some systems wrap the whole page in a form.
    private static func holdsContent(_ form: HTMLNode) -> Bool {
        form.first { ["h1", "h2", "h3", "main", "article"].contains($0.name) } != nil
    }
}
