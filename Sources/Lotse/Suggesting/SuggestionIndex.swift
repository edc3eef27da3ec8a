import Foundation
import GermanText
import LotseAPI

/// What can be suggested, and by which words it is found.
///
/// File format: the magic (8 bytes); the length of the words' block (u32, little-endian) and the block; the count of
/// postings (u32) and the postings (u32: number of the suggestion times two, plus one where the word is not its first);
/// the count of suggestions (u32), and of each its kind (u8), documents (u32), text and document id (u32 length, bytes).
struct SuggestionIndex: Sendable {
    private static let magic = Array("LOTSSG01".utf8)

    /// Best first.
    let suggestions: [Suggestible]
    /// The words of all suggestions; the number of each is where its postings begin.
    let words: SortedWords
    /// For each word: the suggestions that have it.
    let postings: [UInt32]

    static let empty = SuggestionIndex([])

    init(_ suggestions: [Suggestible]) {
        var lists: [[UInt32]] = []
        var numbers: [[UInt8]: UInt32] = [:]
        for (number, suggestion) in suggestions.enumerated() {
            for (place, word) in SuggestionIndex.words(suggestion.text).enumerated() {
                let list = numbers[word] ?? UInt32(lists.count)
                if Int(list) == lists.count {
                    numbers[word] = list
                    lists.append([])
                }
                let posting = UInt32(number) << 1 | (place == 0 ? 0 : 1)
                // A word may stand twice in a title.
                if lists[Int(list)].last.map({ $0 >> 1 != UInt32(number) }) ?? true { lists[Int(list)].append(posting) }
            }
        }
        var postings: [UInt32] = []
        words = SortedWords(numbers).mapValues { _, list in
            defer { postings += lists[Int(list)] }
            return UInt32(postings.count)
        }
        self.postings = postings
        self.suggestions = suggestions
    }

    /// The words of a text, folded.
    static func words(_ text: String) -> [[UInt8]] {
        text.split { !$0.isLetter && !$0.isNumber }.map { Analyzer.fold($0) }
            .filter { !$0.isEmpty && $0.count <= SortedWords.longest }
    }

    /// The postings of a word.
    func postings(of word: Int) -> ArraySlice<UInt32> {
        let end = word + 1 < words.count ? Int(words.values[word + 1]) : postings.count
        return postings[Int(words.values[word])..<end]
    }

    /// The file's bytes.
    var block: Data {
        var bytes = SuggestionIndex.magic
        let words = Array(words.block)
        bytes.append(uint32: UInt32(words.count))
        bytes += words
        bytes.append(uint32: UInt32(postings.count))
        for posting in postings { bytes.append(uint32: posting) }
        bytes.append(uint32: UInt32(suggestions.count))
        for suggestion in suggestions {
            bytes.append(suggestion.kind.code)
            bytes.append(uint32: suggestion.documents)
            for text in [suggestion.text, suggestion.document ?? ""] {
                bytes.append(uint32: UInt32(text.utf8.count))
                bytes += Array(text.utf8)
            }
        }
        return Data(bytes)
    }

    /// Reads a file; nil when the bytes are none.
    init?(block: Data) {
        var reader = ByteCursor(Array(block))
        guard reader.take(8) == SuggestionIndex.magic[...], let length = reader.uint32(),
            let wordBytes = reader.take(Int(length)), let words = SortedWords(block: Data(wordBytes)),
            let postingCount = reader.uint32(), Int(postingCount) <= block.count / 4
        else { return nil }
        var postings: [UInt32] = []
        postings.reserveCapacity(Int(postingCount))
        for _ in 0..<postingCount {
            guard let posting = reader.uint32() else { return nil }
            postings.append(posting)
        }
        guard let count = reader.uint32(), Int(count) <= block.count / 13 else { return nil }
        var suggestions: [Suggestible] = []
        suggestions.reserveCapacity(Int(count))
        for _ in 0..<count {
            guard let code = reader.byte(), let kind = SuggestionKind(code: code), let documents = reader.uint32(),
                let text = reader.text(), let document = reader.text()
            else { return nil }
            suggestions.append(
                Suggestible(text: text, kind: kind, documents: documents, document: document.nonEmpty))
        }
        // Every number must lead somewhere: nothing is checked again when a query runs.
        let isSound =
            reader.isAtEnd && postings.allSatisfy { $0 >> 1 < count }
            && zip(words.values, words.values.dropFirst()).allSatisfy { $0 <= $1 }
            && (words.values.last ?? 0) <= postingCount
        guard isSound else { return nil }
        self.words = words
        self.postings = postings
        self.suggestions = suggestions
    }
}

extension SuggestionKind {
    private static let codes: [SuggestionKind] = [.title, .heading, .institution, .topic, .phrase]

    fileprivate var code: UInt8 { UInt8(SuggestionKind.codes.firstIndex(of: self) ?? 1) }

    fileprivate init?(code: UInt8) {
        guard Int(code) < SuggestionKind.codes.count else { return nil }
        self = SuggestionKind.codes[Int(code)]
    }
}

extension ByteCursor {
    fileprivate mutating func text() -> String? {
        guard let length = uint32(), let bytes = take(Int(length)) else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }
}
