/// German postal codes.
enum PostalCode {
    /// The number that five digits are; nil for anything else.
    static func number(_ code: some StringProtocol) -> Int? {
        guard code.utf8.count == 5, code.utf8.allSatisfy(ByteText.isDigit) else { return nil }
        return Int(code)
    }
}
