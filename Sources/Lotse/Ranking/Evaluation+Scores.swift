import Foundation
import Xapian

extension Evaluation {
    /// A score that the last section of those that are wanted will have at least, by what has been found and added so far.
    typealias Threshold = (SectionSet, UnsafeMutableBufferPointer<Double>) -> Double

    /// What a query found.
    struct Scored {
        /// All matches.
        var matches: SectionSet
        /// Those of them whose scores are complete. Without a threshold that is all of them.
        var candidates: SectionSet
        /// By section.
        var scores: UnsafeMutableBufferPointer<Double>
    }

    /// Lends the scores of all matches, or of those that are known already.
    ///
    /// - Parameters:
    ///   - known: the query's matches, or some of them.
    ///   - threshold: where it is given, sections that cannot reach it are found and not weighed: the terms come in the order of
    ///     their frequencies, and what the rest of them can add at most is known (the idea of MaxScore, Turtle and Flood, as
    ///     above, for lists that are read one after the other).
    ///   - body: takes the matches, and scores by section.
    func withScores<Value>(
        _ query: Query, known: SectionSet? = nil, reaching threshold: Threshold? = nil, _ foreign: Foreign,
        _ body: (Scored) -> Value
    ) throws(XapianError) -> Value {
        isDamaged = false
        let found: Scored
        do throws(XapianError) {
            if let known {
                touched = [known]
                let leaves = try leaves(of: query, by: 1, areMatches: true)
                found = try weigh(leaves, in: known, over: 0, threshold, foreign)
            } else {
                found = try evaluate(query, threshold, foreign)
            }
            try checkDamage()
        } catch {
            scores.update(repeating: 0)
            touched = []
            throw error
        }
        defer {
            for set in touched { set.forEach { scores[$0] = 0 } }
            touched = []
        }
        return body(found)
    }

    private func evaluate(
        _ query: Query, _ threshold: Threshold?, _ foreign: Foreign
    ) throws(XapianError) -> Scored {
        var query = query
        var factor = 1.0
        var set: SectionSet?
        // What adds to scores and finds nothing comes last, where the fewest sections are left.
        var later: [Leaf] = []
        while true {
            switch query.node {
            case .scale(let other, let operand): (query, factor) = (operand, factor * other)
            case .combine(.andMaybe, let operands):
                for operand in operands.dropFirst() {
                    later += try leaves(of: operand, by: factor, areMatches: false)
                }
                query = operands[0]
            case .combine(.filter, let operands)
            where operands.dropFirst().allSatisfy({ isPlain($0) && !looksAtTexts($0) }):
                for condition in operands.dropFirst() { set = try matches(condition, in: set, foreign) }
                query = operands[0]
            case .combine(.or, let operands) where factor > 0:
                return try any(of: operands, by: factor, in: set, later, threshold, foreign)
            default:
                let found = try collect(query, by: factor, in: set, isAlone: true, &later, foreign)
                touched.append(found)
                return try weigh(later, in: found, over: .infinity, threshold, foreign)
            }
        }
    }

    // MARK: Finding and weighing at a time

    /// Finds and weighs in one pass where that can be done: each list is read once.
    ///
    /// - Parameters:
    ///   - set: what comes into question; nil for all sections.
    ///   - isAlone: whether the score of a section that does not match is nobody else's concern. Then such sections may be
    ///     left with one, and what only adds to the scores is noted for later.
    private func collect(
        _ query: Query, by factor: Double, in set: SectionSet?, isAlone: Bool, _ later: inout [Leaf], _ foreign: Foreign
    ) throws(XapianError) -> SectionSet {
        guard factor > 0 else { return try matches(query, in: set, foreign) }
        if let group = TermGroup(query, by: factor, file, model) {
            let found = SectionSet(limit: file.idCount)
            weigh(group, in: set, found: found)
            return found
        }
        let found: SectionSet
        let rest: [Leaf]
        switch query.node {
        case .scale(let other, let operand):
            return try collect(operand, by: factor * other, in: set, isAlone: isAlone, &later, foreign)
        case .combine(.or, let operands):
            let found = SectionSet(limit: file.idCount)
            for operand in operands {
                found.formUnion(try collect(operand, by: factor, in: set, isAlone: false, &later, foreign))
            }
            return found
        case .combine(.and, let operands) where isAlone && operands.allSatisfy(isPlain):
            return try narrow(operands.map { ($0, factor) }, in: set, &later, foreign)
        case .combine(.filter, let operands) where isAlone && operands.allSatisfy(isPlain):
            let weighed = operands.enumerated().map { ($0.element, $0.offset == 0 ? factor : 0) }
            return try narrow(weighed, in: set, &later, foreign)
        case .combine(.andMaybe, let operands) where isPlain(operands[0]):
            found = try collect(operands[0], by: factor, in: set, isAlone: isAlone, &later, foreign)
            var others: [Leaf] = []
            for operand in operands.dropFirst() { others += try leaves(of: operand, by: factor, areMatches: false) }
            rest = others
        default:
            found = try matches(query, in: set, foreign)
            rest = try leaves(of: query, by: factor, areMatches: true)
        }
        if isAlone { later += rest } else { for leaf in rest { try weigh(leaf, in: found, foreign) } }
        return found
    }

    /// Finds what all of some queries match, and weighs on the way. The shortest come first: of the others only what is
    /// left has to be looked at.
    private func narrow(
        _ operands: [(query: Query, factor: Double)], in set: SectionSet?, _ later: inout [Leaf], _ foreign: Foreign
    ) throws(XapianError) -> SectionSet {
        var found = set
        for (query, factor) in operands.map({ ($0, most($0.query)) }).sorted(by: { $0.1 < $1.1 }).map(\.0) {
            let next = try collect(query, by: factor, in: found, isAlone: true, &later, foreign)
            // What the first one scored, the others may take away.
            if factor > 0 { touched.append(next) }
            found = next
        }
        return found ?? SectionSet(limit: file.idCount)
    }

    /// Finds what any of some queries matches, and weighs what may come among the best.
    private func any(
        of operands: [Query], by factor: Double, in set: SectionSet?, _ later: [Leaf], _ threshold: Threshold?,
        _ foreign: Foreign
    ) throws(XapianError) -> Scored {
        var groups: [TermGroup] = []
        var others: [(query: Query, factor: Double)] = []
        for operand in operands { divide(operand, by: factor, &groups, &others) }
        let found = SectionSet(limit: file.idCount)
        for other in others {
            var none: [Leaf] = []
            found.formUnion(
                try collect(other.query, by: other.factor, in: set, isAlone: false, &none, foreign))
        }
        var pruning = Pruning(rest: groups.reduce(0) { $0 + $1.most } + later.reduce(0) { $0 + $1.most })
        pruning.done = others.isEmpty ? 0 : .infinity
        var candidates: SectionSet?
        // The sections with the rarest words: the best are among them mostly, and they are looked through in no time.
        var sample: SectionSet?
        for group in groups.sorted(by: { $0.count < $1.count }) {
            if let left = prune(candidates ?? found, &pruning, threshold, by: sample) {
                if candidates == nil { touched.append(left) }
                candidates = left
            }
            if let candidates {
                for list in group.lists { add(sectionsIn: list, to: found, in: set) }
                weigh(group, in: candidates, found: candidates)
            } else {
                weigh(group, in: set, found: found)
            }
            pruning.pass(group.most)
            if sample == nil, candidates == nil, !found.hasFewer(than: Evaluation.fewest) {
                sample = SectionSet(copying: found)
            }
        }
        if candidates == nil { touched.append(found) }
        var scored = try weigh(later, in: candidates ?? found, over: pruning.done, threshold, foreign)
        scored.matches = found
        return scored
    }

    /// Takes alternatives apart.
    private func divide(
        _ query: Query, by factor: Double, _ groups: inout [TermGroup], _ others: inout [(query: Query, factor: Double)]
    ) {
        switch query.node {
        case .scale(let other, let operand): divide(operand, by: factor * other, &groups, &others)
        case .combine(.or, let operands): for operand in operands { divide(operand, by: factor, &groups, &others) }
        default:
            if let group = TermGroup(query, by: factor, file, model) {
                groups.append(group)
            } else {
                others.append((query, factor))
            }
        }
    }

    // MARK: Weighing

    /// A part of a score.
    private enum Leaf {
        case group(TermGroup)
        /// What a query's matches get beside others.
        case matches(Query, [Leaf])
        /// What numbers in a slot weigh; see `Query.recency`.
        case numbers(ValueSlot, reference: Double, halfLife: Double, factor: Double)

        /// What it adds to a score at most.
        var most: Double {
            switch self {
            case .group(let group): group.most
            case .matches(_, let leaves): leaves.reduce(0) { $0 + $1.most }
            case .numbers(_, _, _, let factor): factor
            }
        }
    }

    private static var unknown: XapianError {
        XapianError(code: .unimplemented, message: "this kind of query has no scores")
    }

    /// The parts of a query's score.
    ///
    /// - Parameter areMatches: whether all of the sections that will be weighed are known to match.
    private func leaves(of query: Query, by factor: Double, areMatches: Bool) throws(XapianError) -> [Leaf] {
        guard factor > 0 else { return [] }
        switch query.node {
        case .nothing, .everything, .range, .atMost, .atLeast, .sequence, .groups: return []
        case .term, .wildcard, .combine(.synonym, _):
            guard let group = TermGroup(query, by: factor, file, model) else { throw Evaluation.unknown }
            return [.group(group)]
        case .scale(let other, let operand):
            return try leaves(of: operand, by: factor * other, areMatches: areMatches)
        case .combine(.or, let operands):
            var all: [Leaf] = []
            for operand in operands { all += try leaves(of: operand, by: factor, areMatches: false) }
            return all
        case .combine(let combination, let operands):
            var all: [Leaf] = []
            switch combination {
            case .and:
                for operand in operands { all += try leaves(of: operand, by: factor, areMatches: true) }
            case .filter, .andNot: all = try leaves(of: operands[0], by: factor, areMatches: true)
            case .andMaybe:
                all = try leaves(of: operands[0], by: factor, areMatches: true)
                for operand in operands.dropFirst() { all += try leaves(of: operand, by: factor, areMatches: false) }
            default: throw Evaluation.unknown
            }
            return areMatches || all.isEmpty ? all : [.matches(query, all)]
        case .valueWeight(let slot, let reference, let halfLife):
            return [.numbers(slot, reference: reference, halfLife: halfLife, factor: factor)]
        default: throw Evaluation.unknown
        }
    }

    /// Adds parts of a score, the greatest first, to those of some sections.
    ///
    /// - Parameter over: what these sections have got so far at most.
    private func weigh(
        _ leaves: [Leaf], in matches: SectionSet, over done: Double, _ threshold: Threshold?, _ foreign: Foreign
    ) throws(XapianError) -> Scored {
        var candidates = matches
        var pruning = Pruning(rest: leaves.reduce(0) { $0 + $1.most })
        pruning.done = done
        for leaf in leaves.sorted(by: { $0.most > $1.most }) {
            candidates = prune(candidates, &pruning, threshold) ?? candidates
            try weigh(leaf, in: candidates, foreign)
            pruning.pass(leaf.most)
        }
        return Scored(matches: matches, candidates: candidates, scores: scores)
    }

    private func weigh(_ leaf: Leaf, in set: SectionSet, _ foreign: Foreign) throws(XapianError) {
        switch leaf {
        case .group(let group): weigh(group, in: set, found: set)
        case .matches(let query, let leaves):
            let found = try matches(query, in: set, foreign)
            for leaf in leaves { try weigh(leaf, in: found, foreign) }
        case .numbers(let slot, let reference, let halfLife, let factor):
            weigh(slot, reference: reference, halfLife: halfLife, by: factor, in: set)
        }
    }

    /// Weighs a group's sections, and adds them to a set.
    private func weigh(_ group: TermGroup, in set: SectionSet?, found: SectionSet) {
        let (scores, frequencies, weight, presence) = (scores, frequencies, group.weight, group.presence)
        let isSingle = group.lists.count == 1
        let own = isSingle ? found : SectionSet(limit: file.idCount)
        let bits = own.bits
        model.saturations.withUnsafeBufferPointer { saturations in
            for list in group.lists {
                let isSound = file.withList(at: list) { list in
                    if isSingle {
                        return list.forEach(in: set) { id, frequency in
                            scores[id] += presence + weight * Double(frequency) / (saturations[id] + Double(frequency))
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
            guard !isSingle else { return }
            file.lengths.withUnsafeBufferPointer { lengths in
                own.forEach { id in
                    let frequency = Double(min(frequencies[id], lengths[id]))
                    scores[id] += presence + weight * frequency / (saturations[id] + frequency)
                    frequencies[id] = 0
                }
            }
            found.formUnion(own)
        }
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

    // MARK: Leaving out

    /// How much of the scores has been added, and how much may still come.
    private struct Pruning {
        /// What is still to come, at most.
        var rest: Double
        /// What has been added, at most.
        var done = 0.0
        /// What was to come when it was last tried.
        var tried = Double.infinity

        init(rest: Double) { self.rest = rest }

        mutating func pass(_ most: Double) {
            rest -= most
            done += most
        }
    }

    /// Fewer sections than this are weighed sooner than they are looked through.
    private static let few = 64
    /// So many sections tell well enough what the best have.
    private static let fewest = 128

    /// Those sections of a set that may still reach the threshold; nil where that is not known, or not worth the look. The
    /// others have no score afterwards.
    ///
    /// - Parameter sample: those sections by which the threshold is told; nil for all of the set.
    private func prune(
        _ set: SectionSet, _ pruning: inout Pruning, _ threshold: Threshold?, by sample: SectionSet? = nil
    ) -> SectionSet? {
        // Where little changed since the last look it would find little more.
        guard let threshold, pruning.rest < pruning.done, pruning.rest < pruning.tried / 2,
            !set.hasFewer(than: Evaluation.few)
        else { return nil }
        pruning.tried = pruning.rest
        let reached = threshold(sample ?? set, scores)
        // A sum in another order may differ in its last digits.
        let least = (reached - pruning.rest) - 1e-9 * reached
        guard least > 0 else { return nil }
        let left = SectionSet(limit: file.idCount)
        let (bits, scores) = (left.bits, scores)
        // Without a branch: which of them stay cannot be foreseen.
        set.forEach { id in
            let score = scores[id]
            let stays = score >= least
            bits.words[id >> 6] |= (stays ? 1 : 0) << UInt64(id & 63)
            scores[id] = stays ? score : 0
        }
        return left
    }
}
