import Xapian

/// A section that a query found, and its score.
struct RankedSection: Equatable {
    var id: DocumentID
    var score: Double
}

/// The matches of a query and the first of them.
struct Ranked {
    var documents: MatchedDocuments
    var sections: [RankedSection]
}

/// Ranks over a generation's posting lists. Lives on a reader.
struct Ranking {
    private let file: PostingFile
    private let evaluation: Evaluation
    private let table: SectionTable

    init(_ file: PostingFile, _ tokens: TokenFile, _ model: Bm25, table: SectionTable) {
        self.file = file
        self.table = table
        evaluation = Evaluation(file, tokens, model)
    }

    /// In how many sections a term stands.
    func frequency(_ term: [UInt8]) -> Int { file.frequency(term) }

    /// Whether any section has a term that begins so.
    func hasTerm(beginningWith beginning: [UInt8]) -> Bool { !file.places(beginningWith: beginning).isEmpty }

    /// All matches, not ranked.
    func matches(_ query: Query, _ foreign: Evaluation.Foreign) throws(XapianError) -> SectionSet {
        try evaluation.matches(query, foreign)
    }

    /// Counts the documents that have any section in a set.
    func documents(of sections: SectionSet) -> MatchedDocuments { table.documents(of: sections) }

    /// Scores all matches of a query and takes the best.
    ///
    /// - Parameters:
    ///   - known: the matches, where they have been found already.
    ///   - sectionsPerDocument: of a document's sections, so many of the best at most.
    ///   - offset: so many of the best are left out.
    ///   - limit: the greatest number of sections.
    func rank(
        _ query: Query, known: MatchedDocuments? = nil, sectionsPerDocument: Int,
        offset: Int, limit: Int, _ foreign: Evaluation.Foreign
    ) throws(XapianError) -> Ranked {
        let count = offset + limit
        // As many documents have such a section each; with more than one of each, it is reached the sooner.
        var reached = 0.0
        let threshold = { (sections: SectionSet, scores: UnsafeMutableBufferPointer<Double>) in
            let least = TopSections.ofDocuments(sections, scores, table, count: count).least
            reached = max(reached, least)
            return least
        }
        return try evaluation.withScores(
            query, known: known?.sections, reaching: count <= TopDocuments.most ? threshold : nil, foreign
        ) { found in
            // The last of the best has as much at least, but for the last digits of a sum in another order.
            let best = TopSections.best(
                found.candidates, found.scores, table, sectionsPerDocument: sectionsPerDocument, count: count,
                above: reached > 0 ? reached - 1e-9 * reached : -.infinity)
            return Ranked(
                documents: known ?? documents(of: found.matches), sections: Array(best.dropFirst(offset)))
        }
    }

    /// The scores of some sections, 0 where they do not match.
    func scores(
        _ query: Query, of ids: [DocumentID], _ foreign: Evaluation.Foreign
    ) throws(XapianError) -> [Double] {
        let wanted = SectionSet(limit: file.idCount, ids)
        let found = try evaluation.matches(query, foreign)
        found.formIntersection(wanted)
        return try evaluation.withScores(query, known: found, foreign) { found in
            ids.map { $0 < file.idCount ? found.scores[Int($0)] : 0 }
        }
    }
}

/// Takes the best of many sections.
enum TopSections {
    /// The best sections, the best first; of equal ones that with the lower id.
    ///
    /// - Parameter floor: a score that all of the best are known to have more of.
    static func best(
        _ sections: SectionSet, _ scores: UnsafeMutableBufferPointer<Double>, _ table: SectionTable,
        sectionsPerDocument: Int, count: Int, above floor: Double = -.infinity
    ) -> [RankedSection] {
        if sectionsPerDocument == 1, count <= TopDocuments.most {
            return ofDocuments(sections, scores, table, count: count, above: floor).sorted()
        }
        var top = BoundedHeap(capacity: count)
        let counts = table.sectionCounts(of: sections)
        var crowded: [Int: [RankedSection]] = [:]
        sections.forEach { id in
            guard let document = table.document(of: DocumentID(id)) else { return }
            let section = RankedSection(id: DocumentID(id), score: scores[id])
            if counts[document] <= sectionsPerDocument {
                top.offer(section)
            } else {
                crowded[document, default: []].append(section)
            }
        }
        for sections in crowded.values {
            var own = BoundedHeap(capacity: sectionsPerDocument)
            for section in sections { own.offer(section) }
            for section in own.sorted() { top.offer(section) }
        }
        return top.sorted()
    }

    /// The documents with the best sections.
    static func ofDocuments(
        _ sections: SectionSet, _ scores: UnsafeMutableBufferPointer<Double>, _ table: SectionTable, count: Int,
        above floor: Double = -.infinity
    ) -> TopDocuments {
        var top = TopDocuments(capacity: count, above: floor)
        var floor = top.floor
        sections.forEach { id in
            let score = scores[id]
            guard score > floor, let document = table.document(of: DocumentID(id)) else { return }
            top.offer(RankedSection(id: DocumentID(id), score: score), of: document)
            floor = top.floor
        }
        return top
    }
}

/// Keeps the best section of each of the best documents, which are few enough to be looked through.
struct TopDocuments {
    static let most = 100

    private var sections: [RankedSection] = []
    private var documents: [Int] = []
    private let capacity: Int
    /// Where the worst of them stands, once there are enough.
    private var worst = 0
    /// What a section must have more of to be taken.
    private(set) var floor: Double

    /// - Parameter floor: a score that all of the best are known to have more of.
    init(capacity: Int, above floor: Double = -.infinity) {
        self.capacity = capacity
        self.floor = capacity > 0 ? floor : .infinity
        sections.reserveCapacity(capacity)
        documents.reserveCapacity(capacity)
    }

    /// The last document's score; 0 where there are not so many documents.
    var least: Double { capacity > 0 && sections.count == capacity ? max(0, floor) : 0 }

    /// Takes a section that is above the floor. Sections must come in the order of their ids: of equal ones the first stays.
    mutating func offer(_ section: RankedSection, of document: Int) {
        if let place = documents.firstIndex(of: document) {
            guard section.score > sections[place].score else { return }
            sections[place] = section
        } else if sections.count < capacity {
            sections.append(section)
            documents.append(document)
        } else {
            sections[worst] = section
            documents[worst] = document
        }
        guard sections.count == capacity else { return }
        worst = 0
        for at in sections.indices.dropFirst() where TopDocuments.isBetter(sections[worst], sections[at]) { worst = at }
        floor = sections[worst].score
    }

    private static func isBetter(_ one: RankedSection, _ other: RankedSection) -> Bool {
        one.score != other.score ? one.score > other.score : one.id < other.id
    }

    /// The best first; of equal ones that with the lower id.
    func sorted() -> [RankedSection] { sections.sorted(by: TopDocuments.isBetter) }
}

/// Keeps the best of what it is offered: a binary heap with the worst on top.
struct BoundedHeap {
    private var heap: [RankedSection] = []
    private let capacity: Int
    private var floor = -Double.infinity

    init(capacity: Int) { self.capacity = capacity }

    private static func isWorse(_ one: RankedSection, _ other: RankedSection) -> Bool {
        one.score != other.score ? one.score < other.score : one.id > other.id
    }

    /// Almost all are worse than the worst, and that is seen here.
    @inline(__always)
    mutating func offer(_ section: RankedSection) {
        if section.score >= floor { insert(section) }
    }

    private mutating func insert(_ section: RankedSection) {
        defer { if heap.count == capacity, let worst = heap.first { floor = worst.score } }
        if heap.count < capacity {
            heap.append(section)
            var at = heap.count - 1
            while at > 0, BoundedHeap.isWorse(heap[at], heap[(at - 1) / 2]) {
                heap.swapAt(at, (at - 1) / 2)
                at = (at - 1) / 2
            }
        } else if let worst = heap.first, BoundedHeap.isWorse(worst, section) {
            heap[0] = section
            var at = 0
            while true {
                var least = at
                for child in [2 * at + 1, 2 * at + 2] where child < heap.count {
                    if BoundedHeap.isWorse(heap[child], heap[least]) { least = child }
                }
                guard least != at else { return }
                heap.swapAt(at, least)
                at = least
            }
        }
    }

    /// The best first.
    func sorted() -> [RankedSection] { heap.sorted { BoundedHeap.isWorse($1, $0) } }
}
