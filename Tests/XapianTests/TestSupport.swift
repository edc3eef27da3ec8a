import Foundation
import Testing

@testable import Xapian

/// A folder of a test's own, removed when the test lets go of it.
final class TemporaryFolder {
    let path: String

    init() throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("xapian-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.path
    }

    deinit {
        // A folder that cannot be removed is the system's to clean up; there is nobody left to tell.
        try? FileManager.default.removeItem(atPath: path)
    }

    func callAsFunction(_ name: String) -> String { path + "/" + name }
}

/// Five short texts that the tests of queries share. Ids start at 1.
let texts = [
    "haus am see",
    "haus und boot",
    "boot am see",
    "garten am haus",
    "see see see boot",
]

/// Writes texts as documents: words with positions from 1, the text as data, `Q<n>` as a unique term,
/// slot 0 the number of words, slot 1 the first word.
func writeTexts(_ texts: [String], to path: String, options: WritableDatabase.Options = [.noSync]) throws {
    var writer = try WritableDatabase(path: path, mode: .create, options: options)
    var builder = DocumentBuilder()
    for (index, text) in texts.enumerated() {
        let words = text.split(separator: " ").map(String.init)
        builder.reset()
        for (offset, word) in words.enumerated() {
            try builder.add(term: word, wdf: 1, positions: [UInt32(offset + 1)])
        }
        try builder.addBoolean(term: "Q\(index + 1)")
        try builder.setValue(0, number: Double(words.count))
        try builder.setValue(1, words[0])
        try builder.setData(text)
        try writer.add(builder)
    }
    try writer.close()
}

extension SearchResult {
    var ids: [DocumentID] { hits.map(\.id) }
}

extension [UInt8] {
    var text: String { String(decoding: self, as: UTF8.self) }
}

/// The code of the error that a call throws, or `nil` if it throws none of this module's.
func errorCode(_ body: () throws -> Void) -> XapianError.Code? {
    do {
        try body()
        return nil
    } catch {
        return (error as? XapianError)?.code
    }
}

/// A small generator with a seed, so that random tests repeat (SplitMix64, Steele and others, 2014).
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
