import Foundation
import GermanText
import Xapian

/// Makes a ``SectionTable`` of the sections of a database, one after the other.
struct SectionTableBuilder {
    private var documentOfSection: [UInt32] = []
    private var sectionEnds: [UInt32] = []
    private var sectionFields: [UInt8] = []
    private var numbers: [String: UInt32] = [:]
    private var documentEnds: [UInt32] = []
    private var documentFields: [UInt8] = []
    private var labelNumbers: [SectionTable.Label: UInt32] = [:]
    private var labels: [SectionTable.Label] = []
    private var labelsOfDocument: [[UInt32]] = []

    /// Adds a section. Ids must rise from one call to the next.
    ///
    /// - Parameter facts: what is stored with the first section of a document.
    mutating func add(_ id: DocumentID, _ record: SectionRecord, facts: DocumentFacts?) {
        fill(to: Int(id))
        let number = number(of: record)
        documentOfSection.append(number)
        sectionFields.appendField(record.anchor)
        sectionFields.appendLength(record.path.count)
        for heading in record.path { sectionFields.appendField(heading) }
        sectionEnds.append(UInt32(sectionFields.count))
        guard let facts else { return }
        for facet in Facet.allCases {
            for value in facet.values(metadata: facts.metadata, language: facts.language) {
                add(facet.rawValue, value, to: Int(number))
            }
        }
    }

    /// Ids that no section has.
    private mutating func fill(to count: Int) {
        precondition(documentOfSection.count <= count, "ids must rise")
        while documentOfSection.count < count {
            documentOfSection.append(SectionTable.none)
            sectionEnds.append(UInt32(sectionFields.count))
        }
    }

    private mutating func number(of record: SectionRecord) -> UInt32 {
        if let known = numbers[record.document] { return known }
        let number = UInt32(numbers.count)
        numbers[record.document] = number
        for field in [record.document, record.kind, record.title, record.url, record.date] {
            documentFields.appendField(field)
        }
        documentEnds.append(UInt32(documentFields.count))
        labelsOfDocument.append([])
        add("kind", record.kind, to: Int(number))
        add("date", String(record.date.prefix(4)), to: Int(number))
        return number
    }

    private mutating func add(_ facet: String, _ value: String, to document: Int) {
        guard !value.isEmpty else { return }
        let label = SectionTable.Label(facet: facet, value: value)
        let number = labelNumbers[label] ?? UInt32(labels.count)
        if number == labels.count {
            labelNumbers[label] = number
            labels.append(label)
        }
        if !labelsOfDocument[document].contains(number) { labelsOfDocument[document].append(number) }
    }

    /// The file's bytes.
    var block: Data {
        var bytes = SectionTable.magic
        func append(_ numbers: [UInt32]) { for number in numbers { bytes.append(uint32: number) } }
        func append(ends: [UInt32], behind start: Int) { append(ends.map { $0 + UInt32(start) }) }
        append([UInt32(documentOfSection.count), UInt32(documentEnds.count), UInt32(labels.count)])
        append(documentOfSection)
        append(sectionEnds)
        append(ends: documentEnds, behind: sectionFields.count)
        var labelFields: [UInt8] = []
        var labelEnds: [UInt32] = []
        for label in labels {
            labelFields.appendField(label.facet)
            labelFields.appendField(label.value)
            labelEnds.append(UInt32(labelFields.count))
        }
        append(ends: labelEnds, behind: sectionFields.count + documentFields.count)
        var end = 0
        for list in labelsOfDocument {
            end += list.count
            bytes.append(uint32: UInt32(end))
        }
        for list in labelsOfDocument { append(list) }
        return Data(bytes + sectionFields + documentFields + labelFields)
    }
}
