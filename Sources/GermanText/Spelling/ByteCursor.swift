/// Reads the bytes of a file in order, never beyond their end.
package struct ByteCursor {
    private let bytes: [UInt8]
    private var index = 0

    package init(_ bytes: [UInt8]) { self.bytes = bytes }

    package var isAtEnd: Bool { index == bytes.count }

    package mutating func byte() -> UInt8? {
        guard index < bytes.count else { return nil }
        defer { index += 1 }
        return bytes[index]
    }

    package mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
        guard count >= 0, count <= bytes.count - index else { return nil }
        defer { index += count }
        return bytes[index..<(index + count)]
    }

    /// A number in little-endian order.
    package mutating func uint32() -> UInt32? {
        guard let four = take(4) else { return nil }
        return four.reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }
}

extension [UInt8] {
    /// Appends a number in little-endian order.
    package mutating func append(uint32 value: UInt32) {
        for shift in stride(from: 0, to: 32, by: 8) { append(UInt8(truncatingIfNeeded: value >> UInt32(shift))) }
    }
}
