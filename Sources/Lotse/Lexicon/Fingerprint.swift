import Crypto
import Foundation
import GermanText

/// What decides which terms a text gets. It stands in the index: an index with other rules is rebuilt, never queried.
///
/// The form is `rules;words=…`: the rules must be the program's own; the words are those the generation carries.
struct Fingerprint: Equatable {
    var rules: String
    var words: String

    /// The rules of this program.
    static let programRules = "german-\(Analyzer.version);stemmer=xapian-german"

    init(files: LexiconFiles, lexicon: Lexicon) {
        rules = Fingerprint.programRules
        var hash = SHA256()
        hash.update(data: files.canonical())
        hash.update(data: lexicon.bytes)
        words = String(hash.finalize().hex.prefix(16))
    }

    var text: String { rules + ";words=" + words }

    /// The rules inside a fingerprint's text.
    static func rules(of text: String) -> String {
        text.range(of: ";words=").map { String(text[..<$0.lowerBound]) } ?? text
    }
}
