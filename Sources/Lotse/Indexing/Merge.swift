import Foundation
import Xapian

/// Merges small databases into one by compaction.
enum Merge {
    /// Databases merged at a time: each has about six files open, and a process may have a thousand.
    private static let width = 64

    /// Merges databases in their order, so that documents keep theirs, and removes them.
    static func merge(_ parts: [String], into target: String, scratch: String) throws(LotseError) {
        var level = parts
        var round = 0
        while level.count > width {
            var next: [String] = []
            for start in stride(from: 0, to: level.count, by: width) {
                let group = Array(level[start..<min(start + width, level.count)])
                let merged = scratch + "/merged-\(round)-\(next.count)"
                try compact(group, into: merged)
                next.append(merged)
            }
            level = next
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
