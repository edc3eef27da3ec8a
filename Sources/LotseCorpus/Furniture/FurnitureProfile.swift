/// Lines that stand at the head or the tail of many pages of a corpus: menus, footers, addresses of the operator.
///
/// A line is learnt when it stands among the first six or the last eight lines of at least a quarter of the surveyed
/// `.txt` and `.html` files, and of eight at least. It is dropped only at the very edge of a page: what stands between
/// it and the edge must be furniture too. A heading inside a page is therefore never lost, and the headings that pages
/// of institutions share (`Öffnungszeiten`, `Kontakt`) are never learnt.
public struct FurnitureProfile: Sendable, Hashable, Codable {
    /// Lines at the head, normalised, sorted.
    public let head: [String]
    /// Lines at the tail, normalised, sorted.
    public let tail: [String]

    /// Nothing was learnt.
    public static let none = FurnitureProfile(head: [], tail: [])

    static let headLines = 6
    static let tailLines = 8
    static let minimumFiles = 8

    init(head: some Sequence<String>, tail: some Sequence<String>) {
        self.head = Set(head).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        self.tail = Set(tail).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// How lines are compared: white space collapsed, lower case, NFC.
    static func key(_ line: some StringProtocol) -> String {
        ByteText.collapsed(line).precomposed.lowercased()
    }

    /// Headings that many pages share and that are content.
    static let headings: Set<String> = [
        "oeffnungszeiten", "sprechzeiten", "sprechstunde", "sprechstunden", "kontakt", "adresse", "anschrift",
        "anfahrt",
        "angebot", "angebote", "unsere angebote", "unser angebot", "ueber uns", "wer wir sind", "was wir tun",
        "zielgruppe", "zielgruppen", "anmeldung", "kosten", "termine", "ansprechpartner", "ansprechpartnerin",
        "ansprechpartnerinnen", "ansprechpersonen", "traeger", "literatur", "themen", "aufgaben", "ziele", "hilfe",
        "beratung", "telefon", "so finden sie uns", "so erreichen sie uns", "ergebnisse", "einleitung", "protokoll",
        "ausblick", "zusammenfassung",
    ]
}

/// Counts lines at the edges of pages.
struct FurnitureSurvey {
    private var head: [String: Int] = [:]
    private var tail: [String: Int] = [:]
    private var pages = 0

    /// Counts one page.
    /// - Parameter lines: its lines that are not blank, in order, white space collapsed.
    mutating func add(_ lines: [String]) {
        guard !lines.isEmpty else { return }
        pages += 1
        // On a short page a line counts for the edge that it is nearer to.
        let half = (lines.count + 1) / 2
        for line in Set(lines.prefix(min(half, FurnitureProfile.headLines)).map(FurnitureProfile.key)) {
            head[line, default: 0] += 1
        }
        for line in Set(lines.suffix(min(half, FurnitureProfile.tailLines)).map(FurnitureProfile.key)) {
            tail[line, default: 0] += 1
        }
    }

    func profile() -> FurnitureProfile {
        let threshold = max(FurnitureProfile.minimumFiles, (pages + 3) / 4)
        func learnt(_ counts: [String: Int]) -> [String] {
            counts.filter { line, count in
                count >= threshold && line.utf8.count <= BuiltinFurniture.limit
                    && !FurnitureProfile.headings.contains(ByteText.comparable(line))
                    && line.contains(where: \.isLetter)
            }.map(\.key)
        }
        return FurnitureProfile(head: learnt(head), tail: learnt(tail))
    }
}

extension CorpusReader {
    /// Reads the `.txt` and `.html` files (at most ``Limits/surveyFiles``, evenly spread) for lines that they share.
    /// Files that cannot be read are skipped here; `read` reports them.
    public func surveyFurniture(_ sources: [Source]) -> FurnitureProfile {
        let pages = sources.filter { $0.format == .text || $0.format == .html }
        guard pages.count >= FurnitureProfile.minimumFiles else { return .none }
        let step = max(
            1, (pages.count + configuration.limits.surveyFiles - 1) / max(configuration.limits.surveyFiles, 1))
        var survey = FurnitureSurvey()
        for index in stride(from: 0, to: pages.count, by: step) {
            let source = pages[index]
            guard
                let bytes = try? CorpusFile(path: absolute(source), below: root)
                    .contents(limit: configuration.limits.fileBytes)
            else { continue }
            if source.format == .html {
                let declared = HTMLCharset.decode(bytes)
                guard let text = declared ?? TextDecoding.text(bytes) else { continue }
                survey.add(HTMLReader(context: context(source, .none)).lines(text))
            } else if let text = TextDecoding.text(bytes) {
                survey.add(TextLine.lines(text, from: 0, number: 1).lazy.filter { !$0.isBlank }.map(\.text))
            }
        }
        return survey.profile()
    }

    /// A digest of everything besides the files themselves that decides what `read` emits: this package's version of
    /// the readers, `lotse.yaml`, the furniture list and what was surveyed. When it changes, read every file again.
    public func fingerprint(furniture: FurnitureProfile) -> String {
        let defaults = Value.object(settings.defaults).canonicalJSON ?? ""
        let parts =
            ["readers 1", settings.baseURL ?? "", defaults, lexicon.digest, "\(configuration.limits)"]
            + furniture.head + ["tail"] + furniture.tail
        return Digest.hex(of: Array(parts.joined(separator: "\n").utf8))
    }
}

extension TextDecoding {
    /// The text, by whatever encoding fits; nil for none.
    static func text(_ bytes: [UInt8]) -> [UInt8]? {
        switch decode(bytes) {
        case .text(let text), .windows1252(let text): text
        case .binary, .undecodable: nil
        }
    }
}
