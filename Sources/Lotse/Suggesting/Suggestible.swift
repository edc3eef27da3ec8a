import LotseAPI

/// Something that the beginning of a word may stand for.
struct Suggestible: Hashable {
    var text: String
    var kind: SuggestionKind
    /// How many documents have it.
    var documents: UInt32
    /// The document, where it is one document's title.
    var document: String?

    /// Its place among those that fit equally well: what names a thing before what names a part of one, and what many
    /// documents have before what few have.
    var rank: Double {
        let base: Double =
            switch kind {
            case .topic: 5
            case .institution: 4.5
            case .title: 4
            case .phrase: 2
            default: 1
            }
        var doublings = 0.0
        var count = documents
        while count > 1 {
            doublings += 1
            count /= 2
        }
        return base + min(doublings, 12) / 4
    }
}

extension Array where Element == Suggestible {
    /// Best first; the same things in any order give the same list.
    func ranked() -> [Suggestible] {
        sorted { ($1.rank, $0.text.utf8.count, $0.text) < ($0.rank, $1.text.utf8.count, $1.text) }
    }
}
