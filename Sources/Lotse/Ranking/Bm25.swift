import Foundation

/// Okapi BM25 as Xapian's `BM25Weight` has it (Robertson and others, TREC-3, 1994), with k2 0 and k3 1, and what a term adds by
/// being there at all, after the BM25+ of Lv and Zhai (CIKM 2011): in a long section one occurrence else counts for almost
/// nothing. Unlike theirs, ours is for rare terms alone: a section is not about a common word that it has once.
struct Bm25: Sendable {
    private let k1: Double
    private let sections: Double
    private let presence: Double
    /// What a term weighs that one section alone has.
    private var rarest = 0.0
    /// What is added to a frequency in the divisor, by the section's id: k1, more for a long section.
    let saturations: [Double]

    /// - Parameter presence: what a term that one section alone has adds by being there, as a share of its weight.
    init(k1: Double, b: Double, minimumNormalisedLength: Double, presence: Double = 0, of file: PostingFile) {
        self.k1 = k1
        self.presence = presence
        sections = Double(file.sections)
        let average = max(file.averageLength, .leastNormalMagnitude)
        saturations = file.lengths.map { length in
            k1 * (1 - b + b * max(Double(length) / average, minimumNormalisedLength))
        }
        rarest = weight(ofShare: 1 / max(1, sections))
    }

    /// What a term of some weight adds by being there at all.
    func presence(ofWeight weight: Double) -> Double {
        // Some words weigh more than the rarest.
        let rarity = min(1, weight / rarest)
        return presence * weight * rarity * rarity * rarity * rarity
    }

    /// What a term weighs that stands in a share of all sections, before its frequency in one counts.
    func weight(ofShare share: Double) -> Double {
        let documents = share * sections
        let odds = (sections - documents + 0.5) / (documents + 0.5)
        return log(odds < 2 ? odds * 0.5 + 1 : odds) * (k1 + 1)
    }
}
