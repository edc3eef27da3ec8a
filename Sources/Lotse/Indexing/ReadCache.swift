import LotseCorpus
import NIOConcurrencyHelpers

/// Documents that the first pass of a build has read, kept for the second, as many as a budget allows.
///
/// Reading (decoding, Markdown, furniture) is about a twentieth of a build; the rest of a large corpus is read twice.
final class ReadCache: Sendable {
    /// What came of one source.
    struct Entry: Sendable {
        var documents: [Document]
        var reading: Reading
    }

    private struct State {
        var budget: Int
        var entries: [Int: Entry] = [:]
    }

    /// Bytes of source files whose documents are kept; in memory they take somewhat more.
    private static let budget = 192 << 20

    private let state = NIOLockedValueBox(State(budget: ReadCache.budget))

    /// Whether a source of so many bytes may be kept; if so, they are taken off the budget.
    func reserve(_ bytes: Int) -> Bool {
        state.withLockedValue { state in
            guard bytes <= state.budget else { return false }
            state.budget -= bytes
            return true
        }
    }

    /// Keeps what came of a source that had a reservation.
    func keep(_ entry: Entry, of source: Int) { state.withLockedValue { $0.entries[source] = entry } }

    /// Takes out what is kept of a source.
    func take(_ source: Int) -> Entry? { state.withLockedValue { $0.entries.removeValue(forKey: source) } }
}
