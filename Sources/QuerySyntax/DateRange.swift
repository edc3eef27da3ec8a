/// The value of `datum:`, as days in ISO order.
struct DateRange {
    var from: String?
    var to: String?
    /// Whether it was typed with its end first. The days are in order all the same.
    var isReversed = false

    /// Reads a word or what stands between quotation marks; nil for what is no date.
    init?(_ value: QueryNode) {
        switch value {
        case .word(let text), .phrase(let text): self.init(text)
        default: return nil
        }
    }

    /// Reads a date (`2019`, `2019-05`, `17.05.2019`) or a range of dates (`2018..05.2019`, `2018..`, `..2020`, and of
    /// years also `2018-2020`; between quotation marks also `2018 bis 2020`).
    init?(_ text: String) {
        let words = text.lowercased().split(whereSeparator: \.isWhitespace)
        let scalars = Array(words.joined(separator: " ").unicodeScalars)
        guard let between = DateRange.separator(scalars) else {
            guard let period = CalendarPeriod(scalars[...]) else { return nil }
            (from, to) = (period.firstDay, period.lastDay)
            return
        }
        let (left, right) = (scalars[..<between.lowerBound], scalars[between.upperBound...])
        let (first, last) = (CalendarPeriod(left), CalendarPeriod(right))
        guard left.isEmpty || first != nil, right.isEmpty || last != nil else { return nil }
        (from, to) = (first?.firstDay, last?.lastDay)
        if let begin = from, let end = to, begin > end {
            isReversed = true
            (from, to) = (last?.firstDay, first?.lastDay)
        }
        if from == nil, to == nil { return nil }
    }

    private static func separator(_ scalars: [Unicode.Scalar]) -> Range<Int>? {
        if scalars.count == 9, ["-", "–"].contains(scalars[4]), (scalars[..<4] + scalars[5...]).allSatisfy(\.isDigit) {
            return 4..<5
        }
        let joint = Array(" bis ".unicodeScalars)
        if let place = scalars.indices.first(where: { scalars[$0...].starts(with: joint) }) {
            return place..<(place + joint.count)
        }
        let dots = scalars.indices.dropLast().first { scalars[$0] == "." && scalars[$0 + 1] == "." }
        return dots.map { $0..<($0 + 2) }
    }
}
