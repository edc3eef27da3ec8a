import Testing

@testable import GermanText

@Suite("Folding")
struct FoldingTests {
    @Test(
        "spellings of one letter are folded alike",
        arguments: [
            ("Größe", "grösse"), ("GRÖẞE", "grösse"), ("U\u{308}bung", "übung"), ("Übung", "übung"),
            ("ﬁnden", "finden"),
            ("Eﬀekt", "effekt"), ("Café", "cafe"), ("Cafe\u{301}", "cafe"), ("Æther", "aether"),
            ("Smørrebrød", "smörrebröd"),
            ("naïve", "naive"), ("Ελλάδα", "ελλάδα"), ("Привет", "привет"), ("１２", "１２"),
        ])
    func letters(word: String, folded: String) {
        #expect(String(decoding: Folding.fold(word), as: UTF8.self) == folded)
    }

    @Test("an umlaut is no plain vowel")
    func umlauts() {
        #expect(Folding.fold("schwul") != Folding.fold("schwül"))
        #expect(Folding.fold("Bar") != Folding.fold("Bär"))
    }

    @Test("ae, oe and ue are umlauts where only that gives a known word")
    func digraphs() throws {
        let harness = try Harness()
        #expect(harness.whole("Mueller") == harness.whole("Müller"))
        #expect(harness.whole("Aerzte") == harness.whole("Ärzte"))
        #expect(harness.terms("ueber", .exact) == ["über"])
        #expect(harness.terms("neue Quelle", .exact) == ["neue", "quelle"])
        #expect(harness.terms("Poesie", .exact) == ["poesie"])
        let without = try Harness(stages: [.stems])
        #expect(without.terms("Mueller", .exact) == ["mueller"])
    }

    @Test("a text that could not have umlauts does not make its spelling the right one")
    func digraphsOfTheCorpus() throws {
        let harness = try Harness(
            words: Harness.words + ["Büro", "Geschäft", "Zeiten", "freundlich", "aktuell"],
            corpus:
                "Die Geschaeftsstelle im Buero. Die Buerozeiten. Queerberatung, queerfreundlich, aktuell und virtuell.")
        for (written, right) in [
            ("Geschaeftsstelle", "Geschäftsstelle"), ("Buero", "Büro"), ("Buerozeiten", "Bürozeiten"),
        ] {
            #expect(harness.whole(written) == harness.whole(right), "\(written)")
        }
        for word in [
            "queerberatung", "queerfreundlich", "aktuell", "virtuell", "neue", "zuende", "pauschsteuersatz",
            "randfeuer",
        ] {
            #expect(harness.terms(word, .exact) == [word])
        }
    }

    private static let spellings =
        Harness.words + [
            "Schiff", "Schifffahrt", "Binnen", "Fahrten", "Schifffahrten", "Stilllegung", "Zoll", "Ausland", "Laus",
            "messen", "Anlage",
        ]

    @Test(
        "old spellings and today's have a stem in common",
        arguments: [
            ("Schiffahrt", "Schifffahrt"), ("Schiffahrten", "Schifffahrten"), ("Binnenschiffahrt", "Binnenschifffahrt"),
            ("Photo", "Foto"), ("Telephonseelsorge", "Telefonseelsorge"), ("Graphik", "Grafik"),
            ("selbständige", "selbstständig"), ("Potentiale", "Potenzial"), ("existentiellen", "existenziell"),
            ("aufwendige", "aufwändig"), ("numeriert", "nummeriert"), ("Alptraum", "Albtraum"),
            ("Phantasien", "Fantasie"),
            ("Stillegung", "Stilllegung"), ("verläßlich", "verlässlich"),
        ])
    func oldSpelling(old: String, new: String) throws {
        let harness = try Harness(words: Self.spellings)
        let (before, today) = (harness.whole(old), harness.whole(new))
        #expect(!before.isDisjoint(with: today), "\(before) \(today)")
    }

    @Test("other words are no old spellings")
    func noOldSpelling() throws {
        let harness = try Harness(words: Self.spellings)
        #expect(harness.whole("Graph").isDisjoint(with: harness.whole("Graf")))
        for word in [
            "Beratungsstelle", "Gruppe", "Mittag", "dennoch", "Selbsthilfegruppenangebot", "Kontakte", "selbstständig",
            "Schiffe",
        ] {
            #expect(harness.terms(word, .variant) == [], "\(word)")
        }
        #expect(try Harness(words: Self.spellings, stages: [.stems, .compounds]).terms("Photo", .variant) == [])
    }

    @Test("the parts of an old spelling are where they stand")
    func partsOfOldSpelling() throws {
        let harness = try Harness(words: Self.spellings)
        for (word, parts) in [
            ("Die Schiffahrt", ["schiff": "schiff", "fahrt": "fahrt"]),
            ("Photogruppe", ["photo": "photo", "foto": "photo"]),
        ] {
            var buffer = TokenBuffer()
            harness.analyzer.analyze(word, into: &buffer)
            let token = try #require(buffer.tokens.last)
            let folded = Folding.fold(String(decoding: Array(word.utf8)[token.range], as: UTF8.self))
            for term in buffer.terms(of: token) where term.kind == .part {
                let name = String(decoding: harness.analyzer.bytes(of: term.id), as: UTF8.self)
                let place = Int(term.foldedOffset)..<(Int(term.foldedOffset) + Int(term.foldedLength))
                if let expected = parts[name] {
                    #expect(String(decoding: folded[place], as: UTF8.self) == expected)
                }
            }
            #expect(Set(parts.keys).isSubset(of: harness.parts(word)), "\(harness.parts(word))")
        }
    }

    @Test("a decoded scalar is the one that Swift reads, and malformed bytes have length 1")
    func decoding() {
        for value in stride(from: UInt32(0), through: 0x10FFFF, by: 61) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let bytes = Array(String(scalar).utf8)
            let read = bytes.withUnsafeBufferPointer { Folding.decode($0, 0) }
            #expect(read.scalar == value && read.length == bytes.count)
        }
        let malformed: [[UInt8]] = [
            [0x80], [0xC0, 0x80], [0xC3], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF],
            [0xE2, 0x82], [0xF0, 0x9F, 0x99],
        ]
        for bytes in malformed {
            let read = bytes.withUnsafeBufferPointer { Folding.decode($0, 0) }
            #expect(read.scalar == 0xFFFD && read.length == 1)
        }
    }
}
