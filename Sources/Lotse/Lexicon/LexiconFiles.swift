import Foundation
import GermanText

/// What a corpus says of its language, in `lexicon/`: words to protect, compounds split by hand, further stop words,
/// synonyms and abbreviations.
///
/// It is kept inside each generation, so that a query is analysed by the words of the index that it asks.
struct LexiconFiles: Codable, Sendable, Hashable {
    /// Lines of a headword and its forms.
    var protectedWords: [String] = []
    /// Compounds and their parts.
    var compounds: [String: [String]] = [:]
    /// Function words beyond the built-in ones.
    var stopWords: [String] = []
    /// Synonyms and abbreviations.
    var synonyms: [SynonymRule] = []
    /// Stages of the analysis that are left out, to measure what they are worth.
    var without: [AnalysisStage] = []

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
        func fault(_ name: String, _ line: Int, _ message: String) {
            faults.append(Fault(file: "lexicon/" + name, line: line, message: message))
        }
        var headwords: [String: String] = [:]
        for (number, line) in Self.lines(folder + "protected.txt", &faults) {
            if let (form, other) = Self.clash(line, &headwords) {
                fault("protected.txt", number, "\"\(form)\" belongs to \"\(other)\" already; take it out of one line")
                continue
            }
            protectedWords.append(line)
        }
        for (number, line) in Self.lines(folder + "stopwords.txt", &faults) {
            guard !line.contains(where: \.isWhitespace) else {
                fault("stopwords.txt", number, "more than one word; write one word a line")
                continue
            }
            stopWords.append(line)
        }
        for (number, line) in Self.lines(folder + "compounds.txt", &faults) {
            let sides = line.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            let parts = sides.count == 2 ? sides[1].split(whereSeparator: \.isWhitespace).map(String.init) : []
            guard parts.count >= 2, !sides[0].isEmpty else {
                fault("compounds.txt", number, "no split; write: Selbsthilfegruppe = Selbsthilfe Gruppe")
                continue
            }
            if let part = Self.missingPart(of: sides[0], parts) {
                fault("compounds.txt", number, "\"\(part)\" does not stand at its place in \"\(sides[0])\"")
                continue
            }
            compounds[sides[0]] = parts
        }
        for (number, line) in Self.lines(folder + "synonyms.txt", &faults) {
            do throws(SynonymRule.Fault) {
                synonyms.append(try SynonymRule(solr: line, source: "lexicon/synonyms.txt:\(number)"))
            } catch { fault("synonyms.txt", number, error.message) }
        }
        for (number, line) in Self.lines(folder + "abbreviations.tsv", &faults) {
            do throws(SynonymRule.Fault) {
                synonyms.append(try SynonymRule(abbreviation: line, source: "lexicon/abbreviations.tsv:\(number)"))
            } catch { fault("abbreviations.tsv", number, error.message) }
        }
    }

    /// A form of a line that another line has already, and that line's headword.
    private static func clash(_ line: String, _ headwords: inout [String: String]) -> (form: String, other: String)? {
        let forms = line.split(whereSeparator: { $0.isWhitespace || $0 == "," || $0 == ":" }).map { $0.lowercased() }
        guard let headword = forms.first else { return nil }
        for form in forms {
            if let other = headwords[form], other != headword { return (form, other) }
        }
        for form in forms { headwords[form] = headword }
        return nil
    }

    /// The first part whose beginning does not follow in the word behind the parts before it.
    private static func missingPart(of word: String, _ parts: [String]) -> String? {
        // A plural may have an umlaut that its part lacks (Männer|beratung = Mann Beratung).
        func plain(_ text: String) -> String { text.folding(options: .diacriticInsensitive, locale: nil) }
        var rest = Analyzer.fold(plain(word))[...]
        for part in parts {
            let beginning = Analyzer.fold(plain(part)).prefix(3)
            let place = rest.indices.first { rest[$0...].starts(with: beginning) }
            guard let place, !beginning.isEmpty else { return part }
            rest = rest[(place + 1)...]
        }
        return nil
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
        var protected = ProtectedWords.none
        if !without.contains(.protectedWords) {
            protected = ProtectedWords()
            for line in protectedWords { protected.add(line: line) }
        }
        var resources = AnalyzerResources(lexicon: lexicon, protectedWords: protected)
        for stage in without { resources.stages.subtract(stage.stages) }
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
