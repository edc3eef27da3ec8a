internal import CXapian

/// One of Xapian's Snowball stemmers.
///
/// It works in place on buffers of its own and is therefore neither copyable nor `Sendable`: one for each thread.
public struct Stemmer: ~Copyable {
    private let handle: OpaquePointer

    /// Makes a stemmer.
    /// - Parameter language: a name or code out of ``available``, such as `german` or `de`; `none` stems nothing.
    /// - Throws: ``XapianError/Code/invalidArgument`` for a language that Xapian does not know.
    public init(language: String) throws(XapianError) {
        let name = Array(language.utf8)
        handle = try Xapian.handle { cxapian_stemmer_open(name, name.count, $0) }
    }

    deinit {
        cxapian_stemmer_free(handle)
    }

    /// Appends a word's stem to a buffer.
    /// - Parameters:
    ///   - word: lower-case UTF-8.
    ///   - buffer: not emptied first.
    public borrowing func stem(_ word: UnsafeBufferPointer<UInt8>, into buffer: inout [UInt8]) throws(XapianError) {
        var start: UnsafePointer<UInt8>?
        var count = 0
        try check(cxapian_stem(handle, word.baseAddress, word.count, &start, &count))
        buffer.append(contentsOf: UnsafeBufferPointer(start: start, count: count))
    }

    /// The stem of a lower-case word.
    public borrowing func stem(_ word: String) throws(XapianError) -> String {
        let word = Array(word.utf8)
        var stem: [UInt8] = []
        try word.withUnsafeBufferPointer { (word) throws(XapianError) in
            try self.stem(word, into: &stem)
        }
        return String(decoding: stem, as: UTF8.self)
    }

    /// The names of all languages.
    public static func available() throws(XapianError) -> [String] {
        try withAnswer(of: { cxapian_stemmer_available($0) }) { answer in
            String(decoding: answer.rest(), as: UTF8.self).split(separator: " ").map(String.init)
        }
    }
}

@available(*, unavailable)
extension Stemmer: Sendable {}
