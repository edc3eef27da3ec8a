import LotseTestSupport
import Testing

@testable import Lotse

@Suite("The stored record of a section")
struct SectionRecordTests {
    static func random(_ random: inout SeededRandom) -> SectionRecord {
        func text() -> String { random.text(of: Vocabulary.special, pieces: random.below(40)) }
        var record = SectionRecord()
        record.document = text()
        record.anchor = text()
        record.kind = text()
        record.sectionKind = text()
        record.title = text()
        record.url = text()
        record.date = text()
        record.path = (0..<random.below(65)).map { _ in text() }
        record.context = text()
        record.text = text()
        record.documentFacts = text()
        return record
    }

    @Test("a record reads back as it was written")
    func roundTrip() {
        var random = SeededRandom(seed: 91)
        for _ in 0..<100 {
            let record = Self.random(&random)
            #expect(SectionRecord(record.encoded()) == record)
        }
        #expect(SectionRecord(SectionRecord().encoded()) == SectionRecord())
    }

    @Test(
        "a field longer than one byte of length can say reads back", arguments: [127, 128, 16_383, 16_384, 2_097_152])
    func lengths(count: Int) {
        var record = SectionRecord()
        record.text = String(repeating: "x", count: count)
        record.documentFacts = "{}"
        #expect(SectionRecord(record.encoded()) == record)
    }

    @Test("a record that is cut off anywhere is none")
    func cut() {
        var random = SeededRandom(seed: 92)
        let bytes = Self.random(&random).encoded()
        for count in 0..<bytes.count { #expect(SectionRecord(Array(bytes.prefix(count))) == nil) }
    }

    @Test("random bytes and flipped bits never crash, and what reads is what would be written")
    func noise() {
        var random = SeededRandom(seed: 93)
        var read = 0
        for _ in 0..<2_000 {
            var bytes = random.bytes(random.below(200))
            if Bool.random(using: &random) {
                bytes = Self.random(&random).encoded()
                bytes[random.below(bytes.count)] ^= UInt8(1 << random.below(8))
            }
            guard let record = SectionRecord(bytes) else { continue }
            read += 1
            #expect(SectionRecord(record.encoded()) == record)
        }
        #expect(read > 0)
    }

    @Test("a record of another version is none")
    func version() {
        var bytes = SectionRecord().encoded()
        bytes[0] = SectionRecord.version + 1
        #expect(SectionRecord(bytes) == nil)
    }

    @Test("a length beyond the end, or beyond all numbers, is none")
    func lengthsThatLie() {
        #expect(SectionRecord([SectionRecord.version, 0x7F]) == nil)
        #expect(SectionRecord([SectionRecord.version] + Array(repeating: 0xFF, count: 20)) == nil)
    }
}
