/// The limits of the interface, in one place.
///
/// They bound what one request can cost: of a query beyond them no more is read than whether somebody needs help. Every limit is
/// checked by ``SearchRequest/validated()`` or by the daemon while it reads the request, and each error names the field and what
/// to do about it.
public enum Limits {
    /// Longest query, in UTF-8 bytes.
    public static let queryBytes = 2_000
    /// Most words in a query, separated by white space.
    public static let queryWords = 64
    /// Largest request body and longest URL query part, in bytes (64 KiB).
    public static let bodyBytes = 64 * 1024
    /// Most hits on one page.
    public static let hitsPerPage = 100
    /// Deepest hit that can be asked for: `page * per_page` is at most this.
    public static let deepestHit = 10_000
    /// Most suggestions in one answer.
    public static let suggestions = 9
    /// Most sections shown of one document in a hit list.
    public static let sectionsPerDocument = 100
    /// Most filter keys, and most facets, in one request.
    public static let fields = 16
    /// Most values of one filter key.
    public static let filterValues = 64
    /// Longest filter key, filter value, facet name or highlight mark, in UTF-8 bytes.
    public static let valueBytes = 256
    /// Longest document id in a path, in UTF-8 bytes after percent-decoding.
    public static let identifierBytes = 1_024
}
