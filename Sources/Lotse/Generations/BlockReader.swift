import Foundation

/// Reads the fixed parts of a file, never beyond its end.
struct BlockReader {
    private let block: Data
    private(set) var position = 0

    init(_ block: Data) { self.block = block }

    var remaining: Int { block.count - position }

    mutating func skip(_ count: Int) -> Bool {
        guard count <= remaining else { return false }
        position += count
        return true
    }

    mutating func take(_ count: Int) -> [UInt8]? {
        let start = position
        guard skip(count) else { return nil }
        return block.withUnsafeBytes { Array($0[start..<start + count]) }
    }

    mutating func uint32() -> UInt32? { uint32s(1)?[0] }

    mutating func uint64() -> UInt64? {
        uint32s(2).map { UInt64($0[0]) | UInt64($0[1]) << 32 }
    }

    mutating func uint32s(_ count: Int) -> [UInt32]? {
        let start = position
        guard count <= remaining / 4, skip(count * 4) else { return nil }
        return block.withUnsafeBytes { raw in
            [UInt32](unsafeUninitializedCapacity: count) { numbers, filled in
                for at in 0..<count {
                    let number = raw.loadUnaligned(fromByteOffset: start + at * 4, as: UInt32.self)
                    numbers.initializeElement(at: at, to: UInt32(littleEndian: number))
                }
                filled = count
            }
        }
    }
}
