public import LotseAPI
import NIOConcurrencyHelpers
import Xapian

/// Searches an index. Safe to use from any number of threads; calls block the thread they are on.
///
///     let engine = try SearchEngine(indexPath: ".lotse")
///     let answer = try engine.search(SearchRequest(query: "Trauergruppe"))
///     for hit in answer.hits { print(hit.title, hit.snippets.first?.text ?? "") }
///
/// The engine opens the generation that is published. ``refresh()`` looks for a newer one; queries that are under way
/// end on the generation they began with.
public final class SearchEngine: Sendable {
    /// The index.
    public let index: IndexDirectory
    private let readers: Int
    private let generation: NIOLockedValueBox<OpenGeneration>

    /// Opens an index.
    ///
    /// - Parameters:
    ///   - indexPath: the index' folder.
    ///   - readers: how many queries may run at a time; more wait.
    /// - Throws: ``LotseError/noIndex(path:)``, ``LotseError/damagedIndex(path:detail:)``,
    ///   ``LotseError/otherFingerprint(path:found:expected:)``.
    public init(indexPath: String, readers: Int = 2) throws(LotseError) {
        index = IndexDirectory(path: indexPath)
        self.readers = readers
        generation = NIOLockedValueBox(try SearchEngine.open(index, readers: readers))
    }

    private static func open(_ index: IndexDirectory, readers: Int) throws(LotseError) -> OpenGeneration {
        // A generation may be pruned between reading the link and opening it: then there is a newer one.
        var last = LotseError.noIndex(path: index.path)
        for _ in 0..<3 {
            guard let number = index.currentNumber() else { throw .noIndex(path: index.path) }
            do throws(LotseError) {
                return try OpenGeneration(folder: index.folder(number), path: index.path, readers: readers)
            } catch {
                last = error
                if index.currentNumber() == number { throw error }
            }
        }
        throw last
    }

    /// The number of the generation that answers.
    public var generationNumber: Int { current().manifest.generation }

    func current() -> OpenGeneration { generation.withLockedValue { $0 } }

    /// Opens the published generation if it is another than the open one.
    ///
    /// - Returns: true when another generation answers from now on.
    /// - Throws: what opening throws; the generation that was open stays open then.
    @discardableResult
    public func refresh() throws(LotseError) -> Bool {
        let open = current().manifest
        guard let number = index.currentNumber(), number != open.generation else { return false }
        let next = try SearchEngine.open(index, readers: readers)
        generation.withLockedValue { $0 = next }
        return next.manifest.generation != open.generation
    }

    /// Answers a query.
    ///
    /// - Throws: `Problem` for a request beyond the limits, with the crisis notice that its words call for;
    ///   ``LotseError`` where the index cannot be read.
    public func search(_ request: SearchRequest) throws -> SearchResponse {
        let start = ContinuousClock.now
        let generation = current()
        let prepared: SearchRun
        do throws(Problem) {
            prepared = try SearchRun(request: request.validated(), profiles: generation.profiles)
        } catch {
            var problem = error
            problem.crisis = try generation.withReader { reader in
                reader.crisis.notice(for: request.query, analyzer: reader.analyzer)
            }
            throw problem
        }
        var response = try generation.withReader { reader in
            do throws(XapianError) {
                var run = prepared
                let crisis = reader.crisis.notice(for: request.query, analyzer: reader.analyzer)
                run.correctsKnown = crisis == nil
                var answer = try run.answer(&reader)
                answer.crisis = crisis
                return answer
            } catch {
                throw LotseError(reading: error, path: self.index.path)
            }
        }
        response.generation = generation.manifest.generation
        response.tookMilliseconds = SearchEngine.milliseconds(since: start)
        return response
    }

    /// Milliseconds since a moment, to a hundredth.
    private static func milliseconds(since start: ContinuousClock.Instant) -> Double {
        let elapsed = start.duration(to: .now).components
        let microseconds = Double(elapsed.seconds) * 1e6 + Double(elapsed.attoseconds) / 1e12
        return (microseconds / 10).rounded() / 100
    }

    /// What the beginning of a query may become.
    ///
    /// - Throws: `Problem` for a request beyond the limits.
    public func suggest(_ request: SuggestRequest) throws -> SuggestResponse {
        try request.validated()
        let start = ContinuousClock.now
        let generation = current()
        let found = generation.suggestions.suggestions(for: request.query, most: request.limit)
        return SuggestResponse(
            query: request.query, generation: generation.manifest.generation,
            tookMilliseconds: SearchEngine.milliseconds(since: start), suggestions: found)
    }

    /// Documents that say the like of a document or of one of its sections; nil where the index has no such id.
    ///
    /// - Throws: `Problem` for a request beyond the limits, ``LotseError`` where the index cannot be read.
    public func similar(_ request: SimilarRequest) throws -> SimilarResponse? {
        try request.validated()
        let start = ContinuousClock.now
        let generation = current()
        let run = try SimilarDocuments(request: request, profiles: generation.profiles)
        let hits: [Hit]? = try generation.withReader { reader in
            do throws(XapianError) {
                return try run.hits(reader)
            } catch {
                throw LotseError(reading: error, path: self.index.path)
            }
        }
        return hits.map {
            SimilarResponse(
                id: request.id, generation: generation.manifest.generation,
                tookMilliseconds: SearchEngine.milliseconds(since: start), hits: $0)
        }
    }

    /// A whole document, or nil where the index has none of this id.
    public func document(id: String) throws -> DocumentResponse? {
        try current().withReader { reader in
            do throws(XapianError) {
                return try DocumentLookup.document(id, in: reader.database)
            } catch {
                throw LotseError(reading: error, path: self.index.path)
            }
        }
    }

    /// Whether an index is open: from the first moment to the last.
    public var isReady: Bool { true }

    /// What is open.
    public func status() -> StatusResponse {
        let manifest = current().manifest
        return StatusResponse(
            generation: manifest.generation, built: manifest.built, documents: manifest.documents,
            sections: manifest.sections, fingerprint: manifest.fingerprint, version: lotseVersion,
            warnings: manifest.warnings)
    }
}
