import Foundation
import Lotse
import LotseAPI

/// A command that cannot be carried out; its text says why and what helps.
struct AdapterError: Error, CustomStringConvertible {
    var description: String
}

/// Carries out the commands, one after the other.
struct Adapter {
    private var engine: SearchEngine?
    private var openIndex = ""

    mutating func answer(_ command: Command) throws -> Answer {
        switch command.op {
        case "info":
            return Answer(
                engine: "lotse", version: lotseVersion,
                setup: "the library as it comes, one reader; match any unless a table says auto")
        case "index": return try index(command)
        case "open": return try open(command)
        case "search": return try search(command)
        case "batch": return try batch(command)
        case "export":
            let engine = try opened()
            let counts = try Export(engine: engine, index: openIndex, sections: command.sections ?? false)
                .write(to: try required(command.docs, "docs"))
            return Answer(documents: counts)
        default: return Answer(unsupported: command.op)
        }
    }

    private func required(_ value: String?, _ name: String) throws -> String {
        guard let value else { throw AdapterError(description: "the command lacks \(name)") }
        return value
    }

    private func opened() throws -> SearchEngine {
        guard let engine else { throw AdapterError(description: "no index is open; send {\"op\":\"open\"} first") }
        return engine
    }

    // MARK: Indexing

    /// Indexes a folder as it is, or a `docs.jsonl` as the only file of a folder of its own.
    private mutating func index(_ command: Command) throws -> Answer {
        let docs = try required(command.docs, "docs")
        let path = try required(command.index, "index")
        engine = nil
        let files = FileManager.default
        if files.fileExists(atPath: path) { try files.removeItem(atPath: path) }
        var isFolder: ObjCBool = false
        guard files.fileExists(atPath: docs, isDirectory: &isFolder) else {
            throw AdapterError(description: "\(docs): no such file or folder")
        }
        var corpus = docs
        var copy: String?
        if !isFolder.boolValue {
            // Beside the index, because a link needs the same file system and the index' size is measured.
            let folder = path + ".corpus"
            try? files.removeItem(atPath: folder)
            try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
            do {
                try files.linkItem(atPath: docs, toPath: folder + "/docs.jsonl")
            } catch {
                try files.copyItem(atPath: docs, toPath: folder + "/docs.jsonl")
            }
            corpus = folder
            copy = folder
        }
        defer { if let copy { try? files.removeItem(atPath: copy) } }
        var options = IndexOptions()
        options.keep = 1
        options.jobs = command.threads ?? options.jobs
        let report = try Indexer(corpus: corpus, index: IndexDirectory(path: path), options: options).run()
        for problem in report.problems where problem.severity == "error" {
            FileHandle.standardError.write(Data("\(problem.path): \(problem.message)\n".utf8))
        }
        return Answer(documents: report.documents, sections: report.sections)
    }

    private mutating func open(_ command: Command) throws -> Answer {
        let path = try required(command.index, "index")
        let opened = try SearchEngine(indexPath: path, readers: 1)
        engine = opened
        openIndex = path
        let status = opened.status()
        return Answer(documents: status.documents, sections: status.sections)
    }

    // MARK: Searching

    /// The request without its words, and how a person would type them.
    private func request(_ command: Command) -> (request: SearchRequest, typed: (String) -> String)? {
        var request = SearchRequest(
            query: "", perPage: min(command.k ?? 10, Limits.hitsPerPage), match: .all,
            snippets: command.snippets ?? false)
        request.filter = (command.filter ?? [:]).mapValues { [$0] }
        request.facets = command.facet.map { [$0] } ?? []
        // Judgements know no day, and no peer has the like.
        request.preference = false
        switch command.match ?? "any" {
        case "any": request.match = .any
        case "all": request.match = .all
        case "auto": request.match = .auto
        // A quotation mark within would end the phrase.
        case "phrase": return (request, { "\"\($0.replacing("\"", with: " "))\"" })
        case "prefix": return (request, { $0 + "*" })
        default: return nil
        }
        return (request, { $0 })
    }

    private func search(_ command: Command) throws -> Answer {
        let engine = try opened()
        guard let (template, typed) = request(command) else { return Answer(unsupported: command.match) }
        var request = template
        request.query = typed(try required(command.query, "query"))
        let start = ContinuousClock.now
        var found = try engine.search(request)
        // What does not fit on a page stands on the next ones.
        let wanted = min(command.k ?? 10, found.total.value, Limits.deepestHit)
        while found.hits.count < wanted {
            request.page += 1
            let more = try engine.search(request).hits
            if more.isEmpty { break }
            found.hits += more
        }
        let time = nanoseconds(since: start)
        var answer = Answer(
            hits: .list(found.hits.map { Answer.Hit(id: $0.document, score: $0.score) }), nanoseconds: .one(time))
        if request.snippets { answer.snippets = found.hits.map { $0.snippets.first?.text ?? "" } }
        if !request.facets.isEmpty {
            answer.facets = found.facets.mapValues { counts in
                Dictionary(counts.map { ($0.value, $0.count) }, uniquingKeysWith: +)
            }
        }
        answer.crisis = found.crisis?.level
        return answer
    }

    private func batch(_ command: Command) throws -> Answer {
        let engine = try opened()
        guard let (template, typed) = request(command) else { return Answer(unsupported: command.match) }
        let text = try String(contentsOfFile: try required(command.queries, "queries"), encoding: .utf8)
        var request = template
        var times: [Int] = []
        var hits = 0
        for query in text.split(separator: "\n") {
            let start = ContinuousClock.now
            request.query = typed(String(query))
            hits += try engine.search(request).hits.count
            times.append(nanoseconds(since: start))
        }
        return Answer(hits: .count(hits), nanoseconds: .each(times))
    }

    private func nanoseconds(since start: ContinuousClock.Instant) -> Int {
        let taken = start.duration(to: .now).components
        return Int(taken.seconds) * 1_000_000_000 + Int(taken.attoseconds / 1_000_000_000)
    }
}
