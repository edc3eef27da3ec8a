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
