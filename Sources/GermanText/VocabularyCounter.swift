/// Counts the words of a corpus, as the tokenizer folds them: the first of the two passes of a full build.
public struct VocabularyCounter: Sendable {
    private var table = WordTable(capacity: 1 << 14)
    private var frequencies: [UInt32] = []
    private var capitalised: [UInt32] = []
    private var buffer = RawTokenBuffer()

    /// A counter that has seen nothing.
    public init() {}

    /// How many different words were seen.
    public var count: Int { table.count }

    /// Counts the words of one text, and the pieces of its hyphenated words.
    public mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
        Tokenizer.tokenize(text, into: &buffer)
        var sentenceStart = true
        for token in buffer.tokens {
            guard token.kind == .word else { continue }
            // A capital at the beginning of a sentence says nothing about the word.
            let before = Self.lastMark(before: token.start, in: text)
            sentenceStart = before == 0 || before == 0x2E || before == 0x3A || before == 0x3F || before == 0x21
            count(
                token.foldedStart..<token.foldedEnd,
                capital: token.flags.contains(.capitalised) && !sentenceStart)
            for piece in buffer.pieces[token.firstPiece..<(token.firstPiece + token.pieceCount)] {
                count(piece.foldedStart..<piece.foldedEnd, capital: Folding.isUppercase(Folding.decode(text, piece.start).scalar))
            }
        }
    }

    /// The last byte before a place that is no space; 0 at the beginning, and where the line begins with a bullet.
    private static func lastMark(before place: Int, in text: UnsafeBufferPointer<UInt8>) -> UInt8 {
        var cursor = place - 1
        while cursor >= 0, text[cursor] == 0x20 || text[cursor] == 0x0A || text[cursor] == 0x09 { cursor -= 1 }
        return cursor < 0 ? 0 : text[cursor]
    }

    private mutating func count(_ range: Range<Int>, capital: Bool) {
        let (id, isNew) = buffer.folded.withUnsafeBufferPointer { table.intern(UnsafeBufferPointer(rebasing: $0[range])) }
        if isNew {
            frequencies.append(0)
            capitalised.append(0)
        }
        frequencies[Int(id)] &+= 1
        if capital { capitalised[Int(id)] &+= 1 }
    }

    /// Gives every word with its frequency and how often it was written with a capital inside a sentence.
    public func forEach(_ body: (_ word: ArraySlice<UInt8>, _ frequency: UInt32, _ capitalised: UInt32) -> Void) {
        for id in 0..<UInt32(table.count) { body(table[id], frequencies[Int(id)], capitalised[Int(id)]) }
    }
}
