import Foundation
import LotseAPI
import LotseTestSupport
import Testing

@testable import Lotse

@Suite("Test sets")
struct TestSetTests {
    static let documents = """
        {"id": "a", "title": "Eins", "text": "Der Garten am Bach."}
        {"id": "b", "title": "Zwei", "text": "Das Haus am Bach."}

        """

    static func with<Value>(
        _ documents: String? = documents, queries: String = "1\tGarten\n2\tHaus\n",
        qrels: String = "1 0 a 2\n2 0 b 1\n", in name: String = "set", _ body: (TemporaryFolder, String) throws -> Value
    ) throws -> Value {
        try TemporaryFolder.with { folder in
            if let documents { try folder.write("\(name)/docs.jsonl", documents) }
            try folder.write("\(name)/queries.tsv", queries)
            try folder.write("\(name)/qrels.txt", qrels)
            return try body(folder, folder(name))
        }
    }

    /// The error that reading a set gives, without the folder's name.
    static func fault(queries: String = "1\tGarten\n2\tHaus\n", qrels: String) throws -> String? {
        try with(queries: queries, qrels: qrels) { _, path in
            do throws(EvaluationError) {
                _ = try TestSet(path: path)
                return nil
            } catch {
                return error.description.replacing(path, with: "set")
            }
        }
    }

    @Test("a set's documents are indexed for as long as they are asked, without the judgements that lie beside them")
    func indexed() throws {
        try Self.with { _, path in
            let set = try TestSet(path: path)
            #expect(set.queries.queries.map(\.id) == ["1", "2"])
            #expect(set.relevantDocuments == ["a", "b"])
            let lent = try set.withTemporaryIndex(jobs: 1) { index in
                let engine = try SearchEngine(indexPath: index, readers: 1)
                #expect(engine.status().documents == 2)
                #expect(try engine.search(SearchRequest(query: "Garten")).hits.map(\.document) == ["a"])
                return index
            }
            #expect(!FileManager.default.fileExists(atPath: lent))
            #expect(!FileManager.default.fileExists(atPath: (lent as NSString).deletingLastPathComponent))
        }
    }

    @Test("the documents of a corpus' folder gold are the corpus")
    func gold() throws {
        try Self.with(nil, in: "corpus/gold") { folder, path in
            try folder.write("corpus/documents/a.txt", "Eins\n\nDer Garten am Bach.")
            try TestSet(path: path).withTemporaryIndex(jobs: 1) { index in
                let engine = try SearchEngine(indexPath: index, readers: 1)
                #expect(try engine.document(id: "documents/a") != nil)
            }
        }
    }

    @Test("documents that are missing, or that cannot all be read, are an error and no lower score")
    func missingDocuments() throws {
        func message(_ documents: String?) throws -> String {
            try Self.with(documents) { _, path in
                do {
                    try TestSet(path: path).withTemporaryIndex(jobs: 1) { _ in }
                    return "none"
                } catch let error as EvaluationError {
                    return error.description.replacing(path, with: "set")
                }
            }
        }
        #expect(try message(nil).hasPrefix("set/docs.jsonl: the file is missing; put the documents there"))
        let cut = String(Self.documents.dropLast(20))
        #expect(try message(cut).hasPrefix("set/docs.jsonl:2: "))
    }

    @Test("judgements that were cut off or belong to other queries are caught")
    func checked() throws {
        #expect(
            try Self.fault(qrels: "1 0 a 2\n")?.hasPrefix(
                "set/qrels.txt: 1 of 2 queries, 2 for one, have no relevant document") == true)
        #expect(
            try Self.fault(qrels: "1 0 a 2\n2 0 b 0\n")?.hasPrefix(
                "set/qrels.txt: 1 of 2 queries, 2 for one, have no relevant document") == true)
        #expect(
            try Self.fault(qrels: "1 0 a 2\n2 0 b 1\n3 0 b 1\n")?.hasPrefix(
                "set/qrels.txt: 1 judged queries, 3 for one, are not in queries.tsv") == true)
        #expect(try Self.fault(qrels: "1 0 a 2\n2 0 b 1\n") == nil)
    }

    @Test("a folder that is not there is said, with what a set is")
    func noFolder() {
        #expect {
            try TestSet(path: "/nowhere/set")
        } throws: { error in
            (error as? EvaluationError)?.description.hasPrefix("/nowhere/set: there is no such folder; name a test set")
                == true
        }
    }
}
