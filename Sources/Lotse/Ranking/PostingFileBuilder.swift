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
    private var joint = JointLists()

    /// Reads all posting lists.
    ///
    /// - Throws: `XapianError` where the database cannot be read, ``LotseError`` where the lists are longer than the file's
    ///   form allows.
    /// - Returns: the file in two pieces, the lists being the second, and the number of ids up to the greatest.
    static func pieces(
        of database: borrowing Database, weights: [PostingFile.SlotWeights]
    ) throws -> (head: [UInt8], lists: [UInt8], idCount: Int) {
        var builder = PostingFileBuilder()
        var lengths = try database.lengths()
        let limit = lengths.last.map { Int($0.id) + 1 } ?? 0
        let own = try PostingFileBuilder.ownLengths(in: database, limit: limit)
        for at in lengths.indices { lengths[at].length = own[Int(lengths[at].id)] ?? lengths[at].length }
        try database.forEachPostingList { term, postings in try builder.add(term, postings, limit: limit) }
        var stored = [UInt32](repeating: 0, count: limit)
        for (id, length) in lengths { stored[Int(id)] = length }
        let table = builder.table
        try builder.join(lengths: stored, table)
        return (builder.head(lengths: lengths, limit: limit, weights: weights, table), builder.lists, limit)
    }

    /// The lengths that the index says its sections have, by their ids.
    private static func ownLengths(in database: borrowing Database, limit: Int) throws -> [UInt32?] {
        var lengths = [UInt32?](repeating: nil, count: limit)
        try database.forEachValue(in: ValueSlots.length) { (id, bytes) throws(XapianError) in
            var reader = BlockReader(Data(bytes))
            guard id < limit, let length = reader.uint32(), reader.remaining == 0 else {
                throw XapianError(code: .databaseCorrupt, message: "a section's length cannot be read")
            }
            lengths[Int(id)] = length
        }
        return lengths
    }

    private mutating func add(_ term: [UInt8], _ postings: [Posting], limit: Int) throws(LotseError) {
        PostingList.append(postings, to: &lists, limit: limit)
        terms += term
        let listEnd = try PostingFileBuilder.end(of: lists)
        let termEnd = try PostingFileBuilder.end(of: terms)
        listEnds.append(listEnd)
        termEnds.append(termEnd)
        frequencies.append(UInt32(postings.count))
        hashes.append(UInt32(PostingFile.hash(term)))
    }

    private static func end(of bytes: [UInt8]) throws(LotseError) -> UInt32 {
        guard let end = UInt32(exactly: bytes.count) else {
            throw .io(
                path: GenerationFiles.postings,
                detail: "the posting lists are longer than 4 GiB; divide the corpus into several indexes")
        }
        return end
    }

    /// The lists of stems and of the same stems inside other words, joined.
    private struct JointLists {
        var stems: [UInt32] = []
        var parts: [UInt32] = []
        var frequencies: [UInt32] = []
        var ends: [UInt32] = []
    }

    /// Appends the joint lists. Parts come in the order of their terms, and so do the stems in them.
    private mutating func join(lengths: [UInt32], _ table: [UInt32]) throws(LotseError) {
        for part in hashes.indices {
            let term = self.term(part)
            guard term.first == IndexTerms.partPrefix, let stem = place(of: Array(term.dropFirst()), table) else {
                continue
            }
            let joined = PostingFileBuilder.joined(
                postings(at: stem, limit: lengths.count), postings(at: part, limit: lengths.count), lengths: lengths)
            PostingList.append(joined, to: &lists, limit: lengths.count)
            joint.stems.append(UInt32(stem))
            joint.parts.append(UInt32(part))
            joint.frequencies.append(UInt32(joined.count))
            joint.ends.append(try PostingFileBuilder.end(of: lists))
        }
    }

    private func term(_ place: Int) -> ArraySlice<UInt8> {
        terms[(place > 0 ? Int(termEnds[place - 1]) : 0)..<Int(termEnds[place])]
    }

    private func place(of term: [UInt8], _ table: [UInt32]) -> Int? {
        var slot = PostingFile.hash(term) & (table.count - 1)
        while table[slot] > 0 {
            let place = Int(table[slot]) - 1
            if self.term(place).elementsEqual(term) { return place }
            slot = (slot + 1) & (table.count - 1)
        }
        return nil
    }

    private func postings(at place: Int, limit: Int) -> [Posting] {
        let range = (place > 0 ? Int(listEnds[place - 1]) : 0)..<Int(listEnds[place])
        var postings: [Posting] = []
        postings.reserveCapacity(Int(frequencies[place]))
        lists.withUnsafeBytes { raw in
            let list = PostingList(
                UnsafeRawBufferPointer(rebasing: raw[range]), count: Int(frequencies[place]), limit: limit)
            _ = list.forEach { postings.append(Posting(id: DocumentID($0), wdf: $1)) }
        }
        return postings
    }

    private static func joined(_ one: [Posting], _ other: [Posting], lengths: [UInt32]) -> [Posting] {
        var joined: [Posting] = []
        joined.reserveCapacity(one.count + other.count)
        var rest = other[...]
        for posting in one {
            while let next = rest.first, next.id < posting.id { joined.append(rest.removeFirst()) }
            var both = posting
            if let next = rest.first, next.id == posting.id { both.wdf += rest.removeFirst().wdf }
            joined.append(both)
        }
        joined += rest
        return joined.map { Posting(id: $0.id, wdf: min($0.wdf, lengths[Int($0.id)])) }
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
        lengths: [(id: DocumentID, length: UInt32)], limit: Int, weights: [PostingFile.SlotWeights], _ table: [UInt32]
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
        bytes.append(uint32: UInt32(joint.stems.count))
        for numbers in [joint.stems, joint.parts, joint.frequencies, joint.ends] {
            for number in numbers { bytes.append(uint32: number) }
        }
        return bytes
    }
}

extension [UInt8] {
    fileprivate mutating func append(uint64 value: UInt64) {
        append(uint32: UInt32(truncatingIfNeeded: value))
        append(uint32: UInt32(truncatingIfNeeded: value >> 32))
    }
}
