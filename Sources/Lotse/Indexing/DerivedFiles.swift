import Foundation
import GermanText
import LotseCorpus
import Xapian

/// What is made from a generation's finished databases: the words for spelling, the suggestions, where institutions are and
/// when they are open, what hits show, and the posting lists and token streams that ranking reads.
enum DerivedFiles {
    /// Writes them all, on two threads where there are so many: what reads the posting lists, and what reads the texts.
    static func write(
        _ folder: String, shards: [String], resources: AnalyzerResources, scan: CorpusScan, jobs: Int
    ) throws(LotseError) {
        let paths = shards.map { folder + "/" + $0 }
        try Workers.run(items: 2, jobs: jobs, make: {}) { (_, item) throws(LotseError) in
            do {
                let database = try Database(paths: paths)
                if item == 0 {
                    try writeOfTexts(folder, database, resources, scan)
                } else {
                    try writePostings(folder, database)
                }
            } catch let error as LotseError {
                throw error
            } catch let error as XapianError {
                throw LotseError(writing: error, path: folder)
            } catch {
                throw .io(path: folder, detail: "the database cannot be read: \(error)")
            }
        }
    }

    private static func writeOfTexts(
        _ folder: String, _ database: borrowing Database, _ resources: AnalyzerResources, _ scan: CorpusScan
    ) throws {
        let words = try SpellingVocabulary.words(
            in: database, lexicon: resources.lexicon, synonyms: scan.files.synonyms)
        try FileSystem.write(words.block, to: folder + "/" + GenerationFiles.words)
        let read = try pass(database, Analyzer(resources: resources, stemmer: try XapianStemming()))
        try FileSystem.write(
            SuggestionIndex(read.suggestions.suggestions()).block, to: folder + "/" + GenerationFiles.suggestions)
        try FileSystem.write(read.sections.block, to: folder + "/" + GenerationFiles.sections)
        let profiles = try self.profiles(in: database, scan.postalCodes)
        try FileSystem.write(profiles.block, to: folder + "/" + GenerationFiles.profiles)
    }

    private static func writePostings(_ folder: String, _ database: borrowing Database) throws {
        let (head, lists, idCount) = try PostingFileBuilder.pieces(of: database, weights: try weights(in: database))
        try FileSystem.write([head, lists], to: folder + "/" + GenerationFiles.postings)
        let tokens = try TokenFile.pieces(of: database, idCount: idCount)
        try FileSystem.write([tokens.head, tokens.streams], to: folder + "/" + GenerationFiles.tokens)
    }

    private struct Pass {
        var suggestions: SuggestionCollector
        var sections = SectionTableBuilder()
    }

    /// Reads all stored records once.
    private static func pass(_ database: borrowing Database, _ analyzer: Analyzer) throws(XapianError) -> Pass {
        var pass = Pass(
            suggestions: SuggestionCollector(analyzer: analyzer, sections: try database.statistics().documentCount))
        var ids: [DocumentID] = []
        for kind in Document.Kind.allCases { ids += try database.postings(of: IndexTerms.kind(kind.rawValue)) }
        for id in ids.sorted() {
            guard let record = SectionRecord(try database.document(id, parts: .data).data) else { continue }
            let facts = DocumentFacts(encoded: record.documentFacts)
            pass.suggestions.add(record, facts: facts)
            pass.sections.add(id, record, facts: facts)
        }
        return pass
    }

    /// What profiles weigh by themselves.
    private static func weights(in database: borrowing Database) throws(XapianError) -> [PostingFile.SlotWeights] {
        var weights = [ValueSlots.completeness, ValueSlots.assured].map {
            PostingFile.SlotWeights(slot: $0, ids: [], numbers: [])
        }
        for id in try database.postings(of: IndexTerms.kind(Document.Kind.institution.rawValue)) {
            let values = try database.document(id, parts: .values).values
            for at in weights.indices {
                guard let value = values[weights[at].slot] else { continue }
                weights[at].ids.append(id)
                weights[at].numbers.append(try SortableNumber.unserialise(value))
            }
        }
        return weights
    }

    private static func profiles(
        in database: borrowing Database, _ list: PostalCodeList
    ) throws(XapianError) -> ProfileTable {
        var table = ProfileTable(profiles: [], postalCodes: PostalCodes())
        var stated: [(profile: Int, codes: [String])] = []
        var located: [ProfilePlace.Located] = []
        for id in try database.postings(of: IndexTerms.kind(Document.Kind.institution.rawValue)) {
            // The facts are with the first section alone.
            guard let record = SectionRecord(try database.document(id, parts: .data).data),
                let facts = DocumentFacts(encoded: record.documentFacts)
            else { continue }
            let place = facts.profile.flatMap { ProfilePlace(profileJSON: $0) }
            var places = place?.places ?? []
            if places.isEmpty, let latitude = facts.latitude, let longitude = facts.longitude,
                let given = Place(latitude: latitude, longitude: longitude)
            {
                places = [given]
            }
            located += place?.located ?? []
            if places.isEmpty, let codes = place?.postalCodes, !codes.isEmpty {
                stated.append((table.profiles.count, codes))
            }
            table.profiles.append(
                .init(
                    document: record.document, places: places,
                    hours: facts.profile.flatMap { OpeningHours(profileJSON: $0) }))
        }
        table.postalCodes = PostalCodes(list: list, located: located)
        // Without coordinates, an institution is where its postal code is.
        for (profile, codes) in stated {
            table.profiles[profile].places = codes.compactMap { table.postalCodes.place(of: $0) }
        }
        table.profiles.sort { $0.document < $1.document }
        return table
    }
}
