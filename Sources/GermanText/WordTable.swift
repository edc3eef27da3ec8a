/// Numbers byte strings: the same bytes always get the same number, numbers count from 0.
///
/// One arena and one open-addressing table: no allocation for a word that is already there. Confined to its owner.
struct WordTable {
    private var slots: [UInt32]
    private var ends: [UInt32] = []
    private var arena: [UInt8] = []

    init(capacity: Int = 1024) {
        slots = [UInt32](repeating: 0, count: max(16, capacity.nextPowerOfTwo * 2))
    }

    var count: Int { ends.count }

    /// Bytes of memory that it holds, about.
    var size: Int { slots.count * 4 + ends.count * 4 + arena.count }

    subscript(id: UInt32) -> ArraySlice<UInt8> {
        arena[range(of: id)]
    }

    /// The number of a word, and whether it is new.
    @inline(__always)
    mutating func intern(_ word: UnsafeBufferPointer<UInt8>) -> (id: UInt32, isNew: Bool) {
        let mask = slots.count - 1
        var slot = WordTable.hash(word) & mask
        while true {
            let entry = slots[slot]
            if entry == 0 { break }
            if equals(entry - 1, word) { return (entry - 1, false) }
            slot = (slot + 1) & mask
        }
        let id = UInt32(ends.count)
        arena.append(contentsOf: word)
        ends.append(UInt32(arena.count))
        slots[slot] = id + 1
        if ends.count * 2 > slots.count { grow() }
        return (id, true)
    }

    /// The number of a word that is there.
    func find(_ word: UnsafeBufferPointer<UInt8>) -> UInt32? {
        let mask = slots.count - 1
        var slot = WordTable.hash(word) & mask
        while slots[slot] != 0 {
            if equals(slots[slot] - 1, word) { return slots[slot] - 1 }
            slot = (slot + 1) & mask
        }
        return nil
    }

    /// The numbers of all words, in the order of the words' bytes.
    func sorted() -> [UInt32] {
        arena.withUnsafeBufferPointer { bytes in
            (0..<UInt32(count)).sorted { left, right in
                let left = UnsafeBufferPointer(rebasing: bytes[range(of: left)])
                let right = UnsafeBufferPointer(rebasing: bytes[range(of: right)])
                for index in 0..<min(left.count, right.count) where left[index] != right[index] {
                    return left[index] < right[index]
                }
                return left.count < right.count
            }
        }
    }

    private func range(of id: UInt32) -> Range<Int> { (id == 0 ? 0 : Int(ends[Int(id) - 1]))..<Int(ends[Int(id)]) }

    @inline(__always)
    private func equals(_ id: UInt32, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = id == 0 ? 0 : Int(ends[Int(id) - 1])
        guard Int(ends[Int(id)]) - start == word.count else { return false }
        return arena.withUnsafeBufferPointer { bytes in
            for index in 0..<word.count where bytes[start + index] != word[index] { return false }
            return true
        }
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        let mask = slots.count - 1
        for id in 0..<UInt32(ends.count) {
            var slot = self[id].withUnsafeBufferPointer { WordTable.hash($0) } & mask
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = id + 1
        }
    }

    /// FNV-1a over eight bytes at a time, mixed at the end: words are short, so set-up costs more than quality.
    @inline(__always)
    private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(word.count)
        var index = 0
        let raw = UnsafeRawBufferPointer(word)
        while index + 8 <= word.count {
            hash = (hash ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) &* 0x9FB2_1C65_1E98_DF25
            hash ^= hash >> 32
            index += 8
        }
        while index < word.count {
            hash = (hash ^ UInt64(word[index])) &* 0x100_0000_01B3
            index += 1
        }
        hash ^= hash >> 29
        hash = hash &* 0xBF58_476D_1CE4_E5B9
        return Int(truncatingIfNeeded: hash ^ (hash >> 32))
    }
}

extension Int {
    fileprivate var nextPowerOfTwo: Int {
        self <= 1 ? 1 : 1 << (Int.bitWidth - (self - 1).leadingZeroBitCount)
    }
}
