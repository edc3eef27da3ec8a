import Foundation
import LotseTestSupport

/// A corpus, its index and a socket in a folder of a test's own, worked on by the built programs alone.
struct Station {
    let folder: TemporaryFolder
    let corpus: CorpusFixture

    var index: String { folder("index") }
    var socket: String { folder("q.sock") }

    /// Every page of a version says the version's word, so that an answer of two generations would show.
    static let pages = 6

    @discardableResult
    static func with<Value>(
        isolation: isolated (any Actor)? = #isolation, _ body: (Station) async throws -> Value
    ) async throws -> Value {
        try await TemporaryFolder.with { folder in
            try await body(Station(folder: folder, corpus: try CorpusFixture(path: folder("corpus"))))
        }
    }

    /// Writes the corpus in a version. Beside the pages lies a longer one that stays as it is: a new version is then a
    /// small change, which the program makes on a copy of the index, in a fraction of the time.
    func write(version: Int) throws {
        let sentence = "Wir treffen uns am Abend in der Beratungsstelle und sprechen über Wohnung, Arbeit und Familie. "
        try corpus.write("documents/lang.txt", "Lang\n\n" + String(repeating: sentence, count: 60))
        for page in 0..<Self.pages {
            try corpus.write(
                "documents/seite-\(page).txt", "Seite\n\nDer Garten, Fassung marke\(version)x, Seite \(page).")
        }
    }

    /// Indexes the corpus as it is.
    @discardableResult
    func publish(_ arguments: String...) throws -> Program.Outcome {
        try Program.lotse.run(["index", "--corpus", corpus.path, "--index", index, "--progress", "none"] + arguments)
    }

    /// The version that all hits are of; nil where they are of none or of several.
    static func version(of texts: [String]) -> Int? {
        let versions = Set(
            texts.map { text in
                text.split(separator: "marke").dropFirst().first.flatMap { Int($0.prefix { $0.isNumber }) }
            })
        return texts.count == pages && versions.count == 1 ? versions.first ?? nil : nil
    }

    /// Starts a daemon for the time of a closure, which begins when it answers.
    @discardableResult
    func withDaemon<Value>(
        _ arguments: String..., isolation: isolated (any Actor)? = #isolation,
        _ body: (RunningProgram) async throws -> Value
    ) async throws -> Value {
        try await Program.lotsed.running(["--index", index, "--socket", socket] + arguments) { daemon in
            try await eventually("the daemon answers; it said: \(daemon.errors)") {
                try daemon.isRunning && Program.lotse.run(["status", "--socket", socket]).code == 0
            }
            return try await body(daemon)
        }
    }
}

/// Waits until something holds, and fails the test when it never does.
func eventually(
    _ what: @autoclosure () -> String, isolation: isolated (any Actor)? = #isolation,
    _ condition: () async throws -> Bool
) async throws {
    let end = ContinuousClock.now + .seconds(600)
    while ContinuousClock.now < end {
        if try await condition() { return }
        try await Task.sleep(for: .milliseconds(20))
    }
    throw NeverHeld(what: what())
}

/// What ``eventually(_:isolation:_:)`` waited for in vain.
struct NeverHeld: Error, CustomStringConvertible {
    let what: String
    var description: String { "it never held that \(what)" }
}
