extension Analyzer {
    /// The range of the original text behind a range of a token's folded form.
    ///
    /// The token is folded once more, character by character: only shown hits need this.
    ///
    /// - Returns: a range on character boundaries inside the token; the whole token where the folded range is none of it.
    public func range(
        ofFolded offset: Int, count: Int, in token: Token, of text: UnsafeBufferPointer<UInt8>
    ) -> Range<Int> {
        var folded: [UInt8] = []
        var index = token.range.lowerBound
        var lower: Int?
        while index < token.range.upperBound {
            let (scalar, length) = Folding.decode(text, index)
            let kind = scalar < 0x80 ? Folding.classifyASCII(UInt8(scalar)) : Folding.classify(scalar)
            if kind == .letter || kind == .digit || kind == .mark {
                if lower == nil, folded.count >= offset { lower = index }
                Folding.append(scalar, to: &folded)
            }
            index += length
            if let lower, folded.count >= offset + count { return lower..<trailingMarks(index, token, text) }
        }
        return (lower ?? token.range.lowerBound)..<token.range.upperBound
    }

    /// Marks and soft hyphens behind a letter belong to it.
    private func trailingMarks(_ place: Int, _ token: Token, _ text: UnsafeBufferPointer<UInt8>) -> Int {
        var place = place
        while place < token.range.upperBound, text[place] >= 0x80 {
            let (scalar, length) = Folding.decode(text, place)
            let kind = Folding.classify(scalar)
            guard kind == .mark || kind == .ignorable else { break }
            place += length
        }
        return place
    }
}
