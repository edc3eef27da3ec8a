import Foundation
import GermanText
import Xapian

/// All posting lists of a generation, in a form that can be read as fast as memory.
///
/// Xapian keeps a list in blocks of a B-tree, which are copied out of the file for every query, and reads it through several
/// layers of virtual calls. Ranking reads tens of thousands of postings for a query, and that was most of its time.
///
/// File format, numbers little-endian: the magic (8 bytes); the counts of ids and of terms (u32) and the sum of all lengths
/// (u64); for each id its length plus 1, or 0 where there is no section (u32); for each term the end of its bytes, how many
/// sections have it, and the end of its list, from the start of all lists (u32 each, one array after the other); the terms'
/// bytes, in their order; then the number of slots with weights (u32), for each its slot, its count (u32) and its pairs of an
/// id (u32) and a number (f64); the base-2 logarithm of the size of a hash table (u32) and the table (u32): a term's place in
/// their order plus 1, or 0 where nothing is, looked for from the term's hash on; the number of joint lists (u32), and for each
/// the place of its stem's term, that of its part's, how many sections it has, and the end of its bytes (u32 each, one array
/// after the other); the lists of the terms and then the joint lists (see ``PostingList``). The lists are at most 4 GiB.
///
/// A joint list is of the sections that have a stem by itself or inside of another word, with both frequencies added up, but no
/// more than the section is long. Queries ask for the two together almost always, and one list is read in less than half the
/// time of two.
struct PostingFile: Sendable {
    static let magic = Array("LOTSPO03".utf8)

    /// A number that some sections have in a slot.
    struct SlotWeights: Sendable, Equatable {
        var slot: ValueSlot
        var ids: [DocumentID]
        var numbers: [Double]
    }

    private let block: Data
    /// The number of sections, and of the ids up to the greatest.
    let sections: Int
    let idCount: Int
    let termCount: Int
    /// The length of a section, by its id; 0 where there is none.
    let lengths: [UInt32]
    /// Whether there is a section, by its id.
    private let exists: [Bool]
    let averageLength: Double
    let weights: [SlotWeights]
    private let termEnds: [UInt32]
    private let frequencies: [UInt32]
    private let listEnds: [UInt32]
    /// Where the terms' bytes and the lists begin in the file.
    private let terms: Int
    private let lists: Int
    private let slots: [UInt32]
    /// For each joint list the places of its two terms; those of the stems rise.
    private let jointStems: [UInt32]
    private let jointParts: [UInt32]

    /// Reads a file; nil when the bytes are none. What lists hold is looked at when they are read.
    init?(block: Data) {
        var reader = BlockReader(block)
        guard reader.take(PostingFile.magic.count) == PostingFile.magic, let idCount = reader.uint32(),
            let termCount = reader.uint32(), let totalLength = reader.uint64()
        else { return nil }
        self.block = block
        self.idCount = Int(idCount)
        self.termCount = Int(termCount)
        guard let stored = reader.uint32s(self.idCount) else { return nil }
        exists = stored.map { $0 > 0 }
        lengths = stored.map { $0 > 0 ? $0 - 1 : 0 }
        sections = exists.count { $0 }
        averageLength = sections > 0 ? Double(totalLength) / Double(sections) : 0
        guard let termEnds = reader.uint32s(self.termCount), let frequencies = reader.uint32s(self.termCount),
            let listEnds = reader.uint32s(self.termCount)
        else { return nil }
        func isSorted(_ ends: [UInt32]) -> Bool { zip(ends, ends.dropFirst()).allSatisfy { $0 <= $1 } }
        guard isSorted(termEnds) else { return nil }
        self.termEnds = termEnds
        terms = reader.position
        guard reader.skip(Int(termEnds.last ?? 0)) else { return nil }
        guard let weightCount = reader.uint32(), weightCount <= 16 else { return nil }
        var weights: [SlotWeights] = []
        for _ in 0..<weightCount {
            guard let slot = reader.uint32(), let count = reader.uint32(), Int(count) <= reader.remaining / 12 else {
                return nil
            }
            var found = SlotWeights(slot: slot, ids: [], numbers: [])
            for _ in 0..<count {
                guard let id = reader.uint32(), id < idCount, let bits = reader.uint64() else { return nil }
                found.ids.append(id)
                found.numbers.append(Double(bitPattern: bits))
            }
            weights.append(found)
        }
        self.weights = weights
        guard let bits = reader.uint32(), bits < 32, let slots = reader.uint32s(1 << Int(bits)),
            slots.count > self.termCount, slots.allSatisfy({ $0 <= termCount })
        else { return nil }
        self.slots = slots
        guard let jointCount = reader.uint32(), let stems = reader.uint32s(Int(jointCount)),
            let parts = reader.uint32s(Int(jointCount)), let jointFrequencies = reader.uint32s(Int(jointCount)),
            let jointEnds = reader.uint32s(Int(jointCount)), (stems + parts).allSatisfy({ $0 < termCount })
        else { return nil }
        jointStems = stems
        jointParts = parts
        self.frequencies = frequencies + jointFrequencies
        self.listEnds = listEnds + jointEnds
        guard isSorted(self.listEnds), isSorted(stems) else { return nil }
        lists = reader.position
        guard Int(self.listEnds.last ?? 0) == reader.remaining else { return nil }
    }

    /// FNV-1a (Fowler, Noll and Vo), and its upper half folded onto the lower.
    static func hash(_ term: [UInt8]) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in term { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return Int(truncatingIfNeeded: (hash ^ hash >> 32) & 0xFFFF_FFFF)
    }

    /// The size of the hash table for so many terms: more than half of it is empty.
    static func tableBits(_ termCount: Int) -> Int { Int.bitWidth - (termCount * 2).leadingZeroBitCount }

    /// Where a term stands among all; nil where no section has it.
    func index(of term: [UInt8]) -> Int? {
        let mask = slots.count - 1
        var slot = PostingFile.hash(term) & mask
        // A table without an empty slot would be a damaged file.
        for _ in 0...mask {
            let place = Int(slots[slot]) - 1
            guard place >= 0 else { return nil }
            if length(place) == term.count, compare(place, term) == 0 { return place }
            slot = (slot + 1) & mask
        }
        return nil
    }

    private func length(_ place: Int) -> Int { Int(termEnds[place]) - (place > 0 ? Int(termEnds[place - 1]) : 0) }

    /// In how many sections a term stands.
    func frequency(_ term: [UInt8]) -> Int { index(of: term).map(frequency(at:)) ?? 0 }

    /// In how many sections the term at a place stands, or how many a joint list has.
    func frequency(at place: Int) -> Int { Int(frequencies[place]) }

    /// The joint list of the stem at a place, and the place of the part that it has as well; nil where there is none.
    func joint(ofStemAt place: Int) -> (list: Int, part: Int)? {
        var low = 0
        var high = jointStems.count
        while low < high {
            let middle = (low + high) / 2
            if jointStems[middle] < place { low = middle + 1 } else { high = middle }
        }
        guard low < jointStems.count, jointStems[low] == place else { return nil }
        return (termCount + low, Int(jointParts[low]))
    }

    /// The terms that begin with some bytes.
    func places(beginningWith beginning: [UInt8]) -> Range<Int> {
        let first = lowerBound(beginning)
        var low = first
        var high = termCount
        while low < high {
            let middle = (low + high) / 2
            if begins(middle, with: beginning) { low = middle + 1 } else { high = middle }
        }
        return first..<low
    }

    /// Lends the list of the term at a place, or a joint list.
    func withList<Value>(at place: Int, _ body: (PostingList) -> Value) -> Value {
        let range = lists + (place > 0 ? Int(listEnds[place - 1]) : 0)..<lists + Int(listEnds[place])
        return block.withUnsafeBytes { raw in
            body(PostingList(UnsafeRawBufferPointer(rebasing: raw[range]), count: frequency(at: place), limit: idCount))
        }
    }

    /// The sections that there are.
    var all: SectionSet {
        let set = SectionSet(limit: idCount)
        for id in exists.indices where exists[id] { set.insert(id) }
        return set
    }

    private func lowerBound(_ term: [UInt8]) -> Int {
        var low = 0
        var high = termCount
        while low < high {
            let middle = (low + high) / 2
            if compare(middle, term) < 0 { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func withTerm<Value>(_ place: Int, _ body: (UnsafeRawBufferPointer) -> Value) -> Value {
        let end = terms + Int(termEnds[place])
        return block.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[(end - length(place))..<end])) }
    }

    private func compare(_ place: Int, _ term: [UInt8]) -> Int {
        withTerm(place) { bytes in
            term.withUnsafeBytes { other in
                let common = min(bytes.count, other.count)
                if let left = bytes.baseAddress, let right = other.baseAddress {
                    let order = memcmp(left, right, common)
                    if order != 0 { return Int(order) }
                }
                return bytes.count - other.count
            }
        }
    }

    private func begins(_ place: Int, with beginning: [UInt8]) -> Bool {
        withTerm(place) { $0.count >= beginning.count && $0.prefix(beginning.count).elementsEqual(beginning) }
    }
}
