import Foundation
import GermanText
import LotseCorpus

/// Where institutions are and when they are open: the few facts that are asked for all of them at once.
///
/// File format: the magic (8 bytes); the length (u32, little-endian) and the bytes of the postal codes; the count of
/// profiles (u32), and of each its document id, places and hours (u32 length and bytes each; empty where unknown).
struct ProfileTable: Sendable {
    private static let magic = Array("LOTSPR01".utf8)

    struct Profile: Sendable {
        var document: String
        var places: [Place]
        var hours: OpeningHours?
    }

    var profiles: [Profile] = []
    var postalCodes = PostalCodes()

    init(profiles: [Profile], postalCodes: PostalCodes) {
        self.profiles = profiles
        self.postalCodes = postalCodes
    }

    /// The file's bytes.
    var block: Data {
        var bytes = ProfileTable.magic
        func append(_ part: [UInt8]) {
            bytes.append(uint32: UInt32(part.count))
            bytes += part
        }
        append(postalCodes.encoded)
        bytes.append(uint32: UInt32(profiles.count))
        for profile in profiles {
            append(Array(profile.document.utf8))
            append(profile.places.isEmpty ? [] : profile.places.encoded)
            append(profile.hours?.encoded ?? [])
        }
        return Data(bytes)
    }

    /// Reads a file; nil when the bytes are none.
    init?(block: Data) {
        var cursor = ByteCursor(Array(block))
        func part() -> [UInt8]? { cursor.uint32().flatMap { cursor.take(Int($0)) }.map(Array.init) }
        guard cursor.take(8) == ProfileTable.magic[...], let codes = part(),
            let postalCodes = PostalCodes(encoded: codes),
            let count = cursor.uint32(), Int(count) <= block.count / 12
        else { return nil }
        for _ in 0..<count {
            guard let document = part(), let places = part(), let hours = part() else { return nil }
            var profile = Profile(document: String(decoding: document, as: UTF8.self), places: [], hours: nil)
            if !places.isEmpty {
                guard let read = [Place](encoded: places) else { return nil }
                profile.places = read
            }
            if !hours.isEmpty {
                guard let read = OpeningHours(encoded: hours) else { return nil }
                profile.hours = read
            }
            profiles.append(profile)
        }
        guard cursor.isAtEnd else { return nil }
        self.postalCodes = postalCodes
    }
}
