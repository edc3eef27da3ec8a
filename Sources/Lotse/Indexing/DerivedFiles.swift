import Foundation
import GermanText
import Xapian

/// What is made from a generation's finished databases: the words for spelling, and the suggestions.
enum DerivedFiles {
    static func write(_ folder: String, shards: [String], resources: AnalyzerResources) throws(LotseError) {
        let words: SortedWords
        let suggestions: SuggestionIndex
        do {
            let database = try Database(paths: shards.map { folder + "/" + $0 })
            words = try SpellingVocabulary.words(in: database, lexicon: resources.lexicon)
            let analyzer = Analyzer(resources: resources, stemmer: try XapianStemming())
            suggestions = SuggestionIndex(try SuggestionCollector.suggestions(in: database, analyzer: analyzer))
        } catch let error as XapianError {
            throw LotseError(writing: error, path: folder)
        } catch {
            throw .io(path: folder, detail: "the words of the database cannot be read: \(error)")
        }
        try FileSystem.write(words.block, to: folder + "/" + GenerationFiles.words)
        try FileSystem.write(suggestions.block, to: folder + "/" + GenerationFiles.suggestions)
    }
}
