import GermanText
import Xapian

/// Xapian's `german` stemmer for the German pipeline. Belongs to one thread at a time.
final class XapianStemming: Stemming {
    private let stemmer: Stemmer

    init() throws(XapianError) { stemmer = try Stemmer(language: "german") }

    func stem(_ word: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
        output.removeAll(keepingCapacity: true)
        do {
            try stemmer.stem(word, into: &output)
        } catch {
            // Only memory can be short here; the word itself is the safe answer, for index and query alike.
            output.removeAll(keepingCapacity: true)
            output.append(contentsOf: word)
        }
    }
}
