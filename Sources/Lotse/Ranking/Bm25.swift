import Foundation

/// Okapi BM25 as Xapian's `BM25Weight` has it (Robertson and others, TREC-3, 1994), with k2 0 and k3 1.
struct Bm25: Sendable {
    private let k1: Double
    private let sections: Double
    /// What is added to a frequency in the divisor, by the section's id: k1, more for a long section.
    let saturations: [Double]

    init(k1: Double, b: Double, minimumNormalisedLength: Double, of file: PostingFile) {
        self.k1 = k1
        sections = Double(file.sections)
        let average = max(file.averageLength, .leastNormalMagnitude)
        saturations = file.lengths.map { length in
            k1 * (1 - b + b * max(Double(length) / average, minimumNormalisedLength))
        }
    }

    /// What a term weighs that stands in a share of all sections, before its frequency in one counts.
    func weight(ofShare share: Double) -> Double {
        let documents = share * sections
        let odds = (sections - documents + 0.5) / (documents + 0.5)
        return log(odds < 2 ? odds * 0.5 + 1 : odds) * (k1 + 1)
    }
}
