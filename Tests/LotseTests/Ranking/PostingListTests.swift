import Foundation
import LotseTestSupport
import Testing
import Xapian

@testable import Lotse

@Suite("Posting lists")
struct PostingListTests {
    /// Rising ids with gaps of one to many, and frequencies with and without a code of their own.
    ///
    /// - Parameter gap: the widest, now and then.
    static func postings(_ count: Int, gap: Int = 5_000, _ random: inout SeededRandom) -> [Posting] {
        var id: UInt32 = 0
        return (0..<count).map { _ in
            id += UInt32(1 + random.below(random.below(20) == 0 ? gap : 4))
            return Posting(id: id, wdf: random.pick([1, 1, 3, 3, 3, 6, 2, 4, 200, 254, 255, 256, 70_000]))
        }
    }

    static func encoded(_ postings: [Posting], limit: Int = 1 << 30) -> [UInt8] {
        // Before it stands another list.
        var bytes: [UInt8] = [7]
        PostingList.append(postings, to: &bytes, limit: limit)
        return Array(bytes.dropFirst())
    }

    static func read(_ bytes: [UInt8], _ count: Int, limit: Int = 1 << 30, in set: SectionSet? = nil) -> [Posting]? {
        bytes.withUnsafeBytes { raw in
            let list = PostingList(raw, count: count, limit: limit)
            var found: [Posting] = []
            let isSound = list.forEach(in: set) { found.append(Posting(id: UInt32($0), wdf: $1)) }
            return isSound ? found : nil
        }
    }

    static func isDense(_ count: Int, limit: Int) -> Bool {
        guard case .dense = PostingList(UnsafeRawBufferPointer(start: nil, count: 0), count: count, limit: limit) else {
            return false
        }
        return true
    }

    static func ids(_ set: SectionSet) -> [UInt32] {
        var ids: [UInt32] = []
        set.forEach { ids.append(UInt32($0)) }
        return ids
    }

    @Test("gives back what was written", arguments: [0, 1, 2, 127, 128, 129, 255, 256, 257, 5_000])
    func roundTrip(count: Int) {
        var random = SeededRandom(seed: UInt64(count))
        let postings = Self.postings(count, &random)
        #expect(Self.read(Self.encoded(postings), count) == postings)
        let near = Self.postings(count, gap: 20, &random)
        for beyond in [1, 2, 63, 64, 65] {
            let limit = Int(near.last?.id ?? 0) + beyond
            #expect(Self.isDense(count, limit: limit) == (count >= 128))
            #expect(Self.read(Self.encoded(near, limit: limit), count, limit: limit) == near)
        }
    }

    @Test("adds its sections to a set, and those of another set: in all forms")
    func adding() {
        var random = SeededRandom(seed: 6)
        var dense = 0
        for _ in 0..<100 {
            let postings = Self.postings(random.pick([3, 129, 700]), gap: random.pick([8, 5_000]), &random)
            let limit = Int(postings.last?.id ?? 0) + 1 + random.below(70)
            dense += Self.isDense(postings.count, limit: limit) ? 1 : 0
            let already = (0..<5).map { _ in DocumentID(random.below(limit)) }
            let wanted = Set((0..<random.pick([0, 2, 300])).map { _ in DocumentID(random.below(limit)) })
            let bytes = Self.encoded(postings, limit: limit)
            bytes.withUnsafeBytes { raw in
                let list = PostingList(raw, count: postings.count, limit: limit)
                let (all, some) = (SectionSet(limit: limit, already), SectionSet(limit: limit, already))
                #expect(list.add(to: all) && list.add(to: some, in: SectionSet(limit: limit, wanted)))
                let ids = postings.map(\.id)
                #expect(Self.ids(all) == Set(ids + already).sorted())
                #expect(Self.ids(some) == Set(ids.filter(wanted.contains) + already).sorted())
            }
        }
        #expect((20..<80).contains(dense))
    }

    @Test("gives of a set what is in both, whether it reads all or looks them up")
    func within() throws {
        var random = SeededRandom(seed: 5)
        for _ in 0..<200 {
            let postings = Self.postings(random.pick([3, 129, 700, 3_000]), gap: random.pick([8, 5_000]), &random)
            let last = Int(postings.last?.id ?? 0)
            let wanted = Set((0..<random.pick([0, 1, 3, 20, 400])).map { _ in DocumentID(random.below(last + 50)) })
                .union(random.below(2) == 0 ? [] : [postings[random.below(postings.count)].id, postings[0].id])
            let set = SectionSet(limit: last + 100, wanted)
            #expect(
                Self.read(Self.encoded(postings, limit: last + 100), postings.count, limit: last + 100, in: set)
                    == postings.filter { wanted.contains($0.id) })
        }
    }

    @Test(
        "a list that is cut off, too long or beyond its limit is damaged, and no other byte is fatal",
        arguments: [8, 5_000])
    func damage(gap: Int) {
        var random = SeededRandom(seed: 9)
        let postings = Self.postings(300, gap: gap, &random)
        let limit = Int(postings[299].id) + 1
        #expect(Self.isDense(300, limit: limit) == (gap == 8))
        let bytes = Self.encoded(postings, limit: limit)
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

    @Test("counts what it has in a range")
    func counting() {
        var random = SeededRandom(seed: 4)
        let set = SectionSet(limit: 1_000, (0..<300).map { _ in DocumentID(random.below(1_000)) })
        for _ in 0..<500 {
            let low = random.below(1_000)
            let range = low..<(low + random.below(1_001 - low))
            #expect(set.count(in: range) == range.count(where: set.contains))
        }
    }
}
