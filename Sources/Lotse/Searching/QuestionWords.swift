import GermanText

/// What a question says about the asking and not about its matter: in `Wo bekomme ich Hilfe bei Schulden?` the verb is rare
/// in texts, and would count more than what is asked for.
enum QuestionWords {
    /// Words that show that somebody asks, or speaks of themselves.
    private static let signs = folded(
        "wo woher wohin wie was wer wen wem wann welche welcher welches welchen ich wir man")

    /// Verbs of looking for something, getting it, knowing and doing. `sucht` is none of them: it is more often the noun.
    private static let verbs = folded(
        """
        bekomme bekommt bekommen finde findet finden suche suchen brauche braucht brauchen benötige benötigt benötigen
        kriege kriegt kriegen erhalte erhält erhalten wende wendet wenden weiß wissen tue tut tun mache macht machen
        heißt bedeutet gibts interessiere
        """)

    private static func folded(_ words: String) -> Set<[UInt8]> {
        Set(words.split(whereSeparator: \.isWhitespace).map { Analyzer.fold(String($0)) })
    }

    /// Words without the verbs of asking, where they are a question's and others are left.
    ///
    /// - Parameters:
    ///   - content: those of the words that are no function words.
    ///   - all: with the function words.
    static func matter(of content: [QueryWord], in all: [QueryWord]) -> [QueryWord] {
        guard isQuestion(all) else { return content }
        let matter = content.filter { !verbs.contains(Analyzer.fold($0.text)) }
        return matter.isEmpty ? content : matter
    }

    /// Whether words ask for something, or speak of who asks.
    static func isQuestion(_ words: [QueryWord]) -> Bool {
        words.contains { $0.isStopWord && signs.contains(Analyzer.fold($0.text)) }
    }
}
