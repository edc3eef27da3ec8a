#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A JSON object as text, passed on as it is.
///
/// An institution's profile is data of its own standard; the interface does not know its members and does not reorder
/// them.
public struct JSONText: Sendable, Hashable {
    /// The object's text.
    public let text: String

    /// Takes the text of a JSON object.
    ///
    /// - Parameter text: JSON text.
    /// - Returns: `nil` when the text is not one JSON object.
    public init?(object text: String) {
        guard case .object = try? JSONDecoder().decode(JSONValue.self, from: Data(text.utf8)) else { return nil }
        self.text = text
    }
}

extension JSONText: JSONWritable {
    /// Writes the text unchanged.
    public func write(to json: inout JSONWriter) { json.raw(text) }
}

extension JSONText: Decodable {
    /// Decodes any JSON object; its members come in the order of their names.
    public init(from decoder: any Decoder) throws {
        let value = try JSONValue(from: decoder)
        guard case .object = value else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "expected an object"))
        }
        text = value.jsonText()
    }
}
