import GermanText
import Testing

@Suite("E-mail addresses and URLs")
struct AddressTests {
    @Test(
        "an address is one token and is also found by its host",
        arguments: [
            ("info@hilfe-nord.example.de", "info@hilfe-nord.example.de", "hilfe-nord.example.de"),
            ("https://www.hilfe-nord.de/pfad/seite.html?x=1", "hilfe-nord.de/pfad/seite.html?x=1", "hilfe-nord.de"),
        ])
    func address(text: String, term: String, host: String) throws {
        let tokens = try Harness().tokens("an \(text), oder")
        let whole = tokens.filter { !$0.flags.contains(.piece) }
        #expect(whole.map(\.text) == ["an", text, "oder"])
        #expect(whole.map(\.position) == [0, 1, 2])
        #expect(whole[1].terms == ["stem:" + term, "stem:" + host])
    }

    @Test(
        "spellings of one address meet",
        arguments: [
            "www.hilfe-nord.de", "http://www.hilfe-nord.de", "https://hilfe-nord.de/", "hilfe-nord.de",
            "WWW.Hilfe-Nord.de",
            "HTTPS://WWW.HILFE-NORD.DE", "info@hilfe-nord.de", "max-m@hilfe-nord.de", "max_m@hilfe-nord.de",
        ])
    func spellings(text: String) throws {
        #expect(try Harness().whole("siehe \(text).").contains("hilfe-nord.de"))
    }

    @Test("the words of the host's name are parts")
    func parts() throws {
        let harness = try Harness()
        #expect(harness.parts("www.hilfe-nord.de").isSuperset(of: ["hilf", "nord", "hilfenord"]))
        #expect(harness.parts("www.beratungsstelle.de").isSuperset(of: ["berat", "stell"]))
        #expect(
            harness.tokens("kontakt@hilfe-nord.de").filter { $0.flags.contains(.piece) }.map(\.text) == [
                "hilfe-nord", "hilfe", "nord",
            ])
    }

    @Test(
        "a point without an address is a sentence's end",
        arguments: [
            "Ende.Anfang", "so.Und", "a@b", "@hilfe", "www.", "http://", "https://", "httpsx://", "x://", "Berater@",
            "a:b", "Ort:",
            "://", "foo@@bar.de",
        ])
    func none(text: String) throws {
        let tokens = try Harness().tokens(text + " hier")
        #expect(tokens.last?.text == "hier")
        #expect(tokens.allSatisfy { !$0.flags.contains(.noWord) || $0.text == "bar.de" })
    }
}
