import Foundation
import Testing

@testable import Xapian

/// Xapian's tables are compressed at a level of our choice: `Sources/CXapian/compression.cc`.
@Suite("Compression")
struct CompressionTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// From what is too short to compress to what fills many blocks; one text of each kind compresses badly.
    private static let texts: [[UInt8]] = {
        var state: UInt64 = 25
        func random(_ count: Int) -> [UInt8] {
            (0..<count).map { _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return UInt8(truncatingIfNeeded: state >> 33)
            }
        }
        let sentence = Array("Die Beratung ist kostenlos und vertraulich. ".utf8)
        return [0, 1, 5, 100, 10_000, 400_000].flatMap { count in
            [random(count), Array((0..<count).map { sentence[($0 + $0 / 97) % sentence.count] })]
        }
    }()

    #if os(Linux)
        @Test("the level is ours: zlib is reached through the shim")
        func stands() throws {
            let ours = try #require(dlsym(dlopen(nil, RTLD_NOW), "deflateInit2_"))
            let zlib = try #require(dlsym(dlopen("libz.so.1", RTLD_NOW), "deflateInit2_"))
            #expect(ours != zlib)
        }
    #endif

    @Test("stored data reads back after writing and after compaction")
    func readsBack() throws {
        var writer = try WritableDatabase(path: folder("db"))
        for text in Self.texts {
            var builder = DocumentBuilder()
            try builder.setData(text)
            try builder.add(term: "a")
            try writer.add(builder)
        }
        try writer.close()
        try Maintenance.compact(from: [folder("db")], to: folder("small"))
        for name in ["db", "small"] {
            let database = try Database(path: folder(name))
            for (number, text) in Self.texts.enumerated() {
                #expect(try database.document(UInt32(number + 1)).data == text)
            }
        }
    }
}
