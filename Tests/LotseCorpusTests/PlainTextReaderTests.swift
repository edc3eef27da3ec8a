import Testing

@testable import LotseCorpus

@Suite("Plain text")
struct PlainTextReaderTests {
    private func read(_ text: String) throws -> Document {
        try #require(parse(text, as: "seite.txt").documents.first)
    }

    @Test("capitals on the first line are the title, bullets stay below the clause that opens them")
    func selfDescription() throws {
        let document = try read(
            """
            WIR ÜBER UNS

            Der Runde Tisch Seegrund besteht seit 1996. Er trifft sich im Pfarrhaus.

            Unsere Anliegen sind:

              • mehr Betten
              • weniger Formulare
                und Wege

            Wer kommen mag, ist willkommen.
            """)
        #expect(document.title == "WIR ÜBER UNS")
        #expect(document.sections.map(\.anchor) == ["top"])
        #expect(
            document.sections[0].text == """
                Der Runde Tisch Seegrund besteht seit 1996. Er trifft sich im Pfarrhaus.

                Unsere Anliegen sind:
                • mehr Betten
                • weniger Formulare und Wege

                Wer kommen mag, ist willkommen.
                """)
    }

    @Test(
        "a page of search results is titled by its term, and pairs of headings are parent and child",
        arguments: [
            "Ergebnisse aus der Stichwortsuche zu dem Suchbegriff\n\"Offene Türen\"",
            "Ihre Suche ergab Treffer für\n„Offene Türen“",
            "12 Treffer der Volltextsuche: „Offene Türen“",
        ])
    func searchResults(_ head: String) throws {
        let document = try read(
            """
            \(head)

            Grundsätze

            Haltung und Auftrag

            Wer anklopft, wird eingelassen. Das gilt für alle Häuser im Verbund.

            Gruppen

            Räume und Zeiten

            Die Räume stehen abends offen. Dazu zählen

              • der Saal,
              • die Küche.

            Miete

            Sie ist gering und wird am Jahresende fällig.
            """)
        #expect(document.title == "Offene Türen")
        #expect(
            document.sections.map(\.path) == [
                ["Grundsätze", "Haltung und Auftrag"], ["Gruppen", "Räume und Zeiten"], ["Gruppen", "Miete"],
            ])
        #expect(document.sections[1].text == "Die Räume stehen abends offen. Dazu zählen\n• der Saal,\n• die Küche.")
    }

    @Test("without empty lines, short lines between long ones are headings, and the second line is the subtitle")
    func dense() throws {
        let long =
            "Die Runde sprach lange über Wege aus der Klinik und darüber, wer wen wann anruft, wenn es eilt, und wer nicht."
        let result = parse(
            """
            Brücken bauen
            Treffen zwischen Klinik, Wohnheimen und Ämtern zur Vorbereitung des nächsten gemeinsamen Winters
            \(long)
            \(long) Danach gab es Suppe.
            Blick nach vorn: Was bleibt
            \(long)
            Downloads:

            """, as: "a.txt")
        let document = try #require(result.documents.first)
        #expect(document.title == "Brücken bauen")
        #expect(document.subtitle?.hasPrefix("Treffen zwischen") == true)
        #expect(document.sections.map(\.path) == [[], ["Blick nach vorn: Was bleibt"]])
        #expect(document.sections[0].text == "\(long)\n\n\(long) Danach gab es Suppe.")
        #expect(document.sections[1].text == long)
        #expect(result.furniture == ["Downloads:"])
    }

    private let forum = """
        Sie befinden sich hier: Forum 7 Nachbarschaft stärken

        Forum 7 Nachbarschaft stärken

        Keiner wohnt für sich allein

        Wir haben zugehört, gestritten und am Ende gemeinsam gegessen, wie es sich gehört.

        Die Arbeitsgruppen

        1. Was fehlt im Quartier?

        2. Wer öffnet welche Tür?

        Ergebnisse der AG 1: Was fehlt im Quartier?

          • Bänke.
          • Ein Laden, der bis acht Uhr
            offen ist.

        Ergebnisse der AG 2: Wer öffnet denn nun eigentlich welche Tür im großen
        Haus?

        Die Hausverwaltung sollte sich kümmern

          • um den Keller.
          • um den Boden.

        \u{A0}

        Hilde Brand

        Freundeskreis Seegrund e.V.

        Region Unterland

        \u{A0}

        K:\\Forum\\Texte\\Forum 7-neu.doc

        Seite drucken
        """

    @Test("results of working groups are sections with their question, the list of questions is not")
    func forumPage() throws {
        let result = parse(forum, as: "irgendwo/forum.txt")
        let document = try #require(result.documents.first)
        #expect(document.kind == .forum)
        #expect(document.title == "Forum 7 Nachbarschaft stärken")
        #expect(document.subtitle == "Keiner wohnt für sich allein")
        let results = document.sections.filter { $0.kind == .result }
        #expect(results.map(\.anchor) == ["ag-1.1", "ag-1.2", "ag-2.1", "ag-2.2"])
        #expect(
            results.map(\.text) == [
                "Bänke.", "Ein Laden, der bis acht Uhr offen ist.", "um den Keller.", "um den Boden.",
            ])
        #expect(results[0].context == "Was fehlt im Quartier?")
        #expect(results[2].context == "Wer öffnet denn nun eigentlich welche Tür im großen Haus?")
        #expect(
            results[2].path == ["Ergebnisse der AG 2: Wer öffnet denn nun eigentlich welche Tür im großen Haus?"])
        let overview = try #require(document.sections.first { $0.path == ["Die Arbeitsgruppen"] })
        #expect(overview.kind == .body)
        #expect(overview.text == "1. Was fehlt im Quartier?\n2. Wer öffnet welche Tür?")
    }

    @Test("a signature is text and author, never a heading; file paths, breadcrumbs and print links are gone")
    func forumTail() throws {
        let result = parse(forum, as: "forum.txt")
        let document = try #require(result.documents.first)
        #expect(document.metadata["author"] == ["Hilde Brand"])
        #expect(!document.sections.contains { $0.path.contains("Hilde Brand") })
        #expect(document.sections.contains { $0.text.contains("Hilde Brand") && $0.text.contains("Region Unterland") })
        #expect(
            result.furniture == [
                "Sie befinden sich hier: Forum 7 Nachbarschaft stärken", "K:\\Forum\\Texte\\Forum 7-neu.doc",
                "Seite drucken",
            ])
    }

    @Test("items keep their indented paragraphs, and a label that repeats the title before links back is furniture")
    func strategy() throws {
        let result = parse(
            """
            Jugend- und Quartiersförderung

            Der Rat hat am 03.02.2019 fünf Sätze beschlossen.

            \u{A0}

              1. Früh anfangen
                Wer früh hilft, hilft doppelt.
              2. Nah bleiben
                Kurze Wege zählen mehr als lange Anträge.

            Was folgt daraus?

            Alle Fachbereiche lesen die Sätze laut vor.

            Quartiers- und Jugendfoerderung im LK Seegrund

            Verklickt? Hier geht es zurück!

            Zurück
            """, as: "a.txt")
        let document = try #require(result.documents.first)
        #expect(document.sections.map(\.path) == [[], ["Was folgt daraus?"]])
        #expect(
            document.sections[0].text == """
                Der Rat hat am 03.02.2019 fünf Sätze beschlossen.

                1. Früh anfangen
                Wer früh hilft, hilft doppelt.
                2. Nah bleiben
                Kurze Wege zählen mehr als lange Anträge.
                """)
        #expect(document.sections[1].text == "Alle Fachbereiche lesen die Sätze laut vor.")
        #expect(result.furniture.contains("Quartiers- und Jugendfoerderung im LK Seegrund"))
    }

    @Test("hard-wrapped lines are joined, words broken at the line end stay recognisable")
    func wrapped() throws {
        let document = try read(
            """
            Sprechstunde am See

            Die Sprechstunde findet an jedem zweiten Dienstag im Monat statt und
            richtet sich an alle, die nicht weiterwissen. Wer kommt, muss nichts
            mitbringen. Termine gibt es ohne Wartezeit, auch für Angehörige von
            Kranken, und die Beratung ist auf Wunsch anonym. Die Gesundheits-
            förderung des Kreises trägt die Kosten.
            """)
        #expect(
            document.sections[0].text
                == "Die Sprechstunde findet an jedem zweiten Dienstag im Monat statt und richtet sich "
                + "an alle, die nicht weiterwissen. Wer kommt, muss nichts mitbringen. Termine gibt es ohne Wartezeit, "
                + "auch für Angehörige von Kranken, und die Beratung ist auf Wunsch anonym. "
                + "Die Gesundheits-\nförderung des Kreises trägt die Kosten.")
    }

    @Test("lines of labels and values stay lines and are no headings")
    func minutes() throws {
        let document = try read(
            """
            RUNDER TISCH SEEGRUND
            Protokoll vom 14.09.2005

            Ort: Pfarrhaus, Lindenweg 4
            Beginn: 9.30 Uhr
            Anwesend: Fr. Poll, Hr. Harms

            TOP 1  Regularien

            Das letzte Protokoll wird genehmigt.

            TOP 2  Verschiedenes

            Kuchen bringt Hr. Harms mit.

            gez. Poll
            """)
        #expect(document.title == "RUNDER TISCH SEEGRUND")
        #expect(document.subtitle == "Protokoll vom 14.09.2005")
        #expect(document.sections.map(\.path) == [[], ["TOP 1 Regularien"], ["TOP 2 Verschiedenes"]])
        #expect(
            document.sections[0].text == "Ort: Pfarrhaus, Lindenweg 4\nBeginn: 9.30 Uhr\nAnwesend: Fr. Poll, Hr. Harms")
        #expect(document.sections[2].text == "Kuchen bringt Hr. Harms mit.\n\ngez. Poll")
    }

    @Test("numbered lines above paragraphs are headings, a numbered list is not")
    func numbered() throws {
        let text = "Satzung\n\n1. Name\n\nDer Verein heißt Steg.\n\n2. Zweck\n\nEr baut Stege.\n"
        #expect(try read(text).sections.map(\.path) == [["1. Name"], ["2. Zweck"]])
        let list = "Ablauf\n\n1. Ankommen\n2. Essen\n3. Gehen\n\nEs endet um vier Uhr.\n"
        #expect(try read(list).sections.map(\.path) == [[]])
    }

    @Test("capitals among mixed-case headings stand above them")
    func capitals() throws {
        let text = "Heft\n\nEin Vorwort steht hier.\n\nTEIL DER ALTEN\n\nEs war einmal.\n\nDer Hof\n\nEr war leer.\n"
        #expect(try read(text).sections.map(\.path) == [[], ["TEIL DER ALTEN"], ["TEIL DER ALTEN", "Der Hof"]])
    }

    @Test("addresses, telephone numbers and lists without bullets are no headings")
    func noHeadings() throws {
        let document = try read(
            """
            Kontakte am See

            Wir sind für Sie da.

            Haus am Steg
            Lindenweg 4
            05123 Seegrund

            Tel. (030) 23125-001

            post@steg.example

            Anna

            Berta

            Clara

            Dora

            Alle helfen gern.
            """)
        #expect(document.sections.map(\.path) == [[]])
        #expect(document.sections[0].text.contains("Haus am Steg\nLindenweg 4\n05123 Seegrund"))
    }

    @Test("a text that begins with sentences is titled by its file name")
    func untitled() throws {
        let document = try #require(
            parse("Das Ufer ist flach. Es liegt im Norden.\n\nMehr ist nicht zu sagen.\n", as: "x/Ufer_des-Sees.txt")
                .documents
                .first)
        #expect(document.title == "Ufer des Sees")
        #expect(document.id == "x/Ufer_des-Sees")
    }
}
