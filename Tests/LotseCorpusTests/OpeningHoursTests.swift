import Testing

@testable import LotseCorpus

/// 2026-03-02 is a Monday.
@Suite("Opening hours")
struct OpeningHoursTests {
    @Test(
        "weekly hours are half-open spans of the named days",
        arguments: [
            ("2026-03-02 08:59", OpeningHours.Answer.closed), ("2026-03-02 09:00", .open),
            ("2026-03-02 12:29", .open), ("2026-03-02 12:30", .closed), ("2026-03-02 14:00", .open),
            ("2026-03-02 16:00", .closed), ("2026-03-03 09:00", .closed), ("2026-03-04 11:00", .open),
            ("2026-03-04 14:30", .closed), ("2026-03-07 11:00", .closed),
        ])
    func weekly(_ time: String, _ answer: OpeningHours.Answer) throws {
        let hours = try #require(
            try hours(
                #"{"byday": "MO,WE", "opens_at": "09:00", "closes_at": "12:30"}"#,
                #"{"freq": "WEEKLY", "byday": ["MO"], "opens_at": "14:00:00+01:00", "closes_at": "16:00:00+01:00"}"#))
        #expect(hours.answer(at: try moment(time)) == answer)
    }

    @Test(
        "hours beyond midnight belong to the day on which they begin",
        arguments: [
            ("2026-03-06 19:59", OpeningHours.Answer.closed), ("2026-03-06 20:00", .open),
            ("2026-03-06 23:59", .open), ("2026-03-07 00:00", .open), ("2026-03-07 01:59", .open),
            ("2026-03-07 02:00", .closed), ("2026-03-06 01:00", .closed), ("2026-03-13 20:00", .closed),
        ])
    func night(_ time: String, _ answer: OpeningHours.Answer) throws {
        // The last night begins on the last day.
        let hours = try #require(
            try hours(#"{"byday": "FR", "opens_at": "20:00", "closes_at": "02:00", "valid_to": "2026-03-06"}"#))
        #expect(hours.answer(at: try moment(time)) == answer)
    }

    @Test(
        "round the clock has no closed minute",
        arguments: [("00:00", "24:00"), ("00:00", "23:59"), ("0:00", "00:00"), ("00:00:00", "23:59:59")])
    func roundTheClock(_ opens: String, _ closes: String) throws {
        let schedule = #"{"freq": "DAILY", "opens_at": "\#(opens)", "closes_at": "\#(closes)"}"#
        let hours = try #require(try hours(schedule))
        let day = try #require(CivilDay(text: "2026-03-29"))
        for minute in 0..<1_440 {
            #expect(hours.answer(at: try #require(CivilTime(day: day, minuteOfDay: minute))) == .open)
        }
    }

    @Test(
        "recurrences hold on the days that iCalendar means",
        arguments: [
            (#""freq": "MONTHLY", "byday": "1MO""#, ["03-02", "04-06"]),
            (#""byday": "-1TU,+3FR""#, ["03-20", "03-31", "04-17", "04-28"]),
            (#""freq": "MONTHLY", "byday": "5MO""#, ["03-30"]),
            // The last one may stand seven days before the next month.
            (#""freq": "MONTHLY", "byday": "-1WE,-2WE""#, ["03-18", "03-25", "04-22", "04-29"]),
            (#""freq": "MONTHLY", "bymonthday": "1,15,-1""#, ["03-01", "03-15", "03-31", "04-01", "04-15", "04-30"]),
            (#""freq": "MONTHLY", "bymonthday": "13", "byday": "FR""#, ["03-13"]),
            (#""freq": "MONTHLY", "dtstart": "2026-01-31""#, ["03-31"]),
            (#""freq": "MONTHLY", "interval": 2, "byday": "1MO", "dtstart": "2026-02-01""#, ["04-06"]),
            (#""freq": "WEEKLY", "dtstart": "2026-03-25""#, ["03-25", "04-01", "04-08", "04-15", "04-22", "04-29"]),
            (
                #""freq": "WEEKLY", "interval": 2, "byday": "TH", "dtstart": "2026-03-03""#,
                [
                    "03-05", "03-19", "04-02", "04-16", "04-30",
                ]
            ),
            // Weeks are counted, not spans of seven days: the Monday after a Thursday is in the next one.
            (
                #""interval": "2", "byday": "MO,TH", "valid_from": "2026-03-05""#,
                [
                    "03-05", "03-16", "03-19", "03-30", "04-02", "04-13", "04-16", "04-27", "04-30",
                ]
            ),
            // The example of RFC 5545 for the week's first day, moved to 2026.
            (
                #""interval": 2, "byday": "TU,SU", "count": 4, "dtstart": "2026-03-03", "wkst": "MO""#,
                [
                    "03-03", "03-08", "03-17", "03-22",
                ]
            ),
            (
                #""interval": 2, "byday": "TU,SU", "count": 4, "dtstart": "2026-03-03", "wkst": "SU""#,
                [
                    "03-03", "03-15", "03-17", "03-29",
                ]
            ),
            (
                #""freq": "DAILY", "interval": 10, "dtstart": "2026-02-27""#,
                [
                    "03-09", "03-19", "03-29", "04-08", "04-18", "04-28",
                ]
            ),
            (#""freq": "DAILY", "byday": "SA", "until": "2026-03-14""#, ["03-07", "03-14"]),
            (#""freq": "DAILY", "dtstart": "2026-04-29", "count": 50"#, ["04-29", "04-30"]),
            (#""byday": "MO", "dtstart": "2026-03-09", "valid_from": "2026-03-10", "count": 2"#, ["03-16"]),
            (#""dtstart": "2026-04-03", "until": "2026-04-03""#, ["04-03"]),
        ])
    func recurrence(_ fields: String, _ days: [String]) throws {
        let hours = try #require(try hours(#"{\#(fields), "opens_at": "9:00", "closes_at": "13:00"}"#))
        #expect(try noons(hours, from: "2026-03-01", days: 61) == days)
        #expect(try noons(hours, from: "2026-03-01", days: 61, .unknown) == [])
    }

    @Test("schedules of services, locations and services at locations count, each once")
    func parts() throws {
        func schedule(_ day: String) -> String {
            #""schedules": [{"byday": "\#(day)", "opens_at": "9:00", "closes_at": "13:00"}]"#
        }
        let json = """
            {"name": "Steg", \(schedule("MO")),
             "services": [{"Schedules": [{"BYDAY": "TU", "opens_at": "9", "closes_at": "13"}],
                           "service_at_locations": [{\(schedule("WE")), "location": {\(schedule("TH"))}}]}],
             "locations": [{\(schedule("FR"))}, {\(schedule("FR"))}, {\(schedule("MO"))}]}
            """
        let hours = try #require(OpeningHours(profileJSON: json))
        #expect(hours.rules.count == 5)
        #expect(try noons(hours, from: "2026-03-01", days: 7) == ["03-02", "03-03", "03-04", "03-05", "03-06"])
    }

    @Test("people are told in German that holidays are not considered")
    func notice() {
        #expect(OpeningHours.holidayNotice == "Feiertage sind nicht berücksichtigt; bitte vorher anrufen.")
    }
}
