import Testing

@testable import GermanText

/// About a million characters in an optimised build.
#if DEBUG
    private let rounds = 200
#else
    private let rounds = 450
#endif

@Suite("Seeded random text")
struct RandomTextTests {
    @Test("any bytes are analysed without a trap, alike each time", arguments: 0..<4)
    func bytes(seed: Int) throws {
        let harness = try Harness()
        let special =
            Array("*:_/-().,@§·•'’ \n0123456789innenInnrzBe.V.und-".utf8) + [0xC3, 0xA4, 0xCC, 0x88, 0xC2, 0xAD]
        var random = SeededRandom(seed: UInt64(seed))
        for _ in 0..<rounds {
            let bytes = (0..<random.below(400)).map { _ in
                random.below(2) == 0 ? special[random.below(special.count)] : UInt8.random(in: 0...255, using: &random)
            }
            try check(bytes, harness.analyzer)
        }
    }

    @Test("any scalars are analysed without a trap, alike each time", arguments: 0..<4)
    func scalars(seed: Int) throws {
        let harness = try Harness()
        var random = SeededRandom(seed: 100 + UInt64(seed))
        for _ in 0..<rounds {
            var scalars = String.UnicodeScalarView()
            for _ in 0..<random.below(400) {
                let limit: UInt32 = [0x80, 0x250, 0x3000, 0x10FFFF][random.below(4)]
                if let scalar = Unicode.Scalar(UInt32.random(in: 0...limit, using: &random)) { scalars.append(scalar) }
            }
            try check(Array(String(scalars).utf8), harness.analyzer)
        }
    }

    @Test("damaged German is analysed without a trap, alike each time", arguments: 0..<4)
    func mutated(seed: Int) throws {
        let harness = try Harness()
        var random = SeededRandom(seed: 200 + UInt64(seed))
        let pieces = RandomTextTests.pieces
        let joints = Array("  \n-:*/_·.()0,".unicodeScalars).map(String.init)
        for _ in 0..<rounds {
            var text = ""
            for _ in 0..<random.below(40) {
                text += pieces[random.below(pieces.count)]
                text += joints[random.below(joints.count)]
                if random.below(8) == 0, !text.isEmpty { text.unicodeScalars.removeLast() }
            }
            try check(Array(text.utf8), harness.analyzer)
        }
    }

    private static let pieces = """
        Klient:innen Berater*in Ärzt/-innen jede:r Suchtberatungsstelle haupt- -organisationen und z. B. e.V. 07.03.2018 7.
        März 2018 § 8a 10:30 030 7000123 +49 (030) info@hilfe-nord.de https://www.hilfe.de/x Beratungs· Beratungs\u{AD}
        Straße a\u{308} ﬁ 🙂 12.000,5 24-Stunden-Dienst Mueller BürgerInnenbeteiligung Student(inn)en Opa's – „ “ …
        """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)

    /// What holds for every text.
    private func check(_ bytes: [UInt8], _ analyzer: Analyzer) throws {
        var buffer = TokenBuffer()
        bytes.withUnsafeBufferPointer { analyzer.analyze($0, into: &buffer) }
        var previous: Token?
        var word: Token?
        for token in buffer.tokens {
            try #require(token.start >= 0 && token.start < token.end && Int(token.end) <= bytes.count)
            try #require(isBoundary(bytes, Int(token.start)) && isBoundary(bytes, Int(token.end)))
            if let previous {
                try #require(token.start >= previous.start)
                try #require(token.position >= previous.position)
            }
            if token.flags.contains(.piece) {
                let whole = try #require(word)
                try #require(token.start >= whole.start && token.end <= whole.end)
            } else {
                if let word { try #require(token.start >= word.end) }
                word = token
            }
            for term in buffer.terms(of: token) {
                let count = analyzer.bytes(of: term.id).count
                try #require(count > 0 && count <= 240)
                if term.kind == .part, term.foldedLength > 0 {
                    let range = bytes.withUnsafeBufferPointer {
                        analyzer.range(
                            ofFolded: Int(term.foldedOffset), count: Int(term.foldedLength), in: token, of: $0)
                    }
                    try #require(range.lowerBound >= token.start && range.upperBound <= token.end && !range.isEmpty)
                }
            }
            previous = token
        }
        var again = TokenBuffer()
        bytes.withUnsafeBufferPointer { analyzer.analyze($0, into: &again) }
        try #require(again.tokens == buffer.tokens && again.terms == buffer.terms)
        if String(validating: bytes, as: UTF8.self) != nil { try checkTermsAreText(buffer, analyzer) }
    }

    private func checkTermsAreText(_ buffer: TokenBuffer, _ analyzer: Analyzer) throws {
        for term in buffer.terms { try #require(String(validating: analyzer.bytes(of: term.id), as: UTF8.self) != nil) }
    }

    /// Whether no valid character goes over a place. A continuation byte behind malformed bytes is a place like any.
    private func isBoundary(_ bytes: [UInt8], _ place: Int) -> Bool {
        guard place < bytes.count, bytes[place] & 0xC0 == 0x80 else { return true }
        return bytes.withUnsafeBufferPointer { text in
            (max(0, place - 3)..<place).allSatisfy { $0 + Folding.decode(text, $0).length <= place }
        }
    }
}
