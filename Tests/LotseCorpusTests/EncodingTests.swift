import Testing

@testable import LotseCorpus

@Suite("Encodings and anchors")
struct EncodingTests {
    @Test("UTF-8 with and without a mark and UTF-16 with one are read alike")
    func marks() {
        let text = "Grüße aus Köln 🙂"
        #expect(TextDecoding.decode(Array(text.utf8)) == .text(Array(text.utf8)))
        #expect(TextDecoding.decode([0xEF, 0xBB, 0xBF] + Array(text.utf8)) == .text(Array(text.utf8)))
        let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
        let little = text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
        #expect(TextDecoding.decode([0xFE, 0xFF] + big) == .text(Array(text.utf8)))
        #expect(TextDecoding.decode([0xFF, 0xFE] + little) == .text(Array(text.utf8)))
        #expect(TextDecoding.decode([0xFE, 0xFF, 0x00]) == .undecodable(offset: 2))
        #expect(TextDecoding.decode([0xFE, 0xFF, 0x00, 0x41, 0xD8, 0x00]) == .undecodable(offset: 4))
    }

    @Test("German in Windows-1252 is read with a warning")
    func windows1252() throws {
        let bytes: [UInt8] = Array(
            "F\u{FC}r B\u{FC}rger in der Stra\u{DF}e gibt es viele Wege".unicodeScalars.map { UInt8($0.value) })
        try TemporaryCorpus.with { corpus in
            try corpus.write("a.txt", bytes + [0x20, 0x96, 0x20] + Array("\n\nEin Satz.".utf8))
            let (documents, problems) = try corpus.readAll()
            #expect(documents["a"]?.title == "Für Bürger in der Straße gibt es viele Wege –")
            #expect(problems.map(\.code) == [.encoding])
            #expect(problems.map(\.severity) == [.warning])
        }
    }

    @Test("bytes that fit no encoding are an error with their line, controls make a file binary")
    func unreadable() throws {
        try TemporaryCorpus.with { corpus in
            try corpus.write("a.txt", Array("gut\ngut\n".utf8) + [0xFE, 0x81, 0xC0, 0xB1, 0xD0])
            try corpus.write("b.md", [0x50, 0x4B, 0x03, 0x04, 0x00, 0x00])
            try corpus.write("c.html", Array(repeating: 0x01, count: 500))
            let (documents, problems) = try corpus.readAll()
            #expect(documents.isEmpty)
            #expect(problems.map(\.code) == [.encoding, .binary, .binary])
            #expect(problems.first?.line == 3)
        }
    }

    @Test(
        "slugs keep umlauts and drop signs",
        arguments: [
            ("Was heißt das genau?", "was-heißt-das-genau"), ("§ 8a SGB VIII – Schutz", "8a-sgb-viii-schutz"),
            ("Öffnungszeiten & Kontakt", "öffnungszeiten-kontakt"), ("  A__b  c-", "a__b-c"), ("???", "abschnitt"),
            ("Jede*r Berater:in", "jeder-beraterin"), ("О нас", "о-нас"), ("Top", "top"),
        ])
    func slugs(_ heading: String, _ slug: String) {
        #expect(AnchorRegistry.slug(heading) == slug)
    }

    @Test("anchors are unique, also against headings that look like numbered ones")
    func unique() {
        var registry = AnchorRegistry()
        let anchors = ["A", "A 2", "A", "A", "Top", "a"].map { registry.claim($0) }
        #expect(anchors == ["a", "a-2", "a-3", "a-4", "top-2", "a-5"])
        #expect(registry.claim(stated: "a") == "a-6")
        #expect(registry.claim(stated: "x #y") == "x-y")
    }

    @Test("text is cut at paragraphs, else at lines, else at spaces, else between characters")
    func splitting() {
        func split(_ text: String) -> [String] { TextSplitter.split(Array(text.utf8), limit: 10) }
        #expect(split("aaaaaaa\n\nbbbb") == ["aaaaaaa", "bbbb"])
        #expect(split("aaaaaaa\nbbbbbbb") == ["aaaaaaa", "bbbbbbb"])
        #expect(split("aaaaaaa bbbbbbb") == ["aaaaaaa", "bbbbbbb"])
        #expect(split("üüüüüüüü") == ["üüüüü", "üüü"])
        #expect(split("xüüüüüüü") == ["xüüüü", "üüü"])
        #expect(split(" \n\n ") == [])
    }
}
