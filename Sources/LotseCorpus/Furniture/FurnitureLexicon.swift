import Foundation

/// The corpus' own list of page furniture, `lexicon/furniture.txt`: one line each, taken literally (white space and
/// case apart), or between slashes as a regular expression that must match a whole line. `#` starts a comment.
struct FurnitureLexicon: Sendable {
    private(set) var literals: Set<String> = []
    private(set) var expressions: [NSRegularExpression] = []
    private(set) var problems: [Problem] = []
    /// The digest of the file, empty without one.
    private(set) var digest = ""

    static let fileName = "lexicon/furniture.txt"
    /// Lines over this many bytes are not matched: an expression that backtracks must not hold up a run.
    static let limit = 400

    init() {}

    init(root: String, limits: Limits) {
        let path = root + "/" + Self.fileName
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        do {
            let bytes = try CorpusFile(path: path, below: root).contents(limit: limits.yamlBytes)
            digest = Digest.hex(of: bytes)
            guard case .text(let text) = TextDecoding.decode(bytes) else {
                report(nil, "the file is not UTF-8; save it as UTF-8")
                return
            }
            parse(String(decoding: text, as: UTF8.self))
        } catch {
            report(nil, "\(error.reason); check the file")
        }
    }

    mutating func parse(_ text: String) {
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let entry = line.trimmingWhitespace()
            if entry.isEmpty || entry.hasPrefix("#") { continue }
            guard entry.utf8.count > 2, entry.hasPrefix("/"), entry.hasSuffix("/") else {
                literals.insert(FurnitureProfile.key(entry))
                continue
            }
            do {
                let pattern = "^(?:\(entry.dropFirst().dropLast()))$"
                expressions.append(try NSRegularExpression(pattern: pattern, options: [.caseInsensitive]))
            } catch {
                report(index + 1, "the regular expression \(entry) cannot be read; correct it (ICU syntax)")
            }
        }
    }

    /// Whether the list names nothing.
    var isEmpty: Bool { literals.isEmpty && expressions.isEmpty }

    /// Whether the list names this line (white space collapsed).
    func contains(_ line: String) -> Bool {
        if isEmpty { return false }
        guard line.utf8.count <= Self.limit else { return false }
        if literals.contains(FurnitureProfile.key(line)) { return true }
        let range = NSRange(line.startIndex..., in: line)
        return expressions.contains { $0.firstMatch(in: line, range: range) != nil }
    }

    private mutating func report(_ line: Int?, _ message: String) {
        problems.append(
            Problem(path: Self.fileName, line: line, code: .lexicon, message: message, severity: .warning))
    }
}
