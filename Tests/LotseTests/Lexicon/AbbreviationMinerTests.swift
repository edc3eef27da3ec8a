import Foundation
import GermanText
import LotseTestSupport
import Testing

@testable import Lotse

@Suite("Abbreviations that texts explain")
struct AbbreviationMinerTests {
    private func mined(_ text: String) -> [String] {
        var miner = AbbreviationMiner()
        miner.add(text)
        return miner.rules(lexicon: .empty).map { $0.asked.joined(separator: " = ") }
    }

    @Test("a short form that is a word of a list makes no rule")
    func words() {
        var builder = LexiconBuilder()
        builder.addWordList(Data("Angst\n".utf8))
        var miner = AbbreviationMiner()
        miner.add("Amt für Neue Generationen, Soziales und Teilhabe (ANGST)")
        miner.add("Gemeindepsychiatrischer Verbund (GPV)")
        #expect(miner.rules(lexicon: builder.build()).map(\.asked.first) == ["GPV"])
    }

    @Test("the same texts make the same rules, byte for byte, in whatever order and spelling they come")
    func order() throws {
        let texts = ["Ärztlicher Dienst (ÄD)", "A\u{308}rztlicher Dienst (A\u{308}D)", "Guter Verein (GV)"]
        func rules(_ texts: [String]) throws -> Data {
            var all = AbbreviationMiner()
            for text in texts {
                var miner = AbbreviationMiner()
                miner.add(text)
                all.add(miner)
            }
            let encoder = JSONEncoder()
            encoder.outputFormatting = .sortedKeys
            return try encoder.encode(all.rules(lexicon: .empty))
        }
        let first = try rules(texts)
        let second = try rules(texts.reversed())
        #expect(first == second)
    }

    @Test(
        "the words before a bracket explain it",
        arguments: [
            ("Der Gemeindepsychiatrische Verbund (GPV) tagt.", "GPV = Gemeindepsychiatrische Verbund"),
            ("im Sozialpsychiatrischen Dienst (SpDi)", "SpDi = Sozialpsychiatrischen Dienst"),
            ("Die Selbsthilfekontaktstelle (SEKO)", "SEKO = Selbsthilfekontaktstelle"),
            ("das Bundesministerium für Gesundheit (BMG)", "BMG = Bundesministerium für Gesundheit"),
            ("Eine Kindertagesstätte (KiTa)", "KiTa = Kindertagesstätte"),
            ("Ergänzende unabhängige Teilhabeberatung (EUTB) hilft", "EUTB = Ergänzende unabhängige Teilhabeberatung"),
            ("Die PIA (Psychiatrische Institutsambulanz) hilft.", "PIA = Psychiatrische Institutsambulanz"),
        ])
    func explained(text: String, expected: String) { #expect(mined(text) == [expected]) }

    @Test(
        "what does not explain is none",
        arguments: [
            "Das Haus (GPV) ist offen.", "Band (II)", "Das Wetter (Regen)", "Die Caritas (Verein)", "()", "(", "(GPV)",
            "Gestern. Paul Vogel (GPV)", "Sie gehen zu Peter (GZP)", "Berlin (DE)",
        ])
    func unexplained(text: String) { #expect(mined(text) == []) }

    @Test("an explanation makes both forms find each other, and is listed with its count")
    func search() throws {
        let files = [
            "documents/a.txt": "Seite A\n\nDer Hilfeverbund Nord (HVN) tagt. Der Hilfeverbund Nord (HVN) wächst.",
            "documents/b.txt": "Seite B\n\nDer HVN hat ein neues Haus.",
            "documents/c.txt": "Seite C\n\nMit dem Hilfeverbund Nord wird gerechnet.",
        ]
        try IndexedCorpus.with(files) { indexed in
            try indexed.run()
            let all = ["documents/a", "documents/b", "documents/c"]
            #expect(try indexed.engine().found("HVN") == all)
            #expect(try indexed.engine().found("Hilfeverbund Nord") == all)
            let list = String(decoding: try FileSystem.read(indexed.current() + "/abbreviations.json"), as: UTF8.self)
            #expect(list.contains("explained in the corpus, 2 ×"))
        }
    }

    @Test("any text is read without a trap, and alike each time")
    func random() throws {
        var random = SeededRandom(seed: 11)
        let pieces = ["(", ")", " ", "A", "GPV", "und", "Haus", "ä", "\n", ".", "ÄÖ", "-", "\u{301}", "𝔄"]
        for _ in 0..<500 {
            let text = (0..<random.below(60)).map { _ in pieces[random.below(pieces.count)] }.joined()
            #expect(mined(text) == mined(text))
        }
    }
}
