import Foundation
import LotseAPI
import LotseTestSupport
import NIOConcurrencyHelpers
import Testing

@testable import Lotse

@Suite("Many threads at a time")
struct ConcurrencyTests {
    private static let threads = 8
    private static let generations = 8

    /// Every page of a generation says the generation's word, so that an answer of two generations would show.
    private static func write(_ indexed: IndexedCorpus, generation: Int) throws {
        for page in 0..<6 {
            try indexed.corpus.write(
                "documents/seite-\(page).txt", "Seite\n\nDer Garten, Fassung marke\(generation), Seite \(page).")
        }
    }

    @Test(
        "every answer is of one whole generation while others are published, pruned and opened", .timeLimit(.minutes(5))
    )
    func swap() throws {
        try IndexedCorpus.with([:]) { indexed in
            try Self.write(indexed, generation: 1)
            try indexed.run()
            let engine = try indexed.engine(readers: 3)
            let isDone = NIOLockedValueBox(false)
            let faults = NIOLockedValueBox<[String]>([])
            let answers = NIOLockedValueBox<Set<Int>>([])
            onThreads(Self.threads + 1) { thread in
                do {
                    if thread == 0 {
                        defer { isDone.withLockedValue { $0 = true } }
                        for generation in 2...Self.generations {
                            try Self.write(indexed, generation: generation)
                            try indexed.run { $0.keep = 1 }
                            try engine.refresh()
                        }
                        return
                    }
                    while !isDone.withLockedValue({ $0 }) {
                        let answer = try engine.search(SearchRequest(query: "Garten", perPage: 50))
                        answers.withLockedValue { _ = $0.insert(answer.generation) }
                        let mark = "marke\(answer.generation),"
                        let texts = answer.hits.flatMap(\.snippets).map(\.text)
                        if texts.count != 6 || !texts.allSatisfy({ $0.contains(mark) }) {
                            faults.withLockedValue { $0.append("generation \(answer.generation): \(texts)") }
                        }
                        let other = thread % 2 == 0 ? try engine.document(id: "documents/seite-1") : nil
                        if thread % 2 == 0, other?.sections.isEmpty != false {
                            faults.withLockedValue { $0.append("no document") }
                        }
                        // The indexer needs its turn as well, on however few cores.
                        Thread.sleep(forTimeInterval: 0.001)
                    }
                } catch {
                    faults.withLockedValue { $0.append("\(error)") }
                }
            }
            #expect(faults.withLockedValue { $0 } == [])
            #expect(engine.generationNumber == Self.generations)
            #expect(answers.withLockedValue { $0.isEmpty } == false)
        }
    }

    @Test("more threads than readers wait for one and all get the same answer")
    func waiting() throws {
        try withEngine(["a.txt": "Seite\n\nEin Garten.", "b.txt": "Seite\n\nEin Bach."]) { engine in
            let answers = NIOLockedValueBox<[[String]]>([])
            onThreads(64) { _ in
                let found = (try? engine.found("Garten")) ?? ["error"]
                answers.withLockedValue { $0.append(found) }
            }
            #expect(answers.withLockedValue { $0 } == Array(repeating: ["a"], count: 64))
        }
    }
}
