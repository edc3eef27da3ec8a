import Testing

@testable import LotseCorpus

@Suite("Postal codes")
struct PostalCodesTests {
    private func point(_ latitude: Double, _ longitude: Double) throws -> Place {
        try #require(Place(latitude: latitude, longitude: longitude))
    }

    private func list(_ text: String) -> PostalCodeList {
        var list = PostalCodeList()
        list.parse(text)
        return list
    }

    @Test("the corpus' list is read with comments, comma or point, and either kind of line end")
    func read() throws {
        let list = list("# Codes\n\n05123\t52.3\t9.6 # Seegrund\r\n 05124\t52,4\t-9,6\n05123\t52.30\t9.6\n")
        #expect(list.problems == [])
        #expect(list.places == [5_123: try point(52.3, 9.6), 5_124: try point(52.4, -9.6)])
    }

    @Test("a line that cannot be used is named with its number and the remedy, and the rest is read")
    func faults() throws {
        let list = list(
            "05123\t52.3\t9.6\n5124\t52\t9\n05125 52 9\n05126\t9.6\t200\n05127\tx\t9\n"
                + "05123\t1\t1\n05128\t1\t2\t3\n05129\t1\t2"
        )
        #expect(list.problems.map(\.line) == [2, 3, 4, 5, 6, 7])
        #expect(
            list.problems.map(\.message) == [
                "\"5124\" is no postal code; write five digits",
                "1 columns; write code, latitude and longitude with tabs between them",
                "no place on earth; write degrees, latitude (-90 to 90) before longitude (-180 to 180)",
                "no place on earth; write degrees, latitude (-90 to 90) before longitude (-180 to 180)",
                "\"05123\" has another place in a line above; take one of them out",
                "4 columns; write code, latitude and longitude with tabs between them",
            ])
        #expect(list.problems.allSatisfy { $0.code == .lexicon && $0.path == "lexicon/postal_codes.tsv" })
        #expect(list.places.keys.sorted() == [5_123, 5_129])
        #expect(list.places[5_123] == (try point(52.3, 9.6)))
    }

    @Test("the file is found below the root; a missing one is empty, one that is no text or too large is reported")
    func file() throws {
        try TemporaryCorpus.with { corpus in
            #expect(PostalCodeList(root: corpus.root).problems == [])
            try corpus.write("lexicon/postal_codes.tsv", Array("05123\t52.3\t9.6\n".utf8))
            #expect(PostalCodeList(root: corpus.root).places == [5_123: try point(52.3, 9.6)])
            var limits = Limits()
            limits.yamlBytes = 8
            #expect(PostalCodeList(root: corpus.root, limits: limits).problems.map(\.severity) == [.warning])
            try corpus.write("lexicon/postal_codes.tsv", [0x30, 0xFF, 0x00, 0x31])
            let broken = PostalCodeList(root: corpus.root)
            #expect(broken.problems.map(\.message) == ["the file is not UTF-8; save it as UTF-8"])
            #expect(broken.places.isEmpty)
        }
    }

    @Test(
        "a code lies where the list says, else at the mean of its places, else amid its neighbours, else nowhere"
    )
    func places() throws {
        let codes = PostalCodes(
            list: list("05123\t50\t10"),
            located: [
                .init(postalCode: "05123", place: try point(10, 10)),
                .init(postalCode: "05124", place: try point(52, 8)),
                .init(postalCode: "05124", place: try point(54, 10)),
                .init(postalCode: "05124", place: try point(54, 10)),
                .init(postalCode: "66666", place: try point(49, 7)), .init(postalCode: "x", place: try point(1, 1)),
            ])
        #expect(codes.place(of: "05123") == (try point(50, 10)))
        #expect(codes.place(of: "05124") == (try point(53, 9)))
        #expect(codes.place(of: "05199") == (try point(51.5, 9.5)))
        #expect(codes.place(of: "66699") == (try point(49, 7)))
        for code in ["05223", "5123", "051234", "", "x", " 05123", "٠٥١٢٣", "-5123", "+5123"] {
            #expect(codes.place(of: code) == nil)
        }
        #expect(PostalCodes().place(of: "05123") == nil)
    }

    @Test("the order of profiles changes nothing, and what is stored comes back")
    func stored() throws {
        var random = SeededGenerator(state: 3)
        for _ in 0..<100 {
            let pairs = try (0..<Int.random(in: 0...60, using: &random)).map { _ in
                let code = String(String(Int.random(in: 100_000...100_400, using: &random)).dropFirst())
                return ProfilePlace.Located(
                    postalCode: code,
                    place: try point(.random(in: 47...55, using: &random), .random(in: 6...15, using: &random)))
            }
            let codes = PostalCodes(located: pairs)
            let back = try #require(PostalCodes(encoded: codes.encoded))
            #expect(back == codes)
            #expect(PostalCodes(located: pairs.shuffled(using: &random)).encoded == codes.encoded)
            #expect(back.place(of: "00399") == codes.place(of: "00399"))
            #expect(codes.encoded.count == 1 + 11 * codes.places.count)
        }
    }

    @Test("random and changed bytes are refused or are codes that can be asked; nothing traps")
    func malformed() throws {
        let stored = PostalCodes(list: list("05123\t50\t10\n05199\t51\t10\n99999\t52\t9")).encoded
        #expect(PostalCodes(encoded: []) == nil)
        #expect(PostalCodes(encoded: [2]) == nil)
        for length in [2, 11, 13, 33] { #expect(PostalCodes(encoded: Array(stored.prefix(length))) == nil) }
        // Codes out of order, twice, or beyond five digits.
        #expect(PostalCodes(encoded: [1] + stored[12..<23] + stored[1..<12]) == nil)
        #expect(PostalCodes(encoded: [1] + stored[1..<12] + stored[1..<12]) == nil)
        #expect(PostalCodes(encoded: [1, 0x01, 0x86, 0xA0] + stored[4..<12]) == nil)
        for seed in 0..<10_000 {
            var random = SeededGenerator(state: UInt64(seed))
            var bytes = stored
            if seed.isMultiple(of: 2) {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            } else {
                bytes = [1] + random.bytes(Int.random(in: 0...40, using: &random))
            }
            guard let codes = PostalCodes(encoded: bytes) else { continue }
            #expect(codes.encoded == bytes, "seed \(seed)")
            _ = codes.place(of: "05100")
        }
    }

    @Test("random lines never trap, and each is read, empty or reported")
    func lines() {
        let pieces = ["05123", "\t", "52.3", ",", "-", "#", " ", "9", "e", "\r", "٣", "99999", "\u{FEFF}", "\""]
        for seed in 0..<3_000 {
            var random = SeededGenerator(state: UInt64(seed))
            let line = (0..<Int.random(in: 1...9, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }.joined()
            let list = list(line.replacing("\r", with: ""))
            let isBlank = line.prefix { $0 != "#" }.trimmingWhitespace().isEmpty
            #expect(list.places.count + list.problems.count == (isBlank ? 0 : 1), "seed \(seed)")
        }
    }
}
