/// What makes a heading a working group or a question, shared by all readers of forums.
enum Forum {
    private static let groupWords: [(word: String, slug: String)] = [
        ("arbeitsgruppe", "ag"), ("ag", "ag"), ("workshop", "workshop"), ("gruppe", "gruppe"),
        ("thementisch", "tisch"), ("tisch", "tisch"), ("werkstatt", "werkstatt"), ("impulsgruppe", "gruppe"),
    ]

    private static let openers: Set<String> = Set(groupWords.map(\.word) + ["ergebnis", "ergebnisse"])

    /// A heading `AG 2`, `AG 2: …`, `Ergebnisse der AG 2: …`, `Arbeitsgruppe IV – …` and the like.
    struct WorkingGroup: Hashable {
        /// `ag-2`
        var anchor: String
        /// What stands behind the number, without its separator; may be empty.
        var remainder: String
        /// Whether the heading announces results: `Ergebnisse der AG 2`.
        var statesResults: Bool
    }

    /// Reads a heading as a working group's.
    static func workingGroup(_ heading: String) -> WorkingGroup? {
        guard heading.utf8.count <= 300, openers.contains(ByteText.firstWord(heading, skip: 0)) else { return nil }
        var words = heading.split(whereSeparator: { $0 == " " || $0 == "\u{A0}" })[...]
        var statesResults = false
        if let first = words.first?.lowercased(), first.hasPrefix("ergebnis") {
            statesResults = true
            words = words.dropFirst()
            while let word = words.first?.lowercased(), ["der", "aus", "von", "den", "in", "des"].contains(word) {
                words = words.dropFirst()
            }
        }
        guard let kind = words.first?.lowercased(),
            let group = groupWords.first(where: { $0.word == kind || kind == $0.word + ":" }),
            let label = words.dropFirst().first
        else { return nil }
        let number = label.prefix { $0.isNumber || $0.isLetter }
        guard isNumber(number) else { return nil }
        let separators: Set<Character> = [":", "–", "-", ".", "—", " ", ")", "|"]
        let rest = heading[number.endIndex...].drop { separators.contains($0) }
        return WorkingGroup(
            anchor: "\(group.slug)-\(number.lowercased())", remainder: String(rest), statesResults: statesResults)
    }

    /// `3`, `12`, `IV`, `b`.
    private static func isNumber(_ text: some StringProtocol) -> Bool {
        guard !text.isEmpty, text.utf8.count <= 4 else { return false }
        if text.utf8.allSatisfy(ByteText.isDigit) { return true }
        return text.utf8.count == 1
            ? text.utf8.allSatisfy(ByteText.isASCIILetter) : text.allSatisfy { "IVX".contains($0) }
    }

    /// The anchor of a working group's heading.
    static func workingGroupAnchor(_ heading: String) -> String? {
        workingGroup(heading)?.anchor
    }

    /// The question that list items below these headings answer: the innermost heading, without the working group's
    /// label where a question stands behind it. Nil when no heading is a question and none is a working group.
    static func question(in path: [String]) -> String? {
        guard let last = path.last else { return nil }
        if let group = workingGroup(last) {
            return group.remainder.hasSuffix("?") ? group.remainder : last
        }
        return last.hasSuffix("?") || path.contains(where: { workingGroup($0) != nil }) ? last : nil
    }

    /// A numbered list of questions announces what the groups worked on; it answers nothing.
    static func isOverview(_ items: [ListItem]) -> Bool {
        items.count > 1 && items.allSatisfy { $0.text.hasSuffix("?") && $0.marker.first?.isNumber == true }
    }
}
