import Foundation
import GermanText
import Xapian

/// Makes the bytes of a ``PostingFile`` from a finished database.
struct PostingFileBuilder {
    private var termEnds: [UInt32] = []
    private var frequencies: [UInt32] = []
    private var listEnds: [UInt32] = []
    private var terms: [UInt8] = []
    private var lists: [UInt8] = []
    private var hashes: [UInt32] = []

    /// Reads all posting lists.
    ///
    /// - Throws: `XapianError` where the database cannot be read, ``LotseError`` where the lists are longer than the file's
    ///   form allows.
    /// - Returns: the file in two pieces, the lists being the second.
    static func pieces(
        of database: borrowing Database, weights: [PostingFile.SlotWeights]
    ) throws -> (head: [UInt8], lists: [UInt8]) {
        var builder = PostingFileBuilder()
        let lengths = try database.lengths()
        let limit = lengths.last.map { Int($0.id) + 1 } ?? 0
        try database.forEachPostingList { term, postings in try builder.add(term, postings, limit: limit) }
        return (builder.head(lengths: lengths, limit: limit, weights: weights), builder.lists)
    }

    private mutating func add(_ term: [UInt8], _ postings: [Posting], limit: Int) throws(LotseError) {
        PostingList.append(postings, to: &lists, limit: limit)
        terms += term
        guard let listEnd = UInt32(exactly: lists.count), let termEnd = UInt32(exactly: terms.count) else {
            throw .io(
                path: GenerationFiles.postings,
                detail: "the posting lists are longer than 4 GiB; divide the corpus into several indexes")
        }
        listEnds.append(listEnd)
        termEnds.append(termEnd)
        frequencies.append(UInt32(postings.count))
        hashes.append(UInt32(PostingFile.hash(term)))
    }

    private var table: [UInt32] {
        var slots = [UInt32](repeating: 0, count: 1 << PostingFile.tableBits(hashes.count))
        for (place, hash) in hashes.enumerated() {
            var slot = Int(hash) & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = UInt32(place + 1)
        }
        return slots
    }

    private func head(
        lengths: [(id: DocumentID, length: UInt32)], limit: Int, weights: [PostingFile.SlotWeights]
    ) -> [UInt8] {
        var stored = [UInt32](repeating: 0, count: limit)
        var total: UInt64 = 0
        for (id, length) in lengths {
            stored[Int(id)] = length + 1
            total += UInt64(length)
        }
        var bytes = PostingFile.magic
        bytes.reserveCapacity(terms.count + (stored.count + termEnds.count * 8) * 4 + 64)
        bytes.append(uint32: UInt32(stored.count))
        bytes.append(uint32: UInt32(termEnds.count))
        bytes.append(uint64: total)
        for numbers in [stored, termEnds, frequencies, listEnds] {
            for number in numbers { bytes.append(uint32: number) }
        }
        bytes += terms
        bytes.append(uint32: UInt32(weights.count))
        for slot in weights {
            bytes.append(uint32: slot.slot)
            bytes.append(uint32: UInt32(slot.ids.count))
            for (id, number) in zip(slot.ids, slot.numbers) {
                bytes.append(uint32: id)
                bytes.append(uint64: number.bitPattern)
            }
        }
        bytes.append(uint32: UInt32(PostingFile.tableBits(hashes.count)))
        for slot in table { bytes.append(uint32: slot) }
        return bytes
    }
}

extension [UInt8] {
    fileprivate mutating func append(uint64 value: UInt64) {
        append(uint32: UInt32(truncatingIfNeeded: value))
        append(uint32: UInt32(truncatingIfNeeded: value >> 32))
    }
}
