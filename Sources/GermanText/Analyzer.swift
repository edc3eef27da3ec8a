/// The German pipeline: text in, tokens with terms out. One pipeline serves indexing, queries and snippets.
///
/// The stages, in order: `Tokenizer` (characters to folded words, gender marks, dates, abbreviations), `WordAnalyzer`
/// (umlaut digraphs, feminine nouns, stems, compounds), `SuspendedHyphens`. An analyzer remembers every word it has
/// seen, so it is worth keeping; it belongs to one thread at a time and cannot be sent to another.
public final class Analyzer {
    /// The version of the rules. It rises when the same text would get other terms.
    public static let version = 10

    // One value, so that a text costs one exclusivity check and not one for each word.
    private var pipeline: Pipeline

    /// An analyzer with its own memory.
    public init(resources: AnalyzerResources, stemmer: any Stemming) {
        pipeline = Pipeline(resources: resources, stemmer: stemmer)
    }

    /// How many different terms it has numbered.
    public var termCount: Int { pipeline.words.vocabulary.count }

    /// The bytes of a term: at most 240, UTF-8.
    public func bytes(of term: TermID) -> ArraySlice<UInt8> { pipeline.words.vocabulary[term] }

    /// The number of a term, given now if it is new.
    public func id(of bytes: [UInt8]) -> TermID { pipeline.words.intern(bytes) }

    /// The stems of a verb's other forms (`trink` for `trinkt`), none where a folded word is no verb; see `VerbForms`.
    public func stemsOfOtherForms(of verb: [UInt8]) -> [TermID] {
        guard pipeline.resources.stages.contains(.verbs) else { return [] }
        var stems: [TermID] = []
        for form in VerbForms(pipeline.resources.lexicon).others(of: verb) {
            let stem = pipeline.words.intern(pipeline.words.stemTerm(form))
            if !stems.contains(stem) { stems.append(stem) }
        }
        return stems
    }

    /// Forgets all words when there are very many. Numbers of terms given before mean nothing afterwards.
    ///
    /// - Returns: true when it forgot.
    @discardableResult
    public func trim() -> Bool { trim(beyond: WordAnalyzer.mostWords) }

    /// Forgets all words when there are more than a number of them.
    func trim(beyond most: Int) -> Bool {
        guard pipeline.words.wordCount > most else { return false }
        pipeline.words.forget()
        return true
    }

    /// A word as terms have it: small letters, `ß` as `ss`, composed umlauts.
    public static func fold(_ word: some StringProtocol) -> [UInt8] { Folding.fold(word) }

    /// Analyses a text. `output` is emptied first; positions begin at 0.
    public func analyze(_ text: String, into output: inout TokenBuffer) {
        var text = text
        text.withUTF8 { analyze($0, into: &output) }
    }

    /// Analyses UTF-8. Malformed bytes separate words.
    ///
    /// - Precondition: the text is shorter than 2 GiB: offsets are 32 bits wide.
    public func analyze(_ text: UnsafeBufferPointer<UInt8>, into output: inout TokenBuffer) {
        pipeline.analyze(text, into: &output)
    }
}
