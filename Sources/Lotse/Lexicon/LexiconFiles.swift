import Foundation
import GermanText

/// What a corpus says of its language, in `lexicon/`: words to protect, compounds split by hand, further stop words.
///
/// It is kept inside each generation, so that a query is analysed by the words of the index that it asks.
struct LexiconFiles: Codable, Sendable, Hashable {
    /// Lines of a headword and its forms.
    var protectedWords: [String] = []
    /// Compounds and their parts.
    var compounds: [String: [String]] = [:]
    /// Function words beyond the built-in ones.
    var stopWords: [String] = []

    /// A line that could not be used.
    struct Fault: Sendable, Hashable {
        var file: String
        var line: Int
        var message: String
    }

    init() {}

    /// Reads the folder `lexicon` of a corpus; a missing file is an empty one.
    init(corpus: String, faults: inout [Fault]) {
        let folder = corpus + "/lexicon/"
        for (_, line) in Self.lines(folder + "protected.txt", &faults) { protectedWords.append(line) }
        for (_, line) in Self.lines(folder + "stopwords.txt", &faults) { stopWords.append(line) }
        for (number, line) in Self.lines(folder + "compounds.txt", &faults) {
            let sides = line.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            let parts = sides.count == 2 ? sides[1].split(whereSeparator: \.isWhitespace).map(String.init) : []
            guard parts.count >= 2, !sides[0].isEmpty else {
                faults.append(
                    Fault(
                        file: "lexicon/compounds.txt", line: number,
                        message: "no split; write: Selbsthilfegruppe = Selbsthilfe Gruppe"))
                continue
            }
            compounds[sides[0]] = parts
        }
    }

    private static func lines(_ path: String, _ faults: inout [Fault]) -> [(Int, String)] {
        guard FileSystem.exists(path) else { return [] }
        guard let data = try? FileSystem.read(path), let text = String(data: data, encoding: .utf8) else {
            let name = "lexicon/" + (path as NSString).lastPathComponent
            faults.append(Fault(file: name, line: 0, message: "not readable as UTF-8; save it as UTF-8"))
            return []
        }
        // CR LF is one character, and no "\n".
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        return lines.enumerated().compactMap { number, line in
            let content = line.prefix { $0 != "#" }.trimmingCharacters(in: .whitespacesAndNewlines)
            return content.isEmpty ? nil : (number + 1, content)
        }
    }

    /// The resources of an analyzer.
    func resources(lexicon: Lexicon) -> AnalyzerResources {
        var protected = ProtectedWords()
        for line in protectedWords { protected.add(line: line) }
        var resources = AnalyzerResources(lexicon: lexicon, protectedWords: protected)
        for word in stopWords { resources.addStopWord(word) }
        for (word, parts) in compounds { resources.addCompound(word, parts: parts) }
        return resources
    }

    /// The same files always give the same bytes.
    func canonical() -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Strings, arrays and a dictionary of them: encoding cannot fail.
        return (try? encoder.encode(self)) ?? Data()
    }
}
