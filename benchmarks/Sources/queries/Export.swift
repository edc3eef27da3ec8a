import Foundation
import Lotse

/// Writes each section as two strings, its id and its text with the headings above it. A string is its length in bytes
/// (four, the highest first: what Java's DataInput reads) and its UTF-8.
///
/// - Returns: how many sections there were.
func exportSections(of index: String, to file: String) throws -> Int {
    let engine = try SearchEngine(indexPath: index, readers: 1)
    let manifest = try JSONDecoder().decode(
        Manifest.self, from: Data(contentsOf: URL(fileURLWithPath: index + "/current/manifest.json")))
    guard FileManager.default.createFile(atPath: file, contents: nil), let output = FileHandle(forWritingAtPath: file)
    else { throw CocoaError(.fileWriteUnknown) }
    var count = 0
    for id in manifest.sources.flatMap(\.documents) {
        guard let document = try engine.document(id: id) else { fatalError("the index has no document \(id)") }
        var packed = Data()
        for section in document.sections {
            let text = ([document.title] + section.path + [section.text]).joined(separator: "\n")
            for string in [id + "#" + section.anchor, text] {
                withUnsafeBytes(of: UInt32(string.utf8.count).bigEndian) { packed.append(contentsOf: $0) }
                packed.append(contentsOf: string.utf8)
            }
            count += 1
        }
        try output.write(contentsOf: packed)
    }
    try output.close()
    return count
}
