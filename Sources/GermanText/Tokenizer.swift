/// Cuts text into raw tokens and folds them in the same pass.
///
/// A plain word costs one look at each of its bytes. Whatever joins words (hyphens, gender marks, points) is decided
/// where the word ends, by the files `Tokenizer+….swift`.
struct Tokenizer {
    /// A folded word longer than this is cut: Xapian's terms end at 245 bytes, and no word is that long.
    static let longestFold = 200

    let text: UnsafeBufferPointer<UInt8>
    var index = 0
    var output: RawTokenBuffer

    init(_ text: UnsafeBufferPointer<UInt8>, reusing buffer: consuming RawTokenBuffer) {
        self.text = text
        self.output = buffer
        self.output.removeAll()
    }

    /// Tokenises the whole text.
    static func tokenize(_ text: UnsafeBufferPointer<UInt8>, into buffer: inout RawTokenBuffer) {
        var taken = RawTokenBuffer()
        swap(&taken, &buffer)
        var tokenizer = Tokenizer(text, reusing: taken)
        tokenizer.run()
        buffer = tokenizer.output
    }

    /// A run of letters and digits.
    struct Run {
        var start: Int
        var end: Int
        var foldedStart: Int
        var capitalised = false
        var hasLetter = false
        var hasDigit = false
        /// Where an inner capital `I` before `n` stands (`BeraterInnen`): in the text and in the folded form.
        var innerCapital: (text: Int, folded: Int)?
    }

    mutating func run() {
        while index < text.count {
            let byte = text[index]
            if byte < 0x80 {
                switch Folding.classifyASCII(byte) {
                case .letter: readWord(leadingHyphenAt: nil)
                case .digit: readNumberOrWord()
                case .hyphen: readAfterHyphen()
                default:
                    let mayBePhone = byte == 0x28 || byte == 0x2B
                    if !mayBePhone || !readPhone() { index += 1 }
                }
                continue
            }
            let (scalar, length) = Folding.decode(text, index)
            switch Folding.classify(scalar) {
            case .letter: readWord(leadingHyphenAt: nil)
            case .digit: readNumberOrWord()
            case .hyphen: readAfterHyphen()
            default:
                if scalar == 0xA7 { readParagraphSign(length) } else { index += length }
            }
        }
    }

    /// Reads letters, digits, marks and ignorable characters, folding them onto the output.
    mutating func readRun() -> Run {
        var run = Run(start: index, end: index, foldedStart: output.folded.count)
        var previousLower = false
        var cursor = index
        while cursor < text.count {
            let byte = text[cursor]
            if byte < 0x80 {
                switch Folding.classifyASCII(byte) {
                case .letter:
                    let upper = byte < 0x61
                    if upper {
                        if cursor == run.start { run.capitalised = true }
                        // "I" before "n" after a small letter: the inner capital of BeraterInnen.
                        if byte == 0x49, previousLower, cursor + 1 < text.count, text[cursor + 1] == 0x6E {
                            run.innerCapital = (cursor, output.folded.count)
                        }
                    }
                    previousLower = !upper
                    output.folded.append(byte | 0x20)
                    run.hasLetter = true
                case .digit:
                    output.folded.append(byte)
                    run.hasDigit = true
                    previousLower = false
                default:
                    return finish(run, cursor)
                }
                cursor += 1
                continue
            }
            let (scalar, length) = Folding.decode(text, cursor)
            switch Folding.classify(scalar) {
            case .letter:
                let upper = Folding.isUppercase(scalar)
                if upper, cursor == run.start { run.capitalised = true }
                previousLower = !upper
                run.hasLetter = true
                Folding.append(scalar, to: &output.folded)
            case .digit:
                run.hasDigit = true
                Folding.append(scalar, to: &output.folded)
            case .mark: Folding.append(scalar, to: &output.folded)
            case .ignorable: break
            default: return finish(run, cursor)
            }
            cursor += length
        }
        return finish(run, cursor)
    }

    private mutating func finish(_ run: Run, _ cursor: Int) -> Run {
        var run = run
        run.end = cursor
        index = cursor
        if output.folded.count - run.foldedStart > Tokenizer.longestFold {
            // Cut between characters: no continuation byte may begin the part that is dropped.
            var end = run.foldedStart + Tokenizer.longestFold
            while end > run.foldedStart, output.folded[end] & 0xC0 == 0x80 { end -= 1 }
            output.folded.removeLast(output.folded.count - end)
            if let inner = run.innerCapital, inner.folded + 1 >= end { run.innerCapital = nil }
        }
        return run
    }

    /// The ASCII byte at a place, or 0 where the text ends or is not ASCII.
    @inline(__always)
    func ascii(_ place: Int) -> UInt8 {
        guard place < text.count else { return 0 }
        let byte = text[place]
        return byte < 0x80 ? byte : 0
    }

    /// The class and length of the character at a place; `.other` of length 0 at the end.
    @inline(__always)
    func classAt(_ place: Int) -> (Folding.Class, Int, UInt32) {
        guard place < text.count else { return (.other, 0, 0) }
        let byte = text[place]
        if byte < 0x80 { return (Folding.classifyASCII(byte), 1, UInt32(byte)) }
        let (scalar, length) = Folding.decode(text, place)
        return (Folding.classify(scalar), length, scalar)
    }

    func isLetter(_ place: Int) -> Bool { classAt(place).0 == .letter }

    func isLetterOrDigit(_ place: Int) -> Bool {
        let kind = classAt(place).0
        return kind == .letter || kind == .digit
    }

    /// Spaces of one line: ASCII space and tab, non-breaking and narrow spaces.
    func skipSpaces(_ place: Int) -> Int {
        var place = place
        while place < text.count {
            let byte = text[place]
            if byte == 0x20 || byte == 0x09 {
                place += 1
            } else if byte >= 0x80 {
                let (scalar, length) = Folding.decode(text, place)
                guard scalar == 0xA0 || scalar == 0x202F || scalar == 0x2009 else { return place }
                place += length
            } else {
                return place
            }
        }
        return place
    }

    mutating func emit(
        _ kind: RawToken.Kind, _ start: Int, _ end: Int, foldedStart: Int, flags: Token.Flags = [],
        firstPiece: Int = 0, pieceCount: Int = 0
    ) {
        let foldedEnd = output.folded.count
        guard foldedEnd > foldedStart, end > start else { return }
        output.tokens.append(
            RawToken(
                kind: kind, flags: flags, start: start, end: end, foldedStart: foldedStart, foldedEnd: foldedEnd,
                firstPiece: firstPiece, pieceCount: pieceCount))
    }
}
