extension TokenBuffer {
    mutating func append(
        _ token: RawToken, _ flags: Token.Flags, _ position: Int32, _ known: [Term], _ word: WordAnalyzer.Known
    ) {
        let first = Int32(terms.count)
        terms.append(contentsOf: known[Int(word.firstTerm)..<Int(word.firstTerm + word.termCount)])
        tokens.append(
            Token(
                start: Int32(token.start), end: Int32(token.end), position: position, firstTerm: first,
                termCount: word.termCount, flags: flags))
    }

    mutating func append(_ token: RawToken, _ flags: Token.Flags, _ position: Int32, _ own: [Term]) {
        let first = Int32(terms.count)
        terms.append(contentsOf: own)
        tokens.append(
            Token(
                start: Int32(token.start), end: Int32(token.end), position: position, firstTerm: first,
                termCount: Int32(own.count), flags: flags))
    }

    /// A piece of a hyphenated word: all its terms count as parts.
    mutating func appendPiece(_ piece: RawPiece, _ position: Int32, _ known: [Term], _ word: WordAnalyzer.Known) {
        let first = Int32(terms.count)
        for term in known[Int(word.firstTerm)..<Int(word.firstTerm + word.termCount)] where term.kind != .exact {
            terms.append(
                Term(id: term.id, kind: .part, foldedOffset: term.foldedOffset, foldedLength: term.foldedLength))
        }
        let flags: Token.Flags = word.isStopWord ? [.piece, .stopWord] : .piece
        tokens.append(
            Token(
                start: Int32(piece.start), end: Int32(piece.end), position: position, firstTerm: first,
                termCount: Int32(terms.count) - first, flags: flags))
    }

    mutating func appendToLast(_ term: Term) {
        terms.append(term)
        tokens[tokens.count - 1].termCount += 1
    }

    /// Gives further terms to the tokens that begin at the given places.
    mutating func insert(_ extra: [Int: Term]) {
        for index in tokens.indices where !tokens[index].flags.contains(.piece) {
            guard let term = extra[Int(tokens[index].start)] else { continue }
            let old = terms(of: tokens[index])
            tokens[index].firstTerm = Int32(terms.count)
            tokens[index].termCount += 1
            terms.append(contentsOf: old)
            terms.append(term)
        }
    }
}
