import Foundation
import Xapian

/// Checks an index as a whole: every file against its digest, every database against itself.
public enum Verifier {
    /// What was checked and what is wrong.
    public struct Report: Sendable, Hashable {
        /// The generation.
        public var generation: Int
        /// How many files were checked.
        public var files: Int
        /// Bytes read.
        public var bytes: Int
        /// What is wrong, each with the file; empty for a sound index.
        public var problems: [String]
    }

    /// Checks the published generation.
    ///
    /// - Throws: ``LotseError`` where there is no index, or not even a manifest.
    public static func verify(_ index: IndexDirectory) throws(LotseError) -> Report {
        guard let number = index.currentNumber() else { throw .noIndex(path: index.path) }
        let folder = index.folder(number)
        let manifest = try Manifest.read(folder)
        var report = Report(generation: number, files: 0, bytes: 0, problems: [])
        for file in manifest.files {
            report.files += 1
            guard let found = try? FileSystem.digest(folder + "/" + file.path) else {
                report.problems.append("\(file.path): the file is missing or cannot be read")
                continue
            }
            report.bytes += found.size
            if found.sha256 != file.sha256 { report.problems.append("\(file.path): its contents have changed") }
        }
        let listed = Set(manifest.files.map(\.path))
        for file in try GenerationFiles.list(folder) where !listed.contains(file.path) {
            report.problems.append("\(file.path): the file does not belong to the generation")
        }
        for shard in manifest.shards { check(folder + "/" + shard, name: shard, &report) }
        return report
    }

    private static func check(_ path: String, name: String, _ report: inout Report) {
        do {
            let found = try Maintenance.check(path)
            if found.problemCount > 0 {
                report.problems.append("\(name): the database is damaged (\(found.problemCount) problems)")
            }
        } catch {
            report.problems.append("\(name): \(error)")
        }
    }
}
