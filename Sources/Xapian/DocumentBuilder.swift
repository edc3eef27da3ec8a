/// A document's number within a database: 1 and up.
public typealias DocumentID = UInt32

/// The number of a value slot of a document.
public typealias ValueSlot = UInt32

/// A document to be indexed, put together in one flat buffer.
///
/// The buffer crosses into Xapian in one call, and ``reset()`` keeps its storage, so that a builder used for many
/// documents allocates nothing for a term or a posting.
///
///     var builder = DocumentBuilder()
///     for page in pages {
///         builder.reset()
///         try builder.add(term: "hilfe", wdf: 2, positions: [1, 7])
///         try builder.setValue(0, number: page.date)
///         try writer.add(builder)
///     }
public struct DocumentBuilder: Sendable {
    /// The greatest length of a term in bytes, where a NUL byte counts twice: the limit of Xapian's keys.
    ///
    /// Xapian itself would report a term with many NUL bytes only at commit, and lose the whole batch.
    public static let maximumTermLength = 245

    /// The packed document; see the grammar at `cxapian_writer_add`.
    private(set) var bytes: [UInt8] = []

    /// An empty document.
    public init() {}

    /// Empties the document and keeps its storage.
    public mutating func reset() {
        bytes.removeAll(keepingCapacity: true)
    }

    /// Adds a term. A repeated term adds up: the frequencies sum, the positions unite.
    /// - Parameters:
    ///   - term: 1 to ``maximumTermLength`` bytes of any value.
    ///   - wdf: how often the term counts in this document (within-document frequency).
    ///   - positions: where it stands, counted in words; may be empty.
    /// - Throws: ``XapianError/Code/invalidArgument`` for an empty or too long term; the document is unchanged then.
    public mutating func add(
        term: UnsafeBufferPointer<UInt8>, wdf: UInt32, positions: UnsafeBufferPointer<UInt32>
    ) throws(XapianError) {
        try Self.checkLength(of: term)
        // One growth for the record: tag, counts, wdf, bytes and positions.
        let size = 13 + term.count + 4 * positions.count
        reserve(size)
        bytes.append(Record.term)
        bytes.pack(bytes: term)
        bytes.pack(wdf)
        bytes.pack(UInt32(truncatingIfNeeded: positions.count))
        for position in positions { bytes.pack(position) }
    }

    /// Adds a term; see the overload for buffers.
    public mutating func add(term: [UInt8], wdf: UInt32 = 1, positions: [UInt32] = []) throws(XapianError) {
        try term.withUnsafeBufferPointer { (term) throws(XapianError) in
            try positions.withUnsafeBufferPointer { (positions) throws(XapianError) in
                try add(term: term, wdf: wdf, positions: positions)
            }
        }
    }

    /// Adds a term as UTF-8; see the overload for buffers.
    public mutating func add(term: String, wdf: UInt32 = 1, positions: [UInt32] = []) throws(XapianError) {
        try add(term: Array(term.utf8), wdf: wdf, positions: positions)
    }

    /// Adds a term that only filters: it has no frequency and no positions.
    /// - Throws: ``XapianError/Code/invalidArgument`` for an empty or too long term.
    public mutating func addBoolean(term: UnsafeBufferPointer<UInt8>) throws(XapianError) {
        try Self.checkLength(of: term)
        bytes.append(Record.booleanTerm)
        bytes.pack(bytes: term)
    }

    /// Adds a term that only filters; see the overload for buffers.
    public mutating func addBoolean(term: [UInt8]) throws(XapianError) {
        try term.withUnsafeBufferPointer { (term) throws(XapianError) in try addBoolean(term: term) }
    }

    /// Adds a term that only filters, as UTF-8; see the overload for buffers.
    public mutating func addBoolean(term: String) throws(XapianError) {
        try addBoolean(term: Array(term.utf8))
    }

    /// Sets a slot's value, for sorting, facets, collapsing and ranges. An empty value removes it; the last call counts.
    /// - Throws: ``XapianError/Code/range`` for 4 GiB and more.
    public mutating func setValue(_ slot: ValueSlot, bytes value: [UInt8]) throws(XapianError) {
        try Self.checkSize(of: value, "a value")
        bytes.append(Record.value)
        bytes.pack(slot)
        bytes.pack(bytes: value)
    }

    /// Sets a slot's value as UTF-8.
    public mutating func setValue(_ slot: ValueSlot, _ value: String) throws(XapianError) {
        try setValue(slot, bytes: Array(value.utf8))
    }

    /// Sets a slot's value to a number that sorts; see ``SortableNumber``.
    public mutating func setValue(_ slot: ValueSlot, number: Double) throws(XapianError) {
        try setValue(slot, bytes: SortableNumber.serialise(number))
    }

    /// Sets the stored data, which comes back with a hit and is not searched. The last call counts.
    /// - Throws: ``XapianError/Code/range`` for 4 GiB and more.
    public mutating func setData(_ data: [UInt8]) throws(XapianError) {
        try Self.checkSize(of: data, "the stored data")
        bytes.append(Record.data)
        bytes.pack(bytes: data)
    }

    /// Sets the stored data as UTF-8.
    public mutating func setData(_ data: String) throws(XapianError) {
        try setData(Array(data.utf8))
    }
}

extension DocumentBuilder {
    /// Tags of the packed document's records.
    private enum Record {
        static let data: UInt8 = 1
        static let value: UInt8 = 2
        static let booleanTerm: UInt8 = 3
        static let term: UInt8 = 4
    }

    /// Makes room for a record. `reserveCapacity` alone grows to exactly what is asked for, which would copy the buffer
    /// at every term.
    private mutating func reserve(_ size: Int) {
        let needed = bytes.count + size
        if needed > bytes.capacity { bytes.reserveCapacity(max(needed, 2 * bytes.capacity)) }
    }

    private static func checkLength(of term: UnsafeBufferPointer<UInt8>) throws(XapianError) {
        // A term of half the limit fits even if it is all NUL bytes, so most terms are never scanned.
        if term.count > 0, term.count <= maximumTermLength / 2 { return }
        if term.isEmpty {
            throw XapianError(code: .invalidArgument, message: "a term must not be empty")
        }
        let length = term.count + (term.count > maximumTermLength ? 0 : term.count { $0 == 0 })
        if length > maximumTermLength {
            throw XapianError(
                code: .invalidArgument,
                message: "a term of \(length) bytes is longer than the limit of \(maximumTermLength) bytes"
                    + " (a NUL byte counts twice); shorten it or replace its end by a digest")
        }
    }

    private static func checkSize(of bytes: [UInt8], _ what: String) throws(XapianError) {
        if bytes.count > Int(UInt32.max) {
            throw XapianError(code: .range, message: "\(what) of \(bytes.count) bytes is too long: 4 GiB is the limit")
        }
    }
}
