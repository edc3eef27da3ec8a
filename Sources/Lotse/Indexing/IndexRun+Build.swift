import Foundation
import GermanText
import LotseCorpus

extension IndexRun {
    /// Builds a generation from nothing.
    func build(changes: CorpusScan.Changes, before: Manifest?) throws(LotseError) -> IndexReport {
        let number = nextNumber
        let folder = index.buildingFolder(number)
        do throws(LotseError) {
            try FileSystem.makeFolder(folder + "/parts")
            return try buildInside(folder, number: number, changes: changes)
        } catch {
            // Best effort: what is left is an orphan, which the next run removes.
            try? FileSystem.remove(folder)
            throw error
        }
    }

    private func buildInside(
        _ folder: String, number: Int, changes: CorpusScan.Changes
    ) throws(LotseError) -> IndexReport {
        let count = meter(.counting)
        let pass = try VocabularyPass(
            reader: reader, sources: scan.sources, furniture: scan.furniture, jobs: options.jobs
        ) { count($0, 0) }

        guard !pass.owners.isEmpty else { throw .emptyCorpus(path: corpus) }

        var warnings: [String] = []
        let lexicon = pass.lexicon(wordList: wordList(&warnings))
        let plan = WritePlan(
            reader: reader, furniture: scan.furniture, sources: scan.sources, owners: pass.owners,
            resources: scan.files.resources(lexicon: lexicon), cache: pass.cache)
        let write = try WritePass(plan: plan, folder: folder + "/parts", jobs: options.jobs, advance: meter(.indexing))
        let parts = write.outcomes.flatMap(\.parts)
        guard !parts.isEmpty else { throw .emptyCorpus(path: corpus) }

        progress(IndexProgress(phase: .merging, done: 0, total: 1, sections: 0))
        try Merge.merge(parts, into: folder + "/shard-0", scratch: folder + "/parts", jobs: options.jobs)
        try FileSystem.remove(folder + "/parts")
        try FileSystem.write(lexicon.bytes, to: folder + "/" + GenerationFiles.lexicon)
        try FileSystem.write(scan.files.canonical(), to: folder + "/" + GenerationFiles.resources)
        try FileSystem.write(scan.crisis.canonical(), to: folder + "/" + GenerationFiles.crisis)
        try FileSystem.write(
            pass.minedAbbreviations(lexicon: lexicon), to: folder + "/" + GenerationFiles.abbreviations)
        try DerivedFiles.write(
            folder, shards: ["shard-0"], resources: plan.resources, scan: scan, jobs: options.jobs)

        let sources = write.outcomes.flatMap(\.sources)
        let manifest = Manifest(
            format: Manifest.formatVersion, generation: number, built: IndexRun.timestamp(), version: lotseVersion,
            fingerprint: Fingerprint(files: scan.files, lexicon: lexicon).text, settings: scan.settings, updates: 0,
            documents: sources.reduce(0) { $0 + $1.documents.count },
            sections: write.outcomes.reduce(0) { $0 + $1.sections }, shards: ["shard-0"],
            warnings: warnings, files: [], sources: sources)
        let problems = (scan.problems + write.outcomes.flatMap(\.problems)).map(IndexReport.Problem.init)
        return try publish(manifest, folder: folder, mode: "full", changes: changes, problems: problems)
    }

    private func wordList(_ warnings: inout [String]) -> Data? {
        guard let path = options.wordList else { return nil }
        guard FileSystem.exists(path), let data = try? FileSystem.read(path) else {
            warnings.append(
                "\(path) is missing: compounds are split by the corpus' own words alone; install the package wngerman "
                    + "and index with --full")
            return nil
        }
        return data
    }

    static func timestamp() -> String { Date.now.formatted(.iso8601) }

    /// Writes manifest and report, flushes everything, and makes the generation the current one.
    func publish(
        _ unfinished: Manifest, folder: String, mode: String, changes: CorpusScan.Changes,
        problems: [IndexReport.Problem]
    ) throws(LotseError) -> IndexReport {
        progress(IndexProgress(phase: .syncing, done: 0, total: 1, sections: unfinished.sections))
        var manifest = unfinished
        let report = report(manifest, mode: mode, changes: changes, problems: IndexReport.sorted(problems))
        try FileSystem.write(report.encoded(), to: folder + "/report.json")
        manifest.files = try GenerationFiles.list(folder)
        do {
            try FileSystem.write(try manifest.encoded(), to: folder + "/manifest.json")
        } catch let error as LotseError {
            throw error
        } catch {
            throw .io(path: folder, detail: "the manifest cannot be written: \(error)")
        }
        try FileSystem.syncTree(folder)
        let final = index.folder(manifest.generation)
        try FileSystem.rename(folder, final)
        let previous = index.currentNumber()
        try index.publish(manifest.generation)
        try index.removeAbandoned(after: previous)
        try index.prune(keep: options.keep)
        return report
    }
}

/// The files of a generation besides its databases.
enum GenerationFiles {
    static let lexicon = "lexicon.bin"
    static let resources = "resources.json"
    static let crisis = "crisis.json"
    static let abbreviations = "abbreviations.json"
    static let words = "words.bin"
    static let suggestions = "suggestions.bin"
    static let profiles = "profiles.bin"
    static let sections = "sections.bin"
    static let postings = "postings.bin"
    static let tokens = "tokens.bin"

    /// All but the databases, the report, the manifest, and what is made from the finished databases.
    static let besideDatabases = [lexicon, resources, crisis, abbreviations]

    /// All files below a folder with their digests, except the manifest, which holds the list.
    static func list(_ folder: String, below: String = "") throws(LotseError) -> [Manifest.File] {
        var files: [Manifest.File] = []
        for name in try FileSystem.entries(folder + "/" + below) {
            let path = below.isEmpty ? name : below + "/" + name
            if FileSystem.isFolder(folder + "/" + path) {
                files += try list(folder, below: path)
            } else if path != "manifest.json" {
                let (sha256, size) = try FileSystem.digest(folder + "/" + path)
                files.append(Manifest.File(path: path, sha256: sha256, size: size))
            }
        }
        return files
    }
}
