import Foundation
public import LotseAPI

/// A folder with queries, judgements and what they are about.
///
/// `queries.tsv` and `qrels.txt` are in TREC's form. The documents are in `docs.jsonl` beside them, one a line with `id`,
/// `title` and `text`; for a corpus' own folder `gold` they are the corpus.
public struct TestSet: Sendable, Hashable {
    /// The folder.
    public let path: String
    /// The queries.
    public let queries: EvaluationQueries
    /// The judgements.
    public let qrels: Qrels

    /// The set that is taken where none is named: the example corpus'.
    public static let builtIn = "corpus/gold"

    /// The judgements' file.
    public var qrelsPath: String { path + "/qrels.txt" }

    /// Reads a set's queries and judgements, and looks whether they belong together.
    public init(path: String) throws(EvaluationError) {
        guard FileSystem.isFolder(path) else {
            throw EvaluationError(
                path: path, line: 0,
                message:
                    "there is no such folder; name a test set with --set: a folder with docs.jsonl, queries.tsv and "
                    + "qrels.txt, or the folder gold of a corpus")
        }
        self.path = path
        queries = try EvaluationQueries(path: path + "/queries.tsv")
        qrels = try Qrels(path: path + "/qrels.txt")
        try check()
    }

    private func check() throws(EvaluationError) {
        let lacking = queries.queries.map(\.id).filter { id in
            !(qrels.grades[id] ?? [:]).values.contains { $0 > 0 }
        }
        if let one = lacking.first {
            throw EvaluationError(
                path: qrelsPath, line: 0,
                message:
                    "\(lacking.count) of \(queries.queries.count) queries, \(one) for one, have no relevant document; "
                    + "if the file was cut off or is another set's, copy it again, else take them out of queries.tsv")
        }
        let foreign = Set(qrels.grades.keys).subtracting(queries.queries.map(\.id)).sorted()
        if let one = foreign.first {
            throw EvaluationError(
                path: qrelsPath, line: 0,
                message:
                    "\(foreign.count) judged queries, \(one) for one, are not in queries.tsv; take the two files of "
                    + "one test set")
        }
    }

    /// The documents that some query finds relevant, by their ids.
    public var relevantDocuments: [String] {
        Set(qrels.grades.values.flatMap { grades in grades.filter { $0.value > 0 }.keys }).sorted()
    }

    /// The relevant documents that an index has not got, by their ids.
    ///
    /// - Parameters:
    ///   - engine: searches the index.
    ///   - name: the index, for the message.
    ///   - areSections: whether sections were judged: a document's id, and the anchor after a `#`.
    /// - Throws: ``EvaluationError`` where it has none of them: judgements about other documents than those that are
    ///   searched make every ranking look bad.
    public func relevantDocuments(missingIn engine: SearchEngine, name: String, areSections: Bool) throws -> [String] {
        let relevant = relevantDocuments
        let missing = try relevant.filter { id in
            let document = areSections ? id.split(separator: "#", maxSplits: 1).first.map(String.init) ?? id : id
            return try engine.document(runID: document) == nil
        }
        if let one = missing.first, missing.count == relevant.count {
            throw EvaluationError(
                path: qrelsPath, line: 0,
                message:
                    "none of the relevant documents, \(one) for one, is in \(name); take the documents that were judged"
            )
        }
        return missing
    }

    /// Makes an index of the set's documents, lends it, and removes it.
    ///
    /// - Parameters:
    ///   - jobs: threads that read and analyse.
    ///   - body: takes the index' folder.
    /// - Throws: ``EvaluationError`` where the documents are missing or could not all be read, ``LotseError`` where
    ///   indexing failed, and what the closure throws.
    public func withTemporaryIndex<Value>(jobs: Int, _ body: (String) throws -> Value) throws -> Value {
        let folder = FileManager.default.temporaryDirectory.appending(path: "lotse-eval-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let corpus = try corpus(below: folder)
        var options = IndexOptions()
        options.jobs = jobs
        let report = try Indexer(corpus: corpus, index: IndexDirectory(path: folder + "/index"), options: options).run()
        // An index that lacks documents gives figures that look like any others.
        if let problem = report.problems.first(where: { $0.severity == "error" }) {
            let place = corpus == folder + "/corpus" ? path : corpus
            throw EvaluationError(
                path: place + "/" + problem.path, line: problem.line ?? 0,
                message: problem.message + "; mend this, or measure with an index of your own and --index")
        }
        return try body(folder + "/index")
    }

    /// The folder to index.
    private func corpus(below folder: String) throws -> String {
        let documents = path + "/docs.jsonl"
        if FileManager.default.fileExists(atPath: documents) {
            // A corpus of its own: beside it lie the judgements, which are a text file like others.
            try FileSystem.makeFolder(folder + "/corpus")
            do {
                try FileManager.default.copyItem(atPath: documents, toPath: folder + "/corpus/docs.jsonl")
            } catch {
                throw LotseError.io(path: documents, detail: "it cannot be copied: \(error.localizedDescription)")
            }
            return folder + "/corpus"
        }
        let url = URL(fileURLWithPath: path).standardizedFileURL
        guard url.lastPathComponent == "gold" else {
            throw EvaluationError(
                path: documents, line: 0,
                message: "the file is missing; put the documents there, one a line with id, title and text, or name an "
                    + "index of them with --index")
        }
        try FileSystem.makeFolder(folder)
        return url.deletingLastPathComponent().path
    }
}

extension SearchEngine {
    /// A whole document by its id as a run has it, where white space is written as in a URL; nil where there is none.
    public func document(runID id: String) throws -> DocumentResponse? {
        if let found = try document(id: id) { return found }
        guard id.contains("%"), let decoded = id.removingPercentEncoding else { return nil }
        return try document(id: decoded)
    }
}
