import Foundation
import GermanText

/// Finds abbreviations that a text explains itself: `Gemeindepsychiatrischer Verbund (GPV)` and `GPV (Gemeinde…)`.
///
/// The method is that of Schwartz and Hearst (*A simple algorithm for identifying abbreviation definitions in biomedical
/// text*, PSB 2003): the letters of the short form are looked for in the words before it, from the last to the first, and
/// the first one must begin a word. Stricter than there, each word of meaning has a letter of the short form at its
/// beginning, function words have at most a small one (`BfArM`), and a word with several letters is a long one, as only
/// compounds are (`Kindertagesstätte`, `KiTa`).
struct AbbreviationMiner: Sendable {
    /// How often which short form was explained by which long form.
    private(set) var counts: [String: [String: Int]] = [:]

    /// The most different explanations that one miner counts, so that a text of nothing else does not fill the memory.
    private static let mostCounted = 100_000
    /// The most rules that are made, the frequent ones first.
    private static let mostRules = 5_000
    private var pairs = 0

    mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            var place = 0
            while let open = bytes[place...].firstIndex(of: UInt8(ascii: "(")) {
                place = open + 1
                guard let close = bytes[place...].prefix(120).firstIndex(of: UInt8(ascii: ")")) else { continue }
                let inside = String(decoding: bytes[place..<close], as: UTF8.self)
                if Self.isShort(inside) {
                    let before = Self.words(before: open, in: bytes)
                    if let long = Self.longForm(of: inside, in: before) { count(inside, long) }
                } else if let short = Self.words(before: open, in: bytes).last, Self.isShort(short) {
                    // The explanation must fill the brackets.
                    let words = inside.split(separator: " ").map(String.init)
                    if let long = Self.longForm(of: short, in: words), long == words.joined(separator: " ") {
                        count(short, long)
                    }
                }
            }
        }
    }

    private mutating func count(_ short: String, _ long: String) {
        // Equal for Swift, but not byte for byte: which of two forms came first must not be seen.
        let short = short.precomposedStringWithCanonicalMapping
        let long = long.precomposedStringWithCanonicalMapping
        if counts[short]?[long] == nil {
            guard pairs < Self.mostCounted else { return }
            pairs += 1
        }
        counts[short, default: [:]][long, default: 0] += 1
    }

    mutating func add(_ other: AbbreviationMiner) {
        for (short, longs) in other.counts {
            for (long, count) in longs { counts[short, default: [:]][long, default: 0] += count }
        }
    }

    /// Two to eight letters, two of them capitals, no space: `GPV`, `SpDi`, `KiTa`.
    static func isShort(_ text: String) -> Bool {
        guard (2...8).contains(text.count), text.first?.isUppercase == true else { return false }
        guard text.allSatisfy({ $0.isLetter || $0 == "-" || $0 == "/" }) else { return false }
        let capitals = text.filter(\.isUppercase).count
        // A word with a capital at its beginning is no abbreviation, nor is a Roman number.
        return capitals >= 2 && !text.allSatisfy { "IVXLCDM".contains($0) }
    }

    /// Up to ten words before a place, back to the end of a sentence or a bracket.
    private static func words(before place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> [String] {
        var start = place
        while start > 0, place - start < 160 {
            let byte = bytes[start - 1]
            let ends = byte == 0x0A || byte == 0x28 || byte == 0x29 || byte == 0x3B || byte == 0x3A || byte == 0x22
            if ends || byte == 0x2E && start < place && bytes[start] == 0x20 { break }
            start -= 1
        }
        while start < place, bytes[start] & 0xC0 == 0x80 { start += 1 }
        return String(decoding: bytes[start..<place], as: UTF8.self).split(whereSeparator: \.isWhitespace).suffix(10)
            .map(String.init)
    }

    /// The words at the end of a text that a short form stands for, or nil.
    static func longForm(of short: String, in words: [String]) -> String? {
        let letters = short.filter(\.isLetter)
        let most = min(letters.count + 5, letters.count * 2)
        let window = words.suffix(most)
        // The fewest words that explain it.
        for count in 1...max(1, window.count) where count <= window.count {
            let candidate = Array(window.suffix(count))
            if explains(letters, candidate) {
                let text = candidate.joined(separator: " ")
                return text.hasSuffix(",") ? nil : text
            }
        }
        return nil
    }

    private static let small: Set<String> = [
        "und", "oder", "der", "die", "das", "des", "dem", "den", "für", "von", "vom", "zur", "zum", "in", "im", "mit",
        "an", "am", "auf", "bei", "nach", "über", "zu", "e.", "e.V.", "V.", "eine", "einer", "eines",
    ]

    private static func explains(_ short: String, _ words: [String]) -> Bool {
        guard let firstWord = words.first, !small.contains(firstWord.lowercased()) else { return false }
        let text = words.map { Array($0.lowercased()) }
        guard text.reduce(0, { $0 + $1.count }) >= short.count * 2, !words.contains(where: isShort) else {
            return false
        }
        // From the last word to the first, each with as few letters as it can take and all words of meaning with one.
        return take(Array(short)[...], text, text.count - 1)
    }

    /// Whether the letters that are left can be found in the words up to a number, each word of meaning with one of them
    /// at its beginning.
    private static func take(_ letters: ArraySlice<Character>, _ words: [[Character]], _ number: Int) -> Bool {
        if number < 0 { return letters.isEmpty }
        let word = words[number]
        if small.contains(String(word)) {
            // `für` may have a small letter and mostly has none.
            if take(letters, words, number - 1) { return true }
            guard let letter = letters.last, letter.isLowercase, word.first == letter else { return false }
            return take(letters.dropLast(), words, number - 1)
        }
        for count in 1...max(1, letters.count) where count <= letters.count {
            guard fits(Array(letters.suffix(count)), word) else { continue }
            if take(letters.dropLast(count), words, number - 1) { return true }
        }
        return false
    }

    /// Whether a word begins with the first of some letters and has the others behind it, in order.
    private static func fits(_ letters: [Character], _ word: [Character]) -> Bool {
        guard let first = letters.first, word.first == Character(first.lowercased()) else { return false }
        guard letters.count == 1 || word.count >= letters.count * 3 else { return false }
        var place = 0
        for letter in letters.dropFirst() {
            let found = word[(place + 1)...].firstIndex(of: Character(letter.lowercased()))
            guard let found else { return false }
            place = found
        }
        return true
    }

    /// The rules that the explanations make, by the short form. Of several long forms the frequent ones are kept, as
    /// different texts may mean different things by one short form. A short form that a list has as a word (`ANGST`) makes
    /// no rule: whoever asks for the word means the word.
    func rules(lexicon: Lexicon) -> [SynonymRule] {
        let explained = counts.keys.sorted().flatMap { short -> [(short: String, long: String, count: Int)] in
            if lexicon.entry(Analyzer.fold(short))?.flags.contains(.listed) == true { return [] }
            let longs = counts[short, default: [:]].sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            let most = longs.first?.value ?? 0
            // A rule for each: what two long forms have in common is the short form alone.
            return longs.prefix(3).filter { $0.value * 4 >= most }.map { (short, $0.key, $0.value) }
        }
        let kept = explained.sorted { ($1.count, $0.short, $0.long) < ($0.count, $1.short, $1.long) }
            .prefix(Self.mostRules)
        return kept.sorted { ($0.short, $1.count, $0.long) < ($1.short, $0.count, $1.long) }.map {
            SynonymRule(
                asked: [$0.short, $0.long], found: [$0.short, $0.long], isAbbreviation: true,
                source: "explained in the corpus, \($0.count) ×")
        }
    }
}
