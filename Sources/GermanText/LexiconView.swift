/// A lexicon's block while it is open for a look-up: one bounds check a step, no reference counts.
///
/// It must not outlive the closure of ``Lexicon/withView(_:)``.
struct LexiconView {
    let block: UnsafeRawBufferPointer
    let slotMask: Int
    let filter: LexiconFilter.View

    /// Looks up a word whose hash is known. The word is `stem` and an ending, so that a part that has lost its ending is
    /// found without being written out.
    @inline(__always)
    func entry(
        _ hash: WordHash, _ stem: UnsafeBufferPointer<UInt8>, ending: StaticString = ""
    ) -> Lexicon.Entry? {
        guard filter.mayContain(hash) else { return nil }
        var slot = hash.slot & slotMask
        // At most one round: a damaged table without empty slots must not hang.
        for _ in 0...slotMask {
            let place = Lexicon.headerSize + Lexicon.slotSize * slot
            let offset = Int(UInt32(littleEndian: block.loadUnaligned(fromByteOffset: place, as: UInt32.self)))
            if offset == 0 { return nil }
            let tag = UInt32(littleEndian: block.loadUnaligned(fromByteOffset: place + 4, as: UInt32.self))
            if tag == hash.tag, let entry = compare(offset, stem, ending) { return entry }
            slot = (slot + 1) & slotMask
        }
        return nil
    }

    /// Looks up a word.
    func entry(_ word: UnsafeBufferPointer<UInt8>) -> Lexicon.Entry? { entry(WordHash(word), word) }

    /// Looks up a word and an ending.
    func entry(_ stem: UnsafeBufferPointer<UInt8>, ending: StaticString) -> Lexicon.Entry? {
        var hash = WordHash(stem)
        for index in 0..<ending.utf8CodeUnitCount { hash.add(ending.utf8Start[index]) }
        return entry(hash, stem, ending: ending)
    }

    private func compare(
        _ offset: Int, _ stem: UnsafeBufferPointer<UInt8>, _ ending: StaticString
    ) -> Lexicon.Entry? {
        let word = offset + 6
        let count = stem.count + ending.utf8CodeUnitCount
        guard word + count <= block.count, Int(block[offset]) == count else { return nil }
        for index in 0..<stem.count where block[word + index] != stem[index] { return nil }
        for index in stem.count..<count where block[word + index] != ending.utf8Start[index - stem.count] { return nil }
        let frequency = UInt32(littleEndian: block.loadUnaligned(fromByteOffset: offset + 2, as: UInt32.self))
        return Lexicon.Entry(flags: Lexicon.Flags(rawValue: block[offset + 1]), frequency: frequency)
    }
}
