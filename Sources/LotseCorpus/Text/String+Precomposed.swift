import Foundation

extension StringProtocol {
    /// NFC. Text without combining characters, nearly all text, is returned as it is.
    var precomposed: String {
        var isSimple = true
        var previous: UInt8 = 0
        for byte in utf8 {
            // All of U+0000...U+02FF is NFC (lead bytes up to CB), and so is General Punctuation (E2 80, E2 81).
            if byte >= 0xCC, byte != 0xE2 { isSimple = false }
            if previous == 0xE2, byte > 0x81 { isSimple = false }
            previous = byte
        }
        return isSimple ? String(self) : String(self).precomposedStringWithCanonicalMapping
    }
}
