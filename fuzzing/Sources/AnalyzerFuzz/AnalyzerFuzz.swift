// What holds for the analysis of every text, tried on texts that libFuzzer makes up.
import Foundation
import GermanText
import Xapian

private final class XapianGerman: Stemming {
    private let stemmer: Stemmer
    init() throws { stemmer = try Stemmer(language: "german") }

    func stem(_ word: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
        output.removeAll(keepingCapacity: true)
        do { try stemmer.stem(word, into: &output) } catch { output.append(contentsOf: word) }
    }
}

/// libFuzzer calls from one thread.
private struct Harness {
    let analyzer: Analyzer
    var tokens = TokenBuffer()
    var again = TokenBuffer()

    init() {
        var builder = LexiconBuilder()
        if let list = FileManager.default.contents(atPath: "/usr/share/dict/ngerman") { builder.addWordList(list) }
        do {
            analyzer = Analyzer(resources: AnalyzerResources(lexicon: builder.build()), stemmer: try XapianGerman())
        } catch {
            fatalError("the stemmer cannot be made: \(error)")
        }
    }

    mutating func check(_ text: UnsafeBufferPointer<UInt8>) {
        analyzer.trim()
        analyzer.analyze(text, into: &tokens)
        var previous: Token?
        var word: Token?
        for token in tokens.tokens {
            precondition(0 <= token.start && token.start < token.end && Int(token.end) <= text.count, "range")
            if let previous {
                precondition(token.start >= previous.start, "tokens are sorted")
                precondition(token.position >= previous.position, "positions rise")
            }
            if token.flags.contains(.piece) {
                guard let word else { preconditionFailure("a piece without a word") }
                precondition(token.start >= word.start && token.end <= word.end, "a piece lies inside its word")
            } else {
                if let word { precondition(token.start >= word.end, "words do not overlap") }
                word = token
            }
            for term in tokens.terms(of: token) { check(term, token, text) }
            previous = token
        }
        checkBoundaries(text)
        analyzer.analyze(text, into: &again)
        precondition(again.tokens == tokens.tokens && again.terms == tokens.terms, "the same text, the same terms")
    }

    private func check(_ term: Term, _ token: Token, _ text: UnsafeBufferPointer<UInt8>) {
        precondition((1...240).contains(analyzer.bytes(of: term.id).count), "a term's length")
        guard term.foldedLength > 0 else { return }
        let range = analyzer.range(
            ofFolded: Int(term.foldedOffset), count: Int(term.foldedLength), in: token, of: text)
        precondition(!range.isEmpty && token.range.contains(range.lowerBound), "a part lies inside its word")
        precondition(range.upperBound <= Int(token.end), "a part lies inside its word")
    }

    /// In valid UTF-8 every offset is a character's first byte, and every term is text.
    private func checkBoundaries(_ text: UnsafeBufferPointer<UInt8>) {
        guard String(validating: text, as: UTF8.self) != nil else { return }
        for token in tokens.tokens {
            for place in [Int(token.start), Int(token.end)] where place < text.count {
                precondition(text[place] & 0xC0 != 0x80, "offsets are on character boundaries")
            }
        }
        for term in tokens.terms {
            precondition(String(validating: analyzer.bytes(of: term.id), as: UTF8.self) != nil, "terms are text")
        }
    }
}

nonisolated(unsafe) private var harness = Harness()

/// libFuzzer's entry.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    harness.check(UnsafeBufferPointer(start: bytes, count: count))
    return 0
}
