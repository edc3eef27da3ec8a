import GermanText
import Xapian

/// Turns a section's fields into one Xapian document.
///
/// Terms are counted in dense arrays by their numbers, so that a posting costs no look-up of bytes. Belongs to one
/// thread at a time, like the analyzer it holds.
final class SectionIndexer {
    /// A text with the weight of its words.
    struct Field {
        var text: String
        var weight: UInt32
        /// A title or heading. Function words are indexed here alone: `Wer wir sind` is found by its words, while in
        /// texts they stand everywhere, say nothing, and would be a third of all postings.
        var isHeading = false
    }

    private struct Entry {
        var space: TermSpace
        var id: TermID
        var wdf: UInt32
        var positionCount: Int32
        var firstPosition: Int32
    }

    let analyzer: Analyzer
    private var tokens = TokenBuffer()
    private var entries: [Entry] = []
    private var postings: [(entry: Int32, position: UInt32)] = []
    private var positions: [UInt32] = []
    /// For each space: the entry of a term, plus one; 0 where the section has none yet.
    private var places: [[Int32]] = [[], [], []]
    private var scratch: [UInt8] = []
    private var document = DocumentBuilder()

    /// Positions between two fields, so that no phrase reaches across.
    private static let gap: UInt32 = 20

    init(analyzer: Analyzer) { self.analyzer = analyzer }

    /// The document of a section: its words, and what `finish` adds.
    func build(
        fields: [Field], finish: (inout DocumentBuilder) throws(XapianError) -> Void
    ) throws(XapianError) -> DocumentBuilder {
        document.reset()
        if analyzer.trim() { places = [[], [], []] }
        var base: UInt32 = 0
        for field in fields where !field.text.isEmpty && field.weight > 0 {
            base = count(field, base: base) + SectionIndexer.gap
        }
        try flush()
        try finish(&document)
        return document
    }

    private func count(_ field: Field, base: UInt32) -> UInt32 {
        analyzer.analyze(field.text, into: &tokens)
        let needed = analyzer.termCount
        for space in places.indices where places[space].count < needed {
            places[space].append(contentsOf: repeatElement(0, count: needed * 3 / 2 - places[space].count))
        }
        for token in tokens.tokens {
            let isStop = token.flags.contains(.stopWord)
            if isStop && !field.isHeading { continue }
            let terms = tokens.terms(of: token)
            for term in terms {
                let space = term.kind.space
                if space == .exact {
                    // A word that is its own stem needs no second posting; function words have none but their stem.
                    if isStop || terms.contains(where: { $0.id == term.id && $0.kind.space == .stem }) { continue }
                } else if space == .part, isStop {
                    continue
                }
                let positioned = space == .stem && !isStop
                post(space, term.id, field.weight, positioned ? base + UInt32(token.position) : nil)
            }
        }
        return base + UInt32(tokens.tokens.last.map { $0.position + 1 } ?? 0)
    }

    @inline(__always)
    private func post(_ space: TermSpace, _ id: TermID, _ weight: UInt32, _ position: UInt32?) {
        let row = Int(space.rawValue)
        var place = places[row][Int(id)]
        if place == 0 {
            entries.append(Entry(space: space, id: id, wdf: 0, positionCount: 0, firstPosition: 0))
            place = Int32(entries.count)
            places[row][Int(id)] = place
        }
        let entry = Int(place) - 1
        entries[entry].wdf += weight
        if let position {
            entries[entry].positionCount += 1
            postings.append((Int32(entry), position))
        }
    }

    /// Sorts positions to their terms and hands all terms over.
    private func flush() throws(XapianError) {
        var next: Int32 = 0
        for index in entries.indices {
            entries[index].firstPosition = next
            next += entries[index].positionCount
            entries[index].positionCount = 0
            places[Int(entries[index].space.rawValue)][Int(entries[index].id)] = 0
        }
        positions.removeAll(keepingCapacity: true)
        positions.append(contentsOf: repeatElement(0, count: postings.count))
        for posting in postings {
            let entry = Int(posting.entry)
            positions[Int(entries[entry].firstPosition + entries[entry].positionCount)] = posting.position
            entries[entry].positionCount += 1
        }
        for entry in entries {
            scratch.removeAll(keepingCapacity: true)
            if let prefix = IndexTerms.prefix(entry.space) { scratch.append(prefix) }
            scratch.append(contentsOf: analyzer.bytes(of: entry.id))
            let first = Int(entry.firstPosition)
            let range = first..<(first + Int(entry.positionCount))
            try add(scratch, entry.wdf, range)
        }
        entries.removeAll(keepingCapacity: true)
        postings.removeAll(keepingCapacity: true)
    }

    private func add(_ term: [UInt8], _ wdf: UInt32, _ range: Range<Int>) throws(XapianError) {
        try term.withUnsafeBufferPointer { bytes throws(XapianError) in
            try positions.withUnsafeBufferPointer { all throws(XapianError) in
                try document.add(term: bytes, wdf: wdf, positions: UnsafeBufferPointer(rebasing: all[range]))
            }
        }
    }
}
