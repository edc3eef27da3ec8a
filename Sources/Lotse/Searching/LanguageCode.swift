import Foundation

/// Codes of languages (ISO 639: `tr`, `ukr`), as people and programs write them for names.
enum LanguageCode {
    /// The German name of the language with a code; nil for what is no code.
    static func name(of code: String) -> String? {
        let code = code.lowercased()
        guard (2...3).contains(code.utf8.count),
            let name = Locale(identifier: "de").localizedString(forLanguageCode: code), name.lowercased() != code
        else { return nil }
        return name
    }
}
