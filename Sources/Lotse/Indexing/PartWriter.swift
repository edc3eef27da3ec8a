import Crypto
import Foundation
import GermanText
import LotseCorpus
import Xapian

/// Writes documents into small databases, one after the other, each small enough to stay in memory.
///
/// Many small databases merged by compaction are several times faster than one large one, whose B-trees are rewritten
/// again and again. Belongs to one thread.
struct PartWriter: ~Copyable {
    /// Sections in one database.
    static let sectionsPerPart = 1_000

    private let folder: String
    private let name: String
    private let indexer: SectionIndexer
    private var database: WritableDatabase?
    private var sectionsInPart = 0
    private(set) var parts: [String] = []
    private(set) var sections = 0

    init(folder: String, name: String, indexer: SectionIndexer) {
        self.folder = folder
        self.name = name
        self.indexer = indexer
    }

    /// Adds all sections of a document.
    mutating func add(_ document: Document) throws(XapianError) {
        let sections = SectionDocument(of: document, analyzer: indexer.analyzer)
        for (number, section) in document.sections.enumerated() {
            try write(try sections.build(section, number: number, indexer: indexer))
        }
    }

    private mutating func write(_ document: DocumentBuilder) throws(XapianError) {
        if sectionsInPart >= PartWriter.sectionsPerPart { try closePart() }
        var current: WritableDatabase
        if let open = database.take() {
            current = open
        } else {
            let path = folder + "/" + name + "-" + IndexDirectory.name(parts.count)
            current = try WritableDatabase(path: path, mode: .create, options: [.noSync, .dangerous])
            parts.append(path)
            sectionsInPart = 0
        }
        _ = try current.add(document)
        database = consume current
        sectionsInPart += 1
        sections += 1
    }

    private mutating func closePart() throws(XapianError) {
        guard let open = database.take() else { return }
        try open.close()
        sectionsInPart = 0
    }

    /// Writes what is left. Nothing may be added afterwards.
    mutating func finish() throws(XapianError) { try closePart() }
}

/// From the sections of a document to the Xapian documents that stand for them: what they share is made once.
struct SectionDocument {
    private let document: Document
    private let booleanTerms: [[UInt8]]
    private let collapseKey: [UInt8]
    private let titleKey: [UInt8]
    private let quality: ProfileQuality?

    init(of document: Document, analyzer: Analyzer) {
        self.document = document
        var terms = [IndexTerms.document(document.id), IndexTerms.kind(document.kind.rawValue)]
        for (key, values) in document.metadata.sorted(by: { $0.key < $1.key }) {
            // A value may be said twice in the file; a boolean term is a set's member.
            for value in Set(values).sorted() { terms.append(IndexTerms.filter(key, value)) }
        }
        if document.metadata["language"] == nil { terms.append(IndexTerms.filter("language", document.language)) }
        var tokens = TokenBuffer()
        terms += SectionDocument.stems(of: document.title, analyzer, &tokens).map { IndexTerms.title($0) }
        for facet in Facet.allCases {
            let values = facet.values(metadata: document.metadata, language: document.language)
            let stems = Set(values.flatMap { SectionDocument.stems(of: $0, analyzer, &tokens) })
            terms += stems.map { IndexTerms.facetWord(facet, $0) }.sorted { $0.lexicographicallyPrecedes($1) }
        }
        booleanTerms = terms
        quality = document.profile.flatMap { ProfileQuality(profileJSON: $0) }
        collapseKey = SectionDocument.collapseKey(document.id)
        titleKey = SectionDocument.titleKey(document.title)
    }

    func build(
        _ section: Section, number: Int, indexer: SectionIndexer
    ) throws(XapianError) -> DocumentBuilder {
        let fields = RankingFields.fields(of: section, number: number, in: document)
        return try indexer.build(fields: fields) { builder throws(XapianError) in
            for term in booleanTerms { try builder.addBoolean(term: term) }
            try builder.setValue(ValueSlots.document, bytes: collapseKey)
            if let date = document.date { try builder.setValue(ValueSlots.date, date) }
            try builder.setValue(ValueSlots.title, bytes: titleKey)
            if let quality { try builder.setValue(ValueSlots.completeness, number: quality.completeness) }
            if let day = quality?.assured { try builder.setValue(ValueSlots.assured, number: Double(day.number)) }
            try builder.setData(SectionDocument.record(section, number, document).encoded())
        }
    }

    /// The whole-word terms of a text and of the pieces of its hyphenated words, each once, in order.
    private static func stems(
        of text: String, _ analyzer: Analyzer, _ tokens: inout TokenBuffer
    ) -> [[UInt8]] {
        analyzer.analyze(text, into: &tokens)
        var stems: Set<[UInt8]> = []
        for token in tokens.tokens {
            for term in tokens.terms(of: token)
            where term.kind.space == .stem || token.flags.contains(.piece) && term.foldedLength == 0 {
                stems.insert(Array(analyzer.bytes(of: term.id)))
            }
        }
        return stems.sorted { $0.lexicographicallyPrecedes($1) }
    }

    /// Eight bytes of a digest of the id: the same in every generation, so that an update needs no numbering.
    static func collapseKey(_ id: String) -> [UInt8] {
        Array(SHA256.hash(data: Array(id.utf8)).prefix(8))
    }

    /// A title in the order of German dictionaries (DIN 5007-1): ä as a, ö as o, ü as u, ß as ss, whatever its case.
    static func titleKey(_ title: String) -> [UInt8] {
        let folded = title.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
        return Array(folded.replacing("ß", with: "ss").utf8.prefix(60))
    }

    private static func record(_ section: Section, _ number: Int, _ document: Document) -> SectionRecord {
        var record = SectionRecord()
        record.document = document.id
        record.anchor = section.anchor
        record.kind = document.kind.rawValue
        record.sectionKind = section.kind.rawValue
        record.title = document.title
        record.url = document.url ?? ""
        record.date = document.date ?? ""
        record.path = Array(section.path.prefix(SectionRecord.deepestPath))
        record.context = section.context ?? ""
        record.text = section.text
        if number == 0 { record.documentFacts = DocumentFacts(document).encoded }
        return record
    }
}
