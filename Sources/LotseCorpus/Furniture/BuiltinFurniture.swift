/// Shapes of page furniture that every web page in German has: no corpus needs to state them.
enum BuiltinFurniture {
    /// What a line is.
    enum Shape: Hashable {
        /// A way through the site: breadcrumbs, print, share, back, top.
        case navigation
        /// The path of the file that the page was made from.
        case filePath
        /// Cookies, copyright, page numbers.
        case notice
        /// The head of a list of search results.
        case searchHeader
    }

    /// The longest line, in UTF-8 bytes, that is looked at; furniture is short.
    static let limit = 400

    /// The shape of a line whose white space is collapsed; nil for content.
    static func shape(_ line: String) -> Shape? {
        let count = line.utf8.count
        guard count > 0, count <= limit else { return nil }
        if isFilePath(line) { return .filePath }
        // Text is full of lines that are none of it: the first word decides what is worth a closer look.
        let word = ByteText.firstWord(line)
        let hints = Hints(line)
        let mayCross = crumbOpeners.contains(word)
        let mayNotify = count <= 160 && (noticeOpeners.contains(word) || line.utf8.first == 0xC2 || hints.hasDoubleO)
        let mayHead = count <= 160 && searchOpeners.contains(word)
        let mayLink =
            count <= 120
            && (hints.asksInside || (count <= 50 || hints.hasSeparator) && linkOpeners.contains(word))
        guard mayCross || mayNotify || mayHead || mayLink else { return nil }
        let lowered = line.precomposed.lowercased()
        if mayCross, isBreadcrumb(lowered) { return .navigation }
        if mayNotify, isNotice(lowered) || isCookieNotice(lowered) { return .notice }
        if mayHead, isSearchHeader(lowered) { return .searchHeader }
        return mayLink && isNavigation(lowered) ? .navigation : nil
    }

    /// What one pass over the bytes of a line tells.
    private struct Hints {
        /// As in `cookie`.
        var hasDoubleO = false
        /// A question mark before the end.
        var asksInside = false
        /// A sign that stands between links.
        var hasSeparator = false

        init(_ line: String) {
            var previous: UInt8 = 0
            for byte in line.utf8 {
                if byte == 0x6F, previous | 0x20 == 0x6F { hasDoubleO = true }
                if previous == 0x3F, byte == 0x20 { asksInside = true }
                // | and /, the first bytes of · and », those of • and ›.
                if byte == 0x7C || byte == 0x2F || byte == 0xC2 || byte == 0xE2 { hasSeparator = true }
                previous = byte
            }
        }
    }

    private static let crumbOpeners: Set<String> = [
        "sie", "du", "ihr", "ihre", "aktuelle", "brotkrumen", "startseite", "home", "start",
    ]
    private static let noticeOpeners: Set<String> = ["copyright", "c", "alle", "seite"]
    private static let searchOpeners: Set<String> = [
        "ergebnis", "ergebnisse", "suchergebnis", "suchergebnisse", "treffer", "gefundene", "ihre", "ihr",
        "suche", "themensuche", "stichwortsuche", "schlagwortsuche", "volltextsuche",
    ]
    private static let linkOpeners: Set<String> = {
        var words: Set<String> = ["verklickt"]
        for phrase in links.union(siteLinks) { words.insert(ByteText.firstWord(phrase)) }
        for word in actions.union(objects).union(ways) { words.insert(ByteText.firstWord(String(word))) }
        return words
    }()

    /// The last stop of a breadcrumb: the title of the page, if anything.
    static func breadcrumbTarget(_ line: String) -> String? {
        let collapsed = ByteText.collapsed(line)
        guard isBreadcrumb(collapsed.precomposed.lowercased()) else { return nil }
        let stops = collapsed.split(whereSeparator: { crumbSeparators.contains($0) })
        guard var last = stops.last else { return nil }
        if stops.count == 1, let colon = last.firstIndex(of: ":") { last = last[last.index(after: colon)...] }
        let target = last.trimmingWhitespace()
        return target.isEmpty ? nil : target
    }

    private static let crumbSeparators: Set<Character> = ["»", "›", ">", "→", "|", "/", "\\"]

    private static func isBreadcrumb(_ line: String) -> Bool {
        let openings = [
            "sie befinden sich hier", "sie sind hier", "du bist hier", "ihr standort:", "ihre position:",
            "aktuelle seite:", "sie befinden sich auf der seite", "brotkrumen",
        ]
        if let opening = openings.first(where: line.hasPrefix) {
            // `Sie sind hier richtig, wenn …` is a sentence.
            let rest = line.dropFirst(opening.count).drop { $0 == " " }
            return opening.hasSuffix(":") || rest.isEmpty || rest.first.map { ":»›>|".contains($0) } == true
        }
        for opening in ["startseite", "home", "start"] where line.hasPrefix(opening) {
            let rest = line.dropFirst(opening.count).drop { $0 == " " }
            return rest.first.map { "»›>→|".contains($0) } == true
        }
        return false
    }

    private static func isFilePath(_ line: String) -> Bool {
        var head = line.utf8.makeIterator()
        guard let first = head.next(), let second = head.next(), let third = head.next(), let fourth = head.next()
        else {
            return false
        }
        let isDrive =
            ByteText.isASCIILetter(first) && second == 0x3A && (third == 0x5C || third == 0x2F && fourth != 0x2F)
        guard isDrive || first == 0x5C && second == 0x5C || second == 0x69 && line.hasPrefix("file:///") else {
            return false
        }
        // A sentence that begins with a path goes on behind it.
        guard let slash = line.lastIndex(where: { $0 == "\\" || $0 == "/" }) else { return false }
        let name = line[line.index(after: slash)...]
        guard let dot = name.lastIndex(of: ".") else { return !name.contains(" ") }
        let ending = name[name.index(after: dot)...]
        return (1...5).contains(ending.count) && ending.allSatisfy { $0.isLetter || $0.isNumber }
    }

    private static func isNotice(_ line: String) -> Bool {
        if line.hasPrefix("©") || line.hasPrefix("copyright ") || line.hasPrefix("(c) ") { return true }
        if line == "alle rechte vorbehalten" || line == "alle rechte vorbehalten." { return true }
        let words = line.split(separator: " ")
        guard words.first == "seite", words.count == 2 || words.count == 4 else { return false }
        return Int(words[1]) != nil && (words.count == 2 || (words[2] == "von" && Int(words[3]) != nil))
    }

    private static func isCookieNotice(_ line: String) -> Bool {
        guard line.contains("cookie") else { return false }
        let verbs = ["verwendet", "verwenden", "akzeptier", "einwillig", "zustimm", "einstellung", "ablehn", "nutzt"]
        return verbs.contains(where: line.contains)
    }

    /// `Ergebnisse aus der Themensuche zu dem Suchbegriff`, `12 Treffer der Stichwortsuche: „…“`, `Suche: Treffer für`.
    private static func isSearchHeader(_ line: String) -> Bool {
        let words = line.split(whereSeparator: { !$0.isLetter })
        guard words.count <= 12, let first = words.first else { return false }
        let isSearch = words.contains { word in
            word.hasSuffix("suche") || word.hasPrefix("such") && (word.hasSuffix("begriff") || word.hasSuffix("wort"))
                || word.hasPrefix("suchergebnis")
        }
        let isResult = words.contains { word in
            word.hasPrefix("ergebnis") || word.hasPrefix("treffer") || word.hasPrefix("suchergebnis")
                || word.hasPrefix("suchbegriff")
        }
        // A sentence that happens to hold both has them further on.
        return isSearch && (isResult || first.hasPrefix("ihr") || first == "gefundene") && !line.hasSuffix(".")
    }

    /// One link, or several between separators that are all links.
    private static func isNavigation(_ line: String) -> Bool {
        if isWrongTurn(line) { return true }
        let parts = line.split(whereSeparator: { "|·•»›/".contains($0) })
            .map { $0.trimmingCharacters(decoration) }.filter { !$0.isEmpty }
        guard !parts.isEmpty else { return false }
        if parts.count == 1 { return isLink(parts[0]) }
        return parts.allSatisfy { isLink($0) || siteLinks.contains($0) }
    }

    private static let decoration: Set<Character> = [
        " ", "«", "»", "‹", "›", "<", ">", "←", "→", "↑", "▲", "^", "[", "]", "(", ")", "-", "–", ".", "!", "…",
    ]

    private static func isLink(_ text: String) -> Bool {
        if links.contains(text) { return true }
        let words = text.split(separator: " ")
        guard words.count <= 10, let last = words.last, let first = words.first else { return false }
        // Several links that nothing separates: `Seite weiterleiten Seite drucken Zum Seitenanfang`.
        if words.count(where: { actions.contains($0) || goals.contains($0) && $0 != "seite" }) >= 2,
            words.allSatisfy({
                actions.contains($0) || objects.contains($0) || ways.contains($0) || goals.contains($0)
            })
        {
            return true
        }
        guard words.count <= 5 else { return false }
        if words.contains(where: actions.contains), words.allSatisfy({ actions.contains($0) || objects.contains($0) }) {
            return true
        }
        guard ways.contains(first), goals.contains(last) else { return false }
        return words.dropFirst().dropLast().allSatisfy {
            ["zur", "zum", "zu", "an", "den", "letzten", "vorherigen", "vorigen", "der"].contains($0)
        }
    }

    private static let objects: Set<Substring> = [
        "diese", "diesen", "dieses", "die", "den", "seite", "artikel", "beitrag", "text", "inhalt", "dokument",
        "bitte", "jetzt", "hier", "als", "pdf", "per", "e-mail", "mail", "auf", "facebook", "twitter",
        "whatsapp", "lassen",
    ]

    private static let actions: Set<Substring> = [
        "drucken", "ausdrucken", "teilen", "empfehlen", "weiterempfehlen", "weiterleiten", "versenden", "senden",
        "vorlesen",
        "speichern", "merken",
    ]

    private static let ways: Set<Substring> = [
        "zurück", "zurueck", "nach", "zum", "zur",
    ]

    private static let goals: Set<Substring> = [
        "übersicht", "startseite", "seite", "hauptseite", "liste", "suche", "auswahl", "trefferliste", "oben",
        "seitenanfang", "anfang", "themenübersicht", "homepage", "inhaltsverzeichnis", "seitenbeginn",
    ]

    private static let links: Set<String> = [
        "zurück", "zurueck", "drucken", "druckversion", "druckansicht", "nach oben", "seitenanfang", "zum inhalt",
        "zum inhalt springen", "zur navigation springen", "navigation überspringen", "teilen", "vorlesen", "top",
        "weiterlesen", "mehr lesen", "schließen", "fenster schließen", "ein schritt zurück", "einen schritt zurück",
        "direkt zum inhalt", "schrift vergrößern", "schriftgröße ändern", "kontrast erhöhen",
        "eine ebene höher", "eine ebene hoch",
    ]

    /// Links only in the company of others: alone they may be headings.
    private static let siteLinks: Set<String> = [
        "impressum", "datenschutz", "datenschutzerklärung", "sitemap", "kontakt", "barrierefreiheit", "home",
        "startseite", "suche", "hilfe", "newsletter", "anmelden", "login", "übersicht", "leichte sprache",
        "gebärdensprache", "a-z", "agb", "feedback", "presse",
    ]

    /// `Verklickt? Hier geht's zurück!`
    private static func isWrongTurn(_ line: String) -> Bool {
        guard line.utf8.count <= 90, let mark = line.firstIndex(of: "?") else {
            return line.hasPrefix("verklickt") && line.utf8.count <= 60
        }
        let lost = ["verklickt", "nicht richtig", "falsch", "verirrt", "verlaufen", "nicht das richtige"]
        let back = ["zurück", "zurueck", "übersicht", "startseite"]
        return lost.contains(where: line[..<mark].contains) && back.contains(where: line[mark...].contains)
            || line.hasPrefix("verklickt")
    }
}

extension Substring {
    fileprivate func trimmingCharacters(_ set: Set<Character>) -> String {
        var rest = self
        while let first = rest.first, set.contains(first) { rest = rest.dropFirst() }
        while let last = rest.last, set.contains(last) { rest = rest.dropLast() }
        return String(rest)
    }
}
