import Crypto
import GermanText

/// The one table of term prefixes.
///
/// | prefix | space | example |
/// |---|---|---|
/// | (none) | stems, base forms, dates, abbreviations | `beratungsstell` |
/// | `X` | folded words, where they differ from their stem | `Xberatungsstellen` |
/// | `P` | parts of compounds and of hyphenated words | `Pstell` |
/// | `Q` | a document's id, on each of its sections | `Qforums/forum-1` |
/// | `K` | the kind | `Kforum` |
/// | `F` | a filter: key, NUL, value | `Fregion␀ellerfurt-nord` |
/// | `T` | stems of the title, on all sections | `Ttrau` |
/// | `W` | stems of a facet's values: facet, NUL, stem | `Wtraeger␀diakoni` |
///
/// Folded terms never begin with a capital letter, so that no term meets a prefixed one.
enum IndexTerms {
    static let exactPrefix = UInt8(ascii: "X")
    static let partPrefix = UInt8(ascii: "P")

    static func prefix(_ space: TermSpace) -> UInt8? {
        switch space {
        case .stem: nil
        case .exact: exactPrefix
        case .part: partPrefix
        }
    }

    static func term(_ space: TermSpace, _ bytes: some Collection<UInt8>) -> [UInt8] {
        if let prefix = prefix(space) { [prefix] + bytes } else { Array(bytes) }
    }

    static func document(_ id: String) -> [UInt8] { bounded(UInt8(ascii: "Q"), Array(id.utf8)) }
    static func kind(_ kind: String) -> [UInt8] { bounded(UInt8(ascii: "K"), Array(kind.utf8)) }

    static func filter(_ key: String, _ value: String) -> [UInt8] {
        bounded(UInt8(ascii: "F"), Array(key.lowercased().utf8) + [0] + Array(value.lowercased().utf8))
    }

    static func title(_ stem: some Collection<UInt8>) -> [UInt8] { [UInt8(ascii: "T")] + stem }

    static func facetWord(_ facet: Facet, _ stem: some Collection<UInt8>) -> [UInt8] {
        bounded(UInt8(ascii: "W"), Array(facet.rawValue.utf8) + [0] + stem)
    }

    /// A term is at most 245 bytes: a longer one keeps its beginning and ends in a digest.
    private static func bounded(_ prefix: UInt8, _ bytes: [UInt8]) -> [UInt8] {
        // NUL bytes count twice in Xapian's keys.
        if bytes.count + bytes.lazy.filter({ $0 == 0 }).count < 230 { return [prefix] + bytes }
        // 80 bytes are at most 160 in the key, and the digest has 64.
        return [prefix] + bytes.prefix(80) + Array(SHA256.hash(data: bytes).hex.utf8)
    }
}

/// The value slots of a section.
enum ValueSlots {
    /// Eight bytes of a digest of the document's id: sections collapse on it.
    static let document: UInt32 = 0
    /// The date, ISO 8601.
    static let date: UInt32 = 2
    /// The title, folded, for sorting.
    static let title: UInt32 = 3
    /// The section's words in their order, for phrases and nearness: a `TokenStream` of stems.
    static let tokens: UInt32 = 4
    /// How complete an institution's profile is, 0 to 1, as a sortable number.
    static let completeness: UInt32 = 5
    /// The day until which a profile was known to be right, in days since 1970, as a sortable number.
    static let assured: UInt32 = 6
    /// The section's length, which ranking goes by instead of the database's: a u32, little-endian.
    static let length: UInt32 = 7
}
