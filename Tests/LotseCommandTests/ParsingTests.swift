import ArgumentParser
import LotseAPI
import LotseTestSupport
import Testing

@testable import LotseCommand

@Suite("Reading the command line")
struct ParsingTests {
    static func parse<Command>(_ type: Command.Type, _ arguments: String...) throws -> Command {
        try #require(try LotseTool.parseAsRoot(arguments) as? Command)
    }

    @Test("the defaults are those of the documentation")
    func defaults() throws {
        let index = try Self.parse(IndexCommand.self, "index")
        #expect((index.corpus, index.index.path, index.full, index.keep) == ("corpus", ".lotse", false, 2))
        #expect(index.jobs == nil)
        #expect(index.progress == .auto)
        let search = try Self.parse(SearchCommand.self, "search", "ein", "Wort")
        #expect(search.query == ["ein", "Wort"])
        #expect((search.limit, search.page, search.match, search.json) == (10, 1, .auto, false))
        #expect((search.place.index.path, search.place.socket) == (".lotse", nil))
        let run = try Self.parse(EvalRunCommand.self, "eval", "run", "--queries", "q", "--out", "r")
        #expect((run.limit, run.tag, run.sections, run.match) == (100, "lotse", false, .auto))
        let compare = try Self.parse(EvalCompareCommand.self, "eval", "compare", "a", "b")
        #expect((compare.measure, compare.show) == ("nDCG@10", 5))
        #expect((compare.judgements.set.path, compare.judgements.qrels, compare.index) == (nil, nil, nil))
        let generations = try Self.parse(GenerationsCommand.self, "generations")
        #expect((generations.prune, generations.keep) == (false, 2))
    }

    @Test("every option is read")
    func options() throws {
        let index = try Self.parse(
            IndexCommand.self, "index", "--corpus", "c", "--index", "i", "--full", "--jobs", "3", "--keep", "5",
            "--progress", "json", "--json")
        #expect((index.corpus, index.index.path, index.full, index.jobs, index.keep) == ("c", "i", true, 3, 5))
        #expect((index.progress, index.json) == (.json, true))
        let search = try Self.parse(
            SearchCommand.self, "search", "--socket", "s", "--limit", "7", "--page", "2", "--filter", "region=Nord",
            "--filter", "region=Süd", "--facet", "kind", "--match", "any", "--explain", "--json", "Wort")
        #expect(search.filter == ["region=Nord", "region=Süd"])
        #expect(search.facet == ["kind"])
        #expect((search.limit, search.page, search.match, search.explain) == (7, 2, .any, true))
        #expect(search.place.socket == "s")
    }

    @Test(
        "wrong usage is refused before anything is done",
        arguments: [
            ["index", "--jobs", "0"], ["index", "--jobs", "257"], ["index", "--jobs", "viele"],
            ["index", "--keep", "0"],
            ["index", "--progress", "laut"], ["index", "zuviel"], ["search"], ["search", "--match", "meist", "Wort"],
            ["search", "--unbekannt", "Wort"], ["get"], ["get", "a", "b"], ["generations", "--keep", "0"],
            ["eval", "run", "--queries", "q"], ["eval", "run", "--queries", "q", "--out", "r", "--limit", "0"],
            ["eval", "run", "--queries", "q", "--out", "r", "--limit", "101"], ["eval", "score"],
            ["eval", "run", "--queries", "q", "--set", "s", "--out", "r"], ["eval", "run", "--tag", "zwei Worte"],
            ["eval", "score", "--run", "r", "--qrels", "q", "--set", "s"], ["eval", "compare", "a"],
            ["eval", "compare", "a", "b", "--measure", "F1"], ["eval", "compare", "a", "b", "--queries", "q"],
            ["eval", "compare", "a", "b", "--qrels", "j", "--index", "i"],
            ["eval", "compare", "a", "b", "--show", "-1"],
            ["unbekannt"], ["--unbekannt"],
        ])
    func wrongUsage(arguments: [String]) {
        do {
            _ = try LotseTool.parseAsRoot(arguments)
            Issue.record("\(arguments) was taken")
        } catch {
            #expect(LotseTool.exitCode(for: error) == .validationFailure)
            #expect(LotseTool.fullMessage(for: error).contains("Error: "))
        }
    }
}

@Suite("Words of a query that begin with a hyphen")
struct QueryArgumentTests {
    @Test(
        "are words, wherever they stand, and no options",
        arguments: [
            (["search", "Sucht", "-Alkohol"], ["search", "Sucht", "--", "-Alkohol"]),
            (["search", "-Alkohol", "--json", "Sucht"], ["search", "--json", "Sucht", "--", "-Alkohol"]),
            (
                ["search", "Sucht", "--limit", "2", "-ort:Nord", "--", "-a"],
                [
                    "search", "Sucht", "--limit", "2", "--", "-ort:Nord", "-a",
                ]
            ),
            (["search", "A4", "-5"], ["search", "A4", "--", "-5"]), (["analyze", "-"], ["analyze", "-"]),
            (["search", "-h"], ["search", "-h"]), (["search", "Sucht"], ["search", "Sucht"]),
            (["search", "--", "-Alkohol"], ["search", "--", "-Alkohol"]), (["index", "-xyz"], ["index", "-xyz"]),
            ([], []),
        ])
    func apart(typed: [String], read: [String]) { #expect(QueryArguments.withWordsApart(typed) == read) }
}
