import Foundation

/// The corpus' own list of postal codes, `lexicon/postal_codes.tsv`: five digits, latitude and longitude in degrees,
/// separated by tabs. `#` starts a comment. A line that cannot be used is reported, and the rest is read.
public struct PostalCodeList: Sendable {
    private(set) var places: [Int: Place] = [:]
    /// What could not be used, each with its line.
    public private(set) var problems: [Problem] = []

    /// Below the corpus' root.
    public static let fileName = "lexicon/postal_codes.tsv"

    /// An empty list.
    public init() {}

    /// Reads the list of a corpus; a missing file is an empty one.
    /// - Parameters:
    ///   - root: the corpus' folder.
    ///   - limits: its `yamlBytes` bound the file, room for every code there is many times over.
    public init(root: String, limits: Limits = Limits()) {
        let path = root + "/" + Self.fileName
        var status = stat()
        guard lstat(path, &status) == 0, let real = CorpusFile.realPath(root) else { return }
        do {
            let bytes = try CorpusFile(path: path, below: real).contents(limit: limits.yamlBytes)
            guard case .text(let text) = TextDecoding.decode(bytes) else {
                report(nil, "the file is not UTF-8; save it as UTF-8")
                return
            }
            parse(String(decoding: text, as: UTF8.self))
        } catch {
            report(nil, "\(error.reason); check the file")
        }
    }

    mutating func parse(_ text: String) {
        // CR LF is one character, and no "\n".
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let entry = line.prefix { $0 != "#" }.trimmingWhitespace()
            if !entry.isEmpty { add(entry, line: index + 1) }
        }
    }

    private mutating func add(_ entry: String, line: Int) {
        let columns = entry.split(separator: "\t", omittingEmptySubsequences: false).map { $0.trimmingWhitespace() }
        guard columns.count == 3 else {
            report(line, "\(columns.count) columns; write code, latitude and longitude with tabs between them")
            return
        }
        guard let code = PostalCode.number(columns[0]) else {
            report(line, "\"\(columns[0])\" is no postal code; write five digits")
            return
        }
        guard let latitude = Place.degrees(columns[1]), let longitude = Place.degrees(columns[2]),
            let place = Place(latitude: latitude, longitude: longitude)
        else {
            report(line, "no place on earth; write degrees, latitude (-90 to 90) before longitude (-180 to 180)")
            return
        }
        if let other = places[code], other != place {
            report(line, "\"\(columns[0])\" has another place in a line above; take one of them out")
            return
        }
        places[code] = place
    }

    private mutating func report(_ line: Int?, _ message: String) {
        problems.append(
            Problem(path: Self.fileName, line: line, code: .lexicon, message: message, severity: .warning))
    }
}
