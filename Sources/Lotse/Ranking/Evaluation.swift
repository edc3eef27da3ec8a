import Foundation
import Xapian

/// Finds and weighs the matches of a query over a ``PostingFile``, list by list: each posting adds to its section's score in
/// a table of all sections (term at a time, Turtle and Flood, Information Processing & Management, 1995, compare it with
/// others). The scores are those that Xapian's matcher gives, but for the frequency of a group of terms, which is not rounded
/// here. Lives on a reader, for one query after the other.
///
/// Finding is in this file, weighing in another.
final class Evaluation {
    let file: PostingFile
    private let tokens: TokenFile
    let model: Bm25
    /// Scores by section, all 0 between two queries.
    let scores: UnsafeMutableBufferPointer<Double>
    /// Frequencies of a group by section, all 0 between two groups.
    let frequencies: UnsafeMutableBufferPointer<UInt32>
    var isDamaged = false
    /// Sets of all sections that may have a score.
    var touched: [SectionSet] = []

    /// Asks the database for the matches of what is no matter of terms: ranges and groups.
    typealias Foreign = (Query) throws(XapianError) -> DocumentSet

    init(_ file: PostingFile, _ tokens: TokenFile, _ model: Bm25) {
        self.file = file
        self.tokens = tokens
        self.model = model
        scores = .allocate(capacity: file.idCount)
        scores.initialize(repeating: 0)
        frequencies = .allocate(capacity: file.idCount)
        frequencies.initialize(repeating: 0)
    }

    deinit {
        scores.deallocate()
        frequencies.deallocate()
    }

    /// All matches, without their scores.
    func matches(_ query: Query, _ foreign: Foreign) throws(XapianError) -> SectionSet {
        isDamaged = false
        let found = try matches(query, in: nil, foreign)
        try checkDamage()
        return found
    }

    func checkDamage() throws(XapianError) {
        guard isDamaged else { return }
        throw XapianError(code: .databaseCorrupt, message: "a posting list cannot be read")
    }

    /// - Parameter set: what comes into question; nil for all sections.
    func matches(
        _ query: Query, in set: SectionSet?, _ foreign: Foreign
    ) throws(XapianError) -> SectionSet {
        switch query.node {
        case .nothing: return SectionSet(limit: file.idCount)
        case .everything: return set ?? file.all
        case .term, .wildcard, .combine(.or, _), .combine(.synonym, _):
            let found = SectionSet(limit: file.idCount)
            try add(matchesOf: query, to: found, in: set, foreign)
            return found
        case .sequence(ValueSlots.tokens, _, _):
            let found = SectionSet(copying: set ?? file.all)
            try tokens.filter(found, by: query)
            return found
        case .scale(_, let operand): return try matches(operand, in: set, foreign)
        case .combine(.andMaybe, let operands): return try matches(operands[0], in: set, foreign)
        case .combine(.andNot, let operands):
            let found = SectionSet(copying: try matches(operands[0], in: set, foreign))
            for operand in operands.dropFirst() { found.subtract(try matches(operand, in: found, foreign)) }
            return found
        case .combine(.and, let operands), .combine(.filter, let operands):
            guard operands.allSatisfy(isPlain) else { break }
            // The shortest first: of the others only what is in it has to be looked at.
            var found = set
            for operand in operands.sorted(by: { most($0) < most($1) }) {
                found = try matches(operand, in: found, foreign)
            }
            return found ?? SectionSet(limit: file.idCount)
        default: break
        }
        let found = SectionSet(limit: file.idCount, try foreign(query))
        if let set { found.formIntersection(set) }
        return found
    }

    private func add(
        matchesOf query: Query, to found: SectionSet, in set: SectionSet?, _ foreign: Foreign
    ) throws(XapianError) {
        if let lists = TermGroup.lists(of: query, file) {
            for list in lists { add(sectionsIn: list, to: found, in: set) }
            return
        }
        switch query.node {
        case .scale(_, let operand): try add(matchesOf: operand, to: found, in: set, foreign)
        case .combine(.or, let operands), .combine(.synonym, let operands):
            for operand in operands { try add(matchesOf: operand, to: found, in: set, foreign) }
        default: found.formUnion(try matches(query, in: set, foreign))
        }
    }

    /// Adds the sections in a list to a set.
    func add(sectionsIn list: Int, to found: SectionSet, in set: SectionSet?) {
        let isSound = file.withList(at: list) { list in
            guard let set else { return list.add(to: found) }
            return list.add(to: found, in: set)
        }
        if !isSound { isDamaged = true }
    }

    /// Whether a query is made of terms, of sequences, and of what is done to sets.
    func isPlain(_ query: Query) -> Bool {
        switch query.node {
        case .nothing, .everything, .term, .wildcard, .sequence(ValueSlots.tokens, _, _): true
        case .scale(_, let operand): isPlain(operand)
        case .combine(.andMaybe, let operands): isPlain(operands[0])
        case .combine(.xor, _), .combine(.max, _): false
        case .combine(_, let operands): operands.allSatisfy(isPlain)
        default: false
        }
    }

    /// Whether a query looks at the text of every section that comes into question.
    func looksAtTexts(_ query: Query) -> Bool {
        switch query.node {
        case .sequence: true
        case .scale(_, let operand): looksAtTexts(operand)
        case .combine(_, let operands): operands.contains(where: looksAtTexts)
        default: false
        }
    }

    /// In how many sections a query matches at most.
    func most(_ query: Query) -> Int {
        switch query.node {
        case .nothing: 0
        case .term(let term, _): file.frequency(term)
        case .scale(_, let operand): most(operand)
        case .combine(.or, let operands), .combine(.synonym, let operands): operands.reduce(0) { $0 + most($1) }
        case .combine(.and, let operands), .combine(.filter, let operands):
            operands.reduce(file.sections) { min($0, most($1)) }
        case .combine(.andNot, let operands), .combine(.andMaybe, let operands): most(operands[0])
        default: file.sections
        }
    }
}
