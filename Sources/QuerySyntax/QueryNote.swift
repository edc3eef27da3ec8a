/// What the parser could not take literally, and read as words instead. The message is for end users.
public struct QueryNote: Sendable, Hashable {
    /// The kind of note.
    public enum Code: String, Sendable, Hashable, CaseIterable {
        /// A quotation mark that none closes.
        case unclosedQuote
        /// A parenthesis without its partner.
        case unbalancedParenthesis
        /// UND, ODER, NICHT, NAHE, + or - with nothing to join.
        case danglingOperator
        /// Parentheses nested deeper than the parser follows.
        case tooDeep
        /// NAHE between anything but words.
        case nearNeedsWords
        /// A distance of NAHE outside 1...100.
        case nearDistance
        /// `NAHE/` with anything but a number behind it.
        case nearWithoutNumber
        /// NAHE with different distances in one chain.
        case nearMixedDistances
        /// A prefix or a group behind a field that takes words only.
        case fieldNeedsWord
        /// A field with nothing to search for behind its colon.
        case fieldWithoutValue
        /// A word with a colon before another, as if it were a field.
        case unknownField
        /// Anything but words between the parentheses behind `titel:`.
        case titleGroupNeedsWords
        /// A star before a word.
        case leadingStar
        /// A star inside a word that is no gender form.
        case innerStar
        /// A star behind a single letter.
        case shortPrefix
        /// A range of dates that ends before it begins.
        case reversedRange
        /// A date that does not exist, or is written in no known way.
        case unreadableDate
    }
    /// The kind of note.
    public var code: Code

    /// A German sentence that says how the query was read.
    public var message: String {
        switch code {
        case .unclosedQuote:
            "Zu einem Anführungszeichen fehlt das Gegenstück; die Wörter dahinter wurden einzeln gesucht."
        case .unbalancedParenthesis:
            "Zu einer Klammer fehlt das Gegenstück; eine öffnende gilt bis zum Ende, eine schließende wurde nicht beachtet."
        case .danglingOperator: "Ein Verknüpfungszeichen stand ohne Suchwort und wurde nicht beachtet."
        case .tooDeep: "Die Klammern sind zu tief geschachtelt; die inneren wurden nicht beachtet."
        case .nearNeedsWords: "NAHE verbindet nur einzelne Wörter; hier wurde es als UND gelesen."
        case .nearDistance: "NAHE reicht von 1 bis 100 Wörtern; die nächstliegende Zahl davon wurde genommen."
        case .nearWithoutNumber:
            "Hinter „NAHE/“ steht eine Zahl, wie in NAHE/3; ohne sie wurde es als Wort gesucht."
        case .nearMixedDistances:
            "Zwischen Wörtern, die mit NAHE verbunden sind, gilt nur ein Abstand; der größte wurde genommen."
        case .fieldNeedsWord:
            "Hinter diesem Feld steht ein Wort oder ein Ausdruck in Anführungszeichen; "
                + "was hier stand, wurde im ganzen Text gesucht."
        case .fieldWithoutValue: "Hinter einem Feld fehlte der Wert; es schränkt die Suche nicht ein."
        case .unknownField:
            "Vor einem Doppelpunkt stand kein bekanntes Feld; gesucht wurde nach den Wörtern. Felder sind "
                + QueryField.allCases.map { $0.names[0] }.joined(separator: ", ") + "."
        case .titleGroupNeedsWords:
            "Zwischen den Klammern hinter „titel:“ stehen nur Wörter, die alle vorkommen müssen; "
                + "andere Verknüpfungen und ausgeschlossene Wörter wurden dort nicht beachtet."
        case .leadingStar: "Ein Stern steht für Wortenden und nur hinter einem Wort; gesucht wurde ohne ihn."
        case .innerStar:
            "Ein Stern steht für Wortenden und nur am Ende; gesucht wurde nach den Teilen davor und dahinter."
        case .shortPrefix: "Vor einem Stern stehen mindestens zwei Buchstaben; gesucht wurde ohne ihn."
        case .reversedRange: "Der Zeitraum endete vor seinem Anfang; Anfang und Ende wurden vertauscht."
        case .unreadableDate:
            "Ein Datum war nicht zu lesen und wurde als Wort gesucht. So geht es: datum:2019, datum:2019-05, "
                + "datum:17.05.2019, datum:2018..2020."
        }
    }
}
