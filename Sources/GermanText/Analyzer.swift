/// The German pipeline: text in, tokens with terms out. One pipeline serves indexing, queries and snippets.
///
/// The stages, in order: ``Tokenizer`` (characters to folded words, gender marks, dates, abbreviations),
/// ``WordAnalyzer`` (umlaut digraphs, feminine nouns, stems, compounds), ``SuspendedHyphens``. An analyzer remembers
/// every word it has seen, so it is worth keeping; it belongs to one thread at a time and cannot be sent to another.
public final class Analyzer {
    /// The version of the rules. It rises when the same text would get other terms.
    public static let version = 1

    private var words: WordAnalyzer
    private var raw = RawTokenBuffer()
    private let suspended: SuspendedHyphens
    private let resources: AnalyzerResources
    private var genderKey: [UInt8] = []

    /// An analyzer with its own memory.
    public init(resources: AnalyzerResources, stemmer: any Stemming) {
        self.resources = resources
        self.words = WordAnalyzer(resources: resources, stemmer: stemmer)
        self.suspended = SuspendedHyphens(splitter: words.splitter, lexicon: resources.lexicon)
    }

    /// How many different terms it has numbered.
    public var termCount: Int { words.vocabulary.count }

    /// The bytes of a term: at most 240, UTF-8.
    public func bytes(of term: TermID) -> ArraySlice<UInt8> { words.vocabulary[term] }

    /// The number of a term, given now if it is new.
    public func id(of bytes: [UInt8]) -> TermID { words.intern(bytes) }

    /// Forgets all words when there are very many. Numbers of terms given before mean nothing afterwards.
    ///
    /// - Returns: true when it forgot.
    @discardableResult
    public func trim() -> Bool {
        guard words.isFull else { return false }
        words.forget()
        return true
    }

    /// Analyses a text. `output` is emptied first; positions begin at 0.
    public func analyze(_ text: String, into output: inout TokenBuffer) {
        var text = text
        text.withUTF8 { analyze($0, into: &output) }
    }

    /// Analyses UTF-8. Malformed bytes separate words.
    public func analyze(_ text: UnsafeBufferPointer<UInt8>, into output: inout TokenBuffer) {
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
            case .address: appendSingle(token, .stem, &position, &output)
            case .abbreviation: appendAbbreviation(token, &position, &output)
            case .date: appendDate(token, &position, &output)
            }
        }
        if hasSuspended, resources.stages.contains(.suspendedHyphens) { complete(&output) }
    }

    private func appendWord(_ token: RawToken, _ index: Int, _ position: inout Int32, _ output: inout TokenBuffer) {
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

    private func analyzeFolded(_ token: RawToken) -> WordAnalyzer.Known {
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

    private func appendSingle(
        _ token: RawToken, _ kind: TermKind, _ position: inout Int32, _ output: inout TokenBuffer
    ) {
        let id = words.intern(fold(token))
        output.append(token, token.flags, position, [Term(id: id, kind: kind)])
        position += 1
    }

    private func appendAbbreviation(_ token: RawToken, _ position: inout Int32, _ output: inout TokenBuffer) {
        let folded = fold(token)
        var flags = token.flags
        if resources.stopWords.contains(folded) { flags.insert(.stopWord) }
        output.append(token, flags, position, [Term(id: words.intern(folded), kind: .abbreviation)])
        position += 1
    }

    /// A date stands for its day, its month and its year.
    private func appendDate(_ token: RawToken, _ position: inout Int32, _ output: inout TokenBuffer) {
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
    private func appendMonth(_ token: RawToken, _ index: Int, _ output: inout TokenBuffer) {
        guard index + 1 < raw.tokens.count, token.foldedEnd - token.foldedStart <= 10,
            let month = Tokenizer.months[fold(token)]
        else { return }
        let next = raw.tokens[index + 1]
        guard next.kind == .number, next.foldedEnd - next.foldedStart == 4, next.start - token.end <= 3 else { return }
        let iso = Array(raw.folded[next.foldedStart..<next.foldedEnd]) + Array((month < 10 ? "-0" : "-").utf8)
            + Array("\(month)".utf8)
        output.appendToLast(Term(id: words.intern(iso), kind: .date))
    }

    private func complete(_ output: inout TokenBuffer) {
        var extra: [Int: Term] = [:]
        for completion in suspended.completions(raw) {
            let term = Term(id: words.intern(words.stemTerm(words.normalised(completion.word))), kind: .completed)
            extra[raw.tokens[completion.token].start] = term
        }
        if !extra.isEmpty { output.insert(extra) }
    }
}

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
