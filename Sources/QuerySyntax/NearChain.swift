/// Words joined by NAHE. The operator binds more than anything else, so that it is taken out before the parser runs.
enum NearChain {
    static let usualDistance = 10
    private static let distances = 1...100

    /// Makes one term of every chain. NAHE between anything but words becomes UND.
    static func folded(_ lexemes: [QueryLexeme], _ notes: inout [QueryNote.Code]) -> [QueryLexeme] {
        var result: [QueryLexeme] = []
        result.reserveCapacity(lexemes.count)
        var index = 0
        while index < lexemes.count {
            let lexeme = lexemes[index]
            guard case .near = lexeme else {
                result.append(lexeme)
                index += 1
                continue
            }
            if let first = result.last.flatMap(word), let chain = chain(from: first, lexemes[index...], &notes) {
                result[result.count - 1] = .term(.near(words: chain.words, distance: chain.distance))
                index = chain.end
            } else {
                index += 1
                // With nothing on one side it is an operator with nothing to join, which is the parser's to note.
                if let last = result.last, endsTerm(last), index < lexemes.count, beginsTerm(lexemes[index]) {
                    notes.append(.nearNeedsWords)
                }
                result.append(.and)
            }
        }
        return result
    }

    private static func chain(
        from first: String, _ lexemes: ArraySlice<QueryLexeme>, _ notes: inout [QueryNote.Code]
    ) -> (words: [String], distance: Int, end: Int)? {
        var words = [first]
        var found: [Int] = []
        var index = lexemes.startIndex
        while index + 1 < lexemes.endIndex, case .near(let distance) = lexemes[index],
            let word = word(lexemes[index + 1])
        {
            words.append(word)
            found.append(distance)
            index += 2
        }
        guard let largest = found.max() else { return nil }
        if found.contains(where: { $0 != largest }) { notes.append(.nearMixedDistances) }
        let distance = min(max(largest, distances.lowerBound), distances.upperBound)
        if distance != largest { notes.append(.nearDistance) }
        return (words, distance, index)
    }

    /// The word that a lexeme is, be it in quotation marks.
    private static func word(_ lexeme: QueryLexeme) -> String? {
        switch lexeme {
        case .term(.word(let text)): return text
        case .term(.phrase(let text)):
            let words = text.unicodeScalars.split(whereSeparator: \.isWhitespace)
            return words.count == 1 ? words[0].text : nil
        default: return nil
        }
    }

    private static func endsTerm(_ lexeme: QueryLexeme) -> Bool {
        switch lexeme {
        case .term, .close: true
        default: false
        }
    }

    private static func beginsTerm(_ lexeme: QueryLexeme) -> Bool {
        switch lexeme {
        case .term, .open, .plus, .minus, .not: true
        default: false
        }
    }
}
