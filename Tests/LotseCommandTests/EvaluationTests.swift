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
            #expect((outcome.code, outcome.errors) == (0, ""))
            let one = "\t1.0000\t1.0000\t1.0000\t1.0000\t1.0000"
            let zero = "\t0.0000\t0.0000\t0.0000\t0.0000\t0.0000"
            let half = "\t0.5000\t0.5000\t0.5000\t0.5000\t0.5000"
            #expect(
                outcome.lines == [
                    "query\tnDCG@10\tMRR@10\tR@10\tS@1\tAP", "1" + one, "2" + zero, "3" + zero, "4" + one,
                    "all (4)" + half,
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
