import Testing

@testable import LotseCorpus

@Suite("How much a profile tells")
struct ProfileQualityTests {
    private static let full = """
        {"description":"Hilfe bei Spielsucht","assured_date":"2025-04-01",
        "services":[{"name":"Gespräch","fees_description":"kostenlos","assured_date":"2026-02-10"}],
        "locations":[{"addresses":[{"city":"Ellerfurt"}],"phones":[{"number":"(069) 90009-100"}],
        "schedules":[{"byday":"MO"}],"accessibility":[{"description":"Aufzug"}]}],
        "languages":[{"name":"Deutsch"}],"attributes":{"Zielgruppen":["Jugendliche"]}}
        """

    @Test("every question that is answered counts the same, wherever the answer stands")
    func completeness() throws {
        let full = try #require(ProfileQuality(profileJSON: Self.full))
        #expect(full.completeness == 1)
        #expect(full.assured == CivilDay(year: 2026, month: 2, day: 10))
        let less = Self.full.replacing(#""languages":[{"name":"Deutsch"}],"#, with: "")
            .replacing(#""fees_description":"kostenlos","#, with: "")
        #expect(less.count == Self.full.count - 64)
        #expect(try #require(ProfileQuality(profileJSON: less)).completeness == 0.75)
    }

    @Test(
        "what is there but empty answers nothing",
        arguments: [
            "{}", #"{"description":"  "}"#, #"{"phones":[],"schedules":[{}],"email":"","languages":null}"#,
            #"{"addresses":[{"city":""}],"attributes":{"Beratungsschwerpunkt":["Sucht"]},"assured_date":"bald"}"#,
        ])
    func empty(json: String) throws {
        let quality = try #require(ProfileQuality(profileJSON: json))
        #expect(quality.completeness == 0)
        #expect(quality.assured == nil)
    }

    @Test("HSDS's list of attributes names an audience as well")
    func attributeList() throws {
        let json = #"{"attributes":[{"taxonomy_term":{"name":"Eltern","taxonomy_detail":{"name":"Zielgruppe"}}}]}"#
        #expect(try #require(ProfileQuality(profileJSON: json)).completeness == 0.125)
    }

    @Test("what is no object is no profile", arguments: ["", "[]", "3", "{"])
    func none(text: String) { #expect(ProfileQuality(profileJSON: text) == nil) }
}
