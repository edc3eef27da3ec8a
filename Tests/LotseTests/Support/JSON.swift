import Foundation

/// JSON for the tests' fixtures.
enum JSON {
    /// A text as a JSON string.
    static func string(_ text: String) throws -> String {
        String(decoding: try JSONEncoder().encode(text), as: UTF8.self)
    }
}
