import LotseTestSupport
import Testing

@testable import Lotse

@Suite("Files in TREC's form")
struct TrecFileTests {
    /// The error that reading a text gives, without the folder's name.
    static func fault(_ text: String, _ read: (String) throws -> Void) throws -> String? {
        try TemporaryFolder.with { folder in
            try folder.write("datei", text)
            do {
                try read(folder("datei"))
                return nil
            } catch let error as EvaluationError {
                #expect(error.path == folder("datei"))
                return error.description.replacing(folder("datei"), with: "datei")
            }
        }
    }

    @Test("queries are read in their order, with blank lines and CR LF left out")
    func queries() throws {
        try TemporaryFolder.with { folder in
            try folder.write("q", "2\tGarten am Bach\r\n\n  \n1\tHaus\tund Hof\n")
            let set = try EvaluationQueries(path: folder("q"))
            #expect(set.queries.map(\.id) == ["2", "1"])
            #expect(set.queries.map(\.text) == ["Garten am Bach", "Haus\tund Hof"])
        }
    }

    @Test(
        "a fault in the queries is named with its line and the form that is right",
        arguments: [
            ("1\tHaus\nohne Tabulator\n", "datei:2: a line is: query id, tab, query"),
            ("1\t \n", "datei:1: a line is: query id, tab, query"),
            ("1\tHaus\n\n1\tHof\n", "datei:3: the query id is there twice"),
            ("q 1\tHaus\n", "datei:1: a query id has no spaces, because the columns of a run are told apart by them"),
        ])
    func queryFaults(text: String, message: String) throws {
        #expect(try Self.fault(text) { _ = try EvaluationQueries(path: $0) } == message)
    }

    @Test("judgements are read by query and document")
    func qrels() throws {
        try TemporaryFolder.with { folder in
            try folder.write("q", "1 0 a 3\n1\t0\tb\t0\r\n\n2 0 a -1\n")
            #expect(try Qrels(path: folder("q")).grades == ["1": ["a": 3, "b": 0], "2": ["a": -1]])
        }
    }

    @Test(
        "a fault in the judgements is named with its line",
        arguments: [
            ("1 0 a\n", "datei:1: a line is: query id, 0, document id, grade"),
            ("1 0 a 1\n1 0 b gut\n", "datei:2: a line is: query id, 0, document id, grade"),
            ("1 0 Haus am See 1\n", "datei:1: a line is: query id, 0, document id, grade"),
            ("1 0 a 1\n1 0 a 2\n", "datei:2: the document was judged for this query before"),
            ("\n\n", "datei: there is no judgement in it"), ("", "datei: there is no judgement in it"),
        ])
    func qrelFaults(text: String, message: String) throws {
        #expect(try Self.fault(text) { _ = try Qrels(path: $0) } == message)
    }

    @Test(
        "a file that ends within a line is said to be cut off perhaps, and one with a fault further up is not",
        arguments: [
            ("1 0 a 1\n2 0 documents/b", true), ("1 0 a 1\n2 0", true), ("1 0 a\n2 0 b 1", false),
            ("1 0 a 1\n2 0 b\n", false),
        ])
    func cutOff(text: String, isCut: Bool) throws {
        let message = try #require(try Self.fault(text) { _ = try Qrels(path: $0) })
        #expect(message.contains("if it was cut off, copy it again") == isCut)
        #expect(message.hasPrefix(text.hasPrefix("1 0 a 1") ? "datei:2: " : "datei:1: "))
    }

    @Test("a run is ordered by its scores, equal ones by falling ids, whatever its ranks say")
    func run() throws {
        try TemporaryFolder.with { folder in
            try folder.write("r", "1 Q0 a 1 0.5 x\n1 Q0 b 2 2.5 x\n1 Q0 c 3 0.5 x\n2 Q0 a 1 1e3 x\n")
            #expect(try TrecRun(path: folder("r")).rankings == ["1": ["b", "c", "a"], "2": ["a"]])
        }
    }

    @Test(
        "a fault in a run is named with its line",
        arguments: [
            ("1 Q0 a 1 0.5\n", "datei:1: a line is: query id, Q0, document id, rank, score, tag"),
            ("1 Q0 a eins 0.5 x\n", "datei:1: a line is: query id, Q0, document id, rank, score, tag"),
            ("1 Q0 a 1 viel x\n", "datei:1: a line is: query id, Q0, document id, rank, score, tag"),
            ("1 Q0 a 1 nan x\n", "datei:1: a line is: query id, Q0, document id, rank, score, tag"),
            ("1 Q0 a 1 2 x\n1 Q0 a 2 1 x\n", "datei:2: the document is there twice for this query"),
            ("", "datei: there is no ranking in it"),
        ])
    func runFaults(text: String, message: String) throws {
        #expect(try Self.fault(text) { _ = try TrecRun(path: $0) } == message)
    }

    @Test("a file that is missing or no UTF-8 is named")
    func unreadable() throws {
        try TemporaryFolder.with { folder in
            #expect(throws: EvaluationError(path: folder("x"), line: 0, message: "the file cannot be read")) {
                try Qrels(path: folder("x"))
            }
            try folder.write("l", [0x31, 0x20, 0xFF, 0x0A])
            #expect(
                throws: EvaluationError(path: folder("l"), line: 0, message: "the file is not UTF-8; save it as UTF-8")
            ) {
                try TrecRun(path: folder("l"))
            }
        }
    }

    @Test("a written run reads back in its order, also with ids that hold spaces")
    func writtenRun() throws {
        try TemporaryFolder.with { folder in
            let ranking = [
                (document: "Haus am See", score: 2.5), (document: "b\tc", score: 1.25), (document: "d", score: 0.5),
            ]
            try folder.write("r", TrecRun.lines(query: "1", ranking: ranking, tag: "x"))
            #expect(try TrecRun(path: folder("r")).rankings == ["1": ["Haus%20am%20See", "b%09c", "d"]])
            #expect(TrecRun.ranking(ranking.reversed()) == ["Haus%20am%20See", "b%09c", "d"])
        }
    }
}
