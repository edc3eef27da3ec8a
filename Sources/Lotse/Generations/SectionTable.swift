import Foundation
import Xapian

/// What a list of hits shows of each section, and what is counted over all matches: beside the database, where it would
/// be read together with the text, for every match, and from compressed blocks.
///
/// File format, numbers u32 and little-endian: the magic (8 bytes); the counts of ids, documents and labels; for each id
/// the number of its document, or 2^32 - 1 where no section has it; the ends of the fields of all ids, of all documents
/// and of all labels, counted from the first field; the ends of the documents' lists of labels, and these lists; the
/// fields. At most 4 GiB.
struct SectionTable: Sendable {
    static let magic = Array("LOTSSE01".utf8)
    static let none = UInt32.max

    /// A value that documents are counted by.
    struct Label: Hashable, Sendable {
        /// `kind`, `date` for years, or the name of a ``Facet``.
        var facet: String
        var value: String
    }

    /// A section without its text.
    struct Head: Equatable, Sendable {
        var document = ""
        var kind = ""
        var title = ""
        var url = ""
        var date = ""
        var anchor = ""
        var path: [String] = []
    }

    private let block: Data
    private let documentOfSection: [UInt32]
    private let sectionEnds: [UInt32]
    private let documentEnds: [UInt32]
    private let labels: [Label]
    private let labelListEnds: [UInt32]
    private let labelLists: [UInt32]
    private let fieldsStart: Int
    /// Nil where updates have put sections of a document apart.
    private let runs: DocumentRuns?

    /// Reads a file; nil when the bytes are none.
    init?(block: Data) {
        var reader = BlockReader(block)
        guard reader.take(SectionTable.magic.count) == SectionTable.magic else { return nil }
        func isSorted(_ ends: [UInt32]) -> Bool { zip(ends, ends.dropFirst()).allSatisfy { $0 <= $1 } }
        guard let counts = reader.uint32s(3), let documents = reader.uint32s(Int(counts[0])),
            let sections = reader.uint32s(Int(counts[0])),
            let ends = reader.uint32s(Int(counts[1])), let labelEnds = reader.uint32s(Int(counts[2])),
            let listEnds = reader.uint32s(Int(counts[1])), let lists = reader.uint32s(Int(listEnds.last ?? 0))
        else { return nil }
        let fields = UInt32(truncatingIfNeeded: reader.remaining)
        guard documents.allSatisfy({ $0 == SectionTable.none || $0 < counts[1] }), lists.allSatisfy({ $0 < counts[2] }),
            isSorted(listEnds), isSorted(sections + ends + labelEnds),
            (labelEnds.last ?? ends.last ?? sections.last ?? 0) == fields
        else { return nil }
        self.block = block
        documentOfSection = documents
        runs = DocumentRuns(documents, count: Int(counts[1]))
        sectionEnds = sections
        documentEnds = ends
        labelListEnds = listEnds
        labelLists = lists
        fieldsStart = reader.position
        var labels: [Label] = []
        var start = ends.last ?? sections.last ?? 0
        for end in labelEnds {
            let (from, to) = (fieldsStart + Int(start), fieldsStart + Int(end))
            let label = block.withUnsafeBytes { raw -> Label? in
                var fields = FieldReader(UnsafeRawBufferPointer(rebasing: raw[from..<to]))
                guard let facet = fields.field(), let value = fields.field() else { return nil }
                return Label(facet: facet, value: value)
            }
            guard let label else { return nil }
            labels.append(label)
            start = end
        }
        self.labels = labels
    }

    /// The number of the document that a section belongs to.
    func document(of section: DocumentID) -> Int? {
        guard section < documentOfSection.count else { return nil }
        let number = documentOfSection[Int(section)]
        return number == SectionTable.none ? nil : Int(number)
    }

    /// What is shown of a section; nil where there is none of this id.
    func head(of section: DocumentID) -> Head? {
        guard let number = document(of: section) else { return nil }
        return block.withUnsafeBytes { raw in
            func fields(from start: UInt32, to end: UInt32) -> FieldReader<UnsafeRawBufferPointer> {
                FieldReader(
                    UnsafeRawBufferPointer(rebasing: raw[(fieldsStart + Int(start))..<(fieldsStart + Int(end))]))
            }
            var shared = fields(
                from: number > 0 ? documentEnds[number - 1] : sectionEnds.last ?? 0, to: documentEnds[number])
            var own = fields(from: section > 0 ? sectionEnds[Int(section) - 1] : 0, to: sectionEnds[Int(section)])
            guard let document = shared.field(), let kind = shared.field(), let title = shared.field(),
                let url = shared.field(), let date = shared.field(), let anchor = own.field(),
                let path = own.fields(most: SectionRecord.deepestPath)
            else { return nil }
            return Head(
                document: document, kind: kind, title: title, url: url, date: date, anchor: anchor, path: path)
        }
    }

    /// Counts the documents that have any section in a set.
    func documents(of sections: SectionSet) -> MatchedDocuments {
        if let runs {
            let (lasts, count) = runs.lasts(of: sections)
            return MatchedDocuments(sections: sections, oneOfEach: lasts, count: count)
        }
        let firsts = oneOfEach(sections)
        return MatchedDocuments(sections: sections, oneOfEach: firsts, count: firsts.count)
    }

    /// The first sections of those documents that have any in a set.
    private func oneOfEach(_ sections: SectionSet) -> SectionSet {
        let found = SectionSet(limit: documentOfSection.count)
        var seen = Array(repeating: false, count: documentEnds.count)
        sections.forEach { section in
            guard let document = document(of: DocumentID(section)), !seen[document] else { return }
            seen[document] = true
            found.insert(section)
        }
        return found
    }

    /// How many sections of each document are in a set, by the documents' numbers.
    func sectionCounts(of sections: SectionSet) -> [UInt32] {
        var counts = [UInt32](repeating: 0, count: documentEnds.count)
        sections.forEach { section in if let document = document(of: DocumentID(section)) { counts[document] += 1 } }
        return counts
    }

    /// How many sections of one document are in a set.
    func sectionCount(of document: Int, in sections: SectionSet) -> Int {
        if let runs { return runs.count(of: document, in: sections) }
        var count = 0
        sections.forEach { if self.document(of: DocumentID($0)) == document { count += 1 } }
        return count
    }

    /// How many documents have each value of some facets. Values that none of them has are left out.
    func labels(of documents: MatchedDocuments, facets: Set<String>) -> [(label: Label, count: Int)] {
        var counts = Array(repeating: 0, count: labels.count)
        documents.oneOfEach.forEach { section in
            guard let number = document(of: DocumentID(section)) else { return }
            let start = number > 0 ? labelListEnds[number - 1] : 0
            for place in start..<labelListEnds[number] { counts[Int(labelLists[Int(place)])] += 1 }
        }
        return zip(labels, counts).filter { $0.1 > 0 && facets.contains($0.0.facet) }.map { ($0.0, $0.1) }
    }
}

/// The documents that have matches.
struct MatchedDocuments {
    /// All matches.
    let sections: SectionSet
    /// A section of each document, which need not be a match.
    let oneOfEach: SectionSet
    /// How many documents there are.
    let count: Int
}
