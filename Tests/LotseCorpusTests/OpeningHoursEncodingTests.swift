import Testing

@testable import LotseCorpus

@Suite("Stored opening hours")
struct OpeningHoursEncodingTests {
    @Test("what is stored comes back, and its length is known")
    func bytes() throws {
        let hours = try #require(try hours(#"{"byday": "MO,FR", "opens_at": "9:00", "closes_at": "12:30"}"#))
        #expect(hours.encoded == [1, 1, 0b0100_0101, 0x02, 0x1C, 0x00, 0xD2, 2, 35, 39])
        #expect(OpeningHours(encoded: hours.encoded) == hours)
    }

    @Test("the order of schedules, and schedules said twice, change nothing")
    func order() throws {
        let first = #"{"byday": "MO", "opens_at": "9:00", "closes_at": "12:30"}"#
        let second = #"{"byday": "TU", "opens_at": "9:00", "closes_at": "12:30"}"#
        let one = try #require(try hours(first, second))
        let other = try #require(try hours(second, first, second.replacing("9:00", with: "09:00:00")))
        #expect(one == other)
        #expect(one.encoded == other.encoded)
    }

    @Test("random schedules are read without a trap, are stored, and answer the same when they come back")
    func roundTrip() throws {
        var readable = 0
        for seed in 0..<4_000 {
            var random = SeededGenerator(state: UInt64(seed))
            let schedules = (0..<Int.random(in: 1...4, using: &random)).map { _ in Self.schedule(&random) }
            guard let hours = OpeningHours(profile: .object(["schedules": .array(schedules)])) else { continue }
            readable += 1
            let back = try #require(OpeningHours(encoded: hours.encoded), "seed \(seed)")
            #expect(back == hours, "seed \(seed)")
            for _ in 0..<20 {
                let time = try #require(Self.time(&random))
                #expect(back.answer(at: time) == hours.answer(at: time), "seed \(seed)")
            }
        }
        #expect(readable > 1_000)
    }

    @Test("random bytes and changed bytes are refused or are hours that answer; nothing traps")
    func malformed() throws {
        let stored = try #require(
            try hours(
                #"{"byday": "1MO,-1FR", "opens_at": "9:00", "closes_at": "1:00", "interval": 2, "#
                    + #""dtstart": "2026-01-01"}"#,
                #"{"freq": "MONTHLY", "bymonthday": "1,-1", "opens_at": "9:00", "closes_at": "12:00", "#
                    + #""until": "2026-09-01"}"#
            )
        ).encoded
        for seed in 0..<20_000 {
            var random = SeededGenerator(state: UInt64(seed))
            var bytes = stored
            if seed.isMultiple(of: 2) {
                bytes = [1, UInt8(seed % 5)] + random.bytes(Int.random(in: 0...40, using: &random))
            } else {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            guard let hours = OpeningHours(encoded: bytes) else { continue }
            #expect(hours.encoded == bytes, "seed \(seed)")
            for _ in 0..<5 { _ = hours.answer(at: try #require(Self.time(&random))) }
        }
    }

    @Test("no prefix, no extension and no other version is taken")
    func cut() throws {
        let hours = try #require(
            try hours(#"{"byday": "MO", "opens_at": "9:00", "closes_at": "12:30", "valid_to": "2026-03-31"}"#))
        let bytes = hours.encoded
        for length in 0..<bytes.count { #expect(OpeningHours(encoded: Array(bytes.prefix(length))) == nil) }
        #expect(OpeningHours(encoded: bytes + [0]) == nil)
        #expect(OpeningHours(encoded: [2] + bytes.dropFirst()) == nil)
        #expect(OpeningHours(encoded: [1, 0]) == nil)
    }

    @Test("one value has one encoding: other orders, repetitions and meaningless bits are refused")
    func canonical() throws {
        let monday = ScheduleRule(frequency: .weekly, days: [.init(weekday: 0)], opens: 540, length: 60).encoded
        let tuesday = ScheduleRule(frequency: .weekly, days: [.init(weekday: 1)], opens: 540, length: 60).encoded
        #expect(OpeningHours(encoded: [1, 2] + monday + tuesday) != nil)
        #expect(OpeningHours(encoded: [1, 2] + tuesday + monday) == nil)
        #expect(OpeningHours(encoded: [1, 2] + monday + monday) == nil)
        let first = ScheduleRule(frequency: .monthly, monthDays: .init(fromFirst: 2), opens: 540, length: 60).encoded
        #expect(OpeningHours(encoded: [1, 1] + first) != nil)
        for (bits, place) in [(UInt8(3), first.count - 5), (0, first.count - 5), (1, first.count - 1)] {
            var changed = first
            changed[place] = bits
            #expect(OpeningHours(encoded: [1, 1] + changed) == nil)
        }
    }

    @Test("beyond two hundred schedules the rest is unknown, and the hours can still be stored")
    func many() throws {
        let schedules = (0..<1_000).map { minute in
            let time = "\(minute / 60):\(minute % 60 < 10 ? "0" : "")\(minute % 60)"
            return Value.object([
                "byday": .string("MO"), "opens_at": .string(time), "closes_at": .string("20:00"),
            ])
        }
        let hours = try #require(OpeningHours(profile: .object(["schedules": .array(schedules)])))
        #expect(hours.rules.count == 201)
        #expect(OpeningHours(encoded: hours.encoded) == hours)
        #expect(hours.answer(at: try moment("2026-03-02 12:00")) == .open)
        #expect(hours.answer(at: try moment("2026-03-03 12:00")) == .unknown)
    }

    private static let choices: [(key: String, values: [String])] = [
        ("freq", ["DAILY", "WEEKLY", "MONTHLY", "YEARLY", "weekly", ""]),
        ("byday", ["MO", "TU,TH", "1MO", "-1FR,2TU", "SA SU", "XX", "MO,TU,WE,TH,FR,SA,SU", "9MO", ","]),
        ("bymonthday", ["1", "15,-1", "31", "-31", "0", "99999999999999999999"]),
        ("interval", ["1", "2", "3", "999", "1e99", "-2", "x"]),
        ("dtstart", ["2026-01-01", "2025-12-31", "20260215T090000", "2999-12-31", "1000-01-01", "?"]),
        ("until", ["2026-06-30", "2024-01-01", "?"]), ("count", ["1", "7", "1e300", "0"]),
        ("valid_from", ["2026-02-01", "2026"]), ("valid_to", ["2026-12-31"]), ("wkst", ["SU", "MO", "?"]),
        ("opens_at", ["09:00", "20:00", "0:00", "24:00", "9", "09:00Z", "99:99"]),
        ("closes_at", ["12:00", "02:00:00", "24:00", "23:59", "00:00", "-1:00"]),
        ("timezone", ["1", "Europe/Berlin", "3"]), ("description", ["im Monat", "Chat", "\u{301}"]),
    ]

    private static func schedule(_ random: inout SeededGenerator) -> Value {
        var members: [String: Value] = [:]
        for (key, values) in choices where key.hasSuffix("_at") || Int.random(in: 0..<4, using: &random) == 0 {
            members[key] = .string(values.randomElement(using: &random) ?? "")
        }
        return .object(members)
    }

    private static func time(_ random: inout SeededGenerator) -> CivilTime? {
        let isEdge = Int.random(in: 0..<10, using: &random) == 0
        let numbers = isEdge ? CivilDay.numbers : 20_400...20_900
        let number =
            isEdge && Bool.random(using: &random) ? numbers.lowerBound : Int.random(in: numbers, using: &random)
        return CivilDay(number: number).flatMap {
            CivilTime(day: $0, minuteOfDay: Int.random(in: 0..<1_440, using: &random))
        }
    }
}
