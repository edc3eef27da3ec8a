import Foundation

/// Reads a folder of files as documents with sections.
///
/// A reader is a value: it holds the corpus' settings and lexicon, no open file, and may be used from many threads.
public struct CorpusReader: Sendable {
    /// How a corpus is read.
    public struct Configuration: Sendable, Hashable {
        /// Every bound.
        public var limits = Limits()

        /// The defaults.
        public init() {}
    }

    /// The absolute path of the corpus, without symbolic links.
    public let root: String
    /// How it is read.
    public let configuration: Configuration
    /// What its `lotse.yaml` states.
    public let settings: CorpusSettings
    let lexicon: FurnitureLexicon

    /// Opens a corpus.
    /// - Throws: when the folder is missing or its `lotse.yaml` cannot be understood.
    public init(root: String, configuration: Configuration = Configuration()) throws(CorpusError) {
        guard let real = CorpusFile.realPath(root) else {
            throw .root(path: root, reason: CorpusFile.reason(errno))
        }
        var status = stat()
        guard stat(real, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
            throw .root(path: root, reason: "it is no folder")
        }
        guard access(real, R_OK | X_OK) == 0 else {
            throw .root(path: root, reason: CorpusFile.reason(errno))
        }
        self.root = real
        self.configuration = configuration
        settings = try CorpusSettings(root: real, limits: configuration.limits)
        lexicon = FurnitureLexicon(root: real, limits: configuration.limits)
    }

    /// The files to read, sorted by path (bytewise), and what else lies in the corpus and is not read.
    public func sources() -> (sources: [Source], problems: [Problem]) {
        var walk = SourceWalk(root: root, limits: configuration.limits)
        walk.run()
        return (walk.sources, lexicon.problems + walk.problems)
    }

    /// SHA-256 of a file's bytes, lower-case hexadecimal. The file is streamed.
    /// - Throws: ``CorpusError/unreadable(path:reason:)``
    public func digest(_ source: Source) throws(CorpusError) -> String {
        do {
            let file = try CorpusFile(path: absolute(source), below: root)
            var digest = Digest()
            var buffer: [UInt8] = []
            while try file.read(1 << 20, into: &buffer) > 0 {
                buffer.withUnsafeBytes { digest.update($0) }
                buffer.removeAll(keepingCapacity: true)
            }
            return digest.hex()
        } catch {
            throw .unreadable(path: source.path, reason: error.reason)
        }
    }

    /// Reads one file, once, and emits its documents in order.
    ///
    /// Documents that are not public are reported and not emitted. Identifiers are unique within neither a file nor the
    /// corpus: see ``IdentifierRegistry``.
    /// - Parameters:
    ///   - source: one of `sources()`.
    ///   - furniture: what `surveyFurniture(_:)` found, or `.none`.
    ///   - emit: takes a document; what it throws ends the reading.
    /// - Returns: the file's digest and its problems.
    public func read<Failure: Error>(
        _ source: Source, furniture: FurnitureProfile = .none, emit: (Document) throws(Failure) -> Void
    ) throws(Failure) -> Reading {
        if source.format == .jsonLines {
            var reader = JSONLinesReader(context: context(source, furniture))
            return try reader.read(absolute(source), below: root, emit: emit)
        }
        var reading = Reading()
        let bytes: [UInt8]
        do {
            let file = try CorpusFile(path: absolute(source), below: root)
            bytes = try file.contents(limit: configuration.limits.fileBytes)
        } catch {
            reading.problems.append(unreadable(source, error))
            return reading
        }
        reading.digest = Digest.hex(of: bytes)
        var result = parse(bytes, source: source, furniture: furniture)
        reading.problems = result.problems
        reading.furniture = result.furniture
        // Taken out one by one, so that a large list of documents is not held twice.
        result.documents.reverse()
        while let document = result.documents.popLast() {
            try emit(document)
            reading.documents += 1
        }
        return reading
    }

    /// Reads text that is not (yet) a file as if it stood at `path`, for checking a document before it is stored.
    /// - Parameter path: relative to the root; its extension decides the format.
    /// - Returns: the documents and problems; a problem `unsupported` for an unknown extension.
    public func parse(
        _ bytes: [UInt8], path: String, furniture: FurnitureProfile = .none
    ) -> (documents: [Document], problems: [Problem]) {
        let ending = path.lastIndex(of: ".").map { path[path.index(after: $0)...].lowercased() } ?? ""
        guard let format = Source.Format(extension: ending) else {
            let message = "no text format by its extension; read are .md .html .txt .json .yaml .jsonl"
            return ([], [Problem(path: path, code: .unsupported, message: message, severity: .error)])
        }
        let source = Source(path: path, format: format, size: bytes.count, modified: 0)
        let result = parse(bytes, source: source, furniture: furniture)
        return (result.documents, result.problems)
    }

    /// Every document of the corpus, one after the other, furniture surveyed and identifiers checked.
    /// - Returns: all problems, of the walk first, then file by file.
    public func readAll<Failure: Error>(
        emit: (Document) throws(Failure) -> Void
    ) throws(Failure) -> [Problem] {
        let found = sources()
        var problems = found.problems
        let furniture = surveyFurniture(found.sources)
        var registry = IdentifierRegistry()
        for source in found.sources {
            var duplicates: [Problem] = []
            let reading = try read(source, furniture: furniture) { (document) throws(Failure) in
                if let problem = registry.claim(document.id, path: source.path) {
                    duplicates.append(problem)
                } else {
                    try emit(document)
                }
            }
            problems += reading.problems + duplicates
        }
        return problems
    }

    func absolute(_ source: Source) -> String { root + "/" + source.path }

    func context(_ source: Source, _ furniture: FurnitureProfile) -> ReadingContext {
        ReadingContext(
            path: source.path, limits: configuration.limits, settings: settings,
            furniture: FurnitureFilter(lexicon: lexicon, profile: furniture))
    }

    private func unreadable(_ source: Source, _ failure: CorpusFile.Failure) -> Problem {
        let remedy =
            switch failure.code {
            case .tooLarge: "the limit is \(configuration.limits.fileBytes) bytes; split it, or write JSON Lines"
            case .link: "copy the file into the corpus"
            case .notAFile: "move it out of the corpus"
            default: "check that it exists and its permissions"
            }
        return Problem(
            path: source.path, code: failure.code, message: "\(failure.reason); \(remedy)", severity: .error)
    }
}
