public import Foundation

/// The words that are known, each with what is known of it: an immutable hash table in one block of memory.
///
/// The block is also the file format, so that opening a lexicon costs nothing however many words it has. Layout,
/// little-endian: the magic (8 bytes), slot count (u32, a power of two), word count (u32), then the slots (u32 offset
/// into the block, 0 = empty), then the entries: length (u8), flags (u8), frequency (u32), the folded word's bytes.
/// Slots are probed linearly from FNV-1a of the word.
public struct Lexicon: Sendable {
    static let magic = Array("LOTSLX01".utf8)
    static let headerSize = 16

    /// What is known of a word.
    public struct Entry: Sendable, Hashable {
        /// Its marks.
        public var flags: Flags
        /// How often the corpus has it; 0 for a word that only a word list has.
        public var frequency: UInt32
    }

    /// Marks of a word.
    public struct Flags: OptionSet, Sendable, Hashable {
        /// The bits.
        public let rawValue: UInt8
        /// Flags from their bits.
        public init(rawValue: UInt8) { self.rawValue = rawValue }
        /// Written with a capital: a noun.
        public static let noun = Flags(rawValue: 1)
        /// Written small.
        public static let lower = Flags(rawValue: 2)
        /// In a word list, not only in the corpus.
        public static let listed = Flags(rawValue: 4)
    }

    private let block: Data
    private let slotMask: Int

    /// How many words it has.
    public let count: Int

    /// A lexicon without words.
    public static let empty = LexiconBuilder().build()

    /// Opens a block that ``LexiconBuilder`` made. Returns nil when it is none or is damaged.
    public init?(block: Data) {
        let slots: Int
        let words: Int
        do {
            guard block.count >= Lexicon.headerSize, block.prefix(8).elementsEqual(Lexicon.magic) else { return nil }
            slots = block.withUnsafeBytes { Int(UInt32(littleEndian: $0.loadUnaligned(fromByteOffset: 8, as: UInt32.self))) }
            words = block.withUnsafeBytes { Int(UInt32(littleEndian: $0.loadUnaligned(fromByteOffset: 12, as: UInt32.self))) }
        }
        guard slots > 0, slots & (slots - 1) == 0, words < slots, block.count >= Lexicon.headerSize + 4 * slots else {
            return nil
        }
        self.block = block
        self.slotMask = slots - 1
        self.count = words
    }

    /// The block to write to a file.
    public var bytes: Data { block }

    static func hash(_ word: UnsafeBufferPointer<UInt8>) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return Int(truncatingIfNeeded: hash ^ (hash >> 29))
    }

    /// Looks a folded word up.
    public func entry(_ word: UnsafeBufferPointer<UInt8>) -> Entry? {
        guard count > 0, word.count < 256 else { return nil }
        return block.withUnsafeBytes { raw in
            var slot = Lexicon.hash(word) & slotMask
            // At most one round: a damaged table without empty slots must not hang.
            for _ in 0...slotMask {
                let place = Lexicon.headerSize + 4 * slot
                let offset = Int(UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt32.self)))
                if offset == 0 { return nil }
                guard offset + 6 <= raw.count else { return nil }
                let length = Int(raw[offset])
                guard offset + 6 + length <= raw.count else { return nil }
                if length == word.count, raw[(offset + 6)..<(offset + 6 + length)].elementsEqual(word) {
                    let frequency = UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: offset + 2, as: UInt32.self))
                    return Entry(flags: Flags(rawValue: raw[offset + 1]), frequency: frequency)
                }
                slot = (slot + 1) & slotMask
            }
            return nil
        }
    }

    /// Looks a folded word up.
    public func entry(_ word: [UInt8]) -> Entry? { word.withUnsafeBufferPointer { entry($0) } }

    /// Looks a slice of a folded word up.
    func entry(_ word: ArraySlice<UInt8>) -> Entry? { word.withUnsafeBufferPointer { entry($0) } }

    /// Whether a folded word is known.
    public func contains(_ word: [UInt8]) -> Bool { entry(word) != nil }
}
