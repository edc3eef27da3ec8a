extension StringProtocol {
    /// Without white space, NBSP included, at either end.
    func trimmingWhitespace() -> String {
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }) else { return "" }
        var end = scalars.endIndex
        while end > first {
            let previous = scalars.index(before: end)
            if !scalars[previous].properties.isWhitespace { break }
            end = previous
        }
        return String(self[first..<end])
    }
}
