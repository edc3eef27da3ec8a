import Foundation
import GermanText
import Xapian

/// A published generation, opened for reading. It never changes, so that nothing here needs a retry.
final class OpenGeneration: Sendable {
    /// The manifest without its files and sources, which only verification needs.
    let manifest: Manifest
    let folder: String
    let resources: AnalyzerResources
    let synonyms: [SynonymRule]
    let suggestions: SuggestionIndex
    let profiles: ProfileTable
    private let pool: Pool<Reader>

    /// Opens a generation's folder.
    ///
    /// - Parameters:
    ///   - folder: the generation's folder.
    ///   - path: the index' path, for errors.
    ///   - readers: how many threads may read at a time.
    /// - Throws: ``LotseError/damagedIndex(path:detail:)``, ``LotseError/otherFingerprint(path:found:expected:)``.
    init(folder: String, path: String, readers: Int) throws(LotseError) {
        var manifest = try Manifest.read(folder)
        manifest.files = []
        manifest.sources = []
        let rules = Fingerprint.rules(of: manifest.fingerprint)
        guard rules == Fingerprint.programRules else {
            throw .otherFingerprint(path: path, found: rules, expected: Fingerprint.programRules)
        }
        let resources = try OpenGeneration.resources(folder, path: path)
        let crisis = try OpenGeneration.crisis(folder, path: path)
        let synonyms = try OpenGeneration.synonyms(folder, path: path)
        // Read once for all readers: it is bytes, and the same for each.
        let table: SynonymTable
        do {
            table = SynonymTable(synonyms, analyzer: Analyzer(resources: resources, stemmer: try XapianStemming()))
        } catch {
            throw LotseError(reading: error, path: path)
        }
        let words = try OpenGeneration.block(GenerationFiles.words, folder, path: path) { SortedWords(block: $0) }
        suggestions = try OpenGeneration.block(GenerationFiles.suggestions, folder, path: path) {
            SuggestionIndex(block: $0)
        }
        profiles = try OpenGeneration.block(GenerationFiles.profiles, folder, path: path) { ProfileTable(block: $0) }
        let sections = try OpenGeneration.block(GenerationFiles.sections, folder, path: path) {
            SectionTable(block: $0)
        }
        let postings = try OpenGeneration.block(GenerationFiles.postings, folder, path: path) {
            PostingFile(block: $0)
        }
        let tokens = try OpenGeneration.block(GenerationFiles.tokens, folder, path: path) { TokenFile(block: $0) }
        guard tokens.idCount == postings.idCount else {
            throw .damagedIndex(
                path: path,
                detail: "\(GenerationFiles.tokens) is not of the same sections as \(GenerationFiles.postings)")
        }
        let model = Bm25(
            k1: RankingParameters.k1, b: RankingParameters.b,
            minimumNormalisedLength: RankingParameters.minimumNormalisedLength, presence: RankingParameters.presence,
            of: postings)
        let shards = manifest.shards.map { folder + "/" + $0 }
        self.manifest = manifest
        self.folder = folder
        self.resources = resources
        self.synonyms = synonyms
        pool = Pool(limit: readers) { () throws -> sending Reader in
            try Reader(
                shards: shards, resources: resources, crisis: crisis, synonyms: table, words: words,
                table: sections, ranking: Ranking(postings, tokens, model, table: sections))
        }
        // All readers are opened now: a database that cannot be opened must be found out before the first query, and
        // once its files are open a generation answers on when it has been pruned meanwhile.
        do {
            let count = try OpenGeneration.openAll(pool, max(1, readers))
            guard count == manifest.sections else {
                throw LotseError.damagedIndex(
                    path: path, detail: "the database has \(count) sections, the manifest \(manifest.sections)")
            }
        } catch let error as LotseError {
            throw error
        } catch let error as XapianError {
            throw LotseError(reading: error, path: path)
        } catch {
            throw .damagedIndex(path: path, detail: "\(error)")
        }
    }

    /// Makes a pool's readers, each while the ones before it are lent. Nobody else may use the pool yet.
    ///
    /// - Returns: how many sections the database has.
    private static func openAll(_ pool: Pool<Reader>, _ count: Int) throws -> Int {
        try pool.withResource { reader throws in
            if count > 1 { return try openAll(pool, count - 1) }
            return reader.sections
        }
    }

    private static func resources(_ folder: String, path: String) throws(LotseError) -> AnalyzerResources {
        let lexicon = try block(GenerationFiles.lexicon, folder, path: path) { Lexicon(block: $0) }
        return try files(folder, path: path).resources(lexicon: lexicon)
    }

    private static func files(_ folder: String, path: String) throws(LotseError) -> LexiconFiles {
        try block(GenerationFiles.resources, folder, path: path) {
            try? JSONDecoder().decode(LexiconFiles.self, from: $0)
        }
    }

    /// Reads one of the files that only this program writes.
    private static func block<Value>(
        _ name: String, _ folder: String, path: String, _ read: (Data) -> Value?
    ) throws(LotseError) -> Value {
        guard FileSystem.exists(folder + "/" + name) else {
            throw .damagedIndex(path: path, detail: "\(name) is missing")
        }
        guard let value = read(try FileSystem.read(folder + "/" + name)) else {
            throw .damagedIndex(path: path, detail: "\(name) cannot be read")
        }
        return value
    }

    /// The synonyms of the corpus' lexicon, and the abbreviations that its texts explain.
    private static func synonyms(_ folder: String, path: String) throws(LotseError) -> [SynonymRule] {
        let files = try files(folder, path: path)
        guard !files.without.contains(.synonyms) else { return [] }
        let mined = try block(GenerationFiles.abbreviations, folder, path: path) {
            try? JSONDecoder().decode([SynonymRule].self, from: $0)
        }
        return files.synonyms + mined
    }

    /// The crisis file. A generation of an earlier version has none.
    private static func crisis(_ folder: String, path: String) throws(LotseError) -> CrisisFile {
        let file = folder + "/" + GenerationFiles.crisis
        guard FileSystem.exists(file) else { return CrisisFile() }
        let data = try FileSystem.read(file)
        guard let crisis = try? JSONDecoder().decode(CrisisFile.self, from: data) else {
            throw .damagedIndex(path: path, detail: "\(GenerationFiles.crisis) cannot be read")
        }
        return crisis
    }

    /// Lends a reader to a closure; waits while all are lent.
    func withReader<Value: Sendable>(_ body: (inout sending Reader) throws -> Value) throws -> Value {
        try pool.withResource(body)
    }
}

/// What one thread needs to answer a query. Lent by a generation's pool, never copied, never sent.
struct Reader: ~Copyable {
    let database: Database
    let analyzer: Analyzer
    let crisis: CrisisMatcher
    let synonyms: SynonymTable
    let corrector: Corrector
    let table: SectionTable
    let ranking: Ranking
    /// How many sections the database has.
    let sections: Int

    init(
        shards: [String], resources: AnalyzerResources, crisis file: CrisisFile, synonyms: SynonymTable,
        words: SortedWords, table: SectionTable, ranking: Ranking
    ) throws(XapianError) {
        let stemmer = try XapianStemming()
        let opened = try Database(paths: shards)
        sections = try opened.statistics().documentCount
        database = opened
        analyzer = Analyzer(resources: resources, stemmer: stemmer)
        self.synonyms = synonyms
        self.table = table
        self.ranking = ranking
        corrector = Corrector(words: words, lexicon: resources.lexicon)
        crisis = CrisisMatcher(file: file, analyzer: analyzer, lexicon: resources.lexicon)
    }
}

extension Reader {
    /// All matches of a query, not ranked. What is no matter of terms is asked of the database, here and below.
    func matches(_ query: Query) throws(XapianError) -> SectionSet {
        try ranking.matches(query) { query throws(XapianError) in try database.matches(query) }
    }

    /// The best matches; see ``Ranking/rank(_:known:sectionsPerDocument:offset:limit:_:)``.
    func rank(
        _ query: Query, known: MatchedDocuments?, sectionsPerDocument: Int, offset: Int, limit: Int
    ) throws(XapianError) -> Ranked {
        try ranking.rank(
            query, known: known, sectionsPerDocument: sectionsPerDocument, offset: offset, limit: limit
        ) { query throws(XapianError) in try database.matches(query) }
    }

    /// The scores of some sections, 0 where they do not match.
    func scores(_ query: Query, of ids: [DocumentID]) throws(XapianError) -> [Double] {
        try ranking.scores(query, of: ids) { query throws(XapianError) in try database.matches(query) }
    }
}
