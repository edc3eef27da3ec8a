/// The pieces that a query is made of.
enum QueryLexeme: Equatable {
    case word(String)
    case prefix(String)
    case phrase(String)
    case open, close
    case plus, minus
    case and, or, not
}

/// Cuts a typed query into lexemes. Never fails: what fits nowhere is a word.
struct QueryLexer {
    private let characters: [Character]
    private var index = 0
    private(set) var lexemes: [QueryLexeme] = []
    private(set) var notes: [QueryNote.Code] = []

    /// Closing marks for each opening mark: German, English, French and typewriter's.
    private static let quotes: [Character: Set<Character>] = [
        "\"": ["\"", "“", "”"], "„": ["“", "”", "\"", "„"], "“": ["”", "“", "\""], "”": ["”"], "»": ["«"], "«": ["»"],
        "‚": ["‘", "’"], "‘": ["’"], "›": ["‹"], "‹": ["›"],
    ]

    init(_ text: String) { characters = Array(text) }

    mutating func run() {
        while index < characters.count {
            let character = characters[index]
            if character.isWhitespace {
                index += 1
            } else if let closing = QueryLexer.quotes[character] {
                readPhrase(closing)
            } else if character == "(", !beginsAreaCode(index) {
                index += 1
                lexemes.append(.open)
            } else if character == ")" {
                index += 1
                lexemes.append(.close)
            } else if isSign(character) {
                index += 1
                lexemes.append(character == "+" ? .plus : .minus)
            } else {
                readWord()
            }
        }
    }

    /// A plus or minus directly before a term. Behind a conjunction a hyphen is a suspended one
    /// (`Selbsthilfegruppen und -organisationen`).
    private func isSign(_ character: Character) -> Bool {
        guard character == "+" || character == "-" || character == "−", index + 1 < characters.count else {
            return false
        }
        let next = characters[index + 1]
        guard !beginsCountryCode(index) else { return false }
        guard next.isLetter || next.isNumber || next == "(" || QueryLexer.quotes[next] != nil else { return false }
        guard index == 0 || characters[index - 1].isWhitespace || characters[index - 1] == "(" else { return false }
        if case .word(let before)? = lexemes.last, character != "+", ["und", "oder", "sowie", "bzw."].contains(before) {
            return false
        }
        return true
    }

    /// `(030) 7000-123`: digits alone between brackets are part of a telephone number.
    private func beginsAreaCode(_ place: Int) -> Bool {
        guard place < characters.count, characters[place] == "(",
            let close = characters[(place + 1)...].prefix(8).firstIndex(of: ")")
        else { return false }
        let inside = characters[(place + 1)..<close]
        return inside.first == "0" && inside.allSatisfy { $0.isASCII && $0.isNumber }
    }

    /// `+49 30 7000-123`: a plus before the code of a country where German is spoken is no sign.
    private func beginsCountryCode(_ place: Int) -> Bool {
        guard characters[place] == "+", place + 3 <= characters.count, characters[place + 1] == "4",
            ["9", "3", "1"].contains(characters[place + 2])
        else { return false }
        return place + 3 == characters.count || !characters[place + 3].isLetter
    }

    private mutating func readPhrase(_ closing: Set<Character>) {
        guard let end = characters[(index + 1)...].firstIndex(where: { closing.contains($0) }) else {
            // An apostrophe-like mark is nothing to speak of; a double one is a phrase left open.
            if characters[index] != "‘" && characters[index] != "‚" { notes.append(.unclosedQuote) }
            index += 1
            return
        }
        let inside = String(characters[(index + 1)..<end])
        index = end + 1
        if inside.contains(where: { $0.isLetter || $0.isNumber }) { lexemes.append(.phrase(inside)) }
    }

    private mutating func readWord() {
        let start = index
        while index < characters.count {
            let character = characters[index]
            if character.isWhitespace || character == ")" { break }
            if character == "(" {
                guard let end = bracketedEnding() ?? areaCodeEnd() else { break }
                index = end
                continue
            }
            if QueryLexer.quotes[character] != nil, character != "‘" { break }
            index += 1
        }
        appendWord(String(characters[start..<index]))
    }

    /// The place behind an area code in brackets that begins here.
    private func areaCodeEnd() -> Int? {
        guard beginsAreaCode(index) else { return nil }
        return characters[index...].firstIndex(of: ")").map { $0 + 1 }
    }

    /// `Mitarbeiter(innen)`: a bracket inside a word belongs to it. Returns the place behind it.
    private func bracketedEnding() -> Int? {
        guard index > 0, characters[index - 1].isLetter,
            let close = characters[(index + 1)...].prefix(8).firstIndex(of: ")")
        else { return nil }
        let inside = characters[(index + 1)..<close]
        guard !inside.isEmpty, inside.allSatisfy({ $0.isLetter || $0 == "-" }) else { return nil }
        return close + 1
    }

    private mutating func appendWord(_ word: String) {
        switch word {
        case "UND", "AND", "&&": lexemes.append(.and)
        case "ODER", "OR", "||": lexemes.append(.or)
        case "NICHT", "NOT": lexemes.append(.not)
        default:
            guard word.contains(where: { $0.isLetter || $0.isNumber }) else { return }
            if word.hasSuffix("*"), let beginning = QueryLexer.beginning(word) {
                lexemes.append(.prefix(beginning))
            } else {
                lexemes.append(.word(word))
            }
        }
    }

    /// What stands before the star, where that is the beginning of a word: two letters or digits at least.
    private static func beginning(_ word: String) -> String? {
        let trimmed = word.prefix { $0 != "*" }
        guard trimmed.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" }),
            trimmed.count(where: { $0 != "-" }) >= 2
        else { return nil }
        return String(trimmed)
    }
}
