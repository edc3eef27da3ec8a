import Foundation

/// One line of a corpus' synonyms or abbreviations: phrases that find other phrases as well.
struct SynonymRule: Codable, Sendable, Hashable {
    /// The phrases that people ask for.
    var asked: [String]
    /// The phrases that each of them finds. Where one that was asked for is not among them, it is replaced by them, as
    /// Solr has it.
    var found: [String]
    /// Whether one side is short for the other: then both mean the very same.
    var isAbbreviation = false
    /// Where the rule stands, as `file:line`, or how often the corpus says so: what `lotse analyze` shows.
    var source: String
}

extension SynonymRule {
    /// Why a line is no rule.
    struct Fault: Error, Equatable {
        var message: String
    }

    /// A line of more phrases is a mistake: each of them would ask the index for all the others.
    static let mostPhrases = 50
    /// A phrase of more words is hardly one that people type.
    static let mostWords = 8

    /// Reads a line in Solr's format: `a, b, c` or `a, b => c, d`; a comma inside a phrase is written `\,`.
    init(solr line: String, source: String) throws(Fault) {
        let sides = line.components(separatedBy: "=>")
        guard sides.count <= 2 else { throw Fault(message: "\"=>\" stands twice; write one rule a line") }
        let asked = try Self.phrases(sides[0])
        let found = sides.count == 2 ? try Self.phrases(sides[1]) : asked
        guard sides.count == 2 || asked.count >= 2 else {
            throw Fault(message: "a word alone has no synonym; write: Amt, Behörde or Amt => Amt, Behörde")
        }
        self.init(asked: asked, found: found, source: source)
    }

    /// Reads a line of abbreviations: the short form, a tab, the long form.
    init(abbreviation line: String, source: String) throws(Fault) {
        let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(Self.trimmed)
        guard columns.count == 2 else {
            throw Fault(message: "no abbreviation; write the short form, a tab and the long form")
        }
        for column in columns { try Self.check(column) }
        self.init(asked: columns, found: columns, isAbbreviation: true, source: source)
    }

    private static func phrases(_ side: String) throws(Fault) -> [String] {
        var phrases: [String] = []
        var phrase = ""
        var isEscaped = false
        for character in side {
            if character == ",", !isEscaped {
                phrases.append(trimmed(phrase))
                phrase = ""
            } else if character == "\\", !isEscaped {
                isEscaped = true
                continue
            } else {
                phrase.append(character)
            }
            isEscaped = false
        }
        phrases.append(trimmed(phrase))
        guard phrases != [""] else { throw Fault(message: "a side is empty; write: Amt => Amt, Behörde") }
        guard phrases.count <= mostPhrases else {
            throw Fault(message: "more than \(mostPhrases) entries; write several lines")
        }
        for phrase in phrases { try check(phrase) }
        return phrases
    }

    private static func trimmed(_ text: some StringProtocol) -> String {
        text.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private static func check(_ phrase: String) throws(Fault) {
        guard phrase.contains(where: { $0.isLetter || $0.isNumber }) else {
            throw Fault(message: phrase.isEmpty ? "an entry is empty; take a comma away" : "\"\(phrase)\" has no word")
        }
        guard phrase.split(whereSeparator: \.isWhitespace).count <= mostWords else {
            throw Fault(message: "\"\(phrase)\" has more than \(mostWords) words; shorten it")
        }
    }
}
