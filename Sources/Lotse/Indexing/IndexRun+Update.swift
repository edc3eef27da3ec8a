import Foundation
import GermanText
import LotseCorpus
import Xapian

extension IndexRun {
    /// Builds a generation from a copy of the current one, where little changed.
    ///
    /// - Returns: nil where only a full build gives the right answer: an id that is there twice is given to the first
    ///   source by path, and who is first may have changed.
    func update(_ changes: CorpusScan.Changes, before: Manifest) throws(LotseError) -> IndexReport? {
        let old = index.folder(before.generation)
        let earlier = IndexReport.read(old)
        guard let earlier, !earlier.problems.contains(where: { $0.code == Problem.Code.duplicateID.rawValue }) else {
            return nil
        }
        let number = nextNumber
        let folder = index.buildingFolder(number)
        do throws(LotseError) {
            return try updateInside(folder, number: number, changes: changes, before: before, earlier: earlier)
        } catch {
            try? FileSystem.remove(folder)
            throw error
        }
    }

    private func updateInside(
        _ folder: String, number: Int, changes: CorpusScan.Changes, before: Manifest, earlier: IndexReport
    ) throws(LotseError) -> IndexReport? {
        let old = index.folder(before.generation)
        let touched = Set(changes.removed + changes.updated.map { scan.sources[$0].path })
        var kept = before.sources.filter { !touched.contains($0.path) }
        let gone = before.sources.filter { touched.contains($0.path) }

        let generation = try OpenGeneration(folder: old, path: index.path, readers: 1)
        let work = (changes.added + changes.updated).sorted()
        let plan = WritePlan(
            reader: reader, furniture: scan.furniture,
            sources: work.map { scan.sources[$0] }, owners: [:], resources: generation.resources)

        try FileSystem.makeFolder(folder)
        for name in before.shards + GenerationFiles.besideDatabases {
            try FileSystem.copy(old + "/" + name, to: folder + "/" + name)
        }
        try FileSystem.makeFolder(folder + "/parts")
        let write = try WritePass(plan: plan, folder: folder + "/parts", jobs: options.jobs, advance: meter(.indexing))
        let fresh = write.outcomes.flatMap(\.sources)

        let taken = Set(kept.flatMap(\.documents))
        let written = fresh.flatMap(\.documents)
        guard Set(written).count == written.count, taken.isDisjoint(with: written) else {
            try FileSystem.remove(folder)
            return nil
        }
        progress(IndexProgress(phase: .merging, done: 0, total: 1, sections: 0))
        try patch(folder, before: before, remove: gone.flatMap(\.documents), add: write.outcomes.flatMap(\.parts))
        try DerivedFiles.write(
            folder, shards: before.shards, resources: generation.resources, scan: scan, jobs: options.jobs)

        kept = (kept + fresh).sorted { $0.path < $1.path }
        guard kept.contains(where: { !$0.documents.isEmpty }) else {
            try FileSystem.remove(folder)
            throw .emptyCorpus(path: corpus)
        }
        var manifest = before
        manifest.generation = number
        manifest.built = IndexRun.timestamp()
        manifest.version = lotseVersion
        manifest.updates += 1
        manifest.sources = kept
        manifest.documents = kept.reduce(0) { $0 + $1.documents.count }
        manifest.sections = kept.reduce(0) { $0 + $1.sections }
        // What the walk finds beside the sources is found anew in every run.
        let read = Set(kept.map(\.path)).subtracting(fresh.map(\.path))
        let problems =
            earlier.problems.filter { read.contains($0.path) }
            + (scan.problems + write.outcomes.flatMap(\.problems)).map(IndexReport.Problem.init)
        return try publish(manifest, folder: folder, mode: "update", changes: changes, problems: problems)
    }

    /// Takes documents out of the copied database and merges the new ones in.
    private func patch(_ folder: String, before: Manifest, remove: [String], add: [String]) throws(LotseError) {
        guard let shard = before.shards.first.map({ folder + "/" + $0 }) else {
            throw .damagedIndex(path: index.path, detail: "the manifest names no database")
        }
        if !remove.isEmpty {
            do {
                var database = try WritableDatabase(path: shard, mode: .open, options: [.noSync])
                for id in remove { try database.delete(uniqueTerm: IndexTerms.document(id)) }
                try database.close()
            } catch {
                throw LotseError(writing: error, path: shard)
            }
        }
        try FileSystem.rename(shard, folder + "/parts/base")
        // The small ones first, so that the large one is copied once.
        let added = folder + "/parts/added"
        if !add.isEmpty { try Merge.merge(add, into: added, scratch: folder + "/parts", jobs: options.jobs) }
        try Merge.merge(
            [folder + "/parts/base"] + (add.isEmpty ? [] : [added]), into: shard, scratch: folder + "/parts",
            jobs: options.jobs)
        try FileSystem.remove(folder + "/parts")
    }
}
