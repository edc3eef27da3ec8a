internal import CXapian

/// The tokens of a document in their order, as bytes for a value slot: what phrases and nearness are told by.
///
/// A stream costs a fraction of Xapian's own positions, which are one item of a B-tree for each term of each document;
/// in return it answers nothing by itself: ``Query/sequence(_:in:)`` and ``Query/near(_:within:in:)`` belong beside the
/// terms that narrow the documents down.
///
///     var stream = TokenStream()
///     for (position, word) in words.enumerated() { stream.append(TokenStream.key(word), at: UInt32(position)) }
///     try builder.setValue(5, bytes: stream.bytes)
///     ...
///     let phrase = ["runder", "tisch"].enumerated().map {
///         TokenStream.Element(keys: [TokenStream.key($1)], offset: UInt32($0))
///     }
///     let query = Query.filter(.all([.term("runder"), .term("tisch")]), by: .sequence(phrase, in: 5))
public struct TokenStream: Sendable, Hashable {
    /// One place of a sequence that is looked for.
    public struct Element: Sendable, Hashable {
        /// What may stand there: any of these keys.
        public var keys: [UInt32]
        /// How many positions it stands behind the first place. Nearness does not look at it.
        public var offset: UInt32

        /// A place with its keys.
        public init(keys: [UInt32], offset: UInt32 = 0) {
            self.keys = keys
            self.offset = offset
        }
    }

    /// The stream as a value: for each token a varint with its distance from the token before, and four bytes of key.
    public private(set) var bytes: [UInt8] = []
    private var last: UInt32 = 0

    /// An empty stream.
    public init() {}

    /// Empties the stream and keeps its storage.
    public mutating func reset() {
        bytes.removeAll(keepingCapacity: true)
        last = 0
    }

    /// Adds a token. Several may stand at one position.
    /// - Precondition: positions do not fall.
    public mutating func append(_ key: UInt32, at position: UInt32) {
        precondition(position >= last, "a token stream's positions must not fall")
        var delta = position - last
        last = position
        while delta >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: delta) | 0x80)
            delta >>= 7
        }
        bytes.append(UInt8(delta))
        bytes.pack(key)
    }

    /// The key of a term: 32 bits of its hash (FNV-1a of Fowler, Noll and Vo, folded). Two terms of one document share
    /// a key about once in four billion pairs.
    @inlinable
    public static func key(_ term: some Sequence<UInt8>) -> UInt32 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in term { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
    }

    /// The key of a term as UTF-8.
    public static func key(_ term: String) -> UInt32 { key(term.utf8) }
}

extension Query {
    /// Documents whose ``TokenStream`` in a slot has every element at its offset: a phrase. Without weight.
    ///
    /// It looks at the stream of every document that the query's other parts leave over; alone it looks at all.
    /// A remote shard cannot run it and says so with ``XapianError/Code/unimplemented``.
    public static func sequence(_ elements: [TokenStream.Element], in slot: ValueSlot) -> Query {
        Query(node: elements.isEmpty ? .nothing : .sequence(slot, elements, window: 0))
    }

    /// Documents whose ``TokenStream`` in a slot has one key of every element within a window, in any order.
    /// - Parameter window: the greatest distance from the first token to the last, counted in positions and with both;
    ///   0 counts as 1.
    public static func near(
        _ elements: [TokenStream.Element], within window: UInt32, in slot: ValueSlot
    ) -> Query {
        Query(node: elements.isEmpty ? .nothing : .sequence(slot, elements, window: Swift.max(1, window)))
    }

    /// Takes out of a set those documents whose ``TokenStream`` this sequence or nearness does not match, by streams that are
    /// in memory. Reading them out of a database takes many times as long.
    ///
    /// - Parameters:
    ///   - documents: a bit for each document: `DocumentID` n is bit n % 64 of word n / 64.
    ///   - streams: the streams of all documents, by ascending ids.
    ///   - ends: where the stream of each id ends, from 0 on. They must not fall, and the last must be the streams' end.
    /// - Throws: ``XapianError/Code/invalidArgument`` for any other query.
    package func filter(
        _ documents: UnsafeMutableBufferPointer<UInt64>, streams: UnsafeRawBufferPointer, ends: [UInt32]
    ) throws(XapianError) {
        precondition(documents.count * 64 >= ends.count, "the set has fewer bits than there are ids")
        let bytes = try encoded()
        try check(
            cxapian_sequence_filter(
                bytes, bytes.count, streams.baseAddress?.assumingMemoryBound(to: UInt8.self), ends, ends.count,
                documents.baseAddress))
    }
}
