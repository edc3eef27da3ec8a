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
    }

    private let analyzer: Analyzer
    private var tokens = TokenBuffer()

    /// An analyzer by the words of an index.
    ///
    /// - Throws: what opening the index throws.
    public convenience init(indexPath: String) throws(LotseError) {
        let index = IndexDirectory(path: indexPath)
        guard let number = index.currentNumber() else { throw .noIndex(path: index.path) }
        try self.init(
            resources: OpenGeneration(folder: index.folder(number), path: index.path, readers: 1).resources,
            path: index.path)
    }

    /// An analyzer without an index, by a word list where there is one.
    public convenience init(wordList: String? = IndexOptions().wordList) throws(LotseError) {
        var builder = LexiconBuilder()
        if let wordList, FileSystem.exists(wordList) { builder.addWordList(try FileSystem.read(wordList)) }
        try self.init(resources: AnalyzerResources(lexicon: builder.build()), path: wordList ?? "")
    }

    private init(resources: AnalyzerResources, path: String) throws(LotseError) {
        do {
            analyzer = Analyzer(resources: resources, stemmer: try XapianStemming())
        } catch {
            throw LotseError(reading: error, path: path)
        }
    }

    /// The tokens of a text.
    public func analyze(_ text: String) -> [AnalyzedToken] {
        analyzer.analyze(text, into: &tokens)
        let bytes = Array(text.utf8)
        return tokens.tokens.map { token in
            AnalyzedToken(
                text: String(decoding: bytes[token.range], as: UTF8.self), start: Int(token.start), end: Int(token.end),
                position: Int(token.position),
                terms: tokens.terms(of: token).map {
                    AnalyzedTerm(
                        term: String(decoding: analyzer.bytes(of: $0.id), as: UTF8.self), kind: $0.kind.name)
                })
        }
    }
}
