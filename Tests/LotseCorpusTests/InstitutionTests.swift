import Testing

@testable import LotseCorpus

@Suite("Institution profiles")
struct InstitutionTests {
    private let yaml = """
        name: Haus am Steg
        alternate_name: HaS
        description: |
          Rat für alle.
        url: https://steg.example
        email: post@steg.example
        assured_date: 2024-03-21
        services:
          - name: Einzelgespräch
            description: Unter vier Augen.
            eligibility_description: Erwachsene
            minimum_age: 18
            fees_description: kostenlos
            application_process: telefonisch
        addresses: [{address_1: Lindenweg 4, postal_code: "05123", city: Seegrund}]
        locations: [{latitude: 52.3, longitude: 9.6}]
        phones: [{number: "(030) 23125-001", type: voice, description: Büro}, {number: "(030) 23125-002", type: fax}]
        schedules:
          - {byday: "MO,TU,WE", opens_at: "09:00", closes_at: "12:30"}
          - {byday: MO, opens_at: "14:00:00", closes_at: "16:00:00"}
          - {byday: FR, opens_at: "14:00", closes_at: "15:00", description: nur telefonisch}
        languages: [{code: tr}, Deutsch]
        accessibility: [{description: stufenlos, details: Rampe}]
        service_area: [{name: Kreis Seegrund}]
        attributes:
          Beratungsschwerpunkte: [Angst, Trauer]
          Zielgruppe: Erwachsene
          Träger: [Steg e. V.]
          Sozialraum: Nord
          Farbe: blau
        topics: [Angst]
        """

    @Test("services, opening hours and contact are sections in German")
    func sections() throws {
        let document = try #require(parse(yaml, as: "institutions/haus.yaml").documents.first)
        #expect(document.kind == .institution)
        #expect(document.title == "Haus am Steg")
        #expect(document.sections.map(\.anchor) == ["top", "einzelgespräch", "öffnungszeiten", "kontakt-und-zugang"])
        #expect(
            document.sections.map(\.text) == [
                "Rat für alle.\n\nAuch bekannt als: HaS\nBeratungsschwerpunkte: Angst, Trauer\nZielgruppen: Erwachsene\n"
                    + "Träger: Steg e. V.",
                "Unter vier Augen.\n\nFür wen: Erwachsene\nAlter: ab 18 Jahren\nAnmeldung: telefonisch\nKosten: kostenlos",
                "Montag: 9 bis 12:30 Uhr und 14 bis 16 Uhr\nDienstag und Mittwoch: 9 bis 12:30 Uhr\n"
                    + "Freitag: 14 bis 15 Uhr (nur telefonisch)",
                "Adresse: Lindenweg 4, 05123 Seegrund\nTelefon: (030) 23125-001 (Büro)\nFax: (030) 23125-002\n"
                    + "E-Mail: post@steg.example\nInternet: https://steg.example\nSprachen: Türkisch, Deutsch\n"
                    + "Barrierefreiheit: stufenlos (Rampe)\nEinzugsgebiet: Kreis Seegrund",
            ])
    }

    @Test("facets, place and the canonical profile")
    func facets() throws {
        let document = try #require(parse(yaml, as: "institutions/haus.yaml").documents.first)
        #expect(
            document.metadata == [
                "schwerpunkt": ["Angst", "Trauer"], "zielgruppe": ["Erwachsene"], "traeger": ["Steg e. V."],
                "sozialraum": ["Nord"], "farbe": ["blau"], "topics": ["Angst"], "sprache": ["Türkisch", "Deutsch"],
                "barrierefreiheit": ["stufenlos"], "region": ["Kreis Seegrund"], "plz": ["05123"], "ort": ["Seegrund"],
                "assured_date": ["2024-03-21"], "email": ["post@steg.example"],
            ])
        #expect(document.latitude == 52.3)
        #expect(document.longitude == 9.6)
        #expect(document.url == "https://steg.example")
        let profile = try #require(document.profile)
        #expect(profile.contains(#""postal_code":"05123""#))
        #expect(profile.hasPrefix(#"{"accessibility":"#))
        #expect(try Value.parse(json: Array(profile.utf8)).canonicalJSON == profile)
    }

    @Test("an HSDS service with attributes by taxonomy is a profile too")
    func service() throws {
        let json = """
            {"id": "s1", "name": "Gruppe", "description": "Wir treffen uns.", "status": "active",
             "organization": {"name": "Steg e. V."},
             "attributes": [{"taxonomy_term": {"taxonomy": "Zielgruppe", "name": "Jugendliche"}},
                            {"label": "Beratungsschwerpunkt", "value": "Sucht"}],
             "locations": [{"latitude": 100, "longitude": 101}]}
            """
        let document = try #require(parse(json, as: "s.json").documents.first)
        #expect(document.id == "s1")
        #expect(document.kind == .institution)
        #expect(document.metadata["zielgruppe"] == ["Jugendliche"])
        #expect(document.metadata["schwerpunkt"] == ["Sucht"])
        #expect(document.metadata["traeger"] == ["Steg e. V."])
        #expect(document.latitude == nil)
    }

    @Test(
        "schedules are said in German",
        arguments: [
            (
                #"{"byday": "MO,TU,WE,TH,FR", "opens_at": "8:00", "closes_at": "18:00"}"#,
                "Montag bis Freitag: 8 bis 18 Uhr"
            ),
            (#"{"byday": ["SA", "SU"], "opens_at": "10:05"}"#, "Samstag und Sonntag: ab 10:05 Uhr"),
            (
                #"{"freq": "MONTHLY", "byday": "1MO,-1FR", "opens_at": "19:00", "closes_at": "21:00"}"#,
                "jeden ersten Montag und jeden letzten Freitag im Monat: 19 bis 21 Uhr"
            ),
            (#"{"freq": "WEEKLY", "interval": 2, "byday": "TH"}"#, "Donnerstag (alle zwei Wochen)"),
            (#"{"freq": "DAILY", "opens_at": "0:00", "closes_at": "24:00"}"#, "täglich: 0 bis 24 Uhr"),
            (#"{"freq": "MONTHLY", "bymonthday": "1,15"}"#, "am 1. und 15. des Monats"),
            (#"{"description": "nach Vereinbarung"}"#, "nach Vereinbarung"),
            (
                #"{"byday": "MO", "opens_at": "9:00", "closes_at": "10:00", "valid_from": "2026-01-01"}"#,
                "Montag: 9 bis 10 Uhr (gültig ab 2026-01-01)"
            ),
        ])
    func schedules(_ json: String, _ words: String) throws {
        #expect(ScheduleWords.lines([try Value.parse(json: Array(json.utf8))]) == [words])
    }
}
