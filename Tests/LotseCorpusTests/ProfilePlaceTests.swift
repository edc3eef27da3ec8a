import Testing

@testable import LotseCorpus

@Suite("Places of profiles")
struct ProfilePlaceTests {
    private func place(_ json: String) -> ProfilePlace? { ProfilePlace(profileJSON: json) }

    private func point(_ latitude: Double, _ longitude: Double) throws -> Place {
        try #require(Place(latitude: latitude, longitude: longitude))
    }

    @Test("coordinates stand on the profile, its locations or its addresses, as numbers or words, and count once")
    func coordinates() throws {
        let json = """
            {"name": "Steg", "latitude": 52.3, "longitude": 9,
             "addresses": [{"latitude": " 52,25 ", "longitude": "9.5"}],
             "locations": [{"latitude": "52.3", "longitude": "9,0"},
                           {"addresses": [{"Latitude": -0.00001, "Longitude": 1e-6}]}],
             "services": [{"service_at_locations": [{"location": {"latitude": 53, "longitude": 10}}]}]}
            """
        let expected = [try point(52.3, 9), try point(52.25, 9.5), try point(-0.00001, 0.000001), try point(53, 10)]
        #expect(place(json)?.places == expected)
        #expect(place(json)?.postalCodes == [])
    }

    @Test(
        "coordinates that are no place are ignored",
        arguments: [
            ("100", "101"), ("91", "9"), ("52", "-180.1"), ("0", "0"), (#""52,3,1""#, "9"), (#""52.3 N""#, "9"),
            ("null", "9"), (#""""#, "9"), (#""nan""#, "9"), (#""0x34""#, "9"), (#""inf""#, "9"), ("true", "9"),
            ("1e300", "9"), ("[52]", "9"),
        ])
    func ignored(_ latitude: String, _ longitude: String) {
        let json = #"{"locations": [{"latitude": \#(latitude), "longitude": \#(longitude)}]}"#
        #expect(place(json) == nil)
    }

    @Test("a profile without coordinates has its postal codes only")
    func codes() throws {
        let json = """
            {"addresses": [{"postal_code": "05123"}, {"plz": 15123, "country": "Deutschland"},
                           {"postal_code": "D-05123"}],
             "locations": [{"addresses": [{"postal_code": "05199", "address_type": "physical"}]}]}
            """
        let found = try #require(place(json))
        #expect(found.places == [])
        #expect(found.postalCodes == ["05123", "15123", "05199"])
        #expect(found.located == [])
    }

    @Test(
        "what is no address to visit, or no German postal code, is left out",
        arguments: [
            #""postal_code": "5123""#, #""postal_code": "051234""#, #""postal_code": "ABC 1234""#,
            #""postal_code": "٠٥١٢٣""#, #""postal_code": "75001", "country": "FR""#, #""city": "Seegrund""#,
            #""postal_code": "05123", "address_type": "postal""#, #""postal_code": "05123", "address_type": "Virtual""#,
            #""postal_code": "05123", "address_1": "Postfach 12 34""#,
            #""postal_code": "05123", "address_1": "Steg e. V.", "address_2": "P.O. Box 7""#,
            #""latitude": 52, "longitude": 9, "address_type": "postal""#,
        ])
    func leftOut(_ address: String) {
        #expect(place(#"{"addresses": [{\#(address)}]}"#) == nil)
        #expect(place(#"{"locations": [{"addresses": [{\#(address)}]}]}"#) == nil)
    }

    @Test("a postal or virtual location is left out with its addresses", arguments: ["postal", "virtual"])
    func locationType(_ type: String) {
        let location = """
            {"location_type": "\(type)", "latitude": 52, "longitude": 9, "addresses": [{"postal_code": "05123"}]}
            """
        #expect(place(#"{"locations": [\#(location)]}"#) == nil)
    }

    @Test("codes and places that stand together, or alone, belong together; others do not")
    func located() throws {
        let alone = #"{"addresses": [{"postal_code": "05123"}], "locations": [{"latitude": 52, "longitude": 9}]}"#
        #expect(place(alone)?.located == [.init(postalCode: "05123", place: try point(52, 9))])
        let apart = """
            {"addresses": [{"postal_code": "05123"}, {"postal_code": "05124"}],
             "locations": [{"latitude": 52, "longitude": 9}, {"latitude": 53, "longitude": 9}]}
            """
        #expect(place(apart)?.located == [])
        let together = """
            {"addresses": [{"postal_code": "05123", "latitude": 52, "longitude": 9}],
             "locations": [{"latitude": 53, "longitude": 9, "addresses": [{"postal_code": "05124"}]},
                           {"latitude": 54, "longitude": 9,
                            "addresses": [{"postal_code": "05125"}, {"postal_code": "05126"}]}]}
            """
        #expect(
            place(together)?.located == [
                .init(postalCode: "05123", place: try point(52, 9)),
                .init(postalCode: "05124", place: try point(53, 9)),
            ])
    }

    @Test(
        "text that is no profile has no place",
        arguments: ["", "{", "[]", "17", #"{"locations": 3, "addresses": "x"}"#])
    func noProfile(_ json: String) {
        #expect(place(json) == nil)
    }
}
