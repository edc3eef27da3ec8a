import Foundation
import LotseAPI
import Yams

/// A corpus' `crisis.yaml`: what people in need write, and who answers them. It is kept inside each generation.
struct CrisisFile: Codable, Sendable, Hashable {
    static let fileName = "crisis.yaml"

    /// One level of urgency.
    struct Level: Codable, Sendable, Hashable {
        var name: String
        /// What the person reads above the numbers.
        var message: String
        /// Phrases that sound like this level; ``CrisisMatcher`` tells how they are read.
        var triggers: [String]
        /// Words that sound like this level where a query has no other (`suizid`).
        var alone: [String]
        /// Phrases all words of which count, in their order (`ich bin nur eine Last`); nil in a generation of an earlier version.
        var phrases: [String]?
        var resources: [Resource]
        /// What was learnt from the corpus' examples of this level; nil where there are none.
        var model: CrisisModel?
    }

    /// Somebody who can be called.
    struct Resource: Codable, Sendable, Hashable {
        var name: String
        /// The telephone numbers as people write them, the first one the one to call.
        var phones: [String]
        var hours: String?
        var languages: [String]
        var url: String?
        var checked: String?
    }

    /// The levels, the most urgent first.
    var levels: [Level] = []
    /// Words of people who work on a matter and are not in need themselves (`Fachtagung`); a query with one of them and
    /// without a word of its writer (`ich`, `mein`) gets no notice. A word ending in one of them counts as well.
    var contexts: [String] = []

    /// Words that stand for each other in triggers (`suizid`, `selbstmord`).
    var groups: [[String]] = []
    /// Phrases whose words, standing just so, belong to no trigger (`allein leben`).
    var harmless: [String] = []

    init() {}

    /// Reads a corpus' file; a missing one has no levels. What cannot be used is named with its line.
    init(corpus: String, faults: inout [LexiconFiles.Fault]) {
        let path = corpus + "/" + Self.fileName
        guard FileSystem.exists(path) else { return }
        func fault(_ line: Int?, _ message: String) {
            faults.append(.init(file: Self.fileName, line: line ?? 0, message: message))
        }
        guard let data = try? FileSystem.read(path), data.count <= 1 << 20,
            let text = String(data: data, encoding: .utf8)
        else {
            fault(nil, "not readable as UTF-8 of at most 1 MB; nobody in need is shown a number until it is")
            return
        }
        let root: Node?
        do {
            root = try Yams.Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot()
        } catch {
            var line: Int?
            if let error = error as? YamlError, case .parser(_, _, let mark, _) = error { line = mark.line }
            fault(line, "no YAML; nobody in need is shown a number until it is")
            return
        }
        guard let levels = root?["levels"]?.mapping else {
            fault(root?.mark?.line, "the key \"levels\" is missing")
            return
        }
        contexts = Self.strings(root?["contexts"])
        harmless = Self.strings(root?["harmless"])
        groups = (root?["groups"]?.array() ?? []).map { Self.strings($0) }
        for (key, node) in levels {
            let name = key.string ?? ""
            let message = node["message"]?.string ?? ""
            let triggers = Self.strings(node["triggers"])
            var resources: [Resource] = []
            for entry in node["resources"]?.array() ?? [] {
                let phones = Self.strings(entry["phones"])
                guard let name = entry["name"]?.string, !name.isEmpty, !phones.isEmpty else {
                    fault(entry.mark?.line, "a resource needs \"name\" and \"phones\"; it is left out")
                    continue
                }
                resources.append(
                    Resource(
                        name: name, phones: phones, hours: entry["hours"]?.string,
                        languages: Self.strings(entry["languages"]), url: entry["url"]?.string,
                        checked: entry["checked"]?.string))
            }
            guard !name.isEmpty, !message.isEmpty, !triggers.isEmpty, !resources.isEmpty else {
                fault(
                    key.mark?.line,
                    "the level \"\(name)\" needs \"message\", \"triggers\" and \"resources\"; it is left out")
                continue
            }
            self.levels.append(
                Level(
                    name: name, message: message, triggers: triggers, alone: Self.strings(node["alone"]),
                    phrases: Self.strings(node["phrases"]), resources: resources))
        }
        let examples = CrisisExamples(corpus: corpus, levels: self.levels.map(\.name)) { file, message in
            faults.append(.init(file: file, line: 0, message: message))
        }
        for index in self.levels.indices { self.levels[index].model = examples.model(of: self.levels[index].name) }
    }

    private static func strings(_ node: Node?) -> [String] {
        (node?.array() ?? []).compactMap(\.string).filter { !$0.isEmpty }
    }

    /// The same file always gives the same bytes.
    func canonical() -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Strings and arrays: encoding cannot fail.
        return (try? encoder.encode(self)) ?? Data()
    }
}

extension CrisisFile.Level {
    /// What an answer carries.
    var notice: CrisisNotice {
        CrisisNotice(
            level: name, message: message,
            resources: resources.map { resource in
                var facts: [String] = []
                if resource.phones.count > 1 {
                    facts.append("auch " + resource.phones.dropFirst().joined(separator: ", "))
                }
                if let hours = resource.hours { facts.append(hours) }
                if !resource.languages.isEmpty { facts.append(resource.languages.joined(separator: ", ")) }
                return HelpResource(
                    name: resource.name, phone: resource.phones[0], url: resource.url,
                    description: facts.isEmpty ? nil : facts.joined(separator: "; "), checked: resource.checked)
            })
    }
}
