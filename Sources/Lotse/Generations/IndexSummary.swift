/// A generation as a list shows it.
public struct GenerationSummary: Sendable, Hashable {
    /// The number.
    public var number: Int
    /// When it was built, ISO 8601; nil where its manifest cannot be read.
    public var built: String?
    /// Documents in it.
    public var documents: Int
    /// Sections in it.
    public var sections: Int
    /// Whether it is the published one.
    public var isCurrent: Bool
}

extension IndexDirectory {
    /// All whole generations, oldest first.
    public func generations() -> [GenerationSummary] {
        let current = currentNumber()
        return numbers().map { number in
            let manifest = try? Manifest.read(folder(number))
            return GenerationSummary(
                number: number, built: manifest?.built, documents: manifest?.documents ?? 0,
                sections: manifest?.sections ?? 0, isCurrent: number == current)
        }
    }

    /// The report of the run that made the published generation; nil where there is none.
    public func report() -> IndexReport? { currentNumber().flatMap { IndexReport.read(folder($0)) } }

    /// Removes old generations.
    ///
    /// - Parameter keep: how many stay, the published one counted.
    /// - Returns: the numbers that were removed.
    public func pruneGenerations(keep: Int) throws(LotseError) -> [Int] {
        let lock = try WriterLock(self)
        defer { lock.release() }
        return try prune(keep: keep)
    }
}
