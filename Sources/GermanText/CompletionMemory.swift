/// What suspended hyphens were completed to before: a statute says `Bundes- und Landesbehörden` a hundred times.
struct CompletionMemory {
    private var pairs = WordTable(capacity: 1 << 10)
    private var words: [[UInt8]?] = []
    private var key: [UInt8] = []

    /// Beyond this many pairs the memory is cleared.
    private static let mostPairs = 200_000

    /// The number of a pair of part and carrier, and the completed word where it was remembered: an empty one for none.
    mutating func lookUp(_ place: SuspendedHyphens.Place, _ raw: RawTokenBuffer) -> (id: Int, word: [UInt8]?) {
        if words.count >= CompletionMemory.mostPairs { self = CompletionMemory() }
        let part = raw.tokens[place.token]
        let carrier = raw.tokens[place.carrier]
        key.removeAll(keepingCapacity: true)
        key.append(contentsOf: raw.folded[part.foldedStart..<part.foldedEnd])
        key.append(place.isBeginning ? 0 : 1)
        key.append(contentsOf: raw.folded[carrier.foldedStart..<carrier.foldedEnd])
        // A hyphenated word is cut otherwise than the same word in one.
        for number in 0..<carrier.pieceCount {
            let piece = raw.pieces[carrier.firstPiece + number]
            key.append(2)
            key.append(UInt8(truncatingIfNeeded: piece.foldedEnd - piece.foldedStart))
        }
        let (id, isNew) = key.withUnsafeBufferPointer { pairs.intern($0) }
        if isNew { words.append(nil) }
        return (Int(id), words[Int(id)])
    }

    /// Remembers the completed word of a pair, or an empty one where there is none.
    mutating func remember(_ word: [UInt8], as id: Int) { words[id] = word }
}
