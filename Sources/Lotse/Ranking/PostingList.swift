import Xapian

/// The sections that have a term, and how much it counts in each, in one of three forms.
enum PostingList {
    case sparse(SparsePostings)
    case array(ArrayPostings)
    case dense(DensePostings)

    /// A term is dense that stands in one of so many sections: then a bit for each section takes about twice the bytes that
    /// a list takes, and saves reading it.
    private static let denseShare = 16
    /// Shorter lists are read faster than anything is looked up, and sets are united.
    private static let shortest = 128

    /// - Parameters:
    ///   - bytes: must outlive the list.
    ///   - count: how many postings there are.
    ///   - limit: a list with ids at or beyond this is damaged.
    init(_ bytes: UnsafeRawBufferPointer, count: Int, limit: Int) {
        switch PostingList.form(count, limit: limit) {
        case .sparse: self = .sparse(SparsePostings(bytes, count: count, limit: limit))
        case .array: self = .array(ArrayPostings(bytes, count: count, limit: limit))
        case .dense: self = .dense(DensePostings(bytes, count: count, limit: limit))
        }
    }

    private enum Form { case sparse, array, dense }

    private static func form(_ count: Int, limit: Int) -> Form {
        if count < shortest { return .sparse }
        return count * denseShare >= limit ? .dense : .array
    }

    /// Calls a closure with each id and frequency, lowest id first.
    ///
    /// - Parameter set: only sections in it are wanted; nil for all.
    /// - Returns: false where the list is damaged; the closure has then seen only its beginning.
    @inline(__always)
    func forEach(in set: SectionSet? = nil, _ body: (_ id: Int, _ frequency: UInt32) -> Void) -> Bool {
        switch self {
        case .sparse(let postings):
            guard let set else { return postings.forEach(body) }
            return postings.forEach(in: set, body)
        case .array(let postings):
            guard let set else { return postings.forEach(body) }
            return postings.forEach(in: set, body)
        case .dense(let postings):
            guard let set else { return postings.forEach(body) }
            return postings.forEach(in: set, body)
        }
    }

    /// Adds the sections to a set.
    ///
    /// - Returns: as ``forEach(in:_:)`` does.
    func add(to found: SectionSet) -> Bool {
        switch self {
        case .sparse(let postings):
            let bits = found.bits
            return postings.forEach { id, _ in bits.insert(id) }
        case .array(let postings): return postings.add(to: found)
        case .dense(let postings): return postings.add(to: found)
        }
    }

    /// Adds those sections to a set that are in another.
    ///
    /// - Returns: as ``forEach(in:_:)`` does.
    func add(to found: SectionSet, in set: SectionSet) -> Bool {
        switch self {
        case .sparse(let postings):
            let bits = found.bits
            return postings.forEach(in: set) { id, _ in bits.insert(id) }
        case .array(let postings): return postings.add(to: found, in: set)
        case .dense(let postings): return postings.add(to: found, in: set)
        }
    }

    /// Appends a list's bytes. A frequency of 0, which Xapian lets a term have, is written as 1.
    ///
    /// - Parameters:
    ///   - postings: ids must rise.
    ///   - limit: all ids are below.
    static func append(_ postings: [Posting], to bytes: inout [UInt8], limit: Int) {
        switch form(postings.count, limit: limit) {
        case .sparse: SparsePostings.append(postings, to: &bytes)
        case .array: ArrayPostings.append(postings, to: &bytes, limit: limit)
        case .dense: DensePostings.append(postings, to: &bytes, limit: limit)
        }
    }
}
