import Foundation
import GermanText
import Xapian

/// How common the terms of a query are, each looked up when it is first asked for. Lives for one request.
final class TermStatistics {
    private var frequencies: [TermID: (whole: Int, part: Int)] = [:]
    private let source: (analyzer: Analyzer, ranking: Ranking)?
    private let sections: Double

    /// Nothing is known: every correction is 1.
    init() {
        source = nil
        sections = 0
    }

    /// - Parameter sections: how many sections there are.
    init(_ analyzer: Analyzer, _ ranking: Ranking, sections: Int) {
        source = (analyzer, ranking)
        self.sections = Double(sections)
    }

    /// In how many sections a term stands by itself, and inside of other words.
    private func frequency(_ term: TermID) -> (whole: Int, part: Int)? {
        if let known = frequencies[term] { return known }
        guard let (analyzer, ranking) = source else { return nil }
        let bytes = analyzer.bytes(of: term)
        let found = (
            whole: ranking.frequency(IndexTerms.term(.stem, bytes)),
            part: ranking.frequency(IndexTerms.term(.part, bytes))
        )
        frequencies[term] = found
        return found
    }

    /// What the weight of a word and of the words that have it as a part must be multiplied by.
    ///
    /// Xapian weighs a group of terms by how many sections have any of them. A section that has the word only inside another
    /// one is not wholly about it, and counts as much as the part does.
    func correction(_ stems: [TermID]) -> Double {
        guard sections > 0 else { return 1 }
        var none = 1.0
        var documents = 0.0
        for stem in stems {
            guard let (whole, part) = frequency(stem) else { return 1 }
            let wholeShare = min(1, Double(whole) / sections)
            let partShare = min(1, Double(part) / sections)
            none *= (1 - wholeShare) * (1 - partShare)
            documents += Double(whole) + (1 - wholeShare) * Double(part) / Double(RankingFields.wholeToPart)
        }
        let union = sections * (1 - none)
        return weight(min(documents, union)) / weight(union)
    }

    /// Whether any section has a term; true where that is not known.
    func has(_ stem: TermID, _ space: TermSpace) -> Bool {
        frequency(stem).map { (space == .part ? $0.part : $0.whole) > 0 } ?? true
    }

    /// In how many sections a word stands at most, alone or inside of others.
    func sections(with stems: [TermID]) -> Int {
        stems.reduce(0) { sum, stem in sum + (frequency(stem).map { $0.whole + $0.part } ?? 0) }
    }

    /// Whether a part of a word is rare enough to say something. In a large index one that stands in every twentieth section
    /// is a long list to go through and decides nothing.
    func isTelling(_ part: TermID) -> Bool {
        guard let (whole, inside) = frequency(part) else { return true }
        return Double(whole + inside) <= max(RankingParameters.commonPart, sections / 20)
    }

    /// The inverse document frequency as Xapian's BM25 has it.
    private func weight(_ documents: Double) -> Double {
        let odds = (sections - documents + 0.5) / (documents + 0.5)
        return log(odds < 2 ? odds * 0.5 + 1 : odds)
    }
}
