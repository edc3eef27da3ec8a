import Foundation
import GermanText
import LotseCorpus
import NIOConcurrencyHelpers

/// The first pass of a full build: counts the corpus' words and finds ids that are there twice.
struct VocabularyPass {
    var counters: [VocabularyCounter] = []
    /// The abbreviations that the texts explain.
    private var miner = AbbreviationMiner()
    /// Which source owns an id: the first one by path.
    var owners: [String: Int] = [:]
    /// What was read, for the second pass.
    let cache = ReadCache()

    private struct State {
        var counter = VocabularyCounter()
        var miner = AbbreviationMiner()
        var ids: [(source: Int, ids: [String])] = []
    }

    private struct Done {
        var counters: [VocabularyCounter] = []
        var miner = AbbreviationMiner()
        var ids: [(source: Int, ids: [String])] = []
    }

    init(
        reader: CorpusReader, sources: [Source], furniture: FurnitureProfile, jobs: Int,
        advance: @Sendable (Source) -> Void
    ) throws(LotseError) {
        let done = NIOLockedValueBox(Done())
        let cache = cache
        try Workers.run(items: sources.count, jobs: jobs) { () throws(LotseError) in
            State()
        } body: { (state: inout State, item: Int) throws(LotseError) in
            var ids: [String] = []
            let isKept = cache.reserve(sources[item].size)
            var kept: [Document] = []
            let reading = reader.read(sources[item], furniture: furniture) { document in
                ids.append(document.id)
                state.counter.add(document)
                for section in document.sections { state.miner.add(section.text) }
                if isKept { kept.append(document) }
            }
            if isKept { cache.keep(.init(documents: kept, reading: reading), of: item) }
            state.ids.append((item, ids))
            advance(sources[item])
        } finish: { (state: consuming State) throws(LotseError) in
            let state = state
            done.withLockedValue {
                $0.counters.append(state.counter)
                $0.miner.add(state.miner)
                $0.ids += state.ids
            }
        }
        let result = done.withLockedValue { $0 }
        counters = result.counters
        miner = result.miner
        for (source, ids) in result.ids.sorted(by: { $0.source < $1.source }) {
            for id in ids where owners[id] == nil { owners[id] = source }
        }
    }

    /// The abbreviations' rules, as a generation keeps them. The same corpus always gives the same bytes.
    func minedAbbreviations(lexicon: Lexicon) -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        // Strings and truth values: encoding cannot fail.
        return (try? encoder.encode(miner.rules(lexicon: lexicon))) ?? Data()
    }

    /// The lexicon of the corpus: its own words, and those of a word list.
    func lexicon(wordList: Data?) -> Lexicon {
        var builder = LexiconBuilder()
        if let wordList { builder.addWordList(wordList) }
        for counter in counters { builder.add(counter) }
        return builder.build()
    }
}

extension VocabularyCounter {
    fileprivate mutating func add(_ document: Document) {
        add(string: document.title)
        for section in document.sections {
            if let heading = section.path.last { add(string: heading) }
            add(string: section.text)
        }
    }

    private mutating func add(string: String) {
        var string = string
        string.withUTF8 { add($0) }
    }
}
