import GermanText
import LotseAPI
import LotseTestSupport
import QuerySyntax
import Testing

@testable import Lotse

@Suite("Snippets of random texts")
struct SnippetRandomTests {
    static func analyzer() throws -> Analyzer {
        var builder = LexiconBuilder()
        for word in Vocabulary.listed { builder.addListed(word) }
        return Analyzer(resources: AnalyzerResources(lexicon: builder.build()), stemmer: try XapianStemming())
    }

    /// Undoes the escaping, scalar by scalar: a mark that combines with an entity's end does not hide it. `&amp;` last,
    /// so that it makes no new entity.
    static func unescaped(_ html: String) -> String {
        var text = Array(html.utf8)
        for (entity, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
            text.replace(Array(entity.utf8), with: Array(character.utf8))
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The text with the marks put in by the ranges, each byte in its place.
    static func withMarks(_ snippet: Snippet, _ pre: String, _ post: String) -> String {
        let bytes = Array(snippet.text.utf8)
        var output: [UInt8] = []
        var index = 0
        for range in snippet.highlights {
            output += bytes[index..<range.lowerBound] + Array(pre.utf8) + bytes[range] + Array(post.utf8)
            index = range.upperBound
        }
        return String(decoding: output + bytes[index...], as: UTF8.self)
    }

    static func check(_ snippet: Snippet, pre: String, post: String) {
        let bytes = Array(snippet.text.utf8)
        var last = 0
        for range in snippet.highlights {
            #expect(range.lowerBound >= last && range.upperBound <= bytes.count && !range.isEmpty)
            last = range.upperBound
            // On characters' boundaries: no continuation byte begins or follows the range.
            for place in [range.lowerBound, range.upperBound] where place < bytes.count {
                #expect(bytes[place] & 0xC0 != 0x80)
            }
        }
        // The marks hold no character that is escaped, so that undoing the escaping gives the text with its marks.
        #expect(unescaped(snippet.html) == withMarks(snippet, pre, post))
        #expect(!snippet.text.contains("\n"))
        #expect(bytes.count <= SnippetMaker.longest + 2 * " …".utf8.count)
        #expect(snippet.text.utf8.elementsEqual(String(decoding: bytes, as: UTF8.self).utf8))
    }

    @Test("ranges are in bounds, on boundaries, rising; HTML without marks unescapes to the text", arguments: 0..<8)
    func random(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(61 + seed))
        let analyzer = try Self.analyzer()
        var marked = 0
        var several = 0
        for _ in 0..<80 {
            let text = random.text(of: Vocabulary.all, pieces: random.below(120))
            let query = (0..<(1 + random.below(5))).map { _ in
                random.pick(Vocabulary.all + ["Haus*", "Be*", "\"Haus und Garten\""])
            }
            .joined(separator: " ")
            guard let root = QueryParser.parse(query).root, let plan = QueryPlanner.plan(root, analyzer: analyzer)
            else { continue }
            var maker = SnippetMaker(
                table: MatchTable(plan, analyzer: analyzer), analyzer: analyzer, marks: Highlight(pre: "⟦", post: "⟧"))
            let result = maker.make(text)
            #expect(result.snippets.isEmpty == text.isEmpty)
            #expect(result.snippets.count <= SnippetMaker.mostPassages)
            for snippet in result.snippets {
                Self.check(snippet, pre: "⟦", post: "⟧")
                marked += snippet.highlights.count
            }
            #expect(result.snippets.dropFirst().allSatisfy { !$0.highlights.isEmpty })
            several += result.snippets.count > 1 ? 1 : 0
            #expect(maker.make(text).snippets == result.snippets, "the same text and query give the same snippets")
        }
        #expect(marked > 50, "the texts hold words of the queries")
        #expect(several > 0, "some words stand far from each other")
    }

    @Test("a whole word that was met anywhere is marked in the passage", arguments: 0..<4)
    func alwaysShown(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(81 + seed))
        let analyzer = try Self.analyzer()
        for _ in 0..<60 {
            var text = ""
            for _ in 0..<random.below(12) { text += Vocabulary.sentence(&random, words: 1 + random.below(12)) + " " }
            text += "Hier ist ein Einhorn. "
            for _ in 0..<random.below(12) { text += Vocabulary.sentence(&random, words: 1 + random.below(12)) + " " }
            let plan = try #require(QueryPlanner.plan(.word("Einhörner"), analyzer: analyzer))
            var maker = SnippetMaker(
                table: MatchTable(plan, analyzer: analyzer), analyzer: analyzer, marks: Highlight())
            let snippet = try #require(maker.make(text).snippets.first)
            #expect(SnippetTests.marked(snippet) == ["Einhorn"])
        }
    }
}
