import GermanText
import Testing

@Suite("Suspended hyphens")
struct SuspendedHyphenTests {
    @Test(
        "the missing half is completed from the other word",
        arguments: [
            ("haupt- und ehrenamtlich", "haupt-", "hauptamtlich"),
            ("Präventions- und Sozialraumorientierung", "Präventions-", "Präventionsorientierung"),
            ("fach-, themen- und trägerübergreifend", "fach-", "fachübergreifend"),
            ("fach-, themen- und trägerübergreifend", "themen-", "themenübergreifend"),
            ("Selbsthilfegruppen und -organisationen", "-organisationen", "Selbsthilfeorganisationen"),
            ("Alkohol- und Drogen-Beratung", "Alkohol-", "Alkoholberatung"),
            ("Alkohol- oder Drogenberatung", "Alkohol-", "Alkoholberatung"),
            ("haupt-\nund ehrenamtlich", "haupt-", "hauptamtlich"),
            ("Kinder- bzw. Elterngruppen", "Kinder-", "Kindergruppen"),
            ("Drogen-Beratung und -hilfe", "-hilfe", "Drogenhilfe"),
        ])
    func completion(text: String, token: String, completed: String) throws {
        let harness = try Harness()
        let found = harness.tokens(text).first { $0.text == token }
        #expect(found.map { Set($0.terms(.completed)) } == harness.whole(completed))
    }

    @Test(
        "a hyphen that begins nothing is left alone",
        arguments: [
            "ein Gedanke - und noch einer", "- erstens", "-", "--", "haupt-", "und- und -und", "Berater-, -, -",
        ])
    func nothing(text: String) throws {
        #expect(try Harness().terms(text, .completed) == [])
    }

    @Test("a pair met again, in one text or the next, is completed as the first time")
    func memory() throws {
        let harness = try Harness()
        let text = "haupt- und ehrenamtlich, Haus- und Xyz, haupt- und ehrenamtlich, Drogen-Beratung und -hilfe"
        let first = harness.tokens(text)
        #expect(first.filter { $0.text == "haupt-" }.map { $0.terms(.completed) } == [["hauptamt"], ["hauptamt"]])
        #expect(harness.tokens(text).map(\.terms) == first.map(\.terms))
        // The same letters, but cut by a hyphen elsewhere.
        let whole = harness.tokens("Alkohol- oder Drogenberatung").first?.terms(.completed)
        #expect(harness.tokens("Alkohol- oder Dro-genberatung").first?.terms(.completed) != whole)
        #expect(harness.tokens("Alkohol- oder Drogenberatung").first?.terms(.completed) == whole)
    }

    @Test("a completed word that no index could hold is none")
    func tooLong() throws {
        let harness = try Harness()
        let text = String(repeating: "a", count: 150) + "- und Haus-" + String(repeating: "b", count: 150)
        var buffer = TokenBuffer()
        harness.analyzer.analyze(text, into: &buffer)
        #expect(buffer.terms.allSatisfy { harness.analyzer.bytes(of: $0.id).count <= 240 })
        #expect(harness.terms(text, .completed) == [])
    }

    @Test("behind a long hyphen the first piece begins at its first letter", arguments: ["\u{2011}", "\u{2010}", "-"])
    func longHyphen(hyphen: String) throws {
        let tokens = try Harness().tokens("Gruppen und \(hyphen)haus\(hyphen)amt")
        #expect(tokens.filter { $0.flags.contains(.piece) }.map(\.text) == ["haus", "amt"])
    }

    @Test("without the stage nothing is completed")
    func ablation() throws {
        #expect(try Harness(stages: [.stems, .compounds]).terms("haupt- und ehrenamtlich", .completed) == [])
    }
}
