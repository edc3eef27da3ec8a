/// What a line of German looks like: a sentence, a heading, a label with its value.
enum TextShape {
    private static let closers: Set<Unicode.Scalar> = ["“", "”", "\"", ")", "’", "‘", "»", "«", "]"]

    /// Ends in `.`, `!`, `?`, `…` or a semicolon, closing quotation marks and brackets aside.
    static func endsSentence(_ text: String) -> Bool {
        guard let last = text.unicodeScalars.last(where: { !closers.contains($0) }) else { return false }
        // `… für Suchtkranke e.V.` is a name.
        if last == ".", text.hasSuffix("V."), text.hasSuffix("e.V.") || text.hasSuffix("e. V.") { return false }
        return last == "." || last == "!" || last == "?" || last == "…" || last == ";"
    }

    /// A line that may be a heading, by its looks alone: short, begins like one, and no sentence unless a question.
    static func isHeading(_ text: String) -> Bool {
        let count = text.utf8.count
        guard count >= 2, count <= 200, let first = text.unicodeScalars.first else { return false }
        guard
            first.properties.isUppercase || first.properties.numericType != nil
                || "„\"»‚“§(".unicodeScalars.contains(first)
        else { return false }
        let isQuestion = text.hasSuffix("?") || text.hasSuffix("?“") || text.hasSuffix("?\"")
        if hasInnerSentence(text) { return false }
        if !isQuestion {
            guard let last = text.unicodeScalars.last else { return false }
            if ".,;:!…".unicodeScalars.contains(last) { return false }
            guard count <= 130 || Forum.workingGroup(text) != nil else { return false }
        }
        return text.split(separator: " ").count <= (isQuestion ? 26 : 16) && !isContact(text) && !isTable(text)
    }

    /// A line that may be the title: a heading, or a longer line that ends in no full stop.
    static func isTitle(_ text: String) -> Bool {
        guard !text.isEmpty, text.utf8.count <= 240, !isContact(text), ListMarker(text) == nil else { return false }
        guard let last = text.unicodeScalars.last, let first = text.unicodeScalars.first else { return false }
        if first.properties.isLowercase { return false }
        if last == "." { return text.utf8.count <= 80 && endsInAbbreviation(text) }
        return !",;:".unicodeScalars.contains(last) && !hasInnerSentence(text)
    }

    /// `e.V.`, `e. V.`, `Hrsg.`, `Nr.` and the like.
    private static func endsInAbbreviation(_ text: String) -> Bool {
        let last = text.split(separator: " ").last ?? ""
        return last == "V." || last.dropLast().contains(".") || ["gGmbH.", "Hrsg.", "Teil."].contains(String(last))
    }

    /// A full stop, question or exclamation mark, and a capital behind it; abbreviations of one or two letters and
    /// ordinals do not count.
    private static func hasInnerSentence(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        for (word, next) in zip(words, words.dropFirst()) {
            guard let last = word.last, last == "." || last == "?" || last == "!" else { continue }
            guard let first = next.first, first.isUppercase else { continue }
            let stem = word.dropLast()
            if last != "." || (stem.count > 4 && !stem.contains(".") && !stem.allSatisfy(\.isNumber)) { return true }
        }
        return false
    }

    /// Addresses, telephone numbers, mail and web.
    static func isContact(_ text: String) -> Bool {
        if text.contains("@") || text.contains("www.") || text.contains("://") { return true }
        let lowered = text.lowercased()
        if ["tel.", "tel:", "telefon:", "telefon ", "fax", "e-mail:", "mobil:"].contains(where: lowered.hasPrefix) {
            return true
        }
        return isStreet(text) || isPostal(text) || hasNumberRun(text)
    }

    /// `05123 Ellerfurt`
    private static func isPostal(_ text: String) -> Bool {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        return digits.count == 5 && text.dropFirst(5).first == " "
    }

    /// `Hafenstr. 9`, `Lindenweg 12 a`
    private static func isStreet(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        guard (2...5).contains(words.count), let index = words.firstIndex(where: { $0.first?.isNumber == true }),
            index > 0
        else { return false }
        let name = words[index - 1].lowercased()
        return ["straße", "strasse", "str.", "weg", "platz", "allee", "gasse", "ring", "damm", "ufer"]
            .contains(where: name.hasSuffix)
    }

    /// A telephone number: seven digits with nothing but separators between; no date.
    private static func hasNumberRun(_ text: String) -> Bool {
        var digits = 0
        for scalar in text.unicodeScalars {
            if scalar.properties.numericType != nil {
                digits += 1
                if digits >= 7 { return GermanDate.iso(text) == nil && !text.contains(".20") && !text.contains(".19") }
            } else if !" /-()+".unicodeScalars.contains(scalar) {
                digits = 0
            }
        }
        return false
    }

    private static func isTable(_ text: String) -> Bool {
        text.contains("|") || text.contains("\t")
    }

    /// `Ort: Fachstelle Sucht`; the label is one or two words.
    static func isLabelled(_ text: String) -> Bool {
        guard let colon = text.firstRange(of: ": ") else { return false }
        let label = text[..<colon.lowerBound]
        return label.utf8.count <= 30 && label.split(separator: " ").count <= 2
    }

    /// Letters, and all of them capitals.
    static func isCapitals(_ text: String) -> Bool {
        var letters = 0
        for scalar in text.unicodeScalars where scalar.properties.isAlphabetic {
            if scalar.properties.isLowercase, scalar != "ß" { return false }
            letters += 1
        }
        return letters >= 4
    }

    /// A question that its line breaks off: it opens as a question or a working group's heading does, and the next
    /// line, short, ends it.
    static func isOpenQuestion(_ line: String, next: String) -> Bool {
        guard next.hasSuffix("?"), next.utf8.count <= 80, !endsSentence(line), !line.hasSuffix(":") else {
            return false
        }
        if let group = Forum.workingGroup(line) { return isQuestionOpening(group.remainder) }
        return isQuestionOpening(line) && line.utf8.count >= 40
    }

    /// Begins with a question word, or with a verb in front.
    static func isQuestionOpening(_ text: String) -> Bool {
        guard let word = text.split(whereSeparator: { !$0.isLetter }).first?.lowercased() else { return false }
        return questionWords.contains(word)
    }

    private static let questionWords: Set<String> = [
        "was", "wer", "wie", "wo", "wann", "warum", "weshalb", "wieso", "welche", "welcher", "welches", "welchen",
        "welchem", "wozu", "woran", "wodurch", "wofür", "womit", "wohin", "woher", "worin", "wem", "wen", "wessen",
        "wieviel", "wieviele", "inwiefern", "inwieweit", "ist", "sind", "kann", "können", "soll", "sollen", "muss",
        "müssen", "darf", "dürfen", "gibt", "haben", "hat", "braucht", "brauchen", "unter", "in", "mit", "von", "für",
        "an", "auf", "bei", "durch", "nach",
    ]

    /// A clause that the list below it goes on with: a verb in the second place, and no question.
    static func isListOpening(_ text: String) -> Bool {
        guard !text.hasSuffix("?"), !isQuestionOpening(text) else { return false }
        let words = text.lowercased().split(whereSeparator: { !$0.isLetter })
        return words.count >= 3 && words.dropFirst().contains { verbs.contains($0) }
    }

    private static let verbs: Set<Substring> = [
        "soll", "sollen", "sollte", "sollten", "muss", "muß", "müssen", "müsste", "müssten", "kann", "können", "könnte",
        "könnten", "will", "wollen", "wollten", "möchte", "möchten", "darf", "dürfen", "ist", "sind", "war", "waren",
        "wird", "werden", "wurde", "wurden", "hat", "haben", "hatte", "hatten", "braucht", "brauchen", "gehört",
        "gehören", "gelten", "gilt", "bietet", "bieten", "lautet", "lauten", "umfasst", "umfassen", "hilft", "helfen",
    ]
}
