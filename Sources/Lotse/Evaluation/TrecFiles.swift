import Foundation

/// A fault in one of the files of an evaluation, with its place and the remedy.
public struct EvaluationError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The file.
    public var path: String
    /// The line, counted from 1; 0 where it is about the whole file.
    public var line: Int
    /// What is wrong and what helps.
    public var message: String

    /// One line for a person.
    public var description: String { line > 0 ? "\(path):\(line): \(message)" : "\(path): \(message)" }
}

/// The queries of a test set: `qid TAB query`, one a line.
public struct EvaluationQueries: Sendable, Hashable {
    /// A query and its id.
    public struct Query: Sendable, Hashable {
        /// The id.
        public var id: String
        /// The text.
        public var text: String
    }
    /// The queries in the file's order.
    public var queries: [Query] = []

    /// Reads a file.
    public init(path: String) throws(EvaluationError) {
        var seen: Set<String> = []
        let file = try TrecLines(path)
        for (number, line) in file.lines {
            let fields = line.split(separator: "\t", maxSplits: 1)
            guard fields.count == 2, !fields[1].trimmingCharacters(in: .whitespaces).isEmpty else {
                throw file.misshapen(number, "query id, tab, query")
            }
            guard !fields[0].contains(where: \.isWhitespace) else {
                throw EvaluationError(
                    path: path, line: number,
                    message: "a query id has no spaces, because the columns of a run are told apart by them")
            }
            guard seen.insert(String(fields[0])).inserted else {
                throw EvaluationError(path: path, line: number, message: "the query id is there twice")
            }
            queries.append(Query(id: String(fields[0]), text: String(fields[1])))
        }
    }
}

/// Relevance judgements in TREC's form: `qid 0 docid grade`.
public struct Qrels: Sendable, Hashable {
    /// Grades by query and document.
    public var grades: [String: [String: Int]] = [:]

    /// Reads a file.
    public init(path: String) throws(EvaluationError) {
        let file = try TrecLines(path)
        for (number, line) in file.lines {
            let fields = line.split(whereSeparator: \.isWhitespace)
            guard fields.count == 4, let grade = Int(fields[3]) else {
                throw file.misshapen(number, "query id, 0, document id, grade")
            }
            guard grades[String(fields[0]), default: [:]].updateValue(grade, forKey: String(fields[2])) == nil else {
                throw EvaluationError(
                    path: path, line: number, message: "the document was judged for this query before")
            }
        }
        guard !grades.isEmpty else {
            throw EvaluationError(path: path, line: 0, message: "there is no judgement in it")
        }
    }

    /// Judgements at hand.
    public init(grades: [String: [String: Int]]) { self.grades = grades }
}

/// A ranking in TREC's form: `qid Q0 docid rank score tag`.
public struct TrecRun: Sendable, Hashable {
    /// Documents by query, best first. Ties of the score are in descending order of the ids, as trec_eval has them.
    public var rankings: [String: [String]] = [:]

    /// A run at hand.
    public init(rankings: [String: [String]]) { self.rankings = rankings }

    /// Reads a file. Its scores make the order, not its ranks: so do the field's tools.
    public init(path: String) throws(EvaluationError) {
        var scored: [String: [(document: String, score: Double)]] = [:]
        var seen: Set<[Substring]> = []
        let file = try TrecLines(path)
        for (number, line) in file.lines {
            let fields = line.split(whereSeparator: \.isWhitespace)
            guard fields.count == 6, Int(fields[3]) != nil, let score = Double(fields[4]), score.isFinite else {
                throw file.misshapen(number, "query id, Q0, document id, rank, score, tag")
            }
            guard seen.insert([fields[0], fields[2]]).inserted else {
                throw EvaluationError(path: path, line: number, message: "the document is there twice for this query")
            }
            scored[String(fields[0]), default: []].append((String(fields[2]), score))
        }
        guard !scored.isEmpty else { throw EvaluationError(path: path, line: 0, message: "there is no ranking in it") }
        for (query, documents) in scored {
            rankings[query] = TrecRun.ordered(documents)
        }
    }

    private static func ordered(_ documents: [(document: String, score: Double)]) -> [String] {
        documents.sorted { ($0.score, $0.document) > ($1.score, $1.document) }.map(\.document)
    }

    /// A ranking as reading its ``lines(query:ranking:tag:)`` gives it.
    public static func ranking(_ hits: [(document: String, score: Double)]) -> [String] {
        ordered(hits.map { (column($0.document), $0.score) })
    }

    /// The lines of one query's ranking.
    ///
    /// White space in an id is written as in a URL (`%20`): the form's columns are told apart by it. Judgements of such
    /// a document name it likewise.
    public static func lines(query: String, ranking: [(document: String, score: Double)], tag: String) -> String {
        ranking.enumerated().map { rank, entry in
            "\(query) Q0 \(column(entry.document)) \(rank + 1) \(entry.score) \(tag)\n"
        }.joined()
    }

    private static func column(_ id: String) -> String {
        id.unicodeScalars.map { scalar in
            guard scalar.properties.isWhitespace else { return String(scalar) }
            return String(scalar).utf8.map { "%" + [$0].hex.uppercased() }.joined()
        }.joined()
    }
}

/// The lines of a file that are not blank, with their numbers.
private struct TrecLines {
    let path: String
    let lines: [(number: Int, text: Substring)]
    /// The last line where no line end follows it: a copy that broke off ends so.
    private let unfinished: Int?

    init(_ path: String) throws(EvaluationError) {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw EvaluationError(path: path, line: 0, message: "the file cannot be read")
        }
        guard let text = String(data: data, encoding: .utf8) else {
            throw EvaluationError(path: path, line: 0, message: "the file is not UTF-8; save it as UTF-8")
        }
        self.path = path
        // CR LF is one character, and no "\n".
        let all = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
        unfinished = all.last?.isEmpty == false ? all.count : nil
        lines = all.enumerated().compactMap { number, line in
            line.allSatisfy(\.isWhitespace) ? nil : (number + 1, line)
        }
    }

    /// The error for a line that has not got the columns it should have.
    func misshapen(_ number: Int, _ form: String) -> EvaluationError {
        let cut = number == unfinished ? "; the file ends within this line: if it was cut off, copy it again" : ""
        return EvaluationError(path: path, line: number, message: "a line is: \(form)\(cut)")
    }
}
