import Foundation
import Testing

@testable import LotseCorpus

@Suite("Calendar days")
struct CivilTimeTests {
    @Test("days and weekdays are Foundation's, for random days of eight thousand years")
    func calendar() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
        var random = SeededGenerator(state: 4)
        for _ in 0..<5_000 {
            let day = try #require(CivilDay(number: Int.random(in: -135_000...2_932_896, using: &random)))
            let instant = Date(timeIntervalSince1970: Double(day.number) * 86_400)
            let parts = calendar.dateComponents([.year, .month, .day, .weekday], from: instant)
            let date = day.date
            #expect([parts.year, parts.month, parts.day] == [date.year, date.month, date.day])
            #expect(parts.weekday == (day.weekday + 1) % 7 + 1)
            #expect(date.daysInMonth == calendar.range(of: .day, in: .month, for: instant)?.count)
            #expect(CivilDay(year: date.year, month: date.month, day: date.day) == day)
        }
    }

    @Test("every day of four centuries, and both ends of the calendar, follow one another")
    func sequence() throws {
        let ends = [-719_162..<(-718_000), -152_000..<800, 2_932_000..<2_932_897]
        for number in ends.joined() {
            let day = try #require(CivilDay(number: number))
            let date = day.date
            #expect(CivilDay(year: date.year, month: date.month, day: date.day)?.number == number)
        }
        #expect(CivilDay(year: 1, month: 1, day: 1)?.number == -719_162)
        #expect(CivilDay(year: 9_999, month: 12, day: 31)?.number == 2_932_896)
        #expect(CivilDay(number: -719_163) == nil)
        #expect(CivilDay(number: 2_932_897) == nil)
    }

    @Test("days that no calendar has are refused, and so are minutes that no clock shows")
    func refused() throws {
        #expect(CivilDay(year: 2026, month: 2, day: 29) == nil)
        #expect(CivilDay(year: 1900, month: 2, day: 29) == nil)
        #expect(CivilDay(year: 2000, month: 2, day: 29) != nil)
        #expect(CivilDay(year: 2026, month: 13, day: 1) == nil)
        #expect(CivilDay(year: 0, month: 1, day: 1) == nil)
        #expect(CivilDay(year: .max, month: .min, day: .max) == nil)
        #expect(CivilTime(year: 2026, month: 3, day: 1, minuteOfDay: 1_440) == nil)
        #expect(CivilTime(year: 2026, month: 3, day: 1, minuteOfDay: -1) == nil)
        #expect(CivilTime(year: 2026, month: 2, day: 30, minuteOfDay: 0) == nil)
    }

    @Test(
        "dates are read as HSDS, iCalendar and German texts write them",
        arguments: ["2026-03-07", "2026-03-07T10:00:00Z", "20260307", "20260307T100000Z", "07.03.2026", "7. März 2026"])
    func written(_ text: String) {
        #expect(CivilDay(text: text) == CivilDay(year: 2026, month: 3, day: 7))
    }

    @Test(
        "parts of a date are none", arguments: ["2026", "März 2026", "2026-02-30", "20260230", "202603071", "bald", ""])
    func unwritten(_ text: String) {
        #expect(CivilDay(text: text) == nil)
    }
}
