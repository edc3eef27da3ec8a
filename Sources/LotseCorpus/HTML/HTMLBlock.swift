/// A block of an HTML page.
enum HTMLBlock: Hashable {
    case heading(level: Int, String)
    /// May hold line breaks.
    case paragraph(String)
    case list([ListItem])

    /// Its lines, as they are compared with furniture.
    var lines: [String] {
        switch self {
        case .heading(_, let text): [text]
        case .paragraph(let text): text.split(separator: "\n").map { ByteText.collapsed($0) }
        case .list(let items): items.map { ByteText.collapsed($0.text) }
        }
    }

    /// The block without some of its lines; nil when none is left.
    func removing(_ isDropped: (String) -> Bool) -> HTMLBlock? {
        switch self {
        case .heading(_, let text):
            return isDropped(text) ? nil : self
        case .paragraph(let text):
            let kept = text.split(separator: "\n").filter { !isDropped(ByteText.collapsed($0)) }
            return kept.isEmpty ? nil : .paragraph(kept.joined(separator: "\n"))
        case .list(let items):
            let kept = items.filter { !isDropped(ByteText.collapsed($0.text)) }
            return kept.isEmpty ? nil : .list(kept)
        }
    }
}
