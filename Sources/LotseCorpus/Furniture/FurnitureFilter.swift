/// Everything that is known about the furniture of a corpus, asked line by line.
struct FurnitureFilter {
    var lexicon = FurnitureLexicon()
    private let head: Set<String>
    private let tail: Set<String>

    init(lexicon: FurnitureLexicon = FurnitureLexicon(), profile: FurnitureProfile = .none) {
        self.lexicon = lexicon
        head = Set(profile.head)
        tail = Set(profile.tail)
    }

    /// Whether a line (white space collapsed) is furniture wherever it stands.
    func isFurniture(_ line: String) -> Bool {
        BuiltinFurniture.shape(line) != nil || lexicon.contains(line)
    }

    /// The indices of lines at either edge that are furniture of the corpus.
    /// - Parameter lines: those that are not blank; `known` those that are furniture already.
    func edges(_ lines: [String], known: (Int) -> Bool) -> [Int] {
        guard !(head.isEmpty && tail.isEmpty) else { return [] }
        var found: [Int] = []
        for index in lines.indices {
            if known(index) { continue }
            guard head.contains(FurnitureProfile.key(lines[index])) else { break }
            found.append(index)
        }
        for index in lines.indices.reversed() {
            if known(index) { continue }
            guard tail.contains(FurnitureProfile.key(lines[index])) else { break }
            found.append(index)
        }
        return found
    }
}
