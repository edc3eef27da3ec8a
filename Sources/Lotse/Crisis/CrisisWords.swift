import GermanText

/// A word of a query or a trigger, with everything it may be recognised by.
struct CrisisWord {
    /// The folded word.
    var folded: String
    /// The word, its stem, its class, and the same without the `zu` of an infinitive (`umzubringen`).
    var keys: Set<String>
    var role: Role

    /// What a word does in a phrase.
    enum Role {
        /// It carries the meaning.
        case content
        /// `nicht`, `mehr`, `mich`, `ohne`: it changes the meaning and is no meaning by itself.
        case weak
        /// `will`, `möchte`, `kann`: it counts where a phrase has little else.
        case modal
        /// `ich`, `mein`, `ist`, `einfach`: it may be there or not.
        case filler
    }
}

/// The classes of German words by which phrases of people in need are compared. Facts of the language, not of a corpus.
enum CrisisWords {
    private static func set(_ words: String) -> Set<String> { Set(words.split(separator: " ").map(String.init)) }

    private static let fillers = set(
        "ich du er sie es wir ihr man ihm ihn ihnen uns euch das die der den dem des dass daß ein eine einen einem einer "
            + "mein meine meinen meinem meiner meines dein deine deinen deinem deiner sein seine seinen seinem seiner "
            + "ihre ihren ihrem ihrer bin bist ist sind war waren werde wird werden wurde worden habe hab "
            + "hat haben hatte hätte so zum zur ins beim vom nur noch einfach ja doch jetzt schon gar ganz sehr echt wirklich zu und oder was wie "
            + "da auch wenn weil dann mal bitte manchmal oft wieder gerade heute eigentlich länger langsam endlich all "
            + "damit davon daran darüber dazu dieses diese dieser diesem diesen jeden in im am an auf bei von vor mit für "
            + "aber hier überhaupt eh grad gerad ernsthaft eben bloß bloss irgendwie")
    private static let wants = set(
        "will wil wll willst wollen wollte wolle woll möchte möcht möchten mochte mag mags mog möchtn mecht mechte")
    private static let cans = set("würde würd kann kan könnte kannst können soll sollte darf packe pack schaffe schaff")
    private static let wishes = set("wär wäre wären wärs")
    private static let negations = set("nicht nich nciht nixht nihct niht nict nischt nit net ned nie niemals")
    private static let refusals = set("kein keine keinen keinem keiner keinerlei keien keinn kien kain kainen")
    private static let selves = set("mich mir sich dich dir selbst selber mi misch mia sisch")
    private static let more = set("mehr mer meer")
    private static let weak = set("nichts ohne weg tun was wer lieber alle alles immer")
    private static let prefixes = [
        "um", "auf", "weiter", "an", "weg", "ab", "aus", "ein", "fort", "vor", "durch", "heim",
    ]

    /// What `nicht mehr` is in one word, here and there.
    static let noMore = set("nimmer nimma nimmä nimme nümme nüme nemme nimmermehr")
    /// Words that may be run together with those of a trigger.
    static let small = fillers.union(wants).union(cans).union(negations).union(selves).union(more)

    /// Words by which a query speaks of its writer.
    static let writer = set("ich mich mir mein meine meinen meinem meiner meines wir uns unser unsere unserem unseren")
    /// Small words that lead to a word of meaning.
    static let leading = set(
        "in im an am auf aufs bei beim von vom vor mit für zu zum zur nach die der das den dem des ein eine einen einem einer "
            + "mein meine meinen meinem meiner dein deine sein seine ihr ihre dieses diese dieser diesem diesen so "
            + "ihm ihn ihnen euch mir mich dir dich sich uns")
    /// Questions that turn a negation into its opposite (`warum soll ich mich nicht umbringen`).
    static let doubts = set("warum wieso weshalb wozu")

    static func isNegation(_ word: String) -> Bool { negations.contains(word) }
    /// Whether a word is the prefix of separable verbs.
    static func isPrefix(_ word: String) -> Bool { prefixes.contains(word) }
    static func isRefusal(_ word: String) -> Bool { refusals.contains(word) }

    /// A folded word with its stem.
    static func word(_ folded: String, stem: String) -> CrisisWord {
        var keys: Set<String> = [folded, "~" + stem]
        var role = CrisisWord.Role.content
        if negations.contains(folded) {
            (keys, role) = (["#nicht"], .weak)
        } else if refusals.contains(folded) {
            (keys, role) = (["#kein"], .weak)
        } else if selves.contains(folded) {
            (keys, role) = (["#mich"], .weak)
        } else if more.contains(folded) {
            (keys, role) = (["#mehr"], .weak)
        } else if wants.contains(folded) {
            (keys, role) = (["#möchte"], .modal)
        } else if cans.contains(folded) {
            (keys, role) = (["#kann"], .modal)
        } else if wishes.contains(folded) {
            (keys, role) = (["#wäre"], .modal)
        } else if weak.contains(folded) {
            role = .weak
        } else if fillers.contains(folded) {
            role = .filler
        }
        return CrisisWord(folded: folded, keys: keys, role: role)
    }

    /// A separable verb's infinitive without the `zu` inside it, or nil.
    static func withoutInfix(_ folded: String) -> String? {
        for prefix in prefixes where folded.hasPrefix(prefix + "zu") && folded.hasSuffix("n") {
            let rest = folded.dropFirst(prefix.count + 2)
            if rest.count >= 3 { return prefix + rest }
        }
        return nil
    }

    /// Letters repeated for stress count once: `biiiitte`.
    static func calmed(_ word: String) -> String {
        var result: [Character] = []
        for character in word {
            if result.count >= 2, result[result.count - 1] == character, result[result.count - 2] == character {
                continue
            }
            result.append(character)
        }
        return String(result)
    }
}
