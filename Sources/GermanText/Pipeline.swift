/// The stages behind an ``Analyzer``, and what they keep from text to text.
struct Pipeline {
    var words: WordAnalyzer
    private var raw = RawTokenBuffer()
    private let suspended: SuspendedHyphens
    let resources: AnalyzerResources
    private var genderKey: [UInt8] = []
    /// The completed words of suspended hyphens that were seen before.
    private var completed = CompletionMemory()

    init(resources: AnalyzerResources, stemmer: any Stemming) {
        self.resources = resources
        self.words = WordAnalyzer(resources: resources, stemmer: stemmer)
        self.suspended = SuspendedHyphens(splitter: words.splitter, lexicon: resources.lexicon)
    }

    /// Analyses UTF-8. Malformed bytes separate words.
    mutating func analyze(_ text: UnsafeBufferPointer<UInt8>, into output: inout TokenBuffer) {
        output.removeAll()
        Tokenizer.tokenize(text, into: &raw)
        var position: Int32 = 0
        var hasSuspended = false
        for index in raw.tokens.indices {
            let token = raw.tokens[index]
            if !token.flags.isDisjoint(with: [.trailingHyphen, .leadingHyphen]) { hasSuspended = true }
            switch token.kind {
            case .word: appendWord(token, index, &position, &output)
            case .number: appendSingle(token, .stem, &position, &output)
            case .phone: appendPhone(token, &position, &output)
            case .address: appendAddress(token, &position, &output)
            case .abbreviation: appendAbbreviation(token, &position, &output)
            case .date: appendDate(token, &position, &output)
            }
        }
        if hasSuspended, resources.stages.contains(.suspendedHyphens) { complete(&output) }
    }

    private mutating func appendWord(
        _ token: RawToken, _ index: Int, _ position: inout Int32, _ output: inout TokenBuffer
    ) {
        let known = analyzeFolded(token)
        var flags = token.flags
        if known.isStopWord { flags.insert(.stopWord) }
        output.append(token, flags, position, words.terms, known)
        if token.pieceCount == 0, token.flags.contains(.capitalised) { appendMonth(token, index, &output) }
        guard token.pieceCount > 1 else {
            position += 1
            return
        }
        for number in 0..<token.pieceCount {
            let piece = raw.pieces[token.firstPiece + number]
            let known = raw.folded.withUnsafeBufferPointer {
                words.analyze(UnsafeBufferPointer(rebasing: $0[piece.foldedStart..<piece.foldedEnd]))
            }
            output.appendPiece(piece, position, words.terms, known)
            position += 1
        }
    }

    private mutating func analyzeFolded(_ token: RawToken) -> WordAnalyzer.Known {
        if token.flags.contains(.genderForm) {
            genderKey.removeAll(keepingCapacity: true)
            genderKey.append(contentsOf: raw.folded[token.foldedStart..<token.foldedEnd])
            genderKey.append(0x3A)
            return genderKey.withUnsafeBufferPointer { words.analyze($0) }
        }
        return raw.folded.withUnsafeBufferPointer {
            words.analyze(UnsafeBufferPointer(rebasing: $0[token.foldedStart..<token.foldedEnd]))
        }
    }

    private func fold(_ token: RawToken) -> [UInt8] { Array(raw.folded[token.foldedStart..<token.foldedEnd]) }

    private mutating func appendSingle(
        _ token: RawToken, _ kind: TermKind, _ position: inout Int32, _ output: inout TokenBuffer
    ) {
        let id = words.intern(fold(token))
        output.append(token, token.flags, position, [Term(id: id, kind: kind)])
        position += 1
    }

    /// A telephone number, and the same without its area code.
    private mutating func appendPhone(_ token: RawToken, _ position: inout Int32, _ output: inout TokenBuffer) {
        appendSingle(token, .stem, &position, &output)
        guard token.pieceCount > 0 else { return }
        output.appendToLast(Term(id: words.intern(fold(raw.pieces[token.firstPiece])), kind: .stem))
    }

    /// An address, its host, and the words of the host's name.
    private mutating func appendAddress(_ token: RawToken, _ position: inout Int32, _ output: inout TokenBuffer) {
        let id = words.intern(fold(token))
        output.append(token, token.flags, position, [Term(id: id, kind: .stem)])
        for number in 0..<token.pieceCount {
            let piece = raw.pieces[token.firstPiece + number]
            if number == 0 {
                let host = words.intern(fold(piece))
                if host != id { output.appendToLast(Term(id: host, kind: .stem)) }
                continue
            }
            let known = raw.folded.withUnsafeBufferPointer {
                words.analyze(UnsafeBufferPointer(rebasing: $0[piece.foldedStart..<piece.foldedEnd]))
            }
            output.appendPiece(piece, position, words.terms, known, .address)
        }
        position += 1
    }

    private func fold(_ piece: RawPiece) -> [UInt8] { Array(raw.folded[piece.foldedStart..<piece.foldedEnd]) }

    private mutating func appendAbbreviation(_ token: RawToken, _ position: inout Int32, _ output: inout TokenBuffer) {
        let folded = fold(token)
        var flags = token.flags
        if resources.stopWords.contains(folded) { flags.insert(.stopWord) }
        output.append(token, flags, position, [Term(id: words.intern(folded), kind: .abbreviation)])
        position += 1
    }

    /// A date stands for its day, its month and its year.
    private mutating func appendDate(_ token: RawToken, _ position: inout Int32, _ output: inout TokenBuffer) {
        let iso = fold(token)
        var terms = [Term(id: words.intern(iso), kind: .date)]
        if iso.count == 10 {
            terms.append(Term(id: words.intern(Array(iso.prefix(7))), kind: .date))
            terms.append(Term(id: words.intern(Array("--".utf8) + iso.suffix(5)), kind: .date))
            terms.append(Term(id: words.intern(Array(iso.prefix(4))), kind: .date))
        }
        output.append(token, token.flags, position, terms)
        position += 1
    }

    /// `März 2018`: the month's name gets the month as a further term.
    private mutating func appendMonth(_ token: RawToken, _ index: Int, _ output: inout TokenBuffer) {
        guard index + 1 < raw.tokens.count, token.foldedEnd - token.foldedStart <= 10 else { return }
        let next = raw.tokens[index + 1]
        guard next.kind == .number, next.foldedEnd - next.foldedStart == 4, next.start - token.end <= 3,
            let month = Tokenizer.months[fold(token)]
        else { return }
        let iso =
            Array(raw.folded[next.foldedStart..<next.foldedEnd]) + Array((month < 10 ? "-0" : "-").utf8)
            + Array("\(month)".utf8)
        output.appendToLast(Term(id: words.intern(iso), kind: .date))
    }

    private mutating func complete(_ output: inout TokenBuffer) {
        var extra: [(start: Int, term: Term)] = []
        for place in suspended.places(raw) {
            let known = completed.lookUp(place, raw)
            let word = known.word ?? suspended.complete(place, raw)
            if known.word == nil { completed.remember(word ?? [], as: known.id) }
            // Two words that fit a term each may make one that does not.
            guard let word, !word.isEmpty, word.count <= Tokenizer.longestFold else { continue }
            let term = Term(id: words.intern(words.stemTerm(words.normalised(word))), kind: .completed)
            extra.append((raw.tokens[place.token].start, term))
        }
        if !extra.isEmpty { output.complete(extra) }
    }
}
