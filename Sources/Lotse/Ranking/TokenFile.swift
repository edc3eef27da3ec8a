import Foundation
import GermanText
import Xapian

/// The token streams of all sections in one piece: what tells phrases and nearness, in a form that can be read as fast as memory.
/// In the database each stream stands in a block of a B-tree, and a phrase of common words has thousands of candidates.
///
/// File format, numbers u32 and little-endian: the magic (8 bytes), the count of ids, for each id the end of its stream, from the
/// start of all streams; the streams (see `TokenStream`). They are at most 4 GiB.
struct TokenFile: Sendable {
    static let magic = Array("LOTSTO01".utf8)

    private let block: Data
    private let ends: [UInt32]
    private let start: Int

    /// Reads a file; nil when the bytes are none.
    init?(block: Data) {
        var reader = BlockReader(block)
        guard reader.take(TokenFile.magic.count) == TokenFile.magic, let count = reader.uint32(),
            let ends = reader.uint32s(Int(count)), zip(ends, ends.dropFirst()).allSatisfy({ $0 <= $1 }),
            Int(ends.last ?? 0) == reader.remaining
        else { return nil }
        self.block = block
        self.ends = ends
        start = reader.position
    }

    /// How many ids there are; the greatest is one less.
    var idCount: Int { ends.count }

    /// Keeps those sections of a set that a sequence matches.
    func filter(_ set: SectionSet, by sequence: Query) throws(XapianError) {
        // The block's bytes are lent to closures that throw anything or nothing.
        try block.withUnsafeBytes { raw in
            Result { () throws(XapianError) in
                try set.withWords { (words) throws(XapianError) in
                    try sequence.filter(words, streams: UnsafeRawBufferPointer(rebasing: raw[start...]), ends: ends)
                }
            }
        }.get()
    }

    /// The file of a finished database, in two pieces, the streams being the second.
    ///
    /// - Throws: `XapianError` where the database cannot be read, ``LotseError`` where the streams are longer than the file's
    ///   form allows.
    static func pieces(of database: borrowing Database, idCount: Int) throws -> (head: [UInt8], streams: [UInt8]) {
        var ends: [UInt32] = []
        var streams: [UInt8] = []
        try database.forEachValue(in: ValueSlots.tokens) { (id, stream) throws(LotseError) in
            while ends.count < Int(id) { ends.append(ends.last ?? 0) }
            streams += stream
            guard let end = UInt32(exactly: streams.count) else {
                throw .io(
                    path: GenerationFiles.tokens,
                    detail: "the texts have too many words for one index; divide the corpus into several")
            }
            ends.append(end)
        }
        while ends.count < idCount { ends.append(ends.last ?? 0) }
        var head = TokenFile.magic
        head.append(uint32: UInt32(ends.count))
        for end in ends { head.append(uint32: end) }
        return (head, streams)
    }
}
