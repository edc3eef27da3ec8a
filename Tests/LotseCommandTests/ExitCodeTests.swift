import Foundation
import Lotse
import LotseTestSupport
import Testing

@Suite("Exit codes of the program")
struct ExitCodeTests {
    @Test("0: what was asked for is done, with the answer on standard output and nothing else said")
    func done() throws {
        try CommandFixture.with { fixture in
            for arguments in [
                ["search", "Haus"], ["get", "documents/haus"], ["status"], ["verify"], ["generations"],
                ["analyze", "Haus"],
            ] {
                let outcome = try Program.lotse.run([arguments[0], "--index", fixture.index] + arguments.dropFirst())
                #expect(outcome.code == 0, "\(arguments)")
                #expect(outcome.errors == "", "\(arguments)")
                #expect(!outcome.output.isEmpty, "\(arguments)")
            }
        }
    }

    @Test("0: a search without a hit is an answer")
    func noHit() throws {
        try CommandFixture.with { fixture in
            let outcome = try fixture.lotse("search", "Einhorn")
            #expect((outcome.code, outcome.output, outcome.errors) == (0, "0 Treffer\n", ""))
        }
    }

    @Test("1: indexed, but a file could not be read, which is named with its line; 0 when it is corrected")
    func incomplete() throws {
        try CommandFixture.with { fixture in
            // Beside a longer page a line is a small change.
            try fixture.corpus.write("documents/lang.txt", "Lang\n\n" + String(repeating: "Ein Abend. ", count: 300))
            try fixture.run()
            try fixture.corpus.write("documents/zeilen.jsonl", "{\"title\":\"A\",\"text\":\"Ein Bach.\"}\nkaputt\n")
            var outcome = try fixture.lotse("index", "--corpus", fixture.corpus.path, "--progress", "none")
            #expect(outcome.code == 1)
            #expect(outcome.errorLines.count == 1)
            #expect(outcome.errors.hasPrefix("error: documents/zeilen.jsonl:2: "))
            #expect(outcome.output.hasPrefix("generation 3: 5 documents, "))
            try fixture.corpus.write("documents/zeilen.jsonl", "{\"title\":\"A\",\"text\":\"Ein Bach.\"}\n")
            outcome = try fixture.lotse("index", "--corpus", fixture.corpus.path, "--progress", "none")
            #expect((outcome.code, outcome.errors) == (0, ""))
            outcome = try fixture.lotse("index", "--corpus", fixture.corpus.path, "--progress", "none")
            #expect((outcome.code, outcome.errors) == (0, ""))
            #expect(outcome.output.hasPrefix("generation 4 is up to date: 5 documents, "))
        }
    }

    @Test("1: nothing has the id, the corpus is empty, there is nothing to go back to")
    func nothingDone() throws {
        try CommandFixture.with { fixture in
            var outcome = try fixture.lotse("get", "documents/nichts")
            #expect((outcome.code, outcome.output) == (1, ""))
            #expect(outcome.errors.hasPrefix("lotse: no document has this id"))
            outcome = try fixture.lotse("rollback")
            #expect(outcome.code == 1)
            #expect(outcome.errors.contains("no generation before 1"))
            try CorpusFixture(path: fixture.folder("leer")).write("notiz.png", "kein Text")
            outcome = try fixture.lotse("index", "--corpus", fixture.folder("leer"), "--progress", "none")
            #expect(outcome.code == 1)
            #expect(outcome.errors.contains("no document in this folder could be indexed"))
            #expect(try fixture.lotse("search", "Bach").code == 0)
        }
    }

    @Test("2: wrong usage, with the way it is used")
    func usage() throws {
        try CommandFixture.with { fixture in
            let wrong = [
                ["search"], ["search", "--match", "meist", "Haus"], ["index", "--jobs", "0"], ["unbekannt"],
                ["search", "--filter", "Nordstadt", "Haus"],
            ]
            for arguments in wrong {
                let outcome = try Program.lotse.run(arguments, in: fixture.folder.path)
                #expect((outcome.code, outcome.output) == (2, ""), "\(arguments)")
                #expect(outcome.errors.hasPrefix("Error: "), "\(arguments)")
                #expect(outcome.errors.contains("Usage: lotse"), "\(arguments)")
            }
        }
    }

    @Test("2: a request beyond the limits, a corpus that is not there, a file of an evaluation that is none")
    func wrongValues() throws {
        try CommandFixture.with { fixture in
            for arguments in [["--limit", "0"], ["--limit", "101"], ["--page", "0"]] {
                let outcome = try Program.lotse.run(["search", "--index", fixture.index] + arguments + ["Haus"])
                #expect((outcome.code, outcome.output) == (2, ""), "\(arguments)")
                #expect(outcome.errors.hasPrefix("lotse: "), "\(arguments)")
                #expect(!outcome.errors.contains("Haus"))
            }
            var outcome = try fixture.lotse("index", "--corpus", fixture.folder("nirgends"))
            #expect(outcome.code == 2)
            #expect(outcome.errors.contains("there is no corpus folder here"))
            outcome = try Program.lotse.run([
                "eval", "score", "--qrels", fixture.folder("q"), "--run", fixture.folder("r"),
            ])
            #expect((outcome.code, outcome.errors) == (2, "lotse: \(fixture.folder("q")): the file cannot be read\n"))
        }
    }

    @Test("3: another process writes the index; readers go on")
    func locked() throws {
        try CommandFixture.with { fixture in
            let descriptor = open(fixture.index + "/lock", O_RDWR | O_CLOEXEC)
            defer { close(descriptor) }
            #expect(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
            for arguments in [["index", "--corpus", fixture.corpus.path], ["rollback"], ["generations", "--prune"]] {
                let outcome = try Program.lotse.run([arguments[0], "--index", fixture.index] + arguments.dropFirst())
                #expect((outcome.code, outcome.output) == (3, ""), "\(arguments)")
                #expect(outcome.errors.contains("another process is writing this index"), "\(arguments)")
            }
            #expect(try fixture.lotse("search", "Haus").code == 0)
        }
    }

    @Test("4: no index, with the command that makes one")
    func noIndex() throws {
        try CommandFixture.with([:]) { fixture in
            for arguments in [
                ["search", "Haus"], ["get", "a"], ["status"], ["verify"], ["generations"], ["rollback"],
                ["analyze", "Haus"],
            ] {
                let outcome = try Program.lotse.run([arguments[0], "--index", fixture.index] + arguments.dropFirst())
                #expect((outcome.code, outcome.output) == (4, ""), "\(arguments)")
                #expect(outcome.errors.contains("make one with: lotse index"), "\(arguments)")
            }
        }
    }

    @Test("4: a damaged index, with the ways out; a rollback is one")
    func damaged() throws {
        try CommandFixture.with { fixture in
            try fixture.run(full: true)
            try Data("x".utf8).write(to: URL(fileURLWithPath: fixture.index + "/current/lexicon.bin"))
            for arguments in [["search", "Haus"], ["verify"], ["analyze", "Haus"]] {
                let outcome = try Program.lotse.run([arguments[0], "--index", fixture.index] + arguments.dropFirst())
                #expect((outcome.code, outcome.output) == (4, ""), "\(arguments)")
                #expect(outcome.errors.contains("lotse rollback"), "\(arguments)")
            }
            #expect(try fixture.lotse("rollback").output == "generation 1 is current\n")
            #expect(try fixture.lotse("search", "Haus").code == 0)
            #expect(try fixture.lotse("verify").output.hasPrefix("generation 1 is sound: "))
        }
    }

    @Test("4: no daemon on the socket, which is named")
    func noDaemon() throws {
        try TemporaryFolder.with { folder in
            for arguments in [["search", "Haus"], ["get", "a"], ["status"]] {
                let outcome = try Program.lotse.run(
                    [arguments[0], "--socket", folder("q.sock")] + arguments.dropFirst())
                #expect((outcome.code, outcome.output) == (4, ""), "\(arguments)")
                #expect(outcome.errors.contains(folder("q.sock")), "\(arguments)")
            }
        }
    }
}
