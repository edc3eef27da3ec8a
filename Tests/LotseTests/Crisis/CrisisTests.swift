import Foundation
import LotseAPI
import LotseTestSupport
import Testing

@testable import Lotse

@Suite("Crisis help")
struct CrisisTests {
    /// The files of the example corpus.
    private static let shipped: [String: String] = {
        let root = URL(filePath: #filePath).pathComponents.dropLast(4).joined(separator: "/").dropFirst()
        let names = ["crisis.yaml", "crisis/acute.txt", "crisis/harmless.txt"]
        return Dictionary(
            uniqueKeysWithValues: names.map { name in
                (name, (try? String(contentsOfFile: "\(root)/corpus/\(name)", encoding: .utf8)) ?? "")
            })
    }()

    /// An engine on one document, with the shipped files and the system's list of words.
    private func withCrisisEngine(_ body: (SearchEngine) throws -> Void) throws {
        let files = Self.shipped.merging(["a.md": "# Beratung\n\nWir beraten."]) { $1 }
        try IndexedCorpus.with(files) { indexed in
            try indexed.run { $0.wordList = IndexOptions().wordList }
            try body(try indexed.engine())
        }
    }

    /// What people write of besides.
    private static let everyday = [
        """
        Das Jobcenter hat mir schon wieder die Leistungen gekürzt und der Bescheid ist falsch. Die Sachbearbeiterin ruft nicht \
        zurück, die Miete ist fällig und der Strom wird bald abgestellt.
        """,
        """
        Meine Tochter geht seit Wochen nicht zur Schule und das Jugendamt droht mit einem Bußgeld. Die Lehrerin sagt, wir \
        sollen zur Erziehungsberatung gehen, aber dort gibt es eine lange Warteliste.
        """,
        """
        Ich suche eine Selbsthilfegruppe für Angehörige in der Nähe, am besten abends, und eine Beratung zu Pflegegrad und \
        Schwerbehindertenausweis für meine Mutter mit Demenz.
        """,
    ]

    private func level(_ query: String, _ engine: SearchEngine) throws -> String? {
        try engine.search(SearchRequest(query: query)).crisis?.level
    }

    @Test("every acute phrase shows the acute notice, none of the others does")
    func phrases() throws {
        #expect(Set(CrisisPhrases.acute).count >= 150)
        #expect(Set(CrisisPhrases.other).count >= 150)
        try withCrisisEngine { engine in
            var missed: [String] = []
            var wrong: [String] = []
            for phrase in CrisisPhrases.acute + CrisisPhrases.moreAcute + CrisisPhrases.freshAcute
            where try level(phrase, engine) != "acute" {
                missed.append(phrase)
            }
            for phrase in CrisisPhrases.other + CrisisPhrases.moreOther + CrisisPhrases.freshOther
            where try level(phrase, engine) == "acute" {
                wrong.append(phrase)
            }
            #expect(missed == [])
            #expect(wrong == [])
        }
    }

    @Test("acute phrases are found inside longer queries, in capitals, without umlauts")
    func longer() throws {
        try withCrisisEngine { engine in
            for phrase in CrisisPhrases.acute {
                let plain = phrase.replacing("ä", with: "ae").replacing("ö", with: "oe").replacing("ü", with: "ue")
                for query in ["Guten Abend, \(phrase). Bitte helfen Sie!", phrase.uppercased(), plain] {
                    let found = try level(query, engine)
                    #expect(found == "acute", "\(query)")
                }
            }
        }
    }

    @Test("where somebody is in need, a word that may be right is not corrected, and one that nobody has is")
    func uncorrected() throws {
        var files = ["crisis.yaml": Self.small]
        for number in 0..<30 { files["x\(number).md"] = "# Seite \(number)\n\nGegen Gewalt, Nummer \(number)." }
        try withEngine(files, listed: ["Gewallt"]) { engine throws in
            let calm = try engine.search(SearchRequest(query: "Gewallt"))
            #expect(calm.didYouMean == DidYouMean(query: "Gewalt", applied: true) && calm.crisis == nil)
            let inNeed = try engine.search(SearchRequest(query: "ich will sterben Gewallt"))
            #expect(inNeed.didYouMean == nil && inNeed.crisis?.level == "acute")
            let unknown = try engine.search(SearchRequest(query: "ich will sterben Numner"))
            #expect(unknown.didYouMean?.applied == true && unknown.crisis?.level == "acute")
        }
    }

    @Test("a request that is refused carries the notice too, wherever its words stand in a text of any length")
    func refused() throws {
        func problem(_ request: SearchRequest, _ engine: SearchEngine) throws -> Problem? {
            do {
                _ = try engine.search(request)
                return nil
            } catch let problem as Problem {
                return problem
            }
        }
        try withCrisisEngine { engine in
            let filler = Array(repeating: "Gestern war ein ganz gewöhnlicher Tag im Garten.", count: 40)
            for place in [0, 1, 7, 20, 39, 40] {
                var sentences = filler
                sentences.insert("Ich will nicht mehr leben.", at: place)
                let refused = try problem(SearchRequest(query: sentences.joined(separator: " ")), engine)
                #expect(refused?.field == "q")
                #expect(refused?.crisis?.level == "acute", "\(place)")
                #expect(refused?.crisis?.resources.first?.phone != nil)
            }
            let calm = try problem(SearchRequest(query: filler.joined(separator: " ")), engine)
            #expect(calm?.field == "q" && calm?.crisis == nil)
            let wrongPage = try problem(SearchRequest(query: "ich will sterben", page: 0), engine)
            #expect(wrongPage?.field == "page" && wrongPage?.crisis?.level == "acute")
            let wrongFilter = try problem(SearchRequest(query: "ich will sterben", filter: ["near": ["hier"]]), engine)
            #expect(wrongFilter?.field == "filter" && wrongFilter?.crisis?.level == "acute")
            let empty = try problem(SearchRequest(query: " "), engine)
            #expect(empty?.field == "q" && empty?.crisis == nil)
            // What is around a cry for help says nothing against it.
            for filler in Self.everyday {
                for sentence in ["Ich will nicht mehr leben.", "Ich möchte sterben.", "Ich will mich umbringen."] {
                    for length in [20, 45, 150] {
                        let words = Array(repeating: filler, count: 5).joined(separator: " ")
                            .split(separator: " ").prefix(length)
                        for place in stride(from: 0, through: length, by: 5) {
                            let text = (words.prefix(place) + [Substring(sentence)] + words.dropFirst(place))
                                .joined(separator: " ")
                            let crisis =
                                length > 60
                                ? try problem(SearchRequest(query: text), engine)?.crisis
                                : try engine.search(SearchRequest(query: text)).crisis
                            #expect(crisis?.level == "acute", "\(place) of \(length): \(text)")
                        }
                    }
                }
            }
            // A last word is judged in its sentence.
            let last = try problem(SearchRequest(query: String(repeating: "Garten ", count: 96) + "tot"), engine)
            #expect(last?.field == "q" && last?.crisis?.level != "acute")
            let unbroken = try problem(SearchRequest(query: String(repeating: "ichwillsterben", count: 4_000)), engine)
            #expect(unbroken?.field == "q" && unbroken?.crisis == nil)
        }
    }

    @Test("a single word of the phrases is no cry for help, unless it is one by itself")
    func singleWords() throws {
        try withCrisisEngine { engine in
            for word in [
                "Welt", "mehr", "Bahn", "Bahnhof", "Wunsch", "leben", "ich lebe", "selbst", "Plan", "Druck", "schon",
                "allem",
            ] {
                let found = try level(word, engine)
                #expect(found != "acute", "\(word)")
            }
            for word in ["sterben", "Suizid", "Selbstmordgedanken", "suizied", "lebensmüde"] {
                let found = try level(word, engine)
                #expect(found == "acute", "\(word)")
            }
        }
    }

    @Test("the notice has a message and numbers, stands beside the hits, and every level has its own")
    func notice() throws {
        try withCrisisEngine { engine in
            let answer = try engine.search(SearchRequest(query: "Beratung ich will sterben", match: .any))
            #expect(answer.hits.map(\.document) == ["a"])
            let crisis = try #require(answer.crisis)
            #expect(crisis.resources.contains { $0.phone == "112" })
            let telephone = try #require(crisis.resources.first { $0.name == "TelefonSeelsorge" })
            #expect(telephone.phone == "0800 1110111")
            #expect(telephone.description?.hasPrefix("auch 0800 1110222, 116 123; ") == true)
            #expect(telephone.checked == "2026-11")
            #expect(!crisis.message.isEmpty)
            #expect(try level("mein mann schlägt mich", engine) == "violence")
            #expect(try level("mein papa schlägt mich", engine) == "children")
            #expect(try level("ich komme vom Alkohol nicht los", engine) == "topic")
            #expect(try level("Sprechzeiten", engine) == nil)
            #expect(try level("!!! ???", engine) == nil)
        }
    }

    @Test("a corpus without the file gives no notice; a faulty one names file and line")
    func faults() throws {
        try withEngine(["a.md": "# A\n\nText."]) { engine in
            let found = try level("ich will sterben", engine)
            #expect(found == nil)
        }
        let faulty = """
            levels:
              acute:
                message: Hilfe.
                triggers: [ich will sterben]
                resources:
                  - name: Ohne Nummer
                  - name: Notruf
                    phones: ["112"]
              topic:
                message: Nichts.
            """
        try IndexedCorpus.with(["a.md": "# A\n\nText.", "crisis.yaml": faulty]) { indexed in
            let problems = try indexed.run().problems.filter { $0.path == "crisis.yaml" }
            #expect(problems.map(\.line) == [6, 9])
            #expect(problems.map(\.severity) == ["error", "error"])
            #expect(try level("ich will sterben", try indexed.engine()) == "acute")
        }
        for broken in ["levels: [", "nothing: here", "\u{1}"] {
            try IndexedCorpus.with(["a.md": "# A\n\nText.", "crisis.yaml": broken]) { indexed in
                let report = try indexed.run()
                #expect(report.problems.contains { $0.path == "crisis.yaml" })
            }
        }
    }

    @Test("of a phrase all words count, in their order, with nothing but small words in between")
    func literalPhrases() throws {
        let file = """
            levels:
              acute:
                message: Hilfe.
                triggers: [ich will sterben]
                phrases: [ich bin eine Last, wenn es mich nicht gäbe]
                resources: [{name: N, phones: ['1']}]
            """
        try IndexedCorpus.with(["a.md": "# A\n\nText.", "crisis.yaml": file]) { indexed in
            try indexed.run()
            let engine = try indexed.engine()
            for query in [
                "Ich bin doch nur eine Last", "besser wenn es mich gar nicht gäbe", "ICH BIN EINE LAST für euch",
            ] {
                #expect(try level(query, engine) == "acute", "\(query)")
            }
            for query in [
                "eine Last", "eine Last bin ich", "ich bin keine Last", "ich bin sicher eine Last", "wenn es mich gäbe",
                "ich bin",
            ] {
                #expect(try level(query, engine) == nil, "\(query)")
            }
        }
    }

    @Test("a generation of a version without phrases is read")
    func earlier() throws {
        let stored = Data(
            """
            {"contexts":[],"groups":[],"harmless":[],"levels":[{"name":"acute","message":"M","triggers":["sterben"],\
            "alone":[],"resources":[]}]}
            """.utf8)
        #expect(try JSONDecoder().decode(CrisisFile.self, from: stored).levels.first?.phrases == nil)
    }

    private static let small = """
        levels:
          acute: {message: M, triggers: [ich will sterben], resources: [{name: N, phones: ['1']}]}
        """
    private static let examples = """
        # Ein Kommentar.
        ich will sterben
        niemand wird mich vermissen
        morgen bin ich weg für immer
        keiner wird mich vermissen wenn ich weg bin
        ich bin bald weg für immer
        """
    private static let harmlessExamples = """
        der hund will nicht fressen
        ich will sterben lernen ein buch über das alter
        das lied ich will sterben lernen von einer band
        sterben lernen buch
        wo gibt es ein buch über hunde
        wann öffnet das amt morgen
        """

    @Test("examples reach wordings that no trigger names, and take back a trigger in a query far from them")
    func learnt() throws {
        var files = ["a.md": "# A\n\nText.", "crisis.yaml": Self.small]
        try withEngine(files) { engine throws in
            #expect(try level("dann bin ich weg für immer", engine) == nil)
            #expect(try level("das buch ich will sterben lernen von einer band", engine) == "acute")
        }
        files["crisis/acute.txt"] = Self.examples
        files["crisis/harmless.txt"] = Self.harmlessExamples
        try IndexedCorpus.with(files) { indexed in
            #expect(try indexed.run().problems.isEmpty)
            let engine = try indexed.engine()
            for query in ["dann bin ich weg für immer", "Keiner wird mich vermissen", "ich will sterben"] {
                #expect(try level(query, engine) == "acute", "\(query)")
            }
            for query in [
                "das buch ich will sterben lernen von einer band", "wann öffnet das amt", "ein Kommentar", "!",
            ] {
                #expect(try level(query, engine) == nil, "\(query)")
            }
            // What is learnt from is no document.
            #expect(try engine.search(SearchRequest(query: "vermissen")).total.value == 0)
            try indexed.folder.write("corpus/crisis/acute.txt", Self.examples + "\nalles ist aus")
            #expect(try indexed.run().changed)
        }
    }

    @Test("examples that cannot be used are named, and the triggers go on")
    func faultyExamples() throws {
        let missing = ["a.md": "# A\n\nText.", "crisis.yaml": Self.small, "crisis/acute.txt": Self.examples]
        let empty = missing.merging(["crisis/harmless.txt": "# nichts"]) { $1 }
        for files in [missing, empty] {
            try IndexedCorpus.with(files) { indexed in
                let report = try indexed.run()
                #expect(report.problems.contains { $0.path == "crisis/harmless.txt" })
                // Examples are no documents, whatever is missing beside them.
                #expect(report.documents == 1)
                let engine = try indexed.engine()
                #expect(try level("ich will sterben", engine) == "acute")
            }
        }
        // Without Lotse's examples, a folder of that name is one of documents.
        try withEngine(["crisis/b.md": "# Krise\n\nWas hilft."]) { engine throws in
            #expect(try engine.found("Krise") == ["crisis/b"])
        }
    }

    @Test("the same examples give the same model; a damaged one says nothing")
    func model() throws {
        let (own, others) = (["ich bin weg für immer", "für immer weg"], ["der hund ist weg", "wann öffnet das amt"])
        let model = CrisisModel(positive: own, negative: others)
        #expect(model == CrisisModel(positive: own, negative: others))
        #expect(model.score("weg für immer") > model.score("der hund ist im amt"))
        #expect(model.score("") == 0 && model.score("?!") == 0)
        // However the letters are written.
        #expect(model.score("für immer WEG") == model.score("fu\u{308}r immer weg"))
        let stored = try JSONEncoder().encode(model)
        #expect(try JSONDecoder().decode(CrisisModel.self, from: stored) == model)
        let damaged = Data(#"{"bias":3,"scale":1,"weights":"AAAA"}"#.utf8)
        #expect(try JSONDecoder().decode(CrisisModel.self, from: damaged).score("weg") == 0)
    }

    @Test("a changed file makes a new generation")
    func changed() throws {
        let file = "levels: {acute: {message: M, triggers: [ich will sterben], resources: [{name: N, phones: ['1']}]}}"
        try IndexedCorpus.with(["a.md": "# A\n\nText."]) { indexed in
            try indexed.run()
            try indexed.folder.write("corpus/crisis.yaml", file)
            #expect(try indexed.run().changed)
            #expect(try level("ich will sterben", try indexed.engine()) == "acute")
        }
    }

    @Test("the distance counts insertions, deletions, substitutions and transpositions")
    func distance() {
        func distance(_ first: String, _ second: String) -> Int {
            CrisisMatcher.distance(Array(first.utf8), Array(second.utf8), within: 9)
        }
        #expect(distance("", "abc") == 3)
        #expect(distance("abc", "") == 3)
        #expect(distance("umbirngen", "umbringen") == 1)
        #expect(distance("umbrigen", "umbringen") == 1)
        #expect(distance("steben", "sterben") == 1)
        #expect(distance("leben", "lesen") == 1)
        #expect(distance("abcd", "dcba") == 3)
        #expect(CrisisMatcher.distance(Array("abcdef".utf8), Array("uvwxyz".utf8), within: 2) == 3)
    }
}
