/// SplitMix64 (Steele, Lea and Flood, OOPSLA 2014): the same numbers on every run, so that a failure comes again.
public struct SeededRandom: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// A generator for a seed.
    public init(seed: UInt64) { state = seed }

    /// The next number.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number below a bound, which must be above 0.
    public mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }

    /// One element of a list that is not empty.
    public mutating func pick<Element>(_ list: [Element]) -> Element { list[below(list.count)] }

    /// Random bytes.
    public mutating func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { _ in UInt8.random(in: 0...255, using: &self) }
    }

    /// Text of words, marks and any scalars, made to find faults: long words, combining marks, HTML's own characters.
    ///
    /// - Parameters:
    ///   - words: words that are mixed in.
    ///   - pieces: how many pieces the text has.
    public mutating func text(of words: [String], pieces: Int) -> String {
        let marks = [
            " ", " ", " ", "\n", "\n\n", ". ", ", ", "-", "- ", "· ", ":", "*", "/", "(", ")", "„", "“", "<b>", "&amp;",
            "&", "\"", "'", "\u{AD}", "\u{A0}", "e\u{301}", "🙂", "…", "\t", "\u{200B}",
        ]
        var text = ""
        for _ in 0..<pieces {
            switch below(10) {
            case 0..<5: text += pick(words)
            case 5..<9: text += pick(marks)
            default:
                if let scalar = Unicode.Scalar(UInt32.random(in: 0...0x2FFFF, using: &self)) {
                    text.unicodeScalars.append(scalar)
                }
            }
        }
        return text
    }
}
