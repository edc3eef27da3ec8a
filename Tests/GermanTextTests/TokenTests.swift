import GermanText
import Testing

@Suite("Tokens and their offsets")
struct TokenTests {
    @Test("words are cut at spaces and punctuation, whatever their letters")
    func words() throws {
        let harness = try Harness()
        #expect(harness.texts("Gut, besser: Ärzte (und Übung)!") == ["Gut", "besser", "Ärzte", "und", "Übung"])
        #expect(harness.texts("") == [])
        #expect(harness.texts(" .,;:!? – … ") == [])
    }

    @Test(
        "marks of emphasis and bullets belong to no word",
        arguments: [
            ("*wichtig*", ["wichtig"]), ("**sehr wichtig**", ["sehr", "wichtig"]), ("_so_ geht", ["so", "geht"]),
            ("• Erstens •Zweitens", ["Erstens", "Zweitens"]), ("__beides__", ["beides"]), ("`Quelle`", ["Quelle"]),
        ])
    func emphasis(text: String, expected: [String]) throws {
        #expect(try Harness().texts(text) == expected)
    }

    @Test("a hyphenated word is whole and in pieces, and takes a position for each piece")
    func hyphenated() throws {
        let tokens = try Harness().tokens("Ein Berater-Team hilft")
        #expect(tokens.map(\.text) == ["Ein", "Berater-Team", "Berater", "Team", "hilft"])
        #expect(tokens.map(\.position) == [0, 1, 1, 2, 3])
        #expect(tokens.map { $0.flags.contains(.piece) } == [false, false, true, true, false])
        #expect(tokens[1].terms(.exact) == ["beraterteam"])
    }

    @Test("a number before a hyphen is a piece of the word")
    func numberInWord() throws {
        let harness = try Harness()
        #expect(harness.texts("10-jährige Kinder") == ["10-jährige", "Kinder"])
        #expect(harness.terms("24-Stunden-Dienst", .exact) == ["24stundendienst"])
        #expect(harness.parts("24-Stunden-Dienst").isSuperset(of: ["24", "stund", "dien"]))
        #expect(harness.texts("2018-2019") == ["2018", "2019"])
    }

    @Test("letters and digits side by side are one word", arguments: ["5a", "H2O", "B12", "24h"])
    func mixed(text: String) throws {
        let harness = try Harness()
        #expect(harness.texts("Haus \(text), links") == ["Haus", text, "links"])
    }

    @Test(
        "Leichte-Sprache spellings equal the word",
        arguments: [
            "Beratungsstelle", "Beratungs-Stelle", "Beratungs·stelle", "Beratungs\u{AD}stelle",
            "Beratungs\u{200B}stelle",
            "Beratungs-\nstelle", "Beratungs- \n  stelle", "BERATUNGSSTELLE", "Beratungs\u{2011}Stelle",
        ])
    func spellings(text: String) throws {
        let harness = try Harness()
        #expect(harness.terms(text, .exact) == ["beratungsstelle"])
        #expect(harness.whole(text) == ["beratungsstell"])
    }

    @Test("a hyphen at a line's end stays one before a capital, and is suspended before a conjunction")
    func lineEnds() throws {
        let harness = try Harness()
        #expect(harness.texts("Berater-\nTeam").count == 2)
        #expect(harness.texts("haupt-\nund ehrenamtlich") == ["haupt-", "und", "ehrenamtlich"])
        #expect(harness.texts("Bera-\r\ntung") == ["Bera-\r\ntung"])
    }

    @Test("an apostrophe's ending is no word", arguments: [("geht's", "geht"), ("Opa’s", "Opa"), ("Anna's", "Anna")])
    func apostrophes(text: String, word: String) throws {
        #expect(try Harness().terms(text, .exact) == [word.lowercased()])
    }

    @Test("offsets point into the text as it is, with combining marks and invisible characters inside")
    func offsets() throws {
        let text = "a\u{308}rzte \u{FEFF}Be\u{AD}ra\u{200D}tung 🙂 U\u{308}bung"
        #expect(try Harness().texts(text) == ["a\u{308}rzte", "Be\u{AD}ra\u{200D}tung", "U\u{308}bung"])
    }

    @Test("a word longer than a term is cut, and the next word is whole")
    func longWord() throws {
        let harness = try Harness()
        for letter in ["x", "ü", "ß", "語"] {
            let tokens = harness.tokens(String(repeating: letter, count: 5_000) + " Ende")
            #expect(tokens.count == 2)
            #expect(tokens[1].text == "Ende")
            #expect(tokens[0].terms.allSatisfy { $0.utf8.count <= 250 })
        }
        let chain = Array(repeating: "Teil", count: 200).joined(separator: "-")
        #expect(harness.tokens(chain + " Ende").last?.text == "Ende")
    }
}
