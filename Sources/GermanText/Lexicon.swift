public import Foundation

/// The words that are known, each with what is known of it: an immutable hash table in one block of memory.
///
/// The block is also the file format. Layout, little-endian: the magic (8 bytes), slot count (u32, a power of two), word
/// count (u32), then the slots (u32 offset into the block, 0 = empty; u32 upper half of the hash), then the entries:
/// length (u8), flags (u8), frequency (u32), the folded word's bytes. Slots are probed linearly from FNV-1a of the word.
public struct Lexicon: Sendable {
    static let magic = Array("LOTSLX02".utf8)
    static let headerSize = 16
    static let slotSize = 8

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

    private let block: [UInt8]
    private let slotMask: Int
    private let filter: LexiconFilter

    /// How many words it has.
    public let count: Int

    /// A lexicon without words.
    public static let empty = LexiconBuilder().build()

    /// Opens a block that ``LexiconBuilder`` made. Returns nil when it is none or is cut off; damage inside it makes
    /// look-ups fail, but never reads beyond it.
    public init?(block: Data) { self.init(bytes: Array(block)) }

    init?(bytes: [UInt8]) {
        guard bytes.count >= Lexicon.headerSize, bytes.starts(with: Lexicon.magic) else { return nil }
        let (slots, words) = bytes.withUnsafeBytes {
            (
                Int(UInt32(littleEndian: $0.loadUnaligned(fromByteOffset: 8, as: UInt32.self))),
                Int(UInt32(littleEndian: $0.loadUnaligned(fromByteOffset: 12, as: UInt32.self)))
            )
        }
        guard slots > 0, slots & (slots - 1) == 0, words < slots,
            bytes.count >= Lexicon.headerSize + Lexicon.slotSize * slots
        else { return nil }
        block = bytes
        slotMask = slots - 1
        count = words
        var filter = LexiconFilter(words: words)
        bytes.withUnsafeBytes { Lexicon.forEachHash($0, slots: slots) { filter.insert($0) } }
        self.filter = filter
    }

    /// The block to write to a file.
    public var bytes: Data { Data(block) }

    /// Opens the block for several look-ups.
    @inline(__always)
    func withView<Result>(_ body: (LexiconView) -> Result) -> Result {
        filter.withView { filter in
            block.withUnsafeBytes { body(LexiconView(block: $0, slotMask: slotMask, filter: filter)) }
        }
    }

    /// Gives the hash of every word that the slots lead to. A slot that leads out of the block is passed over.
    private static func forEachHash(_ block: UnsafeRawBufferPointer, slots: Int, _ body: (WordHash) -> Void) {
        for slot in 0..<slots {
            let place = headerSize + slotSize * slot
            let offset = Int(UInt32(littleEndian: block.loadUnaligned(fromByteOffset: place, as: UInt32.self)))
            guard offset != 0, offset + 6 < block.count, offset + 6 + Int(block[offset]) <= block.count else {
                continue
            }
            var hash = WordHash()
            for index in 0..<Int(block[offset]) { hash.add(block[offset + 6 + index]) }
            body(hash)
        }
    }

    /// Looks a folded word up.
    public func entry(_ word: UnsafeBufferPointer<UInt8>) -> Entry? {
        guard count > 0, word.count < 256 else { return nil }
        return withView { $0.entry(word) }
    }

    /// Looks a folded word up.
    public func entry(_ word: [UInt8]) -> Entry? { word.withUnsafeBufferPointer { entry($0) } }

    /// Looks a slice of a folded word up.
    func entry(_ word: ArraySlice<UInt8>) -> Entry? { word.withUnsafeBufferPointer { entry($0) } }

    /// Whether a folded word is known.
    public func contains(_ word: [UInt8]) -> Bool { entry(word) != nil }

    /// Whether a slice of a folded word is known.
    func contains(_ word: ArraySlice<UInt8>) -> Bool { entry(word) != nil }
}
