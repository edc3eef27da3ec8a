import Foundation
import Lotse
import LotseAPI
import LotseTestSupport
import Testing

@Suite("The README's Swift")
struct ReadmeTests {
    /// The README's lines, but for its two paths. `print` stands for the program's.
    private func example(corpus: String, index: String, print: (String, [String]) -> Void) throws {
        // README
        try Indexer(corpus: corpus, index: IndexDirectory(path: index)).run()
        let engine = try SearchEngine(indexPath: index)
        for hit in try engine.search(SearchRequest(query: "Trauergruppe")).hits { print(hit.title, hit.path) }
        // README
    }

    private static func lines(_ text: Substring) -> [String] {
        text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    @Test("the README shows the lines of this test")
    func shown() throws {
        let own = try String(contentsOfFile: #filePath, encoding: .utf8)
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../README.md")
        let readme = try String(contentsOf: root, encoding: .utf8)
        let marked = try #require(own.split(separator: "        // README\n").dropFirst().first)
        let block = try #require(
            readme.split(separator: "```swift\n").dropFirst().compactMap { $0.split(separator: "```").first }
                .first { $0.contains("Indexer(") })
        let shown = block.replacing("\"corpus\"", with: "corpus").replacing("\".lotse\"", with: "index")
        #expect(Self.lines(shown[...]) == ["import Lotse", "import LotseAPI"] + Self.lines(marked))
    }

    @Test("these lines index and search the example corpus")
    func runs() throws {
        let corpus = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../corpus")
        let folder = FileManager.default.temporaryDirectory.appending(path: "ReadmeTests.\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        var found: [String] = []
        try example(corpus: corpus.path, index: folder.path) { title, _ in found.append(title) }
        #expect(found.count == 10)
        #expect(found.contains { $0.contains("Trauer") })
    }
}
