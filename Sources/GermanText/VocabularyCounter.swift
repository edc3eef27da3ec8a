/// Counts the words of a corpus, as the tokenizer folds them: the first of the two passes of a full build.
public struct VocabularyCounter: Sendable {
    struct Counts {
        var frequency: UInt32 = 0
        /// With a capital inside a sentence.
        var capitalised: UInt32 = 0
        /// With a capital where every word has one.
        var atStart: UInt32 = 0

        /// Adds what another counter saw of the same word.
        mutating func add(_ other: Counts) {
            frequency &+= other.frequency
            capitalised &+= other.capitalised
            atStart &+= other.atStart
        }

        /// How often the word was written with a capital that says something: one at the beginning of a sentence says
        /// nothing, unless the word was never seen written small.
        var tellingCapitals: UInt32 { frequency == capitalised &+ atStart ? frequency : capitalised }
    }

    private var table = WordTable(capacity: 1 << 14)
    private var counts: [Counts] = []
    private var buffer = RawTokenBuffer()
    private var feminine: [UInt8] = []

    /// A counter that has seen nothing.
    public init() {}

    /// How many different words were seen.
    public var count: Int { table.count }

    /// Counts the words of one text, and the pieces of its hyphenated words.
    public mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
        Tokenizer.tokenize(text, into: &buffer)
        for index in buffer.tokens.indices {
            let token = buffer.tokens[index]
            guard token.kind == .word else { continue }
            let isCapitalised = token.flags.contains(.capitalised)
            count(
                token.foldedStart..<token.foldedEnd, isCapitalised: isCapitalised,
                atStart: isCapitalised && Self.beginsSentence(token.start, in: text))
            if token.flags.contains(.genderForm), token.pieceCount == 0 { countFeminine(token, in: text) }
            for number in 0..<token.pieceCount {
                let piece = buffer.pieces[token.firstPiece + number]
                let isCapitalised = Folding.isUppercase(Folding.decode(text, piece.start).scalar)
                count(piece.foldedStart..<piece.foldedEnd, isCapitalised: isCapitalised, atStart: false)
            }
        }
    }

    /// `Klient:innen` also says that `Klientinnen` is a word, whereby `Klientin` is known as a feminine noun.
    private mutating func countFeminine(_ token: RawToken, in text: UnsafeBufferPointer<UInt8>) {
        let last = text[token.end - 1] | 0x20
        guard last == 0x6E || last == 0x29 | 0x20, token.foldedEnd - token.foldedStart <= Tokenizer.longestFold - 5
        else {
            return
        }
        feminine.removeAll(keepingCapacity: true)
        feminine.append(contentsOf: buffer.folded[token.foldedStart..<token.foldedEnd])
        feminine.append(contentsOf: "innen".utf8)
        let (id, isNew) = feminine.withUnsafeBufferPointer { table.intern($0) }
        if isNew { counts.append(Counts()) }
        counts[Int(id)].frequency &+= 1
        counts[Int(id)].capitalised &+= 1
    }

    /// Whether the mark before a place ends a sentence, or nothing stands before it.
    private static func beginsSentence(_ place: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        var cursor = place - 1
        while cursor >= 0, text[cursor] == 0x20 || text[cursor] == 0x0A || text[cursor] == 0x09 { cursor -= 1 }
        guard cursor >= 0 else { return true }
        return text[cursor] == 0x2E || text[cursor] == 0x3A || text[cursor] == 0x3F || text[cursor] == 0x21
    }

    @inline(__always)
    private mutating func count(_ range: Range<Int>, isCapitalised: Bool, atStart: Bool) {
        let (id, isNew) = buffer.folded.withUnsafeBufferPointer {
            table.intern(UnsafeBufferPointer(rebasing: $0[range]))
        }
        if isNew { counts.append(Counts()) }
        counts[Int(id)].frequency &+= 1
        if atStart { counts[Int(id)].atStart &+= 1 } else if isCapitalised { counts[Int(id)].capitalised &+= 1 }
    }

    /// Gives every word with its frequency and how often it was written with a capital.
    ///
    /// A capital at the beginning of a sentence says nothing about the word and is not counted, unless the word was
    /// never seen written small: what only headings and list items have is more likely a noun.
    public func forEach(_ body: (_ word: ArraySlice<UInt8>, _ frequency: UInt32, _ capitalised: UInt32) -> Void) {
        forEachCount { body($0, $1.frequency, $1.tellingCapitals) }
    }

    /// Gives every word with all that was counted of it.
    func forEachCount(_ body: (_ word: ArraySlice<UInt8>, _ counts: Counts) -> Void) {
        for id in 0..<UInt32(table.count) { body(table[id], counts[Int(id)]) }
    }
}
