import Foundation
import GermanText
import Xapian

/// How common the terms of a query are, looked up once.
struct TermStatistics {
    private var frequencies: [TermID: (whole: Int, part: Int)] = [:]
    private var sections = 0.0

    /// Nothing is known: every correction is 1.
    static let none = TermStatistics()

    private init() {}

    /// Looks up all terms of a text.
    init(of text: String, analyzer: Analyzer, _ ranking: Ranking, sections: Int) {
        var tokens = TokenBuffer()
        analyzer.analyze(text, into: &tokens)
        for term in tokens.terms where term.kind.space != .exact && frequencies[term.id] == nil {
            let bytes = analyzer.bytes(of: term.id)
            frequencies[term.id] = (
                ranking.frequency(IndexTerms.term(.stem, bytes)), ranking.frequency(IndexTerms.term(.part, bytes))
            )
        }
        self.sections = Double(sections)
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
            guard let (whole, part) = frequencies[stem] else { return 1 }
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
        frequencies[stem].map { (space == .part ? $0.part : $0.whole) > 0 } ?? true
    }

    /// In how many sections a word stands at most, alone or inside of others.
    func sections(with stems: [TermID]) -> Int {
        stems.reduce(0) { sum, stem in sum + (frequencies[stem].map { $0.whole + $0.part } ?? 0) }
    }

    /// Whether a part of a word is rare enough to say something. In a large index one that stands in every twentieth section
    /// is a long list to go through and decides nothing.
    func isTelling(_ part: TermID) -> Bool {
        guard let (whole, inside) = frequencies[part] else { return true }
        return Double(whole + inside) <= max(RankingParameters.commonPart, sections / 20)
    }

    /// The inverse document frequency as Xapian's BM25 has it.
    private func weight(_ documents: Double) -> Double {
        let odds = (sections - documents + 0.5) / (documents + 0.5)
        return log(odds < 2 ? odds * 0.5 + 1 : odds)
    }
}
