import Foundation

/// Finds the files of a corpus, without following links to folders: cycles cannot arise.
struct SourceWalk {
    let root: String
    let limits: Limits
    private(set) var sources: [Source] = []
    private(set) var problems: [Problem] = []

    /// The folders of a corpus in Lotse's own layout.
    static let layout = ["documents", "forums", "institutions"]

    /// - Parameter root: without symbolic links.
    init(root: String, limits: Limits) {
        self.root = root
        self.limits = limits
    }

    /// Whether the root has any of the layout's folders.
    static func hasLayout(_ root: String) -> Bool {
        layout.contains { kind(of: root + "/" + $0) == S_IFDIR }
    }

    /// Walks the layout's folders where there are any, else everything.
    mutating func run() {
        var stack: [String] = []
        if Self.hasLayout(root) {
            for name in Self.layout { visit(name, folders: &stack) }
        } else {
            list("", skip: Self.besides(root), folders: &stack)
        }
        while let folder = stack.popLast() {
            guard sources.count < limits.files else {
                report(folder, .tooLarge, "more than \(limits.files) files; split the corpus", .error)
                break
            }
            list(folder, skip: [], folders: &stack)
        }
        sources.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        problems.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    /// What stands beside the documents of a corpus in a free layout. `lexicon`, `gold` and `crisis` are left out only where
    /// they hold what Lotse keeps there: elsewhere a folder of that name is a folder of documents.
    private static func besides(_ root: String) -> Set<String> {
        // A test set in TREC's form brings its queries and judgements beside its documents.
        var names: Set<String> = ["lotse.yaml", "crisis.yaml", "queries.tsv", "qrels.txt"]
        let lexicon = [
            "synonyms.txt", "abbreviations.tsv", "protected.txt", "compounds.txt", "furniture.txt", "stopwords.txt",
        ]
        if lexicon.contains(where: { kind(of: "\(root)/lexicon/\($0)") == S_IFREG }) { names.insert("lexicon") }
        if ["queries.tsv", "qrels.txt"].contains(where: { kind(of: "\(root)/gold/\($0)") == S_IFREG }) {
            names.insert("gold")
        }
        let examples = ["harmless.txt", "acute.txt", "violence.txt", "children.txt", "topic.txt"]
        if examples.contains(where: { kind(of: "\(root)/crisis/\($0)") == S_IFREG }) { names.insert("crisis") }
        return names
    }

    private mutating func list(_ folder: String, skip: Set<String>, folders: inout [String]) {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? root : root + "/" + folder)
        } catch {
            report(
                folder.isEmpty ? "." : folder, .unreadable, "the folder cannot be read; check its permissions", .error)
            return
        }
        for name in names where !name.hasPrefix(".") && !skip.contains(name) {
            visit(folder.isEmpty ? name : folder + "/" + name, folders: &folders)
        }
    }

    private mutating func visit(_ path: String, folders: inout [String]) {
        let absolute = root + "/" + path
        var status = stat()
        guard lstat(absolute, &status) == 0 else {
            // In the layout a folder may be missing; a name that was just listed may not.
            if errno != ENOENT || path.contains("/") || !Self.layout.contains(path) {
                let reason = CorpusFile.reason(errno)
                report(path, .unreadable, "\(reason); check its permissions and that its name is UTF-8", .error)
            }
            return
        }
        var type = status.st_mode & S_IFMT
        if type == S_IFLNK {
            guard let real = CorpusFile.realPath(absolute) else {
                return report(path, .link, "the symbolic link leads nowhere; remove or correct it", .warning)
            }
            guard CorpusFile.isInside(real, root) else {
                return report(path, .link, "the symbolic link leads out of the corpus; copy the file instead", .warning)
            }
            guard stat(real, &status) == 0 else {
                return report(path, .link, "the symbolic link leads nowhere", .warning)
            }
            type = status.st_mode & S_IFMT
            guard type != S_IFDIR else {
                return report(path, .link, "links to folders are not followed; it is read at its own place", .info)
            }
        }
        switch type {
        case S_IFDIR: folders.append(path)
        case S_IFREG: add(path, status)
        default: report(path, .notAFile, "this is a pipe, a socket or a device; move it out of the corpus", .warning)
        }
    }

    private mutating func add(_ path: String, _ status: stat) {
        let name = path.split(separator: "/").last ?? ""
        let ending = name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
        guard let format = Source.Format(extension: ending) else {
            let known = Self.documents.contains(ending)
            let message =
                known
                ? "\(ending.uppercased()) files are not read; convert it to one of .md .html .txt .json .yaml .jsonl"
                : "no text format by its extension; read are .md .html .txt .json .yaml .jsonl"
            return report(path, .unsupported, message, known ? .warning : .info)
        }
        let modified = Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
        sources.append(Source(path: path, format: format, size: Int(status.st_size), modified: modified))
    }

    /// Formats of documents that people will miss in the index.
    private static let documents: Set<String> = [
        "csv", "tsv", "pdf", "odt", "ods", "odp", "docx", "doc", "rtf", "xlsx", "xls", "pptx", "ppt", "epub", "xml",
        "rst", "adoc", "tex",
    ]

    private mutating func report(_ path: String, _ code: Problem.Code, _ message: String, _ severity: Problem.Severity)
    {
        problems.append(Problem(path: path, code: code, message: message, severity: severity))
    }

    private static func kind(of path: String) -> mode_t? {
        var status = stat()
        return lstat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
    }
}
