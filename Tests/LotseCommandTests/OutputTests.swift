import Lotse
import LotseTestSupport
import Testing

@Suite("What people read")
struct OutputTests {
    @Test("hits are shown with number, title and headings, id, further sections and marks")
    func search() throws {
        try CommandFixture.with { fixture in
            let outcome = try fixture.lotse("search", "--facet", "kind", "Haus")
            #expect(
                outcome.output == """
                    2 Treffer

                    1. Offenes Haus
                       documents/haus#top  (+1 weiterer Abschnitt)
                       Das [Haus] am Bach.

                    2. Forum
                       forums/forum#top
                       Wir reden über das [Haus].

                    kind: document 1, forum 1

                    """)
        }
    }

    @Test("the numbers go on from page to page")
    func pages() throws {
        try CommandFixture.with { fixture in
            let outcome = try fixture.lotse("search", "--limit", "1", "--page", "2", "Haus")
            #expect(outcome.lines.first == "2 Treffer")
            #expect(outcome.lines.contains("2. Forum"))
            #expect(!outcome.output.contains("1. "))
        }
    }

    @Test("notes stand above the hits")
    func notes() throws {
        try CommandFixture.with { fixture in
            let outcome = try fixture.lotse("search", "Garten", "Einhorn")
            #expect(
                outcome.output == """
                    (Kein Text enthält alle Suchwörter; gezeigt werden Treffer mit einigen davon.)
                    1 Treffer

                    1. Der Garten
                       documents/garten#top
                       Ein [Garten] für alle Kinder & Eltern.

                    """)
        }
    }

    @Test("a document is shown with its metadata and headings")
    func get() throws {
        try CommandFixture.with { fixture in
            let outcome = try fixture.lotse("get", "documents/haus")
            #expect(
                outcome.output == """
                    Offenes Haus
                    region: Nordstadt

                    Das Haus am Bach.

                    ## Zeiten
                    Das Haus ist am Abend offen.

                    """)
        }
    }

    @Test("generations are listed oldest first, the current one marked; pruning names what it removes")
    func generations() throws {
        try CommandFixture.with { fixture in
            try fixture.run(full: true)
            let list = try fixture.lotse("generations").lines
            #expect(list.count == 2)
            #expect(list[0].hasPrefix("  1  20"))
            #expect(list[1].hasPrefix("* 2  20"))
            #expect(list.allSatisfy { $0.hasSuffix("  3 documents, 4 sections") })
            let pruned = try fixture.lotse("generations", "--prune", "--keep", "1").lines
            #expect(pruned == ["removed generation 1", list[1]])
        }
    }

    @Test("the version is that of the engine")
    func version() throws {
        #expect(try Program.lotse.run(["--version"]).output == "lotse \(lotseVersion)\n")
    }
}
