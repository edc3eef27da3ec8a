/// One line of plain text.
struct TextLine: Hashable {
    /// White space collapsed to single spaces (NBSP included), none at the ends; soft hyphens kept.
    var text: String
    /// Columns before the first character; a tab reaches the next multiple of four.
    var indent: Int
    /// From 1.
    var number: Int

    var isBlank: Bool { text.isEmpty }

    /// The lines of UTF-8 text from the byte at `start`, which lies on line `number`. CR LF, CR and FF end a line too.
    static func lines(_ bytes: [UInt8], from start: Int, number: Int) -> [TextLine] {
        var lines: [TextLine] = []
        var number = number
        var buffer: [UInt8] = []
        bytes.withUnsafeBufferPointer { bytes in
            var position = start
            while position < bytes.count {
                var end = position
                while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D, bytes[end] != 0x0C { end += 1 }
                buffer.removeAll(keepingCapacity: true)
                let indent = collapse(bytes, position, end, into: &buffer)
                lines.append(TextLine(text: String(decoding: buffer, as: UTF8.self), indent: indent, number: number))
                if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { end += 1 }
                if end < bytes.count, bytes[end] != 0x0C { number += 1 }
                position = end + 1
            }
        }
        return lines
    }

    private static func collapse(
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, into out: inout [UInt8]
    ) -> Int {
        var indent = 0
        var pending = false
        var index = start
        while index < end {
            let byte = bytes[index]
            let width = ByteText.spaceWidth(bytes, index, end)
            if width > 0 {
                if out.isEmpty { indent = byte == 0x09 ? (indent / 4 + 1) * 4 : indent + 1 }
                pending = true
                index += width
                continue
            }
            // Other control characters are remains of word processors.
            if byte < 0x20 || byte == 0x7F {
                index += 1
                continue
            }
            if pending, !out.isEmpty { out.append(0x20) }
            pending = false
            out.append(byte)
            index += 1
        }
        return indent
    }
}
