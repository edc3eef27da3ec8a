import Foundation
import Testing

@testable import GermanText

@Suite("The lexicon's block")
struct LexiconTests {
    private func sample() -> Lexicon {
        var builder = LexiconBuilder()
        builder.addWordList(Data("Haus\nÜbung\nlaufen\nStraße\nstand\n\nein\n".utf8))
        builder.addListed("Übung")
        var counter = VocabularyCounter()
        for text in ["Das Haus ist gross. Im Haus steht ein Zaunpfahl.", "Neulich: der Zaunpfahl"] {
            var text = text
            text.withUTF8 { counter.add($0) }
        }
        builder.add(counter)
        return builder.build()
    }

    @Test("a block opens as it was written")
    func roundTrip() throws {
        let lexicon = sample()
        let read = try #require(Lexicon(block: lexicon.bytes))
        #expect(read.bytes == lexicon.bytes)
        #expect(read.count == lexicon.count)
        for word in ["haus", "übung", "laufen", "strasse", "zaunpfahl", "steht", "nichts"] {
            #expect(read.entry(Array(word.utf8)) == lexicon.entry(Array(word.utf8)))
        }
    }

    @Test("words have the marks and frequencies of list and corpus")
    func entries() {
        let lexicon = sample()
        func entry(_ word: String) -> Lexicon.Entry? { lexicon.entry(Array(word.utf8)) }
        #expect(entry("haus") == Lexicon.Entry(flags: [.noun, .listed], frequency: 2))
        #expect(entry("laufen") == Lexicon.Entry(flags: [.noun, .lower, .listed], frequency: 0))
        #expect(entry("strasse") == Lexicon.Entry(flags: [.noun, .listed], frequency: 0))
        #expect(entry("stand") == Lexicon.Entry(flags: [.noun, .lower, .listed], frequency: 0))
        #expect(entry("zaunpfahl") == Lexicon.Entry(flags: .noun, frequency: 2))
        #expect(entry("steht") == Lexicon.Entry(flags: .lower, frequency: 1))
        #expect(entry("hau") == nil)
        #expect(entry("") == nil)
        #expect(Lexicon.empty.entry(Array("haus".utf8)) == nil)
    }

    @Test("the same words in another order give the same bytes")
    func deterministic() {
        let words = ["Haus", "laufen", "Übung", "Baum", "klein", "Straße"]
        var one = LexiconBuilder()
        var other = LexiconBuilder()
        for word in words { one.addListed(word) }
        for word in words.reversed() { other.addListed(word) }
        #expect(one.build().bytes == other.build().bytes)
    }

    @Test("thousands of words are all found, and no others")
    func many() {
        var builder = LexiconBuilder()
        for number in 0..<5_000 { builder.addListed("wort\(number)x") }
        let lexicon = builder.build()
        #expect(lexicon.count == 5_000)
        #expect((0..<5_000).allSatisfy { lexicon.contains(Array("wort\($0)x".utf8)) })
        #expect((5_000..<10_000).allSatisfy { !lexicon.contains(Array("wort\($0)x".utf8)) })
    }

    @Test("what is no block is refused")
    func refused() {
        let bytes = sample().bytes
        #expect(Lexicon(block: Data()) == nil)
        #expect(Lexicon(block: Data("LOTSLX02".utf8)) == nil)
        #expect(Lexicon(block: Data("LOTSLX01".utf8) + bytes.dropFirst(8)) == nil)
        #expect(Lexicon(block: bytes.prefix(40)) == nil)
        var noPower = bytes
        noPower[8] = 15
        #expect(Lexicon(block: noPower) == nil)
        #expect(Lexicon(block: bytes.dropFirst(1)) == nil)
        #expect(Lexicon(block: (Data([0]) + bytes).dropFirst(1)) != nil)
    }

    @Test("a damaged block is refused or answers, but never reads beyond itself")
    func damaged() {
        let bytes = sample().bytes
        let words = ["haus", "übung", "laufen", "strasse", "zaunpfahl", "nichts"].map { Array($0.utf8) }
        var random = SeededRandom(seed: 7)
        var opened = 0
        for round in 0..<3_000 {
            var block = bytes
            if round % 3 == 0 { block = block.prefix(random.below(block.count)) }
            for _ in 0..<(1 + random.below(20)) where !block.isEmpty {
                // The header is spared now and then, or nearly every block would be refused at once.
                let place =
                    round % 2 == 0 ? random.below(block.count) : min(block.count - 1, 16 + random.below(block.count))
                block[block.startIndex + place] = UInt8.random(in: 0...255, using: &random)
            }
            guard let lexicon = Lexicon(block: block) else { continue }
            opened += 1
            for word in words { _ = lexicon.entry(word) }
            let analyzer = CompoundSplitter(lexicon: lexicon, handMade: [:])
            #expect(analyzer.split(Array("strassenhausbau".utf8)).allSatisfy { $0.range.upperBound <= 15 })
        }
        #expect(opened > 100)
    }

    @Test("a block without empty slots ends its search")
    func fullTable() throws {
        var block = Lexicon.magic
        for value in [UInt32(16), 15] { withUnsafeBytes(of: value.littleEndian) { block.append(contentsOf: $0) } }
        for _ in 0..<16 { block.append(contentsOf: [16, 0, 0, 0, 1, 2, 3, 4]) }
        let lexicon = try #require(Lexicon(block: Data(block)))
        #expect(lexicon.entry(Array("haus".utf8)) == nil)
    }
}
