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

    @Test("without the stage nothing is completed")
    func ablation() throws {
        #expect(try Harness(stages: [.stems, .compounds]).terms("haupt- und ehrenamtlich", .completed) == [])
    }
}
