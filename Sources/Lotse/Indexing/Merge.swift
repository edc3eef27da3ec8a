import Foundation
import Xapian

/// Merges small databases into one by compaction.
enum Merge {
    /// Databases merged at a time. Each has about six files open, and a process may have a thousand; the last merge
    /// is the work of one thread, so that it should find few databases left.
    private static let width = 16

    /// Merges databases in their order, so that documents keep theirs, and removes them.
    ///
    /// - Parameter jobs: how many threads merge, until one merge is left.
    static func merge(
        _ parts: [String], into target: String, scratch: String, jobs: Int
    ) throws(LotseError) {
        var level = parts
        var round = 0
        while level.count > width {
            let groups = stride(from: 0, to: level.count, by: width).map { start in
                Array(level[start..<min(start + width, level.count)])
            }
            let merged = groups.indices.map { scratch + "/merged-\(round)-\($0)" }
            try Workers.run(items: groups.count, jobs: jobs) { () throws(LotseError) in
            } body: { (_: inout Void, group: Int) throws(LotseError) in
                try compact(groups[group], into: merged[group])
            }
            level = merged
            round += 1
        }
        try compact(level, into: target)
    }

    private static func compact(_ parts: [String], into target: String) throws(LotseError) {
        do {
            try Maintenance.compact(from: parts, to: target)
        } catch {
            throw LotseError(writing: error, path: target)
        }
        for part in parts { try FileSystem.remove(part) }
    }
}
