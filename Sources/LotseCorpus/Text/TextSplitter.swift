/// Cuts long text into pieces at paragraph boundaries.
enum TextSplitter {
    /// Pieces of at most `limit` bytes, trimmed of line breaks and spaces; none for text without content. A paragraph
    /// over the limit is cut at a line break, else at a space, else between characters.
    static func split(_ text: [UInt8], limit: Int) -> [String] {
        text.withUnsafeBufferPointer { bytes in
            var pieces: [String] = []
            var start = 0
            var end = bytes.count
            trim(bytes, &start, &end)
            while start < end {
                var stop = end
                if end - start > limit {
                    stop = cut(bytes, from: start, limit: limit)
                }
                var from = start
                var to = stop
                trim(bytes, &from, &to)
                if from < to {
                    pieces.append(String(decoding: UnsafeBufferPointer(rebasing: bytes[from..<to]), as: UTF8.self))
                }
                start = stop
            }
            return pieces
        }
    }

    private static func trim(_ bytes: UnsafeBufferPointer<UInt8>, _ start: inout Int, _ end: inout Int) {
        while start < end, bytes[start] == 0x0A || bytes[start] == 0x20 { start += 1 }
        while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x20 { end -= 1 }
    }

    /// Where to cut, after `start` and at most `limit` bytes on. A cut in the first half is worse than a lesser
    /// boundary in the second, so that pieces stay few.
    private static func cut(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, limit: Int) -> Int {
        let end = start + limit
        let half = start + limit / 2
        var line: Int?
        var space: Int?
        var index = end - 1
        while index > half {
            if bytes[index] == 0x0A {
                if bytes[index - 1] == 0x0A { return index + 1 }
                line = line ?? index + 1
            } else if bytes[index] == 0x20 {
                space = space ?? index + 1
            }
            index -= 1
        }
        if let boundary = line ?? space { return boundary }
        var character = end
        while character > start + 1, bytes[character] & 0xC0 == 0x80 { character -= 1 }
        return character
    }
}
