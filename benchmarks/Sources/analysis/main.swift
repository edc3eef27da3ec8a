// Speed of the German pipeline on one core: every Markdown or text file below a folder, read into memory first.
// usage: analysis FOLDER [ROUNDS]
import Foundation
import GermanText
import Xapian

final class XapianGerman: Stemming {
    private let stemmer: Stemmer
    init() throws { stemmer = try Stemmer(language: "german") }

    func stem(_ word: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
        output.removeAll(keepingCapacity: true)
        do { try stemmer.stem(word, into: &output) } catch { output.append(contentsOf: word) }
    }
}

guard CommandLine.arguments.count >= 2 else {
    FileHandle.standardError.write(Data("usage: analysis FOLDER [ROUNDS]\n".utf8))
    exit(2)
}
let rounds = CommandLine.arguments.count > 2 ? Int(CommandLine.arguments[2]) ?? 3 : 3
var texts: [[UInt8]] = []
let folder = URL(fileURLWithPath: CommandLine.arguments[1])
let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
var paths: [String] = []
while let file = files?.nextObject() as? URL {
    if ["md", "txt"].contains(file.pathExtension) { paths.append(file.path) }
}
for path in paths.sorted() {
    if let data = FileManager.default.contents(atPath: path) { texts.append(Array(data)) }
}
let bytes = texts.reduce(0) { $0 + $1.count }

var counter = VocabularyCounter()
for text in texts { text.withUnsafeBufferPointer { counter.add($0) } }
var builder = LexiconBuilder()
if let list = FileManager.default.contents(atPath: "/usr/share/dict/ngerman") { builder.addWordList(list) }
builder.add(counter)
let lexicon = builder.build()

@MainActor func measure(_ stages: AnalyzerResources.Stages) throws -> (seconds: Double, tokens: Int) {
    let analyzer = Analyzer(
        resources: AnalyzerResources(lexicon: lexicon, stages: stages),
        stemmer: try XapianGerman())
    var tokens = TokenBuffer()
    var count = 0
    let start = ContinuousClock.now
    for text in texts {
        text.withUnsafeBufferPointer { analyzer.analyze($0, into: &tokens) }
        count += tokens.tokens.count
    }
    let elapsed = start.duration(to: .now).components
    return (Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18, count)
}

let settings: [(String, AnalyzerResources.Stages)] = [
    ("lotse-simple", [.gender, .digraphs, .stems]),
    ("lotse-no-compounds", AnalyzerResources.Stages.all.subtracting(.compounds)), ("lotse-all", .all),
]
for round in 1...max(1, rounds) {
    for (name, stages) in settings {
        let result = try measure(stages)
        let rate = Double(bytes) / 1e6 / result.seconds
        print(
            name, "round", round, "tokens", result.tokens, "seconds", String(format: "%.2f", result.seconds), "MB/s",
            String(format: "%.1f", rate))
    }
}
