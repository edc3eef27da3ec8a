import Foundation
import Testing

@testable import GermanText

@Suite("Words near to a typed one")
struct SpellingSearchTests {
    static func words(_ words: [String]) -> SortedWords {
        SortedWords(Dictionary(uniqueKeysWithValues: Set(words).map { (Array($0.utf8), UInt32($0.utf8.count)) }))
    }

    /// The whole table without a band and without shortcuts, as a second opinion.
    static func distance(_ typed: [UInt8], _ word: [UInt8]) -> [Int] {
        let infinity = 10_000
        var rows = Array(repeating: Array(repeating: infinity, count: typed.count + 1), count: word.count + 1)
        rows[0][0] = 0
        func gap(_ letters: [UInt8], _ index: Int) -> Int {
            Int(SpellingCosts.gap(letters[index], after: index > 0 ? letters[index - 1] : 0))
        }
        for i in 0...word.count {
            for j in 0...typed.count where i + j > 0 {
                var best = infinity
                if i > 0 { best = min(best, rows[i - 1][j] + gap(word, i - 1)) }
                if j > 0 { best = min(best, rows[i][j - 1] + gap(typed, j - 1)) }
                if i > 0, j > 0 {
                    let same = word[i - 1] == typed[j - 1]
                    let cost = Int(SpellingCosts.tables[Int(typed[j - 1]) << 8 | Int(word[i - 1])])
                    let first = !same && (i == 1 || j == 1) ? Int(SpellingCosts.first) : 0
                    best = min(best, rows[i - 1][j - 1] + cost + first)
                }
                let (f, p, h) = (UInt8(ascii: "f"), UInt8(ascii: "p"), UInt8(ascii: "h"))
                if i > 1, j > 1, word[i - 1] == typed[j - 2], word[i - 2] == typed[j - 1] {
                    best = min(best, rows[i - 2][j - 2] + Int(SpellingCosts.transposed))
                }
                if i > 1, j > 0, word[i - 2] == p, word[i - 1] == h, typed[j - 1] == f {
                    best = min(best, rows[i - 2][j - 1] + Int(SpellingCosts.transposed))
                }
                if i > 0, j > 1, word[i - 1] == f, typed[j - 2] == p, typed[j - 1] == h {
                    best = min(best, rows[i - 1][j - 2] + Int(SpellingCosts.phoneticPair))
                }
                let umlauts: [(UInt8, Character)] = [(0xE4, "a"), (0xF6, "o"), (0xFC, "u")]
                if i > 0, j > 1, typed[j - 1] == UInt8(ascii: "e"),
                    umlauts.contains(where: { $0.0 == word[i - 1] && $0.1.asciiValue == typed[j - 2] })
                {
                    best = min(best, rows[i - 1][j - 2] + Int(SpellingCosts.digraph))
                }
                rows[i][j] = min(best, infinity)
            }
        }
        return rows.map { $0[typed.count] }
    }

    @Test("a word is found from which letters side by side were left out, and none that lacks its beginning or its end")
    func omissions() {
        let words = Self.words([
            "österreichischen", "österreicher", "wahrscheinlich", "gemeinde", "verein", "vereinigung",
        ])
        func found(_ typed: String, _ counts: ClosedRange<Int> = 2...4) -> [String] {
            words.omissions(in: Array(typed.utf8), of: counts).map {
                String(decoding: words.word($0.index), as: UTF8.self)
            }
        }
        #expect(found("österrischen") == ["österreichischen"])
        #expect(found("österrischen", 2...3) == [])
        #expect(found("wahrschlich") == ["wahrscheinlich"])
        #expect(found("geinde") == ["gemeinde"])
        for typed in ["meinde", "gemei", "gnde", "wahlich", "verein", "", "ö", "geИnde"] {
            #expect(found(typed, 2...3) == [], "\(typed)")
        }
    }

    @Test("a word is found into which letters side by side were put")
    func additions() {
        let words = Self.words(["übernommen", "gegenüber", "verein"])
        func found(_ typed: String) -> [String] {
            words.additions(in: Array(typed.utf8), of: 2...3).map {
                String(decoding: words.word($0.index), as: UTF8.self)
            }
        }
        #expect(found("übergenommen") == ["übernommen"])
        #expect(Set(found("gegebenüber")) == ["gegenüber"])
        #expect(Set(found("vereinen")) == [])
        #expect(Set(found("verabcein")) == ["verein"])
        for typed in ["verabcdein", "verein", "", "abc", "verИein"] { #expect(found(typed) == [], "\(typed)") }
    }

    @Test("finds what cutting letters out of every word finds, for random words")
    func omissionsLikeCutting() {
        var random = SeededRandom(seed: 5)
        let letters = Array("abü")
        let all = Set(
            (0..<150).map { _ in
                String((0..<(1 + random.below(9))).map { _ in letters[random.below(letters.count)] })
            })
        let words = Self.words(Array(all))
        for typed in all {
            let expected = all.filter { word in
                let word = Array(word)
                guard typed.count >= 4, !word.starts(with: typed), (2...4).contains(word.count - typed.count) else {
                    return false
                }
                return (2...(typed.count - 2)).contains { cut in
                    String(word[..<cut] + word[(cut + word.count - typed.count)...]) == typed
                }
            }
            let found = words.omissions(in: Array(typed.utf8), of: 2...4)
            #expect(Set(found.map { String(decoding: words.word($0.index), as: UTF8.self) }) == expected, "\(typed)")
            #expect(found.allSatisfy { words.letters($0.index).count - $0.count == typed.count })
        }
    }

    @Test("finds what the whole table finds, for random words", arguments: [8, 13, 20, 30])
    func likeTheTable(most: Int) throws {
        var random = SeededRandom(seed: UInt64(most))
        let letters = Array("aeinrstpfhuoüäö")
        func word(_ most: Int) -> String {
            String((0..<(1 + random.below(most))).map { _ in letters[random.below(letters.count)] })
        }
        let words = Self.words((0..<700).map { _ in word(9) })
        let search = SpellingSearch(words)
        for _ in 0..<60 {
            let typed = word(9)
            let coded = try #require(LetterCode.letters(typed.utf8))
            var whole: [Int: Int] = [:]
            var beginnings: [Int: Int] = [:]
            for index in 0..<words.count {
                let ends = Self.distance(coded, Array(words.letters(index)))
                if let cost = ends.last, cost <= most { whole[index] = cost }
                if let cost = ends.dropFirst().min(), cost <= most { beginnings[index] = cost }
            }
            let found = search.candidates(for: Array(typed.utf8), within: most)
            let foundWhole = Dictionary(uniqueKeysWithValues: found.map { ($0.words.lowerBound, $0.cost) })
            #expect(foundWhole == whole, "\(typed)")
            var foundBeginnings: [Int: Int] = [:]
            for candidate in search.candidates(for: Array(typed.utf8), within: most, asBeginning: true) {
                for index in candidate.words { foundBeginnings[index] = candidate.cost }
            }
            #expect(foundBeginnings == beginnings, "\(typed)")
        }
    }

    @Test(
        "errors that sound the same cost less than others",
        arguments: [
            ("terapie", "therapie", "tetrapie"), ("beratunk", "beratung", "beratuns"), ("spilen", "spielen", "spullen"),
            ("trauergrupe", "trauergruppe", "trauerguppe"), ("vahrrad", "fahrrad", "mahrrad"),
            ("grössse", "grösse", "grössre"), ("fysik", "physik", "fusik"),
        ])
    func sound(typed: String, near: String, far: String) {
        let words = Self.words([near, far])
        let found = SpellingSearch(words).candidates(for: Array(typed.utf8), within: 40)
        func cost(_ word: String) -> Int? {
            guard let index = words.index(of: Array(word.utf8)) else { return nil }
            return found.first { $0.words.contains(index) }?.cost ?? .max
        }
        #expect((cost(near) ?? .max) < (cost(far) ?? 0))
    }

    @Test("sorted words are the same when they are read again")
    func block() throws {
        var random = SeededRandom(seed: 7)
        let letters = Array("abcdeäöüß9")
        let texts = (0..<500).map { _ in
            String((0..<(1 + random.below(12))).map { _ in letters[random.below(letters.count)] })
        }
        let words = Self.words(texts)
        let again = try #require(SortedWords(block: words.block))
        #expect(again.values == words.values)
        #expect((0..<words.count).allSatisfy { again.word($0) == words.word($0) })
        for text in Set(texts) {
            let index = try #require(again.index(of: Array(text.utf8)))
            #expect(again.word(index) == Array(text.utf8))
            let beginning = Array(text.prefix(2).utf8)
            let range = again.indices(beginningWith: beginning)
            #expect(range.contains(index))
            #expect((0..<again.count).filter { again.word($0).starts(with: beginning) } == Array(range))
        }
    }

    @Test("some of the words are the words that would have been sorted alone")
    func filter() {
        let some = ["abend", "abende", "abendbrot", "trauer", "trauergruppe", "wohnen"]
        let words = SpellingSearchTests.words(some)
        for isWanted in [{ _ in false }, { $0 % 2 == 0 }, { $0 > 6 }, { _ in true }] as [(Int) -> Bool] {
            let alone = SpellingSearchTests.words(some.filter { isWanted($0.utf8.count) })
            #expect(words.filter { isWanted(Int($0)) }.block == alone.block)
        }
    }

    @Test("words of other scripts, empty ones and those that are too long are left out")
    func leftOut() {
        let long = String(repeating: "a", count: SortedWords.longest + 1)
        let words = Self.words(["", "помощь", long, "hilfe"])
        #expect(words.count == 1)
        #expect(SortedWords.empty.indices(beginningWith: Array("a".utf8)).isEmpty)
        #expect(SpellingSearch(.empty).candidates(for: Array("hilfe".utf8), within: 20).isEmpty)
        #expect(SpellingSearch(words).candidates(for: Array("помощь".utf8), within: 20).isEmpty)
    }

    @Test("damaged bytes are refused or read, and never trap")
    func damage() {
        var random = SeededRandom(seed: 11)
        let block = Array(Self.words(["hilfe", "hilfen", "trauer", "trauergruppe"]).block)
        for _ in 0..<4_000 {
            var bytes = block
            for _ in 0..<(1 + random.below(3)) {
                if random.below(4) == 0 {
                    bytes.removeLast(random.below(bytes.count))
                    if bytes.isEmpty { bytes = [0] }
                } else {
                    bytes[random.below(bytes.count)] = UInt8(random.below(256))
                }
            }
            guard let words = SortedWords(block: Data(bytes)) else { continue }
            _ = SpellingSearch(words).candidates(for: Array("hilfe".utf8), within: 20)
            _ = words.indices(beginningWith: Array("tr".utf8))
        }
    }
}
