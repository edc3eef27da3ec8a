internal import CXapian

extension WritableDatabase {
    /// Stores bytes under a key of the database; an empty value removes the key.
    /// - Throws: ``XapianError/Code/invalidArgument`` for an empty or too long key.
    public mutating func setMetadata(_ key: String, _ value: [UInt8]) throws(XapianError) {
        let key = Array(key.utf8)
        try check(cxapian_writer_set_metadata(handle, key, key.count, value, value.count))
    }

    /// Stores UTF-8 under a key of the database; an empty value removes the key.
    public mutating func setMetadata(_ key: String, _ value: String) throws(XapianError) {
        try setMetadata(key, Array(value.utf8))
    }

    /// Adds a word to the dictionary that spelling suggestions come from.
    /// - Parameter frequency: how often it is to count; of two words equally near, the more frequent is suggested.
    public mutating func addSpelling(_ word: String, frequency: UInt32 = 1) throws(XapianError) {
        let word = Array(word.utf8)
        try check(cxapian_writer_add_spelling(handle, word, word.count, frequency))
    }

    /// Lowers a word's frequency in the dictionary, and removes the word at zero.
    public mutating func removeSpelling(_ word: String, frequency: UInt32 = 1) throws(XapianError) {
        let word = Array(word.utf8)
        try check(cxapian_writer_remove_spelling(handle, word, word.count, frequency))
    }

    /// Records that a term has a synonym. It is one-way, and a search does not use it by itself.
    public mutating func addSynonym(_ synonym: String, of term: String) throws(XapianError) {
        let term = Array(term.utf8)
        let synonym = Array(synonym.utf8)
        try check(cxapian_writer_add_synonym(handle, term, term.count, synonym, synonym.count))
    }

    /// Removes one synonym of a term.
    public mutating func removeSynonym(_ synonym: String, of term: String) throws(XapianError) {
        let term = Array(term.utf8)
        let synonym = Array(synonym.utf8)
        try check(cxapian_writer_remove_synonym(handle, term, term.count, synonym, synonym.count))
    }

    /// Removes all synonyms of a term.
    public mutating func clearSynonyms(of term: String) throws(XapianError) {
        let term = Array(term.utf8)
        try check(cxapian_writer_clear_synonyms(handle, term, term.count))
    }
}
