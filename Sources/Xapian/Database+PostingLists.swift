internal import CXapian

/// That a term stands in a document.
public struct Posting: Sendable, Hashable {
    /// The document.
    public var id: DocumentID
    /// How often the term counts in it (within-document frequency).
    public var wdf: UInt32

    /// A posting.
    public init(id: DocumentID, wdf: UInt32) {
        self.id = id
        self.wdf = wdf
    }
}

extension Database {
    /// Bytes of lists that are fetched at a time.
    private static let batch = 4 << 20

    /// Calls `body` for each term in byte order, with all of its postings in the order of their ids.
    public borrowing func forEachPostingList<Failure: Error>(
        _ body: (_ term: [UInt8], _ postings: [Posting]) throws(Failure) -> Void
    ) throws {
        var last: [UInt8] = []
        var postings: [Posting] = []
        var isAtEnd = false
        while !isAtEnd {
            // The body runs while the answer is held, which is all its own: it may use the database.
            var failure: Failure?
            try withAnswer(of: { cxapian_reader_posting_lists(handle, last, last.count, Database.batch, $0) }) {
                (answer) throws(XapianError) in
                isAtEnd = answer.isAtEnd
                while !answer.isAtEnd, failure == nil {
                    last = try answer.array()
                    postings.removeAll(keepingCapacity: true)
                    for _ in 0..<(try answer.uint32()) {
                        postings.append(Posting(id: try answer.uint32(), wdf: try answer.uint32()))
                    }
                    do throws(Failure) { try body(last, postings) } catch { failure = error }
                }
            }
            if let failure { throw failure }
        }
    }

    /// Calls a closure with every value of a slot, by ascending ids. The database may be read inside of it.
    public borrowing func forEachValue<Failure: Error>(
        in slot: ValueSlot, _ body: (_ id: DocumentID, _ value: [UInt8]) throws(Failure) -> Void
    ) throws {
        var first: DocumentID = 1
        var isAtEnd = false
        while !isAtEnd {
            var failure: Failure?
            try withAnswer(of: { cxapian_reader_values(handle, slot, first, Database.batch, $0) }) {
                (answer) throws(XapianError) in
                isAtEnd = answer.isAtEnd
                while !answer.isAtEnd, failure == nil {
                    let id = try answer.uint32()
                    let value = try answer.array()
                    first = id + 1
                    do throws(Failure) { try body(id, value) } catch { failure = error }
                }
            }
            if let failure { throw failure }
        }
    }

    /// The length of each document, a length being the sum of its terms' within-document frequencies; by ascending ids.
    public borrowing func lengths() throws(XapianError) -> [(id: DocumentID, length: UInt32)] {
        try withAnswer(of: { cxapian_reader_lengths(handle, $0) }) { (answer) throws(XapianError) in
            try answer.list(count: answer.remaining / 8) { (answer) throws(XapianError) in
                (try answer.uint32(), try answer.uint32())
            }
        }
    }
}
