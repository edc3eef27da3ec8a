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
    mutating func appendPiece(
        _ piece: RawPiece, _ position: Int32, _ known: [Term], _ word: WordAnalyzer.Known, _ more: Token.Flags = []
    ) {
        let first = Int32(terms.count)
        for term in known[Int(word.firstTerm)..<Int(word.firstTerm + word.termCount)] where term.kind != .exact {
            terms.append(
                Term(id: term.id, kind: .part, foldedOffset: term.foldedOffset, foldedLength: term.foldedLength))
        }
        let flags: Token.Flags = more.union(word.isStopWord ? [.piece, .stopWord] : .piece)
        tokens.append(
            Token(
                start: Int32(piece.start), end: Int32(piece.end), position: position, firstTerm: first,
                termCount: Int32(terms.count) - first, flags: flags))
    }

    mutating func appendToLast(_ term: Term) {
        terms.append(term)
        tokens[tokens.count - 1].termCount += 1
    }

    /// Gives their whole words to the suspended parts that begin at the given places, which rise.
    ///
    /// What stands there stays a word as well (as a mere part it lost .003 nDCG on two public sets), unless it is a function
    /// word: `Aus- und Weiterbildung` says nothing of `aus`.
    mutating func complete(_ extra: [(start: Int, term: Term)]) {
        var next = 0
        for index in tokens.indices where !tokens[index].flags.contains(.piece) {
            while next < extra.count, extra[next].start < Int(tokens[index].start) { next += 1 }
            guard next < extra.count else { return }
            guard extra[next].start == Int(tokens[index].start) else { continue }
            let isStop = tokens[index].flags.contains(.stopWord)
            let kept = isStop ? 0 : tokens[index].termCount
            let old = Int(tokens[index].firstTerm)..<Int(tokens[index].firstTerm + kept)
            tokens[index].firstTerm = Int32(terms.count)
            tokens[index].termCount = kept + 1
            // One by one: a slice of the array would make the first of them copy it.
            for place in old { terms.append(terms[place]) }
            tokens[index].flags.remove(.stopWord)
            terms.append(extra[next].term)
        }
    }
}
