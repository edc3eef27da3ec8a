import LotseTestSupport
import Testing

@testable import Lotse

@Suite("Index terms")
struct IndexTermTests {
    /// Xapian's limit: 245 bytes, where a NUL counts twice.
    static func cost(_ term: [UInt8]) -> Int { term.count + term.count { $0 == 0 } }

    @Test("every term is within Xapian's limit, and different ones stay different")
    func bounded() {
        var random = SeededRandom(seed: 95)
        var seen: [[UInt8]: String] = [:]
        for _ in 0..<300 {
            let value = random.text(of: Vocabulary.special, pieces: random.below(80))
            for term in [IndexTerms.document(value), IndexTerms.kind(value), IndexTerms.filter("region", value)] {
                #expect(Self.cost(term) <= 245)
            }
            let term = IndexTerms.document(value)
            #expect(seen[term] == nil || seen[term] == value)
            seen[term] = value
        }
        let long = String(repeating: "x", count: 400)
        #expect(IndexTerms.document(long + "1") != IndexTerms.document(long + "2"))
        #expect(Self.cost(IndexTerms.document(String(repeating: "\u{0}", count: 229))) <= 245)
    }

    @Test("a filter's key and value are told apart by the NUL between them")
    func filter() {
        #expect(IndexTerms.filter("Region", "Nord") == IndexTerms.filter("region", "nord"))
        #expect(IndexTerms.filter("ab", "c") != IndexTerms.filter("a", "bc"))
    }
}
