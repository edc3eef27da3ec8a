import Foundation

/// A corpus' examples for ``CrisisModel``: a folder with a text file for a level (`acute.txt`) and one of harmless queries, a
/// query on each line. Lines that begin with `#` are comments. A single word of an example is harmless by itself, unless it
/// stands on a line of its own.
struct CrisisExamples {
    static let folderName = "crisis"
    private static let harmlessName = "harmless"
    private static let mostBytes = 4 << 20

    private var byLevel: [String: [String]] = [:]
    private var harmless: [String] = []

    /// Reads the examples of some levels. What cannot be used is named.
    init(corpus: String, levels: [String], fault: (_ file: String, _ message: String) -> Void) {
        let folder = corpus + "/" + CrisisExamples.folderName
        guard FileSystem.exists(folder) else { return }
        harmless = CrisisExamples.lines(folder, CrisisExamples.harmlessName, fault)
        for level in levels where level != CrisisExamples.harmlessName && FileSystem.exists("\(folder)/\(level).txt") {
            byLevel[level] = CrisisExamples.lines(folder, level, fault)
        }
        if !byLevel.isEmpty, harmless.isEmpty {
            fault(
                "\(CrisisExamples.folderName)/\(CrisisExamples.harmlessName).txt",
                "it is missing or empty; without harmless queries nothing can be learnt from the others")
            byLevel = [:]
        }
    }

    private static func lines(
        _ folder: String, _ name: String, _ fault: (_ file: String, _ message: String) -> Void
    ) -> [String] {
        guard let data = try? FileSystem.read("\(folder)/\(name).txt"), data.count <= mostBytes,
            let text = String(data: data, encoding: .utf8)
        else {
            if FileSystem.exists("\(folder)/\(name).txt") {
                fault("\(folderName)/\(name).txt", "not readable as UTF-8 of at most 4 MB; its examples are left out")
            }
            return []
        }
        return text.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
            .filter { !$0.isEmpty && !$0.hasPrefix("#") }
    }

    /// What can be learnt for a level; nil where it has no examples. Those of other levels are no examples of this one.
    func model(of level: String) -> CrisisModel? {
        guard let own = byLevel[level], !own.isEmpty else { return nil }
        let others = byLevel.filter { $0.key != level }.sorted { $0.key < $1.key }.flatMap(\.value)
        return CrisisModel(positive: own, negative: harmless + others + CrisisExamples.loneWords(of: own))
    }

    /// The words of some examples, each by itself: `Welt` and `mehr` mean nothing alone. Those that are examples alone do.
    private static func loneWords(of examples: [String]) -> [String] {
        var known = Set(examples.map { $0.lowercased() })
        return examples.flatMap { $0.lowercased().split { !$0.isLetter }.map(String.init) }.filter {
            known.insert($0).inserted
        }
    }
}
