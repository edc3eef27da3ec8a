import Foundation
import Lotse
import LotseAPI
import LotseTestSupport
import Testing

@Suite("JSON of the program")
struct JSONTests {
    @Test("search --json is the interface's own answer")
    func search() throws {
        try CommandFixture.with { fixture in
            let outcome = try Program.lotse.run([
                "search", "--index", fixture.index, "--json", "--limit", "2", "--page", "1", "--filter",
                "kind=document",
                "--filter", "kind=forum", "--facet", "kind", "--match", "any", "Haus", "Garten",
            ])
            #expect((outcome.code, outcome.errors) == (0, ""))
            #expect(outcome.lines.count == 1)
            let answer = try JSONDecoder().decode(SearchResponse.self, from: Data(outcome.output.utf8))
            let request = SearchRequest(
                query: "Haus Garten", perPage: 2, filter: ["kind": ["document", "forum"]], facets: ["kind"], match: .any
            )
            var expected = try SearchEngine(indexPath: fixture.index).search(request)
            expected.tookMilliseconds = answer.tookMilliseconds
            #expect(answer == expected)
            #expect(answer.hits.count == 2)
            #expect(outcome.output == expected.jsonText() + "\n")
        }
    }

    @Test("get --json is the whole document, by the id of a document or of a hit")
    func get() throws {
        try CommandFixture.with { fixture in
            let expected = try #require(try SearchEngine(indexPath: fixture.index).document(id: "documents/haus"))
            for id in ["documents/haus", "documents/haus#zeiten"] {
                let outcome = try fixture.lotse("get", "--json", id)
                #expect(outcome.output == expected.jsonText() + "\n")
                #expect(try JSONDecoder().decode(DocumentResponse.self, from: Data(outcome.output.utf8)) == expected)
            }
        }
    }

    @Test("status --json is the interface's own answer")
    func status() throws {
        try CommandFixture.with { fixture in
            let outcome = try fixture.lotse("status", "--json")
            let expected = try SearchEngine(indexPath: fixture.index).status()
            #expect(outcome.output == expected.jsonText() + "\n")
            #expect(try JSONDecoder().decode(StatusResponse.self, from: Data(outcome.output.utf8)) == expected)
        }
    }

    @Test("index --json is the report, as report.json keeps it; progress is JSON lines in the order of the phases")
    func index() throws {
        try CommandFixture.with([:]) { fixture in
            for (name, text) in CommandFixture.files { try fixture.corpus.write(name, text) }
            let outcome = try fixture.lotse("index", "--corpus", fixture.corpus.path, "--json", "--progress", "json")
            #expect(outcome.code == 0)
            let report = try JSONDecoder().decode(IndexReport.self, from: Data(outcome.output.utf8))
            #expect((report.generation, report.documents, report.added, report.mode) == (1, 3, 3, "full"))
            var kept = try #require(IndexDirectory(path: fixture.index).report())
            kept.seconds = report.seconds
            #expect(kept == report)

            struct Step: Decodable { var phase: IndexProgress.Phase, percent: Int, sections: Int }
            // Without a word list on the system there is a warning behind the steps.
            let steps = try outcome.errorLines.filter { $0.hasPrefix("{") }
                .map { try JSONDecoder().decode(Step.self, from: Data($0.utf8)) }
            var phases: [IndexProgress.Phase] = []
            for step in steps where phases.last != step.phase { phases.append(step.phase) }
            #expect(phases == IndexProgress.Phase.allCases)
            #expect(steps.allSatisfy { (0...100).contains($0.percent) })
            #expect(steps.last?.sections == report.sections)
        }
    }

    private struct Analysis: Decodable {
        struct Token: Decodable { var text: String, start: Int, end: Int, position: Int, terms: [Term] }
        struct Term: Decodable { var term: String, kind: String }
        var tokens: [Token]
    }

    @Test("analyze --json answers every line of standard input on a line of its own, empty ones too")
    func analyze() throws {
        try CommandFixture.with { fixture in
            let lines = ["Die Häuser", "", "Kind:innen & \"Gärten\"", "z. B. am 7. März 2018"]
            let outcome = try fixture.lotse("analyze", "--json", input: lines.joined(separator: "\n") + "\n")
            #expect(outcome.lines.count == lines.count)
            let analyzer = try TextAnalyzer(indexPath: fixture.index)
            for (line, text) in zip(outcome.lines, lines) {
                let answer = try JSONDecoder().decode(Analysis.self, from: Data(line.utf8))
                let expected = analyzer.analyze(text)
                #expect(answer.tokens.map(\.text) == expected.map(\.text))
                #expect(answer.tokens.map(\.start) == expected.map(\.start))
                #expect(answer.tokens.map(\.end) == expected.map(\.end))
                #expect(answer.tokens.map(\.position) == expected.map(\.position))
                #expect(answer.tokens.map { $0.terms.map(\.term) } == expected.map { $0.terms.map(\.term) })
                #expect(answer.tokens.map { $0.terms.map(\.kind) } == expected.map { $0.terms.map(\.kind) })
            }
            #expect(outcome.lines[1] == "{\"tokens\":[]}")
            // The words of the command line are one text.
            #expect(try fixture.lotse("analyze", "--json", "Die", "Häuser").lines == [outcome.lines[0]])
        }
    }
}
