public import Lotse
public import LotseDaemon

/// Opens the index that the daemon searches.
///
/// - Parameters:
///   - indexPath: the index folder.
///   - threads: how many threads will search at the same time.
/// - Throws: the engine's error when there is no index or it is damaged.
func makeBackend(indexPath: String, threads: Int) throws -> any SearchBackend {
    try SearchEngine(indexPath: indexPath, readers: threads)
}

extension SearchEngine: SearchBackend {}
