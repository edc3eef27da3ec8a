/// The documents of a table, where the sections of each follow each other: so it is after a full build.
///
/// Which documents a set of sections touches is then found 64 sections at a time.
struct DocumentRuns: Sendable {
    /// A bit for each id: whether it is the last of a document's sections.
    private let ends: [UInt64]
    /// Each document's ids from its first section to its last.
    private let ranges: [Range<Int>]

    /// - Parameter documents: the number of each section's document, ``SectionTable/none`` for ids without a section.
    /// - Returns: nil where a document has sections apart.
    init?(_ documents: [UInt32], count: Int) {
        var ends = [UInt64](repeating: 0, count: SectionSet.wordCount(documents.count))
        var ranges = [Range<Int>](repeating: 0..<0, count: count)
        var last: (id: Int, document: Int)?
        for (id, number) in documents.enumerated() where number != SectionTable.none {
            let document = Int(number)
            if let last, last.document != document { ends[last.id >> 6] |= 1 << UInt64(last.id & 63) }
            if ranges[document].isEmpty {
                ranges[document] = id..<(id + 1)
            } else if last?.document == document {
                ranges[document] = ranges[document].lowerBound..<(id + 1)
            } else {
                return nil
            }
            last = (id, document)
        }
        if let last { ends[last.id >> 6] |= 1 << UInt64(last.id & 63) }
        self.ends = ends
        self.ranges = ranges
    }

    /// The last sections of those documents that have any in a set, whether or not these are in it, and
    /// their number.
    ///
    /// A run is nothing but ones and then a zero at its end; whatever is added to the ones carries into that zero.
    func lasts(of sections: SectionSet) -> (SectionSet, count: Int) {
        let found = SectionSet(copying: sections)
        let words = found.bits.words
        var count = 0
        var carry: UInt64 = 0
        ends.withUnsafeBufferPointer { ends in
            for at in 0..<min(ends.count, found.wordCount) {
                let set = words[at]
                // Most sets are of few sections.
                if set == 0, carry == 0 { continue }
                let (sum, hasCarried) = (set & ~ends[at]).addingReportingOverflow(~ends[at])
                let (all, hasCarriedToo) = sum.addingReportingOverflow(carry)
                carry = hasCarried || hasCarriedToo ? 1 : 0
                words[at] = (all | set) & ends[at]
                count &+= words[at].nonzeroBitCount
            }
        }
        for at in min(ends.count, found.wordCount)..<found.wordCount { words[at] = 0 }
        return (found, count)
    }

    /// How many sections of a document are in a set.
    func count(of document: Int, in sections: SectionSet) -> Int {
        sections.count(in: ranges[document].clamped(to: 0..<(sections.wordCount << 6)))
    }
}
