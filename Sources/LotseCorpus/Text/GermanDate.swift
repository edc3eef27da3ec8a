/// Understands the dates that German texts state about themselves.
enum GermanDate {
    private static let months = [
        "januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november",
        "dezember",
    ]
    private static let others = ["jänner": 1, "feber": 2, "maerz": 3, "mrz": 3, "sept": 9]

    /// `yyyy-MM-dd` for `2018-03-07` (also with a time behind it), `07.03.2018`, `7.3.18`, `7. März 2018`,
    /// `März 2018`, `03/2018`, `2018-03` and `2018`; a part that is missing counts as 1. Nil for anything else, and
    /// for days that no calendar has.
    static func iso(_ text: String) -> (date: String, isFull: Bool)? {
        let lowered = text.precomposed.lowercased().trimmingWhitespace()
        var numbers: [(value: Int, digits: Int)] = []
        var words: [String] = []
        var separators: Set<Character> = []
        var rest = lowered[...]
        if let time = rest.firstIndex(of: "t"), rest[..<time].allSatisfy({ $0.isNumber || $0 == "-" }) {
            rest = rest[..<time]
        } else if let space = rest.firstIndex(of: " "), rest[..<space].utf8.count == 10,
            rest.hasPrefix("19") || rest.hasPrefix("20")
        {
            rest = rest[..<space]
        }
        while let character = rest.first {
            if character.isASCII, character.isNumber {
                let digits = rest.prefix { $0.isASCII && $0.isNumber }
                guard digits.count <= 4, let value = Int(digits) else { return nil }
                numbers.append((value, digits.count))
                rest = rest.dropFirst(digits.count)
            } else if character.isLetter {
                let word = rest.prefix { $0.isLetter }
                words.append(String(word))
                rest = rest.dropFirst(word.count)
            } else {
                guard character.isWhitespace || "./-,".contains(character) else { return nil }
                if !character.isWhitespace { separators.insert(character) }
                rest = rest.dropFirst()
            }
        }
        return assemble(numbers, words: words.filter { !isFiller($0) }, separators: separators)
    }

    private static func assemble(
        _ numbers: [(value: Int, digits: Int)], words: [String], separators: Set<Character>
    ) -> (date: String, isFull: Bool)? {
        if let word = words.first {
            guard words.count == 1, let month = month(word), let last = numbers.last, let year = year(last) else {
                return nil
            }
            switch numbers.count {
            case 1: return format(year, month, 1, isFull: false)
            case 2: return format(year, month, numbers[0].value, isFull: true)
            default: return nil
            }
        }
        switch numbers.count {
        case 1:
            return numbers[0].digits == 4 && separators.isEmpty
                ? format(numbers[0].value, 1, 1, isFull: false) : nil
        case 2:
            if numbers[0].digits == 4 { return format(numbers[0].value, numbers[1].value, 1, isFull: false) }
            return numbers[1].digits == 4 ? format(numbers[1].value, numbers[0].value, 1, isFull: false) : nil
        case 3:
            if numbers[0].digits == 4 {
                return format(numbers[0].value, numbers[1].value, numbers[2].value, isFull: true)
            }
            // 3/7/2018 could be either of two days.
            guard !separators.contains("/"), let year = year(numbers[2]) else { return nil }
            return format(year, numbers[1].value, numbers[0].value, isFull: true)
        default: return nil
        }
    }

    private static func month(_ word: String) -> Int? {
        if let index = months.firstIndex(of: word) { return index + 1 }
        if let number = others[word] { return number }
        guard word.count == 3, let index = months.firstIndex(where: { $0.hasPrefix(word) }) else { return nil }
        return index + 1
    }

    private static func isFiller(_ word: String) -> Bool {
        ["am", "vom", "den", "der", "im", "stand", "mo", "di", "mi", "do", "fr", "sa", "so"].contains(word)
            || word.hasSuffix("tag") || word == "mittwoch" || word == "sonnabend"
    }

    /// Two digits are of this century up to 49.
    private static func year(_ number: (value: Int, digits: Int)) -> Int? {
        switch number.digits {
        case 4: number.value
        case 2: number.value < 50 ? 2000 + number.value : 1900 + number.value
        default: nil
        }
    }

    private static func format(_ year: Int, _ month: Int, _ day: Int, isFull: Bool) -> (date: String, isFull: Bool)? {
        guard (1000...2999).contains(year), (1...12).contains(month) else { return nil }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
        guard (1...days).contains(day) else { return nil }
        return ("\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)", isFull)
    }
}
