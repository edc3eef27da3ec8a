internal import CXapian

/// Numbers as values that sort, byte by byte, in the order of the numbers.
///
/// The encoding is Xapian's `sortable_serialise`: at most 9 bytes, exact for every finite double. Negative infinity is
/// the empty string, which a value slot cannot tell from no value at all; `nan` has no order and is encoded likewise.
public enum SortableNumber {
    /// The bytes that stand for a number.
    public static func serialise(_ value: Double) -> [UInt8] {
        if value.isNaN { return [] }
        return [UInt8](unsafeUninitializedCapacity: 9) { buffer, count in
            count = cxapian_sortable_serialise(value, buffer.baseAddress)
        }
    }

    /// The number that bytes stand for; bytes of any other origin give some number or other.
    public static func unserialise(_ bytes: [UInt8]) throws(XapianError) -> Double {
        var value = 0.0
        try bytes.withUnsafeBufferPointer { (bytes) throws(XapianError) in
            try check(cxapian_sortable_unserialise(bytes.baseAddress, bytes.count, &value))
        }
        return value
    }
}
