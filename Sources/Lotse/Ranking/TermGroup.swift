import Xapian

/// Terms that weigh as one, looked up: their frequencies in a section add up.
struct TermGroup {
    /// The lists of those of the terms that stand in any section.
    var lists: [Int]
    /// What a section gets by its frequency at most: a frequency without end would get it.
    var weight: Double
    /// What a section gets for having any of the terms.
    var presence: Double
    /// How many postings there are.
    var count: Int

    /// What a section gets for it at most.
    var most: Double { weight + presence }

    /// Looks terms up.
    ///
    /// - Returns: nil where the query is no group, or made of something else as well.
    init?(_ query: Query, by factor: Double, _ file: PostingFile, _ model: Bm25) {
        var factor = factor
        switch query.node {
        // With k3 1, a word that is asked for twice counts 4/3 times as much.
        case .term(_, let repeats): factor *= 2 * Double(repeats) / (1 + Double(repeats))
        case .wildcard, .combine(.synonym, _): break
        default: return nil
        }
        var places: [Int] = []
        guard TermGroup.add(query, to: &places, file) else { return nil }
        // In what share of all sections they stand, if they do so independently of each other.
        let all = Double(max(1, file.sections))
        var none = 1.0
        count = 0
        for place in places {
            let frequency = file.frequency(at: place)
            none *= 1 - Double(frequency) / all
            count += frequency
        }
        weight = factor * model.weight(ofShare: 1 - none)
        presence = model.presence(ofWeight: weight)
        lists = TermGroup.joined(places, file)
    }

    /// The lists of all sections that a group matches; nil where the query is no group.
    static func lists(of query: Query, _ file: PostingFile) -> [Int]? {
        var places: [Int] = []
        return add(query, to: &places, file) ? joined(places, file) : nil
    }

    /// The lists of terms by their places, one for a stem and the same stem inside other words.
    private static func joined(_ places: [Int], _ file: PostingFile) -> [Int] {
        guard places.count > 1 else { return places }
        var lists = places
        for place in places {
            guard let (list, part) = file.joint(ofStemAt: place), lists.count(where: { $0 == part }) == 1,
                lists.count(where: { $0 == place }) == 1
            else { continue }
            lists.removeAll { $0 == place || $0 == part }
            lists.append(list)
        }
        return lists
    }

    private static func add(_ query: Query, to places: inout [Int], _ file: PostingFile) -> Bool {
        switch query.node {
        case .nothing: return true
        case .term(let term, _):
            if let place = file.index(of: term) { places.append(place) }
            return true
        case .wildcard:
            places += self.places(query, file)
            return true
        case .combine(.or, let operands), .combine(.synonym, let operands):
            for operand in operands { guard add(operand, to: &places, file) else { return false } }
            return true
        default: return false
        }
    }

    /// The terms of a wildcard, the most frequent where there are too many; plans ask for no other way.
    static func places(_ query: Query, _ file: PostingFile) -> [Int] {
        guard case .wildcard(let prefix, let limit, _, _) = query.node else { return [] }
        let all = file.places(beginningWith: prefix)
        guard limit > 0, all.count > limit else { return Array(all) }
        let frequent = all.map { (frequency: file.frequency(at: $0), place: $0) }
            .sorted { ($1.frequency, $0.place) < ($0.frequency, $1.place) }
        return frequent.prefix(Int(limit)).map(\.place)
    }
}
