import Crypto
import Foundation
import LotseCorpus
import NIOConcurrencyHelpers

/// What the corpus holds at the beginning of a run, compared with the generation before.
struct CorpusScan {
    var sources: [Source]
    /// The digest of each source; empty where there is no generation to compare with.
    var digests: [String]
    var problems: [Problem]
    /// The lines that many pages share.
    var furniture: FurnitureProfile
    /// A digest of the corpus' settings.
    var settings: String
    var files: LexiconFiles
    var crisis: CrisisFile
    var postalCodes: PostalCodeList

    /// The numbers of the sources that are new or changed, and the paths that are gone.
    struct Changes {
        var added: [Int] = []
        var updated: [Int] = []
        var removed: [String] = []
        var isEmpty: Bool { added.isEmpty && updated.isEmpty && removed.isEmpty }
    }

    /// - Parameter compares: whether a generation exists that ``changes(since:)`` will be asked about. Without one
    ///   every source is new, whatever its digest, and reading all files for that would cost a fiftieth of the run.
    init(
        reader: CorpusReader, corpus: String, without: Set<AnalysisStage>, jobs: Int, compares: Bool
    ) throws(LotseError) {
        let listing = reader.sources()
        sources = listing.sources
        problems = listing.problems
        var faults: [LexiconFiles.Fault] = []
        files = LexiconFiles(corpus: corpus, faults: &faults)
        files.without = without.sorted { $0.rawValue < $1.rawValue }
        problems += faults.map {
            Problem(path: $0.file, line: $0.line, code: .lexicon, message: $0.message, severity: .warning)
        }
        var dangers: [LexiconFiles.Fault] = []
        crisis = CrisisFile(corpus: corpus, faults: &dangers)
        // No warning: somebody in need may see no number until it is mended.
        problems += dangers.map {
            Problem(path: $0.file, line: $0.line, code: .lexicon, message: $0.message, severity: .error)
        }
        postalCodes = PostalCodeList(root: corpus)
        problems += postalCodes.problems
        let digests = NIOLockedValueBox<[String]>(Array(repeating: "", count: sources.count))
        let sources = sources
        let compared = compares ? sources.count : 0
        try Workers.run(items: compared, jobs: jobs, make: { () throws(LotseError) in }) { _, item in
            // A file that cannot be read has no digest; the reading pass reports it.
            let digest = (try? FileSystem.digest(corpus + "/" + sources[item].path).sha256) ?? ""
            digests.withLockedValue { $0[item] = digest }
        }
        self.digests = digests.withLockedValue { $0 }
        furniture = reader.surveyFurniture(sources)
        // Everything beside the sources that decides how they are read.
        var hash = SHA256()
        hash.update(data: files.canonical())
        hash.update(data: crisis.canonical())
        hash.update(data: PostalCodes(list: postalCodes).encoded)
        hash.update(data: Data(reader.fingerprint(furniture: furniture).utf8))
        settings = hash.finalize().hex
    }

    /// What changed since a manifest was written.
    func changes(since manifest: Manifest) -> Changes {
        let before = Dictionary(manifest.sources.map { ($0.path, $0.digest) }, uniquingKeysWith: { first, _ in first })
        var changes = Changes()
        for (number, source) in sources.enumerated() {
            switch before[source.path] {
            case nil: changes.added.append(number)
            case let digest? where digest != digests[number] || digest.isEmpty: changes.updated.append(number)
            default: break
            }
        }
        let now = Set(sources.map(\.path))
        changes.removed = manifest.sources.map(\.path).filter { !now.contains($0) }
        return changes
    }
}
