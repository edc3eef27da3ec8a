import Foundation

/// Reads JSON Lines: one document a line, streamed, so that the file may exceed memory.
struct JSONLinesReader {
    private let context: ReadingContext
    private let documents: JSONDocumentBuilder
    private var line = 0
    /// Set while the rest of a line over the limit is skipped.
    private var isSkipping = false
    private var pending: [UInt8] = []
    private var isFirst = true

    init(context: ReadingContext) {
        self.context = context
        documents = JSONDocumentBuilder(context: context)
    }

    /// Reads a file in pieces.
    mutating func read<Failure: Error>(
        _ path: String, below root: String, emit: (Document) throws(Failure) -> Void
    ) throws(Failure) -> Reading {
        var reading = Reading()
        let file: CorpusFile
        do {
            file = try CorpusFile(path: path, below: root)
        } catch {
            reading.problems.append(context.problem(error.code, "\(error.reason); check its permissions", .error))
            return reading
        }
        var digest = Digest()
        var buffer: [UInt8] = []
        while true {
            buffer.removeAll(keepingCapacity: true)
            var count = 0
            do {
                count = try file.read(1 << 20, into: &buffer)
            } catch {
                reading.problems.append(context.problem(.unreadable, "\(error.reason); check the disk", .error))
                return reading
            }
            buffer.withUnsafeBytes { digest.update($0) }
            for document in feed(buffer, atEnd: count == 0, problems: &reading.problems) {
                try emit(document)
                reading.documents += 1
            }
            if count == 0 { break }
        }
        reading.digest = digest.hex()
        if reading.documents == 0, reading.problems.isEmpty {
            reading.problems.append(context.problem(.empty, "the file holds no documents; remove it", .warning))
        }
        return reading
    }

    /// Reads a whole file that is in memory.
    mutating func parse(_ bytes: [UInt8]) -> ParsedFile {
        var result = ParsedFile()
        result.documents = feed(bytes, atEnd: false, problems: &result.problems)
        result.documents += feed([], atEnd: true, problems: &result.problems)
        return result
    }

    private mutating func feed(_ bytes: [UInt8], atEnd: Bool, problems: inout [Problem]) -> [Document] {
        var found: [Document] = []
        var position = 0
        if isFirst, !bytes.isEmpty {
            isFirst = false
            if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        }
        while position < bytes.count {
            let end = bytes[position...].firstIndex(of: 0x0A)
            let piece = bytes[position..<(end ?? bytes.count)]
            if !isSkipping {
                if pending.count + piece.count > context.limits.lineBytes {
                    isSkipping = true
                    pending = []
                    let message = "the line has more than \(context.limits.lineBytes) bytes; split the document"
                    problems.append(context.problem(.tooLarge, line: line + 1, message, .error))
                } else {
                    pending.append(contentsOf: piece)
                }
            }
            guard let end else { break }
            finishLine(&found, &problems)
            position = end + 1
        }
        if atEnd, !pending.isEmpty || isSkipping { finishLine(&found, &problems) }
        return found
    }

    private mutating func finishLine(_ found: inout [Document], _ problems: inout [Problem]) {
        line += 1
        defer {
            pending.removeAll(keepingCapacity: true)
            isSkipping = false
        }
        if isSkipping || pending.allSatisfy({ $0 <= 0x20 }) { return }
        if let offset = TextDecoding.firstInvalid(pending) {
            let message = "byte \(offset) of the line is not UTF-8; save the file as UTF-8"
            problems.append(context.problem(.encoding, line: line, message, .error))
            return
        }
        do {
            let value = try Value.parse(json: pending)
            found += documents.documents(from: value, position: line, line: line, problems: &problems)
        } catch {
            problems.append(context.problem(.json, line: line, "\(error.reason); correct the line", .error))
        }
    }
}
