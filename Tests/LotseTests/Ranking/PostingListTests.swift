import Foundation
import LotseTestSupport
import Testing
import Xapian

@testable import Lotse

@Suite("Posting lists")
struct PostingListTests {
    /// Rising ids with gaps of one to many, and frequencies with and without a code of their own.
    static func postings(_ count: Int, _ random: inout SeededRandom) -> [Posting] {
        var id: UInt32 = 0
        return (0..<count).map { _ in
            id += UInt32(1 + random.below(random.below(20) == 0 ? 5_000 : 4))
            return Posting(id: id, wdf: random.pick([1, 1, 3, 3, 3, 6, 2, 4, 200, 70_000]))
        }
    }

    static func encoded(_ postings: [Posting]) -> [UInt8] {
        // Before it stands another list.
        var bytes: [UInt8] = [7]
        PostingList.append(postings, to: &bytes)
        return Array(bytes.dropFirst())
    }

    static func read(_ bytes: [UInt8], _ count: Int, limit: Int = 1 << 30, in set: SectionSet? = nil) -> [Posting]? {
        bytes.withUnsafeBytes { raw in
            let list = PostingList(raw, count: count, limit: limit)
            var found: [Posting] = []
            let isSound =
                if let set {
                    list.forEach(in: set) { found.append(Posting(id: UInt32($0), wdf: $1)) }
                } else {
                    list.forEach { found.append(Posting(id: UInt32($0), wdf: $1)) }
                }
            return isSound ? found : nil
        }
    }

    @Test("gives back what was written", arguments: [0, 1, 2, 127, 128, 129, 255, 256, 257, 5_000])
    func roundTrip(count: Int) {
        var random = SeededRandom(seed: UInt64(count))
        let postings = Self.postings(count, &random)
        #expect(Self.read(Self.encoded(postings), count) == postings)
    }

    @Test("gives of a set what is in both, whether it reads all or passes over blocks")
    func within() throws {
        var random = SeededRandom(seed: 5)
        for _ in 0..<200 {
            let postings = Self.postings(random.pick([3, 129, 700, 3_000]), &random)
            let last = Int(postings.last?.id ?? 0)
            let wanted = Set((0..<random.pick([0, 1, 3, 20, 400])).map { _ in DocumentID(random.below(last + 50)) })
                .union(random.below(2) == 0 ? [] : [postings[random.below(postings.count)].id, postings[0].id])
            let set = SectionSet(limit: last + 100, wanted)
            #expect(
                Self.read(Self.encoded(postings), postings.count, limit: last + 100, in: set)
                    == postings.filter { wanted.contains($0.id) })
        }
    }

    @Test("a list that is cut off, too long or beyond its limit is damaged, and no other byte is fatal")
    func damage() {
        var random = SeededRandom(seed: 9)
        let postings = Self.postings(300, &random)
        let bytes = Self.encoded(postings)
        let limit = Int(postings[299].id) + 1
        #expect(Self.read(bytes, 300, limit: limit) == postings)
        #expect(Self.read(bytes, 300, limit: limit - 1) == nil)
        #expect(Self.read(bytes + [0], 300, limit: limit) == nil)
        for count in 0..<bytes.count { #expect(Self.read(Array(bytes.prefix(count)), 300, limit: limit) == nil) }
        let few = SectionSet(limit: limit, [postings[5].id, postings[290].id])
        for _ in 0..<5_000 {
            var other = bytes
            other[random.below(bytes.count)] = UInt8(random.below(256))
            for set in [nil, few] {
                for posting in Self.read(other, 300, limit: limit, in: set) ?? [] { #expect(posting.id < limit) }
            }
        }
    }
}

@Suite("Sets of sections")
struct SectionSetTests {
    @Test("does what a set does")
    func operations() {
        var random = SeededRandom(seed: 2)
        for limit in [1, 63, 64, 65, 1_000] {
            func ids() -> Set<DocumentID> { Set((0..<random.below(60)).map { _ in DocumentID(random.below(limit)) }) }
            let (one, two) = (ids(), ids())
            func check(_ change: (SectionSet, SectionSet) -> Void, _ expected: Set<DocumentID>) {
                let set = SectionSet(limit: limit, one)
                change(set, SectionSet(limit: limit, two))
                var found: [Int] = []
                set.forEach { found.append($0) }
                #expect(found == expected.map(Int.init).sorted())
                #expect(set.count == expected.count)
                for limit in 0..<130 { #expect(set.hasFewer(than: limit) == (expected.count < limit)) }
                for id in 0..<limit { #expect(set.contains(id) == expected.contains(DocumentID(id))) }
            }
            check({ $0.formUnion($1) }, one.union(two))
            check({ $0.formIntersection($1) }, one.intersection(two))
            check({ $0.subtract($1) }, one.subtracting(two))
        }
    }

    @Test("takes of a database's answer what is below its limit", arguments: [0, 1, 63, 64, 65, 130])
    func documents(limit: Int) {
        let set = SectionSet(limit: limit, DocumentSet(words: [.max, .max, .max, .max]))
        var found: [Int] = []
        set.forEach { found.append($0) }
        #expect(found == Array(0..<limit))
    }

    @Test("goes on where it is told to, and ends where it is told so")
    func skipping() {
        let set = SectionSet(limit: 1_000, [0, 5, 63, 64, 200, 999])
        var found: [Int] = []
        set.forEachSkipping {
            found.append($0)
            return $0 == 5 ? 64 : $0
        }
        #expect(found == [0, 5, 64, 200, 999])
        found = []
        set.forEachSkipping {
            found.append($0)
            return $0 == 63 ? nil : $0 + 1
        }
        #expect(found == [0, 5, 63])
    }
}
