public import Foundation

/// Words in the order of their letters, each with a number: what spelling and completion look words up in.
///
/// File format, little-endian: the magic (8 bytes), the count of words (u32); for each word its value
/// (u32), its length (u8) and how many letters it shares with the word before (u8); then the letters without those shared.
public struct SortedWords: Sendable {
    private static let magic = Array("LOTSWD01".utf8)
    /// The longest word, in letters.
    public static let longest = 60

    /// The letters of all words, one after the other.
    let arena: [UInt8]
    /// Where each word begins in ``arena``, and where the last one ends.
    let starts: [UInt32]
    /// How many letters each word shares with the one before it.
    let shared: [UInt8]
    /// For each word the next one that shares no more letters with its predecessor than this one does: all words in
    /// between begin as this one does.
    let skips: [UInt32]
    /// The number of each word.
    public private(set) var values: [UInt32]

    /// How many words there are.
    public var count: Int { values.count }

    /// No words.
    public static let empty = SortedWords([:])

    /// Sorts words. Those that are too long, empty or of another script are left out.
    ///
    /// - Parameter words: folded UTF-8, with a number each.
    public init(_ words: [[UInt8]: UInt32]) {
        var coded: [(letters: [UInt8], value: UInt32)] = []
        coded.reserveCapacity(words.count)
        for (word, value) in words {
            guard let letters = LetterCode.letters(word), (1...SortedWords.longest).contains(letters.count) else {
                continue
            }
            coded.append((letters, value))
        }
        coded.sort { $0.letters.lexicographicallyPrecedes($1.letters) }
        self.init(sorted: coded)
    }

    private init(sorted coded: [(letters: [UInt8], value: UInt32)]) {
        var arena: [UInt8] = []
        var starts: [UInt32] = [0]
        var shared: [UInt8] = []
        var before: [UInt8] = []
        for (letters, _) in coded {
            shared.append(UInt8(zip(letters, before).prefix { $0 == $1 }.count))
            arena += letters
            starts.append(UInt32(arena.count))
            before = letters
        }
        self.arena = arena
        self.starts = starts
        self.shared = shared
        skips = SortedWords.skips(shared)
        values = coded.map(\.value)
    }

    /// Reads a file; nil when the bytes are none.
    public init?(block: Data) {
        var reader = ByteCursor(Array(block))
        guard reader.take(8) == SortedWords.magic[...], let count = reader.uint32(), Int(count) <= block.count / 6
        else { return nil }
        var values: [UInt32] = []
        var shared: [UInt8] = []
        var starts: [UInt32] = [0]
        var arena: [UInt8] = []
        values.reserveCapacity(Int(count))
        var lengths: [UInt8] = []
        for _ in 0..<count {
            guard let value = reader.uint32(), let length = reader.byte(), let common = reader.byte(),
                length > 0, length <= SortedWords.longest, common < length, common <= lengths.last ?? 0
            else { return nil }
            values.append(value)
            lengths.append(length)
            shared.append(common)
        }
        arena.reserveCapacity(lengths.reduce(0) { $0 + Int($1) })
        for (index, length) in lengths.enumerated() {
            let common = Int(shared[index])
            guard let rest = reader.take(Int(length) - common) else { return nil }
            let before = index == 0 ? 0 : Int(starts[index - 1])
            arena.append(contentsOf: Array(arena[before..<(before + common)]))
            arena.append(contentsOf: rest)
            starts.append(UInt32(arena.count))
        }
        guard reader.isAtEnd else { return nil }
        self.arena = arena
        self.starts = starts
        self.shared = shared
        skips = SortedWords.skips(shared)
        self.values = values
    }

    private static func skips(_ shared: [UInt8]) -> [UInt32] {
        var skips = [UInt32](repeating: UInt32(shared.count), count: shared.count)
        var open: [Int] = []
        for index in shared.indices {
            while let last = open.last, shared[last] >= shared[index] {
                skips[last] = UInt32(index)
                open.removeLast()
            }
            open.append(index)
        }
        return skips
    }

    /// The file's bytes. The same words give the same bytes.
    public var block: Data {
        var output = SortedWords.magic
        output.append(uint32: UInt32(count))
        for index in 0..<count {
            output.append(uint32: values[index])
            output.append(UInt8(starts[index + 1] - starts[index]))
            output.append(shared[index])
        }
        for index in 0..<count {
            output += arena[(Int(starts[index]) + Int(shared[index]))..<Int(starts[index + 1])]
        }
        return Data(output)
    }

    /// The same words with other numbers.
    ///
    /// - Parameter transform: from a word's place and its number to the new number.
    public func mapValues(_ transform: (_ index: Int, _ value: UInt32) -> UInt32) -> SortedWords {
        var copy = self
        for index in 0..<count { copy.values[index] = transform(index, values[index]) }
        return copy
    }

    /// Those of the words whose number is wanted.
    public func filter(_ isWanted: (UInt32) -> Bool) -> SortedWords {
        SortedWords(
            sorted: (0..<count).filter { isWanted(values[$0]) }.map { (Array(letters($0)), values[$0]) })
    }

    /// The letters of a word.
    package func letters(_ index: Int) -> ArraySlice<UInt8> { arena[Int(starts[index])..<Int(starts[index + 1])] }

    /// A word as folded UTF-8.
    public func word(_ index: Int) -> [UInt8] { LetterCode.utf8(letters(index)) }

    /// The place of a folded word.
    public func index(of word: [UInt8]) -> Int? {
        LetterCode.letters(word).flatMap { index(ofLetters: $0) }
    }

    /// The place of a word, by its letters.
    func index(ofLetters letters: [UInt8]) -> Int? {
        let place = lowerBound(letters)
        return place < count && self.letters(place).elementsEqual(letters) ? place : nil
    }

    /// The places of all words that begin like this, as folded UTF-8.
    public func indices(beginningWith beginning: [UInt8]) -> Range<Int> {
        guard let letters = LetterCode.letters(beginning) else { return 0..<0 }
        let first = lowerBound(letters)
        var end = first
        while end < count, self.letters(end).starts(with: letters) {
            // Words that share the beginning follow each other.
            end += 1
            while end < count, Int(shared[end]) >= letters.count { end = Int(skips[end]) }
        }
        return first..<end
    }

    private func lowerBound(_ letters: [UInt8]) -> Int {
        arena.withUnsafeBytes { arena in
            letters.withUnsafeBytes { letters in
                starts.withUnsafeBufferPointer { starts in
                    var low = 0
                    var high = count
                    while low < high {
                        let middle = (low + high) / 2
                        let start = Int(starts[middle])
                        let length = Int(starts[middle + 1]) - start
                        if SortedWords.precedes(arena[start..<(start + length)], letters) {
                            low = middle + 1
                        } else {
                            high = middle
                        }
                    }
                    return low
                }
            }
        }
    }

    private static func precedes(_ one: Slice<UnsafeRawBufferPointer>, _ other: UnsafeRawBufferPointer) -> Bool {
        let common = min(one.count, other.count)
        for at in 0..<common where one[one.startIndex &+ at] != other[at] {
            return one[one.startIndex &+ at] < other[at]
        }
        return one.count < other.count
    }
}
