import Testing

@Suite("Protected words")
struct ProtectedWordTests {
    @Test(
        "stems that must not meet do not",
        arguments: [
            ("Sucht", "suchte"), ("Trauer", "trauen"), ("schwul", "schwül"), ("Bär", "bar"), ("Blüte", "Blut"),
            ("Wüste", "wusste"),
        ])
    func apart(first: String, second: String) throws {
        let harness = try Harness()
        #expect(harness.whole(first).isDisjoint(with: harness.whole(second)))
    }

    @Test(
        "forms of one word still meet",
        arguments: [
            ("Sucht", "Süchte"), ("schwüle", "schwül"), ("suchte", "suchten"), ("Bären", "Bär"), ("trauen", "trau"),
        ])
    func together(first: String, second: String) throws {
        let harness = try Harness()
        #expect(harness.whole(first) == harness.whole(second))
    }

    @Test("a line of a corpus' own list protects a headword and its forms")
    func ownList() throws {
        let plain = try Harness()
        #expect(plain.whole("Leber") == plain.whole("leben"))
        let harness = try Harness(protected: ["Leber: Lebern, Leberns"])
        #expect(harness.whole("Leber").isDisjoint(with: harness.whole("leben")))
        #expect(harness.whole("Lebern") == harness.whole("Leber"))
    }

    @Test("a protected word is not taken apart, alone or inside of another")
    func unsplit() throws {
        let words = ["Eifer", "Sucht", "Eifersucht", "Drama", "Eiche"]
        #expect(try Harness(words: words).parts("Eifersucht").contains("sucht"))
        let harness = try Harness(words: words, protected: ["Eifersucht"])
        #expect(harness.parts("Eifersucht").isEmpty)
        #expect(harness.parts("Eifersuchtsdrama") == ["eifersucht", "drama"])
    }

    @Test("parts of compounds are protected, too")
    func parts() throws {
        #expect(try Harness().parts("Suchtberatung").contains("sucht"))
        #expect(try !Harness().whole("suchte").contains("sucht"))
    }
}
