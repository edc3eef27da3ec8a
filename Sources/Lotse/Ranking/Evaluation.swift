import Foundation
import Xapian

/// Finds and weighs the matches of a query over a ``PostingFile``, list by list: each posting adds to its section's score in
/// a table of all sections (term at a time, Turtle and Flood, Information Processing & Management, 1995, compare it with
/// others). The scores are those that Xapian's matcher gives, but for the frequency of a group of terms, which is not rounded
/// here. Lives on a reader, for one query after the other.
final class Evaluation {
    private let file: PostingFile
    private let model: Bm25
    /// Scores by section, all 0 between two queries.
    private let scores: UnsafeMutableBufferPointer<Double>
    /// Frequencies of a group by section, all 0 between two groups.
    private let frequencies: UnsafeMutableBufferPointer<UInt32>
    private var isDamaged = false
    /// Sections that have a score and may be no matches; see ``collect(_:by:in:isAlone:_:)``.
    private var stale: [SectionSet] = []

    /// Asks the database for the matches of what is no matter of terms: ranges, sequences, groups.
    typealias Foreign = (Query) throws(XapianError) -> DocumentSet

    init(_ file: PostingFile, _ model: Bm25) {
        self.file = file
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

    /// Lends the scores of all matches, or of those that are known already.
    ///
    /// - Parameters:
    ///   - known: the query's matches, or some of them.
    ///   - body: takes the matches, and scores by section.
    func withScores<Value>(
        _ query: Query, known: SectionSet? = nil, _ foreign: Foreign,
        _ body: (SectionSet, UnsafeMutableBufferPointer<Double>) -> Value
    ) throws(XapianError) -> Value {
        isDamaged = false
        let found: SectionSet
        do throws(XapianError) {
            if let known {
                try score(query, by: 1, in: known, areMatches: true, foreign)
                found = known
            } else {
                found = try collect(query, by: 1, in: nil, isAlone: true, foreign)
            }
            try checkDamage()
        } catch {
            scores.update(repeating: 0)
            stale.removeAll()
            throw error
        }
        defer {
            for set in stale + [found] { set.forEach { scores[$0] = 0 } }
            stale.removeAll()
        }
        return body(found, scores)
    }

    private func checkDamage() throws(XapianError) {
        guard isDamaged else { return }
        throw XapianError(code: .databaseCorrupt, message: "a posting list cannot be read")
    }

    // MARK: Matches

    private func matches(
        _ query: Query, in set: SectionSet?, _ foreign: Foreign
    ) throws(XapianError) -> SectionSet {
        switch query.node {
        case .nothing: return SectionSet(limit: file.idCount)
        case .everything: return set ?? file.all
        case .term(let term, _): return sections(with: file.index(of: term), in: set)
        case .wildcard:
            let found = SectionSet(limit: file.idCount)
            for place in places(query) { found.formUnion(sections(with: place, in: set)) }
            return found
        case .scale(_, let operand): return try matches(operand, in: set, foreign)
        case .combine(.andMaybe, let operands): return try matches(operands[0], in: set, foreign)
        case .combine(.or, let operands), .combine(.synonym, let operands):
            let found = SectionSet(limit: file.idCount)
            for operand in operands { found.formUnion(try matches(operand, in: set, foreign)) }
            return found
        case .combine(.andNot, let operands):
            let found = copy(try matches(operands[0], in: set, foreign))
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

    /// A set that may be changed: that of a match of everything is somebody else's.
    private func copy(_ set: SectionSet) -> SectionSet {
        let copy = SectionSet(limit: file.idCount)
        copy.formUnion(set)
        return copy
    }

    private func sections(with place: Int?, in set: SectionSet?) -> SectionSet {
        let found = SectionSet(limit: file.idCount)
        guard let place else { return found }
        let bits = found.bits
        let isSound = file.withList(at: place) { list in
            guard let set else { return list.forEach { id, _ in bits.insert(id) } }
            return list.forEach(in: set) { id, _ in bits.insert(id) }
        }
        if !isSound { isDamaged = true }
        return found
    }

    /// Whether a query is made of terms and of what is done to sets.
    private func isPlain(_ query: Query) -> Bool {
        switch query.node {
        case .nothing, .everything, .term, .wildcard: true
        case .scale(_, let operand): isPlain(operand)
        case .combine(.andMaybe, let operands): isPlain(operands[0])
        case .combine(.xor, _), .combine(.max, _): false
        case .combine(_, let operands): operands.allSatisfy(isPlain)
        default: false
        }
    }

    /// In how many sections a query matches at most.
    private func most(_ query: Query) -> Int {
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

    /// The terms of a wildcard, the most frequent where there are too many; plans ask for no other way.
    private func places(_ query: Query) -> [Int] {
        guard case .wildcard(let prefix, let limit, _, _) = query.node else { return [] }
        let all = file.places(beginningWith: prefix)
        guard limit > 0, all.count > limit else { return Array(all) }
        let frequent = all.map { (frequency: file.frequency(at: $0), place: $0) }
            .sorted { ($1.frequency, $0.place) < ($0.frequency, $1.place) }
        return frequent.prefix(Int(limit)).map(\.place)
    }

    // MARK: Scores

    /// Finds and weighs in one pass where that can be done: each list is read once.
    ///
    /// - Parameters:
    ///   - set: what comes into question; nil for all sections.
    ///   - isAlone: whether the score of a section that does not match is nobody else's concern. Then such sections may be
    ///     left with one, and are noted in ``stale``.
    private func collect(
        _ query: Query, by factor: Double, in set: SectionSet?, isAlone: Bool, _ foreign: Foreign
    ) throws(XapianError) -> SectionSet {
        guard factor > 0 else { return try matches(query, in: set, foreign) }
        switch query.node {
        case .term, .wildcard, .combine(.synonym, _): return try group(query, by: factor, in: set)
        case .scale(let other, let operand):
            return try collect(operand, by: factor * other, in: set, isAlone: isAlone, foreign)
        case .combine(.or, let operands):
            let found = SectionSet(limit: file.idCount)
            for operand in operands {
                found.formUnion(try collect(operand, by: factor, in: set, isAlone: false, foreign))
            }
            return found
        case .combine(.andMaybe, let operands) where isPlain(operands[0]):
            let found = try collect(operands[0], by: factor, in: set, isAlone: isAlone, foreign)
            for operand in operands.dropFirst() {
                try score(operand, by: factor, in: found, areMatches: false, foreign)
            }
            return found
        case .combine(.and, let operands) where isAlone && operands.allSatisfy(isPlain):
            return try narrow(operands.map { ($0, factor) }, in: set, foreign)
        case .combine(.filter, let operands) where isAlone && operands.allSatisfy(isPlain):
            let weighed = operands.enumerated().map { ($0.element, $0.offset == 0 ? factor : 0) }
            return try narrow(weighed, in: set, foreign)
        default:
            let found = try matches(query, in: set, foreign)
            try score(query, by: factor, in: found, areMatches: true, foreign)
            return found
        }
    }

    /// Finds what all of some queries match, and weighs on the way. The shortest come first: of the others only what is
    /// left has to be looked at.
    private func narrow(
        _ operands: [(query: Query, factor: Double)], in set: SectionSet?, _ foreign: Foreign
    ) throws(XapianError) -> SectionSet {
        var found = set
        for (query, factor) in operands.map({ ($0, most($0.query)) }).sorted(by: { $0.1 < $1.1 }).map(\.0) {
            let next = try collect(query, by: factor, in: found, isAlone: true, foreign)
            // What the first one scored, the others may take away.
            if factor > 0 { stale.append(next) }
            found = next
        }
        return found ?? SectionSet(limit: file.idCount)
    }

    /// Adds what a query weighs to the scores of those of some sections that match it.
    ///
    /// - Parameter areMatches: whether all of the sections are known to match.
    private func score(
        _ query: Query, by factor: Double, in set: SectionSet, areMatches: Bool, _ foreign: Foreign
    ) throws(XapianError) {
        guard factor > 0 else { return }
        switch query.node {
        case .nothing, .everything, .range, .atMost, .atLeast, .sequence, .groups: return
        case .term, .wildcard, .combine(.synonym, _): _ = try group(query, by: factor, in: set)
        case .scale(let other, let operand):
            try score(operand, by: factor * other, in: set, areMatches: areMatches, foreign)
        case .combine(.or, let operands):
            for operand in operands { try score(operand, by: factor, in: set, areMatches: false, foreign) }
        case .combine(let combination, let operands):
            let found = areMatches ? set : try matches(query, in: set, foreign)
            switch combination {
            case .and:
                for operand in operands { try score(operand, by: factor, in: found, areMatches: true, foreign) }
            case .filter, .andNot: try score(operands[0], by: factor, in: found, areMatches: true, foreign)
            case .andMaybe:
                try score(operands[0], by: factor, in: found, areMatches: true, foreign)
                for operand in operands.dropFirst() {
                    try score(operand, by: factor, in: found, areMatches: false, foreign)
                }
            default: throw Evaluation.unknown
            }
        case .valueWeight(let slot, let reference, let halfLife):
            weigh(slot, reference: reference, halfLife: halfLife, by: factor, in: set)
        default: throw Evaluation.unknown
        }
    }

    private static var unknown: XapianError {
        XapianError(code: .unimplemented, message: "this kind of query has no scores")
    }

    /// Weighs terms as if they were one: their frequencies add up.
    private func group(
        _ query: Query, by factor: Double, in set: SectionSet?
    ) throws(XapianError) -> SectionSet {
        var factor = factor
        // With k3 1, a word that is asked for twice counts 4/3 times as much.
        if case .term(_, let repeats) = query.node { factor *= 2 * Double(repeats) / (1 + Double(repeats)) }
        var places: [Int] = []
        guard terms(query, &places) else { throw Evaluation.unknown }
        let weight = factor * model.weight(ofShare: share(of: places))
        if places.count == 1 { return score(places[0], weight, in: set) }
        let found = SectionSet(limit: file.idCount)
        let bits = found.bits
        let (scores, frequencies) = (scores, frequencies)
        for place in places {
            let isSound = file.withList(at: place) { list in
                guard let set else {
                    return list.forEach { id, frequency in
                        frequencies[id] &+= frequency
                        bits.insert(id)
                    }
                }
                return list.forEach(in: set) { id, frequency in
                    frequencies[id] &+= frequency
                    bits.insert(id)
                }
            }
            if !isSound { isDamaged = true }
        }
        file.lengths.withUnsafeBufferPointer { lengths in
            model.saturations.withUnsafeBufferPointer { saturations in
                found.forEach { id in
                    let frequency = Double(min(frequencies[id], lengths[id]))
                    scores[id] += weight * frequency / (saturations[id] + frequency)
                    frequencies[id] = 0
                }
            }
        }
        return found
    }

    private func score(_ place: Int?, _ weight: Double, in set: SectionSet?) -> SectionSet {
        let found = SectionSet(limit: file.idCount)
        guard let place else { return found }
        let bits = found.bits
        let scores = scores
        let isSound = model.saturations.withUnsafeBufferPointer { saturations in
            file.withList(at: place) { list in
                guard let set else {
                    return list.forEach { id, frequency in
                        scores[id] += weight * Double(frequency) / (saturations[id] + Double(frequency))
                        bits.insert(id)
                    }
                }
                return list.forEach(in: set) { id, frequency in
                    scores[id] += weight * Double(frequency) / (saturations[id] + Double(frequency))
                    bits.insert(id)
                }
            }
        }
        if !isSound { isDamaged = true }
        return found
    }

    /// The terms that a group is made of; false where it is made of something else as well.
    private func terms(_ query: Query, _ places: inout [Int]) -> Bool {
        switch query.node {
        case .nothing: return true
        case .term(let term, _):
            if let place = file.index(of: term) { places.append(place) }
            return true
        case .wildcard:
            places += self.places(query)
            return true
        case .combine(.or, let operands), .combine(.synonym, let operands):
            for operand in operands { guard terms(operand, &places) else { return false } }
            return true
        default: return false
        }
    }

    /// In what share of all sections terms stand, if they do so independently of each other.
    private func share(of places: [Int]) -> Double {
        let all = Double(max(1, file.sections))
        return 1 - places.reduce(1.0) { $0 * (1 - Double(file.frequency(at: $1)) / all) }
    }

    /// Adds what numbers in a slot weigh; see `Query.recency`.
    private func weigh(
        _ slot: ValueSlot, reference: Double, halfLife: Double, by factor: Double, in set: SectionSet
    ) {
        for weights in file.weights where weights.slot == slot {
            for (id, number) in zip(weights.ids, weights.numbers) where set.contains(Int(id)) {
                let weight = halfLife > 0 ? exp2((number - reference) / halfLife) : number
                scores[Int(id)] += factor * min(max(weight, 0), 1)
            }
        }
    }
}
