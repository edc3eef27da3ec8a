/// FNV-1a (Fowler, Noll and Vo) of a byte string, kept open: the hash of every beginning of a word comes for one
/// multiplication more than that of the beginning before it.
struct WordHash {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325

    init() {}

    init(_ word: UnsafeBufferPointer<UInt8>) {
        for byte in word { add(byte) }
    }

    @inline(__always)
    mutating func add(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }

    @inline(__always)
    func adding(_ byte: UInt8) -> WordHash {
        var hash = self
        hash.add(byte)
        return hash
    }

    /// Where probing begins, before the table's mask.
    @inline(__always)
    var slot: Int { Int(truncatingIfNeeded: state ^ (state >> 29)) }

    /// What a slot keeps of the hash, so that a word that is not there is seldom compared byte by byte.
    @inline(__always)
    var tag: UInt32 { UInt32(truncatingIfNeeded: state >> 32) }
}
