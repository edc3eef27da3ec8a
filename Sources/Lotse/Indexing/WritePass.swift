import GermanText
import LotseCorpus
import NIOConcurrencyHelpers
import Xapian

/// The second pass: analyses every document and writes it into small databases.
struct WritePass {
    /// Sources that one thread takes at a time: about as much as one small database holds.
    struct Batch {
        var sources: Range<Int>
    }

    /// What came of a batch.
    struct Outcome {
        var parts: [String] = []
        var sources: [Manifest.Source] = []
        var problems: [Problem] = []
        var sections = 0
    }

    private static let bytesPerBatch = 1 << 20
    private static let sourcesPerBatch = 1_000

    /// The outcomes in the order of the batches.
    private(set) var outcomes: [Outcome] = []

    /// Cuts the sources into batches: by their sizes alone, so that the same corpus always gives the same index.
    static func batches(_ sources: [Source]) -> [Batch] {
        var batches: [Batch] = []
        var start = 0
        var bytes = 0
        for (number, source) in sources.enumerated() {
            bytes += source.size
            if bytes >= bytesPerBatch || number - start + 1 >= sourcesPerBatch {
                batches.append(Batch(sources: start..<(number + 1)))
                start = number + 1
                bytes = 0
            }
        }
        if start < sources.count { batches.append(Batch(sources: start..<sources.count)) }
        return batches
    }

    init(
        plan: WritePlan, folder: String, jobs: Int, advance: @Sendable (Source, _ sections: Int) -> Void
    ) throws(LotseError) {
        let batches = WritePass.batches(plan.sources)
        let outcomes = NIOLockedValueBox<[Outcome]>(Array(repeating: Outcome(), count: batches.count))
        try Workers.run(items: batches.count, jobs: jobs) { () throws(LotseError) -> SectionIndexer in
            try plan.makeIndexer(path: folder)
        } body: { (indexer: inout SectionIndexer, number: Int) throws(LotseError) in
            var writer = PartWriter(folder: folder, name: IndexDirectory.name(number), indexer: indexer)
            var outcome = Outcome()
            do throws(XapianError) {
                for source in batches[number].sources {
                    let before = writer.sections
                    try plan.write(source, to: &writer, outcome: &outcome)
                    advance(plan.sources[source], writer.sections - before)
                }
                try writer.finish()
            } catch {
                throw LotseError(writing: error, path: folder)
            }
            outcome.parts = writer.parts
            outcome.sections = writer.sections
            outcomes.withLockedValue { $0[number] = outcome }
        }
        self.outcomes = outcomes.withLockedValue { $0 }
    }
}

/// What a writing pass works from.
struct WritePlan: Sendable {
    var reader: CorpusReader
    var furniture: FurnitureProfile
    var sources: [Source]
    /// The owner of each id, as a number of ``sources``.
    var owners: [String: Int]
    var resources: AnalyzerResources
    /// What an earlier pass has read already.
    var cache = ReadCache()

    func makeIndexer(path: String) throws(LotseError) -> SectionIndexer {
        do {
            return SectionIndexer(analyzer: Analyzer(resources: resources, stemmer: try XapianStemming()))
        } catch {
            throw LotseError(writing: error, path: path)
        }
    }

    /// Reads one source and writes its documents.
    func write(
        _ number: Int, to writer: inout PartWriter, outcome: inout WritePass.Outcome
    ) throws(XapianError) {
        let source = sources[number]
        var entry = Manifest.Source(path: source.path, digest: "", documents: [], sections: 0)
        var seen: Set<String> = []
        var duplicates: [Problem] = []
        let result = try read(number) { document throws(XapianError) in
            let owner = owners[document.id] ?? number
            guard owner == number, seen.insert(document.id).inserted else {
                let other = owner == number ? "this file" : sources[owner].path
                duplicates.append(
                    Problem(
                        path: source.path, line: nil, code: .duplicateID,
                        message: "a document of \(other) has the same id; give one of them an id of its own",
                        severity: .error))
                return
            }
            try writer.add(document)
            entry.documents.append(document.id)
            entry.sections += document.sections.count
        }
        entry.digest = result.digest ?? ""
        outcome.sources.append(entry)
        outcome.problems += result.problems + duplicates
    }

    private func read(
        _ number: Int, emit: (Document) throws(XapianError) -> Void
    ) throws(XapianError) -> Reading {
        guard let kept = cache.take(number) else {
            return try reader.read(sources[number], furniture: furniture, emit: emit)
        }
        for document in kept.documents { try emit(document) }
        return kept.reading
    }
}
