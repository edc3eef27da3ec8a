import Foundation
import Lotse
import LotseTestSupport
import Testing

@Suite("Measuring with the program")
struct EvaluationTests {
    static let files = [
        "documents/a.txt": "Eins\n\nDer Garten am Bach.", "documents/b.txt": "Zwei\n\nDas Haus am Bach.",
        "documents/Haus am See.txt": "Drei\n\nEin Einhorn.",
        "documents/lang.md": CorpusFixture.page("Vier", [:], "Drache.\n\n## Eins\n\nDrache.\n\n## Zwei\n\nDrache."),
    ]

    @Test("a run is written in TREC's form and scored query by query")
    func runAndScore() throws {
        try CommandFixture.with(Self.files) { fixture in
            try fixture.folder.write("queries.tsv", "1\tGarten\n2\tHaus\n3\tNirgendwo\n4\tEinhorn\n")
            try fixture.folder.write(
                "qrels.txt",
                "1 0 documents/a 2\n2 0 documents/a 1\n3 0 documents/b 1\n4 0 documents/Haus%20am%20See 1\n")
            var outcome = try Program.lotse.run([
                "eval", "run", "--index", fixture.index, "--queries", fixture.folder("queries.tsv"), "--out",
                fixture.folder("run.txt"), "--tag", "probe",
            ])
            #expect(outcome.output == "4 queries, 1 without a hit; run written to \(fixture.folder("run.txt"))\n")
            let rows = try fixture.folder.text("run.txt").split(separator: "\n").map {
                $0.split(separator: " ").map(String.init)
            }
            #expect(rows.map { $0[0] } == ["1", "2", "4"])
            #expect(rows.map { $0[2] } == ["documents/a", "documents/b", "documents/Haus%20am%20See"])
            #expect(rows.allSatisfy { $0.count == 6 && $0[1] == "Q0" && $0[3] == "1" && $0[5] == "probe" })
            #expect(rows.allSatisfy { (Double($0[4]) ?? 0) > 0 })

            outcome = try Program.lotse.run([
                "eval", "score", "--qrels", fixture.folder("qrels.txt"), "--run", fixture.folder("run.txt"),
                "--per-query",
            ])
            #expect(outcome.code == 0)
            #expect(
                outcome.errors
                    == "note: \(fixture.folder("run.txt")): 1 of 4 judged queries, 3 for one, have no hit in this run and "
                    + "count 0\n")
            func row(_ name: String, _ value: String) -> String { name + String(repeating: "\t" + value, count: 6) }
            #expect(
                outcome.lines == [
                    "query\tnDCG@10\tMRR@10\tAP\tR@10\tR@100\tS@1", row("1", "1.0000"), row("2", "0.0000"),
                    row("3", "0.0000"), row("4", "1.0000"), row("all (4)", "0.5000"),
                ])
            outcome = try Program.lotse.run([
                "eval", "score", "--qrels", fixture.folder("qrels.txt"), "--run", fixture.folder("run.txt"),
            ])
            #expect(outcome.lines.map { $0.split(separator: "\t").first } == ["query", "all (4)"])
        }
    }

    @Test("with --sections every section of a document is ranked, and --limit bounds the ranking")
    func sections() throws {
        try CommandFixture.with(Self.files) { fixture in
            try fixture.folder.write("queries.tsv", "1\tDrache\n")
            func ranked(_ arguments: String...) throws -> [String] {
                let outcome = try Program.lotse.run(
                    [
                        "eval", "run", "--index", fixture.index, "--queries", fixture.folder("queries.tsv"), "--out",
                        fixture.folder("r"),
                    ]
                        + arguments)
                #expect((outcome.code, outcome.errors) == (0, ""))
                return try fixture.folder.text("r").split(separator: "\n").map { String($0.split(separator: " ")[2]) }
            }
            #expect(try ranked() == ["documents/lang"])
            let all = try ranked("--sections")
            #expect(all.sorted() == ["documents/lang#eins", "documents/lang#top", "documents/lang#zwei"])
            #expect(try ranked("--sections", "--limit", "2") == Array(all.prefix(2)))
        }
    }

    static let documents = """
        {"id": "a", "title": "Eins", "text": "Der Garten am Bach."}
        {"id": "b", "title": "Zwei", "text": "Das Haus am Bach."}
        {"id": "c", "title": "Drei", "text": "Ein Einhorn am Bach."}

        """

    /// A set of three documents and as many queries in a folder `set`.
    static func withSet<Value>(
        qrels: String = "1 0 a 2\n2 0 b 1\n3 0 c 1\n", _ body: (TemporaryFolder) throws -> Value
    ) throws -> Value {
        try TemporaryFolder.with { folder in
            try folder.write("set/docs.jsonl", documents)
            try folder.write("set/queries.tsv", "1\tGarten\n2\tHaus\n3\tBach\n")
            try folder.write("set/qrels.txt", qrels)
            return try body(folder)
        }
    }

    @Test("a set is indexed, asked and scored in one command, and scoring its run gives the same")
    func set() throws {
        try Self.withSet { folder in
            var outcome = try Program.lotse.run(["eval", "run", "--set", "set", "--out", "r"], in: folder.path)
            #expect((outcome.code, outcome.errors) == (0, ""))
            #expect(outcome.lines.first == "3 queries, 0 without a hit; run written to r")
            let scores = outcome.lines.dropFirst()
            #expect(scores.count == 2)
            outcome = try Program.lotse.run(["eval", "score", "--set", "set", "--run", "r"], in: folder.path)
            #expect(outcome.lines == Array(scores))
            outcome = try Program.lotse.run(["eval", "run", "--set", "set"], in: folder.path)
            #expect(outcome.lines.first == "3 queries, 0 without a hit")
            #expect(outcome.lines.dropFirst() == scores)
        }
    }

    @Test("without a set named, the example corpus' is looked for; an index that is named is asked as it is")
    func builtIn() throws {
        try CommandFixture.with(Self.files) { fixture in
            var outcome = try Program.lotse.run(["eval", "run"], in: fixture.folder.path)
            #expect(outcome.code == 2)
            #expect(outcome.errors.hasPrefix("lotse: corpus/gold: there is no such folder; name a test set with --set"))
            try fixture.corpus.write("gold/queries.tsv", "1\tGarten\n2\tEinhorn\n")
            try fixture.corpus.write("gold/qrels.txt", "1 0 documents/a 1\n2 0 documents/Haus%20am%20See 1\n")
            let full = "all (2)" + String(repeating: "\t1.0000", count: 6)
            for index in [[], ["--index", fixture.index]] {
                outcome = try Program.lotse.run(["eval", "run"] + index, in: fixture.folder.path)
                #expect((outcome.code, outcome.errors, outcome.lines.last) == (0, "", full))
            }
            try fixture.corpus.write("gold/qrels.txt", "1 0 documents/a 1\n2 0 documents/fort 1\n")
            outcome = try Program.lotse.run(["eval", "run", "--index", fixture.index], in: fixture.folder.path)
            #expect(outcome.code == 0)
            #expect(
                outcome.errors.hasPrefix(
                    "note: corpus/gold/qrels.txt: 1 of 2 relevant documents, documents/fort for one, are not in "))
            try fixture.corpus.write("gold/qrels.txt", "1 0 anderswo/a 1\n2 0 anderswo/b 1\n")
            outcome = try Program.lotse.run(["eval", "run", "--index", fixture.index], in: fixture.folder.path)
            #expect((outcome.code, outcome.output) == (2, ""))
            #expect(outcome.errors.contains("none of the relevant documents, anderswo/a for one, is in "))
        }
    }

    @Test("two runs are compared: figures, queries won and lost, and both runs' hits side by side")
    func compare() throws {
        try Self.withSet { folder in
            try folder.write("a", "1 Q0 a 1 2 x\n2 Q0 a 1 2 x\n2 Q0 b 2 1 x\n3 Q0 c 1 1 x\n")
            try folder.write("b", "1 Q0 c 1 2 y\n1 Q0 b 2 1 y\n2 Q0 b 1 2 y\n3 Q0 c 1 1 y\n")
            try Indexer(corpus: folder("set"), index: IndexDirectory(path: folder("i"))).run()
            let outcome = try Program.lotse.run(
                ["eval", "compare", "a", "b", "--set", "set", "--measure", "MRR@10", "--index", "i"], in: folder.path)
            #expect((outcome.code, outcome.errors) == (0, ""))
            let lines = outcome.lines
            #expect(lines.prefix(2) == ["A: a", "B: b"])
            let row = try #require(lines.first { $0.hasPrefix("MRR@10\t") }).split(separator: "\t").map(String.init)
            // A has 1, 1/2, 1 and B has 0, 1, 1: the sums of the swapped differences -1 and 1/2 are as far from 0 in two
            // of four ways at least, so p is 1.
            #expect(row[1...3] == ["0.8333", "0.6667", "-0.1667"])
            #expect(row[4].hasPrefix("-1.0000 to ") || row[4].hasPrefix("-0.6667 to "))
            #expect(row[5...] == ["1.0000", "1", "1", "1"])
            #expect(lines.contains("2\t0.5000\t1.0000\t+0.5000\tHaus"))
            #expect(lines.contains("1\t1.0000\t0.0000\t-1.0000\tGarten"))
            #expect(try #require(lines.firstIndex(of: "2: Haus")) < #require(lines.firstIndex(of: "1: Garten")))
            #expect(lines.allSatisfy { !$0.hasPrefix("3") || $0.hasPrefix("3 queries") })
            let start = try #require(lines.firstIndex(of: "1: Garten"))
            let columns = lines[(start + 1)...].map {
                $0.components(separatedBy: " | ").map { $0.trimmingCharacters(in: .whitespaces) }
            }
            #expect(columns[0] == ["A: MRR@10 1.0000", "B: MRR@10 0.0000"])
            #expect(columns[1] == ["1. Eins", "1. Drei"])
            #expect(columns[2] == ["a (grade 2)", "c (not judged)"])
            // The one is found by the query and has its words marked, the other is shown from its beginning.
            #expect(columns[3] == ["Der [Garten] am Bach.", "Ein Einhorn am Bach."])

            let plain = try Program.lotse.run(
                ["eval", "compare", "a", "b", "--qrels", "set/qrels.txt"], in: folder.path)
            #expect(plain.lines.contains("1\t1.0000\t0.0000\t-1.0000"))
            #expect(!plain.output.contains(" | "))
        }
    }

    @Test("the same comparison prints the same figures again")
    func repeatable() throws {
        try Self.withSet { folder in
            try folder.write("a", "1 Q0 a 1 2 x\n2 Q0 a 1 2 x\n2 Q0 b 2 1 x\n3 Q0 c 1 1 x\n")
            try folder.write("b", "1 Q0 c 1 2 y\n2 Q0 b 1 2 y\n3 Q0 c 1 1 y\n")
            let arguments = ["eval", "compare", "a", "b", "--set", "set"]
            let first = try Program.lotse.run(arguments, in: folder.path)
            #expect(first.code == 0)
            #expect(try Program.lotse.run(arguments, in: folder.path) == first)
        }
    }

    @Test("a swapped run, judgements that were cut off and a line out of form end with 2 and say what helps")
    func caught() throws {
        try Self.withSet { folder in
            func fault(_ arguments: [String]) throws -> String {
                let outcome = try Program.lotse.run(arguments, in: folder.path)
                #expect((outcome.code, outcome.output) == (2, ""))
                return outcome.errors
            }
            try folder.write("good", "1 Q0 a 1 2 x\n2 Q0 b 1 2 x\n3 Q0 c 1 1 x\n")
            try folder.write("swapped", "h001 Q0 a 1 2 x\n")
            #expect(
                try fault(["eval", "score", "--set", "set", "--run", "swapped"])
                    == "lotse: swapped: none of the run's queries is judged in set/qrels.txt, h001 for one; take the run and "
                    + "the judgements of one test set\n")
            #expect(
                try fault(["eval", "compare", "--set", "set", "good", "swapped"]).hasPrefix("lotse: swapped: none of "))
            try folder.write("other", "1 Q0 m 1 2 x\n2 Q0 n 1 2 x\n3 Q0 o 1 1 x\n")
            let other = try Program.lotse.run(["eval", "score", "--set", "set", "--run", "other"], in: folder.path)
            #expect(
                other.errors
                    == "note: other: none of the run's documents is judged in set/qrels.txt; is it a run of another test "
                    + "set?\n")
            #expect(other.lines.last == "all (3)" + String(repeating: "\t0.0000", count: 6))
            try folder.write("whole", "1 0 a 2\n2 0 b 1\n")
            let partial = try Program.lotse.run(
                ["eval", "score", "--qrels", "whole", "--run", "good"], in: folder.path)
            #expect(partial.lines.last == "all (2)" + String(repeating: "\t1.0000", count: 6))
            #expect(
                partial.errors
                    == "note: good: 1 of 3 queries, 3 for one, are not judged in whole and left out; if that file was cut "
                    + "off, copy it again\n")
            try folder.write("half", "1 0 a 2\n2 0 b")
            #expect(
                try fault(["eval", "score", "--qrels", "half", "--run", "good"])
                    == "lotse: half:2: a line is: query id, 0, document id, grade; the file ends within this line: if it was "
                    + "cut off, copy it again\n")
            try folder.write("set/qrels.txt", "1 0 a 2\n")
            #expect(
                try fault(["eval", "run", "--set", "set"]).hasPrefix(
                    "lotse: set/qrels.txt: 2 of 3 queries, 2 for one, have no relevant document"))
        }
    }

    @Test("a fault in a file ends with 2, the file, the line and the remedy; a run that cannot be written is said")
    func faults() throws {
        try CommandFixture.with(Self.files) { fixture in
            try fixture.folder.write("queries.tsv", "1\tGarten\nohne\n")
            var outcome = try Program.lotse.run([
                "eval", "run", "--index", fixture.index, "--queries", fixture.folder("queries.tsv"), "--out",
                fixture.folder("r"),
            ])
            #expect(outcome.code == 2)
            #expect(outcome.errors == "lotse: \(fixture.folder("queries.tsv")):2: a line is: query id, tab, query\n")
            try fixture.folder.write("queries.tsv", "1\tGarten\n")
            outcome = try Program.lotse.run([
                "eval", "run", "--index", fixture.index, "--queries", fixture.folder("queries.tsv"), "--out",
                fixture.folder("nirgends/r"),
            ])
            #expect(outcome.code == 1)
            #expect(outcome.errors.contains("the run cannot be written"))
        }
    }
}
