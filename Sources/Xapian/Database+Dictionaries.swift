internal import CXapian

extension Database {
    /// The bytes stored under a key, empty if there are none. With several shards, those of the first.
    public borrowing func metadata(_ key: String) throws(XapianError) -> [UInt8] {
        let key = Array(key.utf8)
        return try withAnswer(of: { cxapian_reader_metadata(handle, key, key.count, $0) }) { $0.rest() }
    }

    /// The keys that have metadata and start with a prefix, in byte order.
    public borrowing func metadataKeys(prefix: String = "") throws(XapianError) -> [String] {
        let prefix = Array(prefix.utf8)
        return try withAnswer(
            of: { cxapian_reader_metadata_keys(handle, prefix, prefix.count, $0) },
            decode: strings
        )
    }

    /// The word of the spelling dictionary nearest to a word.
    /// - Parameters:
    ///   - word: what was typed.
    ///   - maximumEditDistance: how many characters may be inserted, deleted, changed or swapped.
    /// - Returns: `nil` if the word itself is in the dictionary, or nothing is near enough.
    public borrowing func spellingSuggestion(
        for word: String, maximumEditDistance: UInt32 = 2
    ) throws(XapianError) -> String? {
        let word = Array(word.utf8)
        return try withAnswer(of: { cxapian_reader_spelling(handle, word, word.count, maximumEditDistance, $0) }) {
            (answer) throws(XapianError) in
            answer.isAtEnd ? nil : String(decoding: answer.rest(), as: UTF8.self)
        }
    }

    /// The synonyms recorded for a term, in byte order.
    public borrowing func synonyms(of term: String) throws(XapianError) -> [String] {
        let term = Array(term.utf8)
        return try withAnswer(of: { cxapian_reader_synonyms(handle, term, term.count, $0) }, decode: strings)
    }
}

/// Byte strings up to the end of an answer, as text.
private func strings(_ answer: inout ByteReader) throws(XapianError) -> [String] {
    var strings: [String] = []
    while !answer.isAtEnd { strings.append(String(decoding: try answer.slice(), as: UTF8.self)) }
    return strings
}
