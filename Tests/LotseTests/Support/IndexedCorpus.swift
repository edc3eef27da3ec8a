import Foundation
import LotseAPI
import LotseTestSupport

@testable import Lotse

/// A corpus and its index in a folder of a test's own.
struct IndexedCorpus {
    let folder: TemporaryFolder
    let corpus: CorpusFixture
    let index: IndexDirectory

    /// Makes a corpus for the time of a closure; nothing is indexed yet.
    @discardableResult
    static func with<Value>(
        _ files: [String: String], listed: [String] = [], _ body: (IndexedCorpus) throws -> Value
    ) throws -> Value {
        try TemporaryFolder.with { folder in
            try folder.write("words", (Vocabulary.listed + listed).joined(separator: "\n"))
            let corpus = try CorpusFixture(path: folder("corpus"), files: files)
            return try body(
                IndexedCorpus(folder: folder, corpus: corpus, index: IndexDirectory(path: folder("index"))))
        }
    }

    /// Indexes the corpus; by default with two threads and a word list of few words.
    @discardableResult
    func run(_ configure: (inout IndexOptions) -> Void = { _ in }) throws(LotseError) -> IndexReport {
        try run(into: index, configure)
    }

    @discardableResult
    func run(into index: IndexDirectory, _ configure: (inout IndexOptions) -> Void = { _ in }) throws(LotseError)
        -> IndexReport
    {
        var options = IndexOptions()
        options.wordList = folder("words")
        configure(&options)
        return try Indexer(corpus: corpus.path, index: index, options: options).run()
    }

    func engine(readers: Int = 2) throws(LotseError) -> SearchEngine {
        try SearchEngine(indexPath: index.path, readers: readers)
    }

    /// The folder of the published generation.
    func current() -> String { index.folder(index.currentNumber() ?? 0) }
}

/// Indexes files and searches them for the time of a closure.
@discardableResult
func withEngine<Value>(
    _ files: [String: String], listed: [String] = [], _ body: (SearchEngine) throws -> Value
) throws -> Value {
    try IndexedCorpus.with(files, listed: listed) { indexed in
        try indexed.run()
        return try body(try indexed.engine())
    }
}

extension SearchEngine {
    /// The ids of the documents with all words, or as the mode says, best first.
    func documents(_ query: String, _ match: MatchMode = .all) throws -> [String] {
        try search(SearchRequest(query: query, perPage: 100, match: match)).hits.map(\.document)
    }

    /// The same, sorted.
    func found(_ query: String, _ match: MatchMode = .all) throws -> [String] {
        try documents(query, match).sorted()
    }
}
