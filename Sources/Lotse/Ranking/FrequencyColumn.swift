import GermanText
import Xapian

/// How often a term stands in each of its sections, a byte each: what lists of many postings end with.
///
/// Form, numbers little-endian: the frequencies (u8 each), of which 255 stands for one that is in the table that follows: its
/// length (u32) and its pairs of an id and a frequency (u32 each), lowest id first.
struct FrequencyColumn {
    private static let escape: UInt8 = 255

    private let bytes: UnsafeRawBufferPointer
    private let start: Int
    private let table: Int

    /// - Parameters:
    ///   - bytes: the bytes of the whole list.
    ///   - start: where the frequencies begin in them.
    ///   - count: how many postings there are.
    init(_ bytes: UnsafeRawBufferPointer, at start: Int, count: Int) {
        self.bytes = bytes
        self.start = start
        table = start + count
    }

    /// Whether the bytes have the length that they say. Nothing may be asked of others.
    var isSound: Bool { bytes.count >= table + 4 && bytes.count == table + 4 + number(table) * 8 }

    @inline(__always)
    private func number(_ offset: Int) -> Int {
        Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
    }

    /// The frequency of the posting at an index, which is that of a section.
    @inline(__always)
    func frequency(_ index: Int, of id: Int) -> UInt32 {
        let stored = bytes[start &+ index]
        return stored < FrequencyColumn.escape ? UInt32(stored) : great(id)
    }

    /// A frequency from the table.
    private func great(_ id: Int) -> UInt32 {
        var low = 0
        var high = number(table)
        while low < high {
            let middle = (low + high) / 2
            if number(table + 4 + middle * 8) < id { low = middle + 1 } else { high = middle }
        }
        let entry = table + 4 + low * 8
        guard low < number(table), number(entry) == id else { return UInt32(FrequencyColumn.escape) }
        return UInt32(number(entry + 4))
    }

    /// Appends the bytes for some postings. A frequency of 0, which Xapian lets a term have, is written as 1.
    static func append(_ postings: [Posting], to bytes: inout [UInt8]) {
        for posting in postings { bytes.append(UInt8(min(max(1, posting.wdf), UInt32(escape)))) }
        let great = postings.filter { $0.wdf >= escape }
        bytes.append(uint32: UInt32(great.count))
        for posting in great {
            bytes.append(uint32: posting.id)
            bytes.append(uint32: posting.wdf)
        }
    }
}
