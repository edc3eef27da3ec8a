import QuerySyntax
import Testing

@Suite("Time")
struct LinearTimeTests {
    /// Fifty thousand bytes are far more than anyone types: over them, what is quadratic meets the time limit.
    @Test(
        "a query that is hard to read takes no more time than its length asks for", .timeLimit(.minutes(1)),
        arguments: [
            "»", "\"", "„ ", "‘a ", "(", ")", "()", "-(", "titel:(", "titel:\"", "titel:»", "titel:‘", "a NAHE/3 ",
            "NAHE ", "a(", "(0", "\\", "+49", "NICHT ", "datum:..", "datum:2019..", "a:", "a UND b ODER ", "a‘:", "a) ",
            "(a ",
        ])
    func hostile(piece: String) {
        let query = String(repeating: piece, count: 50_000 / piece.utf8.count)
        let parsed = QueryParser.parse(query)
        let clock = ContinuousClock()
        let long = String(repeating: piece, count: 2_000 / piece.utf8.count)
        let time = clock.measure { _ = QueryParser.parse(QueryParser.parse(long).description) }
        #expect(time < .seconds(1))
        #expect(QueryParser.parse(parsed.description).root == parsed.root)
    }
}
