import Foundation
import GermanText
import LotseCorpus

/// Shows what the German pipeline makes of a text: the tool that tells why something is found. Belongs to one thread.
public final class TextAnalyzer {
    /// A token as people see it.
    public struct AnalyzedToken: Sendable, Hashable {
        /// The original text.
        public var text: String
        /// Where it begins in the original, in bytes of UTF-8.
        public var start: Int
        /// Where it ends, exclusive.
        public var end: Int
        /// Its word position.
        public var position: Int
        /// Its terms with the rule that made each.
        public var terms: [AnalyzedTerm]
    }

    /// A term of a token.
    public struct AnalyzedTerm: Sendable, Hashable {
        /// The term.
        public var term: String
        /// The rule's name, see `TermKind`.
        public var kind: String
        /// What the rule saw, in words.
        public var rule: String
        /// Where the term stands in the original, in bytes of UTF-8, where that is less than the token.
        public var range: Range<Int>?
    }

    private let analyzer: Analyzer
    private let rules: TermRules
    private let synonyms: SynonymTable
    private var tokens = TokenBuffer()

    /// An analyzer by the words of an index.
    ///
    /// - Throws: what opening the index throws.
    public convenience init(indexPath: String) throws(LotseError) {
        let index = IndexDirectory(path: indexPath)
        guard let number = index.currentNumber() else { throw .noIndex(path: index.path) }
        let generation = try OpenGeneration(folder: index.folder(number), path: index.path, readers: 1)
        try self.init(resources: generation.resources, synonyms: generation.synonyms, path: index.path)
    }

    /// An analyzer without an index, by a word list where there is one.
    public convenience init(wordList: String? = IndexOptions().wordList) throws(LotseError) {
        var builder = LexiconBuilder()
        if let wordList, FileSystem.exists(wordList) { builder.addWordList(try FileSystem.read(wordList)) }
        try self.init(resources: AnalyzerResources(lexicon: builder.build()), synonyms: [], path: wordList ?? "")
    }

    private init(resources: AnalyzerResources, synonyms: [SynonymRule], path: String) throws(LotseError) {
        do {
            analyzer = Analyzer(resources: resources, stemmer: try XapianStemming())
        } catch {
            throw LotseError(reading: error, path: path)
        }
        rules = TermRules(resources: resources)
        self.synonyms = SynonymTable(synonyms, analyzer: analyzer)
    }

    /// The tokens of a text.
    public func analyze(_ text: String) -> [AnalyzedToken] {
        var text = text
        analyzer.analyze(text, into: &tokens)
        var analyzed = text.withUTF8 { bytes in
            tokens.tokens.map { token in
                AnalyzedToken(
                    text: String(decoding: bytes[token.range], as: UTF8.self), start: Int(token.start),
                    end: Int(token.end), position: Int(token.position),
                    terms: tokens.terms(of: token).map { show($0, token, bytes) })
            }
        }
        addSynonyms(of: text, to: &analyzed)
        return analyzed
    }

    private func show(_ term: Term, _ token: Token, _ bytes: UnsafeBufferPointer<UInt8>) -> AnalyzedTerm {
        let name = Array(analyzer.bytes(of: term.id))
        var range: Range<Int>?
        if term.foldedLength > 0 {
            range = analyzer.range(
                ofFolded: Int(term.foldedOffset), count: Int(term.foldedLength), in: token, of: bytes)
        }
        return AnalyzedTerm(
            term: String(decoding: name, as: UTF8.self), kind: term.kind.name,
            rule: rules.rule(of: term, name, in: token, Array(bytes[token.range])), range: range)
    }

    /// What a query with these words finds as well: it stands at the first of them.
    private func addSynonyms(of text: String, to analyzed: inout [AnalyzedToken]) {
        let words = QueryWord.words(tokens, of: text).filter { !$0.isStopWord }
        for match in synonyms.matches(words.map { $0.whole.map { Array(analyzer.bytes(of: $0)) } }) {
            let position = words[match.words.lowerBound].position
            guard let place = analyzed.firstIndex(where: { $0.position == position }) else { continue }
            for expansion in match.expansions {
                let stems = expansion.words.compactMap(\.stems.first).map { String(decoding: $0, as: UTF8.self) }
                analyzed[place].terms.append(
                    AnalyzedTerm(
                        term: stems.joined(separator: " "), kind: TermKind.synonym.name,
                        rule: "\(expansion.isAbbreviation ? "abbreviation" : "synonym"): \(expansion.text), "
                            + expansion.source))
            }
        }
    }
}
