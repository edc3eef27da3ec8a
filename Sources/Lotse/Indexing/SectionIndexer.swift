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
        /// Whether phrases are found in it.
        var hasOrder = true
        /// So many of its first words of meaning count twice.
        var lead = 0
    }

    let analyzer: Analyzer
    // One value, so that a section costs one exclusivity check and not one for each word.
    private var counts = SectionCounts()

    init(analyzer: Analyzer) { self.analyzer = analyzer }

    /// The document of a section: its words, and what `finish` adds.
    func build(
        fields: [Field], finish: (inout DocumentBuilder) throws(XapianError) -> Void
    ) throws(XapianError) -> DocumentBuilder {
        try counts.build(fields: fields, analyzer: analyzer, finish: finish)
    }
}

/// Tells the second word of a pair such as `Bürgerinnen und Bürger` or `die Ärztin oder der Arzt`: it says the same as the
/// first one and adds no weight, or texts that name both would rank before those that write `Bürger*innen`.
private struct GenderPair {
    private var last: (term: TermID, position: Int32, isGender: Bool) = (.max, -9, false)

    mutating func isSecond(_ token: Token, _ terms: ArraySlice<Term>) -> Bool {
        // The `und` in between is indexed in headings only.
        guard token.flags.isDisjoint(with: [.piece, .stopWord]),
            let term = terms.first(where: { $0.kind.space == .stem })
        else { return false }
        let isGender = term.kind == .gender
        let isSecond =
            last.term == term.id && token.position - last.position <= 3 && isGender != last.isGender
        last = (term.id, token.position, isGender)
        return isSecond
    }
}

/// What a ``SectionIndexer`` counts with, kept from section to section.
private struct SectionCounts {
    private struct Entry {
        var space: TermSpace
        var id: TermID
        var wdf: UInt32
    }

    private var tokens = TokenBuffer()
    private var entries: [Entry] = []
    /// For each space: the entry of a term, plus one; 0 where the section has none yet.
    private var places: [[Int32]] = [[], [], []]
    private var scratch: [UInt8] = []
    private var stream = TokenStream()
    /// The keys of terms in a token stream, by their numbers.
    private var keys: [UInt32] = []
    private var document = DocumentBuilder()
    /// The section's length: as many postings as it has, but for what other rules than those of stems and parts have added or
    /// taken. A text is no longer for an old spelling or a suspended hyphen, and no shorter for naming women and men. Addresses do
    /// not count.
    private var length: UInt32 = 0

    /// Positions between two fields, so that no phrase reaches across.
    private static let gap: UInt32 = 20

    /// The document of a section: its words, and what `finish` adds.
    mutating func build(
        fields: [SectionIndexer.Field], analyzer: Analyzer, finish: (inout DocumentBuilder) throws(XapianError) -> Void
    ) throws(XapianError) -> DocumentBuilder {
        document.reset()
        length = 0
        stream.reset()
        if analyzer.trim() {
            places = [[], [], []]
            keys = []
        }
        var base: UInt32 = 0
        for field in fields where !field.text.isEmpty && field.weight > 0 {
            base = count(field, analyzer, base: base) + SectionCounts.gap
        }
        try flush(analyzer)
        try document.setValue(ValueSlots.length, bytes: withUnsafeBytes(of: length.littleEndian) { Array($0) })
        if !stream.bytes.isEmpty { try document.setValue(ValueSlots.tokens, bytes: stream.bytes) }
        try finish(&document)
        return document
    }

    private mutating func count(_ field: SectionIndexer.Field, _ analyzer: Analyzer, base: UInt32) -> UInt32 {
        analyzer.analyze(field.text, into: &tokens)
        let needed = analyzer.termCount
        for space in places.indices where places[space].count < needed {
            places[space].append(contentsOf: repeatElement(0, count: needed * 3 / 2 - places[space].count))
        }
        for id in keys.count..<max(keys.count, needed) {
            keys.append(TokenStream.key(analyzer.bytes(of: TermID(id))))
        }
        var pair = GenderPair()
        var lead = field.lead
        for token in tokens.tokens {
            let isStop = token.flags.contains(.stopWord)
            if isStop && !field.isHeading { continue }
            let terms = tokens.terms(of: token)
            let isSecond = pair.isSecond(token, terms)
            var weight = token.flags.contains(.address) ? 0 : field.weight
            if lead > 0, !token.flags.contains(.piece), !token.flags.contains(.noWord) {
                lead -= 1
                weight *= 2
            }
            let fullWeight = weight
            if isSecond { weight = 0 }
            let whole = weight * RankingFields.wholeToPart
            for term in terms {
                let space = term.kind.space
                if space == .exact {
                    // A word that is its own stem needs no second posting; function words have none but their stem.
                    if isStop || terms.contains(where: { $0.id == term.id && $0.kind.space == .stem }) { continue }
                } else if space == .part, isStop {
                    continue
                }
                if term.kind != .completed, term.kind != .variant {
                    length += fullWeight * (space == .part ? 1 : RankingFields.wholeToPart)
                }
                let written = max(whole, field.weight * RankingFields.wholeToPart)
                post(space, term.id, space == .part ? weight : space == .exact ? written : whole)
                if space == .stem, !isStop, field.hasOrder {
                    stream.append(keys[Int(term.id)], at: base + UInt32(token.position))
                }
            }
        }
        return base + UInt32(tokens.tokens.last.map { $0.position + 1 } ?? 0)
    }

    @inline(__always)
    private mutating func post(_ space: TermSpace, _ id: TermID, _ weight: UInt32) {
        let row = Int(space.rawValue)
        var place = places[row][Int(id)]
        if place == 0 {
            entries.append(Entry(space: space, id: id, wdf: 0))
            place = Int32(entries.count)
            places[row][Int(id)] = place
        }
        entries[Int(place) - 1].wdf += weight
    }

    /// Hands all terms over.
    private mutating func flush(_ analyzer: Analyzer) throws(XapianError) {
        for entry in entries {
            places[Int(entry.space.rawValue)][Int(entry.id)] = 0
            scratch.removeAll(keepingCapacity: true)
            if let prefix = IndexTerms.prefix(entry.space) { scratch.append(prefix) }
            scratch.append(contentsOf: analyzer.bytes(of: entry.id))
            try document.add(term: scratch, wdf: entry.wdf)
        }
        entries.removeAll(keepingCapacity: true)
    }
}
