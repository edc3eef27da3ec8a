// Both ends of the flat little-endian buffers that cross into the shim; CXapian.h has their grammars.

extension [UInt8] {
    mutating func pack(_ value: UInt32) {
        Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
    }

    mutating func pack(_ value: Double) {
        Swift.withUnsafeBytes(of: value.bitPattern.littleEndian) { append(contentsOf: $0) }
    }

    /// Appends a count and then the bytes. Counts are 32 bits wide; what is longer never gets here, see the callers.
    mutating func pack(bytes: UnsafeBufferPointer<UInt8>) {
        pack(UInt32(truncatingIfNeeded: bytes.count))
        append(contentsOf: bytes)
    }

    mutating func pack(bytes: [UInt8]) {
        pack(UInt32(truncatingIfNeeded: bytes.count))
        append(contentsOf: bytes)
    }

    mutating func pack(string: String) {
        pack(bytes: Array(string.utf8))
    }
}

/// Reads a packed buffer; running past its end throws, whatever the counts in it say.
struct ByteReader {
    private let bytes: UnsafeRawBufferPointer
    private var position = 0

    /// The buffer must outlive the reader.
    init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { position == bytes.count }
    var remaining: Int { bytes.count - position }

    mutating func uint32() throws(XapianError) -> UInt32 {
        UInt32(littleEndian: try load(UInt32.self))
    }

    mutating func uint64() throws(XapianError) -> UInt64 {
        UInt64(littleEndian: try load(UInt64.self))
    }

    mutating func double() throws(XapianError) -> Double {
        Double(bitPattern: try uint64())
    }

    mutating func array() throws(XapianError) -> [UInt8] {
        Array(try slice())
    }

    /// A byte string in place, valid as long as the buffer.
    mutating func slice() throws(XapianError) -> UnsafeRawBufferPointer {
        let count = Int(try uint32())
        guard count <= remaining else { throw Self.tooShort }
        defer { position += count }
        return UnsafeRawBufferPointer(rebasing: bytes[position..<position + count])
    }

    /// Everything that has not been read yet.
    mutating func rest() -> [UInt8] {
        defer { position = bytes.count }
        return Array(bytes[position...])
    }

    /// A count followed by as many elements, each at least `minimum` bytes long, so that a wrong count cannot size an
    /// allocation.
    mutating func list<Element>(
        minimum: Int, _ element: (inout ByteReader) throws(XapianError) -> Element
    ) throws(XapianError) -> [Element] {
        let count = Int(try uint32())
        guard count <= remaining / minimum else { throw Self.tooShort }
        return try list(count: count, element)
    }

    /// As many elements as the caller says.
    mutating func list<Element>(
        count: Int, _ element: (inout ByteReader) throws(XapianError) -> Element
    ) throws(XapianError) -> [Element] {
        var elements: [Element] = []
        elements.reserveCapacity(count)
        for _ in 0..<count { elements.append(try element(&self)) }
        return elements
    }

    private mutating func load<Value: BitwiseCopyable>(_ type: Value.Type) throws(XapianError) -> Value {
        guard MemoryLayout<Value>.size <= remaining else { throw Self.tooShort }
        defer { position += MemoryLayout<Value>.size }
        return bytes.loadUnaligned(fromByteOffset: position, as: type)
    }

    static var tooShort: XapianError {
        XapianError(code: .unknown, message: "malformed answer: it ends too early")
    }
}
