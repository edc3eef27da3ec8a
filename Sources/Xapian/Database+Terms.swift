internal import CXapian

/// How common a term is.
public struct TermFrequency: Sendable, Hashable {
    /// In how many documents it stands.
    public var documents: Int
    /// How often it occurs: the sum of its within-document frequencies.
    public var occurrences: Int
}

extension Database {
    /// How common each of some terms is, in their order, in one call. Unknown and empty terms have zeros.
    public borrowing func termFrequencies(of terms: [[UInt8]]) throws(XapianError) -> [TermFrequency] {
        var packed: [UInt8] = []
        for term in terms { packed.pack(bytes: term) }
        return try withAnswer(of: { cxapian_reader_frequencies(handle, packed, packed.count, $0) }) {
            (answer) throws(XapianError) in
            try answer.list(count: terms.count) { (answer) throws(XapianError) in
                TermFrequency(documents: Int(try answer.uint32()), occurrences: Int(try answer.uint32()))
            }
        }
    }

    /// How common each of some terms is; see the overload for bytes.
    public borrowing func termFrequencies(of terms: [String]) throws(XapianError) -> [TermFrequency] {
        try termFrequencies(of: terms.map { Array($0.utf8) })
    }

    /// In how many documents a term stands.
    public borrowing func termFrequency(_ term: [UInt8]) throws(XapianError) -> Int {
        try termFrequencies(of: [term])[0].documents
    }

    /// In how many documents a term stands.
    public borrowing func termFrequency(_ term: String) throws(XapianError) -> Int {
        try termFrequency(Array(term.utf8))
    }

    /// How often a term occurs: the sum of its within-document frequencies.
    public borrowing func collectionFrequency(_ term: [UInt8]) throws(XapianError) -> Int {
        try termFrequencies(of: [term])[0].occurrences
    }

    /// How often a term occurs: the sum of its within-document frequencies.
    public borrowing func collectionFrequency(_ term: String) throws(XapianError) -> Int {
        try collectionFrequency(Array(term.utf8))
    }

    /// Calls `body` for each term with a prefix, in byte order.
    /// - Parameters:
    ///   - prefix: bytes that the terms start with; empty for all terms.
    ///   - limit: the greatest number of terms.
    ///   - body: receives the term, which is valid only within the call, and in how many documents it stands.
    public borrowing func forEachTerm<Failure: Error>(
        prefix: [UInt8] = [], limit: Int = .max,
        _ body: (_ term: UnsafeBufferPointer<UInt8>, _ frequency: Int) throws(Failure) -> Void
    ) throws {
        // A batch is one call, and a term that the caller's limit cuts off is never fetched.
        let batchSize = 4096
        var last: [UInt8] = []
        var left = limit
        while left > 0 {
            let size = min(left, batchSize)
            let count = try withAnswer(
                of: { cxapian_reader_terms(handle, prefix, prefix.count, last, last.count, UInt32(size), $0) },
                decode: { (answer) throws(XapianError) in try TermBatch(&answer) }
            )
            for index in count.ranges.indices {
                try count.withTerm(at: index, body)
            }
            if count.ranges.count < size { return }
            last = count.lastTerm
            left -= size
        }
    }

    /// Calls `body` for each term with a prefix; see the overload for bytes.
    public borrowing func forEachTerm<Failure: Error>(
        prefix: String, limit: Int = .max,
        _ body: (_ term: UnsafeBufferPointer<UInt8>, _ frequency: Int) throws(Failure) -> Void
    ) throws {
        try forEachTerm(prefix: Array(prefix.utf8), limit: limit, body)
    }

    /// The documents that have a term, in ascending order.
    /// - Parameters:
    ///   - term: an empty one has no documents.
    ///   - first: the lowest id to list.
    ///   - limit: the greatest number of ids.
    public borrowing func postings(
        of term: [UInt8], from first: DocumentID = 1, limit: Int = .max
    ) throws(XapianError) -> [DocumentID] {
        let limit = UInt32(clamping: limit)
        return try withAnswer(of: { cxapian_reader_postings(handle, term, term.count, first, limit, $0) }) {
            (answer) throws(XapianError) in
            try answer.list(count: answer.remaining / 4) { (answer) throws(XapianError) in try answer.uint32() }
        }
    }

    /// The documents that have a term; see the overload for bytes.
    public borrowing func postings(
        of term: String, from first: DocumentID = 1, limit: Int = .max
    ) throws(XapianError) -> [DocumentID] {
        try postings(of: Array(term.utf8), from: first, limit: limit)
    }

    /// The document that has a term; the lowest id if there are several.
    public borrowing func documentID(uniqueTerm: [UInt8]) throws(XapianError) -> DocumentID? {
        try postings(of: uniqueTerm, limit: 1).first
    }

    /// The document that has a term; the lowest id if there are several.
    public borrowing func documentID(uniqueTerm: String) throws(XapianError) -> DocumentID? {
        try documentID(uniqueTerm: Array(uniqueTerm.utf8))
    }
}

/// Terms out of the shim, kept in one array: the body that sees them may take its time and use the database again.
private struct TermBatch {
    private let bytes: [UInt8]
    let ranges: [(range: Range<Int>, frequency: Int)]

    init(_ answer: inout ByteReader) throws(XapianError) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(answer.remaining)
        var ranges: [(range: Range<Int>, frequency: Int)] = []
        while !answer.isAtEnd {
            let start = bytes.count
            bytes.append(contentsOf: try answer.slice())
            ranges.append((start..<bytes.count, Int(try answer.uint32())))
        }
        self.bytes = bytes
        self.ranges = ranges
    }

    var lastTerm: [UInt8] {
        ranges.last.map { Array(bytes[$0.range]) } ?? []
    }

    func withTerm<Failure: Error>(
        at index: Int, _ body: (UnsafeBufferPointer<UInt8>, Int) throws(Failure) -> Void
    ) throws(Failure) {
        let (range, frequency) = ranges[index]
        try bytes.withUnsafeBufferPointer { (bytes) throws(Failure) in
            try body(UnsafeBufferPointer(rebasing: bytes[range]), frequency)
        }
    }
}
