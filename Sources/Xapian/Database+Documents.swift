internal import CXapian

/// A document as the database keeps it.
public struct StoredDocument: Sendable, Hashable {
    /// A term of a document.
    public struct Term: Sendable, Hashable {
        /// The term's bytes.
        public var term: [UInt8]
        /// How often the term counts in the document (within-document frequency).
        public var wdf: UInt32
        /// Where it stands, ascending; empty unless asked for.
        public var positions: [UInt32]
    }

    /// Parts of a document.
    public struct Parts: OptionSet, Sendable {
        /// The parts' bits.
        public let rawValue: UInt32

        /// Parts of these bits.
        public init(rawValue: UInt32) {
            self.rawValue = rawValue
        }

        /// The stored data.
        public static let data = Parts(rawValue: 1)
        /// The value slots.
        public static let values = Parts(rawValue: 2)
        /// The terms. They need a database with a term list.
        public static let terms = Parts(rawValue: 4)
        /// The terms with their positions.
        public static let positions = Parts(rawValue: 4 | 8)
    }

    /// The document's id.
    public var id: DocumentID
    /// The stored data.
    public var data: [UInt8]
    /// The values by slot; a slot without a value is missing.
    public var values: [ValueSlot: [UInt8]]
    /// The terms in byte order.
    public var terms: [Term]
}

extension Database {
    /// Fetches a document.
    /// - Parameter parts: what of it; the rest stays empty.
    /// - Throws: ``XapianError/Code/documentNotFound``, ``XapianError/Code/invalidArgument`` for the id 0, and
    ///   ``XapianError/Code/featureUnavailable`` for the terms in a database without a term list.
    public borrowing func document(
        _ id: DocumentID, parts: StoredDocument.Parts = [.data, .values, .terms]
    ) throws(XapianError) -> StoredDocument {
        try withAnswer(of: { cxapian_reader_document(handle, id, parts.rawValue, $0) }) {
            (answer) throws(XapianError) in
            let data = try answer.array()
            var values: [ValueSlot: [UInt8]] = [:]
            for _ in 0..<(try answer.uint32()) {
                let slot = try answer.uint32()
                values[slot] = try answer.array()
            }
            let terms = try answer.list(minimum: 12) { (answer) throws(XapianError) in
                StoredDocument.Term(
                    term: try answer.array(),
                    wdf: try answer.uint32(),
                    positions: try answer.list(minimum: 4) { (answer) throws(XapianError) in try answer.uint32() }
                )
            }
            return StoredDocument(id: id, data: data, values: values, terms: terms)
        }
    }
}
