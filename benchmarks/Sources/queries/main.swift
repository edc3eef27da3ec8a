// Times queries one by one on one thread, and writes an index' sections out for a peer.
// usage: queries export INDEX FILE
//        queries serve INDEX, then on standard input lines of a setting, a tab and a file with one query a line
// Answers each line with the nanoseconds of every query and, behind a tab, the number of hits of all of them.
import Foundation
import Lotse
import LotseAPI

let settings: [String: SearchRequest] = [
    "any": SearchRequest(query: "", match: .any, snippets: false),
    "all": SearchRequest(query: "", match: .all, snippets: false),
    "auto": SearchRequest(query: "", match: .auto, snippets: false),
    // What a search page asks for.
    "page": SearchRequest(query: "", facets: ["kind"], match: .auto, snippets: true),
]

func lines(of file: String) throws -> [String] {
    try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").map(String.init)
}

func run(_ queries: [String], _ setting: SearchRequest, _ engine: SearchEngine) throws -> String {
    var times: [String] = []
    var hits = 0
    for query in queries {
        let start = ContinuousClock.now
        var request = setting
        request.query = query
        hits += try engine.search(request).hits.count
        let taken = start.duration(to: .now).components
        times.append(String(taken.seconds * 1_000_000_000 + taken.attoseconds / 1_000_000_000))
    }
    return times.joined(separator: " ") + "\t\(hits)"
}

let arguments = CommandLine.arguments
switch (arguments.dropFirst().first, arguments.count) {
case ("export", 4):
    print(try exportSections(of: arguments[2], to: arguments[3]))
case ("serve", 3):
    let engine = try SearchEngine(indexPath: arguments[2], readers: 1)
    while let line = readLine() {
        let parts = line.split(separator: "\t").map(String.init)
        guard parts.count == 2, let setting = settings[parts[0]] else { fatalError("not a setting: \(line)") }
        print(try run(lines(of: parts[1]), setting, engine))
        // A pipe is not flushed at the end of a line.
        fflush(nil)
    }
default:
    FileHandle.standardError.write(Data("usage: queries export INDEX FILE | queries serve INDEX\n".utf8))
    exit(2)
}
