/// A set of documents, in the order of their ids.
///
/// A bit for each document of a database: `DocumentID` n is bit n % 64 of word n / 64.
public struct DocumentSet: Sendable, Hashable {
    package let words: [UInt64]

    package init(words: [UInt64]) { self.words = words }

    /// How many documents there are.
    public var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    /// Whether there is none.
    public var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

    /// Whether a document is one.
    public func contains(_ id: DocumentID) -> Bool {
        let word = Int(id / 64)
        return word < words.count && words[word] & 1 << UInt64(id % 64) != 0
    }

    /// Calls a closure with each id, lowest first.
    public func forEach(_ body: (DocumentID) -> Void) {
        for (number, word) in words.enumerated() {
            var rest = word
            while rest != 0 {
                body(DocumentID(number * 64 + rest.trailingZeroBitCount))
                rest &= rest - 1
            }
        }
    }
}
