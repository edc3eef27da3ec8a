/// Reads numbers from stored bytes, and stops at what is not there.
struct ByteCursor {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) { rest = bytes[...] }

    var isAtEnd: Bool { rest.isEmpty }
    var count: Int { rest.count }

    /// The next bytes as a number, the most significant one first; nil where fewer are left.
    mutating func next<Number: FixedWidthInteger>(_ type: Number.Type = Number.self) -> Number? {
        let size = Number.bitWidth / 8
        guard rest.count >= size else { return nil }
        var bits: UInt64 = 0
        for byte in rest.prefix(size) { bits = bits << 8 | UInt64(byte) }
        rest = rest.dropFirst(size)
        return Number(truncatingIfNeeded: bits)
    }
}

extension [UInt8] {
    /// Appends a number of at most 64 bits, the most significant byte first.
    mutating func append<Number: FixedWidthInteger>(number: Number) {
        let bits = UInt64(truncatingIfNeeded: number)
        for shift in stride(from: Number.bitWidth - 8, through: 0, by: -8) {
            append(UInt8(truncatingIfNeeded: bits >> shift))
        }
    }
}
