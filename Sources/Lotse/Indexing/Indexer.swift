public import Foundation
import GermanText
import LotseCorpus
import NIOConcurrencyHelpers

/// Makes the next generation of an index from a corpus.
///
/// The new generation is built in a folder of its own beside the published ones, flushed to the disk, and published by
/// renaming a link. Whatever happens before that leaves the published index untouched; a folder that a killed run left
/// is removed by the next one.
public struct Indexer: Sendable {
    /// The corpus' folder.
    public let corpus: String
    /// The index.
    public let index: IndexDirectory
    /// How it goes about it.
    public var options: IndexOptions

    /// An indexer. Nothing is read yet.
    public init(corpus: String, index: IndexDirectory, options: IndexOptions = IndexOptions()) {
        self.corpus = corpus
        self.index = index
        self.options = options
    }

    /// Runs once.
    ///
    /// - Parameter progress: called from any thread, often; it must be quick.
    /// - Returns: what was done. Files that could not be read are in its problems and no error.
    @discardableResult
    public func run(
        progress: @escaping @Sendable (IndexProgress) -> Void = { _ in }
    ) throws(LotseError) -> IndexReport {
        let start = ContinuousClock.now
        guard FileSystem.isFolder(corpus) else { throw .noCorpus(path: corpus) }
        let reader: CorpusReader
        do {
            reader = try CorpusReader(root: corpus)
        } catch {
            throw .io(path: corpus, detail: "\(error)")
        }
        let lock = try WriterLock(index)
        defer { lock.release() }
        try index.removeOrphans()
        try FileSystem.makeFolder(index.generationsPath)

        progress(IndexProgress(phase: .scanning, done: 0, total: 1, sections: 0))
        let before = IndexRun.currentManifest(of: index)
        let scan = try CorpusScan(
            reader: reader, corpus: corpus, without: options.without, jobs: options.jobs, compares: before != nil)
        let run = IndexRun(
            corpus: corpus, index: index, options: options, reader: reader, scan: scan, before: before, start: start,
            progress: progress)
        let report = try run.execute()
        return report
    }
}

/// One run of an ``Indexer``, with what it found out at its beginning.
struct IndexRun {
    let corpus: String
    let index: IndexDirectory
    let options: IndexOptions
    let reader: CorpusReader
    let scan: CorpusScan
    /// The manifest of the published generation, if there is one that can be read.
    let before: Manifest?
    let start: ContinuousClock.Instant
    let progress: @Sendable (IndexProgress) -> Void

    /// After so many updates on a copy the next run builds anew: the lexicon then learns the new words.
    static let mostUpdates = 20

    func execute() throws(LotseError) -> IndexReport {
        guard let before, !options.full, before.settings == scan.settings,
            Fingerprint.rules(of: before.fingerprint) == Fingerprint.programRules
        else {
            return try build(changes: scan.changes(since: before ?? IndexRun.nothing), before: before)
        }
        let changes = scan.changes(since: before)
        if changes.isEmpty { return unchanged(before) }
        if isSmall(changes), before.updates < IndexRun.mostUpdates, let report = try update(changes, before: before) {
            return report
        }
        return try build(changes: changes, before: before)
    }

    /// The manifest of an index without anything.
    private static let nothing = Manifest(
        format: Manifest.formatVersion, generation: 0, built: "", version: "", fingerprint: "", settings: "",
        updates: 0, documents: 0, sections: 0, shards: [], warnings: [], files: [], sources: [])

    static func currentManifest(of index: IndexDirectory) -> Manifest? {
        guard let number = index.currentNumber() else { return nil }
        return try? Manifest.read(index.folder(number))
    }

    /// Less than a fifth of the bytes changed: a copy is quicker than building anew.
    private func isSmall(_ changes: CorpusScan.Changes) -> Bool {
        let changed = (changes.added + changes.updated).reduce(0) { $0 + scan.sources[$1].size }
        let all = scan.sources.reduce(0) { $0 + $1.size }
        return changed * 5 < all && changes.removed.count * 5 < max(1, scan.sources.count)
    }

    /// The number of the generation to be made: higher than any there is.
    var nextNumber: Int { (index.numbers().last ?? 0) + 1 }

    /// Nothing changed: the report tells what the index is.
    private func unchanged(_ manifest: Manifest) -> IndexReport {
        let read = Set(manifest.sources.map(\.path))
        let earlier = IndexReport.read(index.folder(manifest.generation))?.problems ?? []
        let problems = earlier.filter { read.contains($0.path) } + scan.problems.map(IndexReport.Problem.init)
        return report(manifest, mode: "none", changes: CorpusScan.Changes(), problems: IndexReport.sorted(problems))
    }

    func report(
        _ manifest: Manifest, mode: String, changes: CorpusScan.Changes, problems: [IndexReport.Problem]
    ) -> IndexReport {
        let elapsed = start.duration(to: .now).components
        return IndexReport(
            generation: manifest.generation, changed: mode != "none", mode: mode, documents: manifest.documents,
            sections: manifest.sections, sourceBytes: scan.sources.reduce(0) { $0 + $1.size },
            added: changes.added.count, updated: changes.updated.count, removed: changes.removed.count,
            seconds: Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18, warnings: manifest.warnings,
            problems: problems)
    }

    /// Counts progress of a reading phase; the callback may come from any thread.
    func meter(_ phase: IndexProgress.Phase) -> @Sendable (Source, Int) -> Void {
        let total = scan.sources.reduce(0) { $0 + $1.size }
        let counts = NIOLockedValueBox<(bytes: Int, sections: Int)>((0, 0))
        let progress = progress
        return { source, sections in
            let now = counts.withLockedValue { counts in
                counts.bytes += source.size
                counts.sections += sections
                return counts
            }
            progress(IndexProgress(phase: phase, done: now.bytes, total: total, sections: now.sections))
        }
    }
}

extension IndexReport.Problem {
    /// A reader's problem as it stands in the report.
    init(_ problem: Problem) {
        self.init(
            path: problem.path, line: problem.line, code: problem.code.rawValue, severity: problem.severity.rawValue,
            message: problem.message)
    }
}

extension IndexReport {
    /// The report kept in a generation's folder.
    static func read(_ folder: String) -> IndexReport? {
        guard let data = try? FileSystem.read(folder + "/report.json") else { return nil }
        return try? JSONDecoder().decode(IndexReport.self, from: data)
    }

    /// Problems by path and line.
    static func sorted(_ problems: [Problem]) -> [Problem] {
        problems.sorted { ($0.path, $0.line ?? 0, $0.message) < ($1.path, $1.line ?? 0, $1.message) }
    }

    /// The JSON text.
    public func encoded() -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        // Strings, integers and a duration, which is finite: encoding cannot fail.
        return ((try? encoder.encode(self)) ?? Data()) + Data("\n".utf8)
    }
}
