import Testing

@testable import LotseCorpus

/// 2026-03-02 is a Monday.
@Suite("Opening hours that cannot be read for sure")
struct OpeningHoursDoubtTests {
    @Test(
        "profiles without a schedule that can be read have no hours",
        arguments: [
            "", #"{"description": "nach Vereinbarung"}"#, #""nach Vereinbarung""#, "null", "{}", "17", "[[]]",
            #"{"freq": "YEARLY", "byday": "1MO"}"#, #"{"opens_at": "früh", "closes_at": "spät"}"#,
            #"{"freq": "DAILY", "opens_at": "09:00Z", "closes_at": "12:00Z"}"#,
            #"{"byday": "MO", "opens_at": "09:00", "closes_at": "12:00", "timezone": 3}"#,
            #"{"byday": "MO", "opens_at": "09:00-05:00", "closes_at": "12:00"}"#, #"{"valid_from": "2026-03-01"}"#,
        ])
    func none(_ schedule: String) throws {
        #expect(try hours(schedule) == nil)
    }

    @Test("text that is no profile has no hours", arguments: ["", "{", "[]", "17", "null", #"{"schedules": 3}"#])
    func noProfile(_ json: String) {
        #expect(OpeningHours(profileJSON: json) == nil)
    }

    @Test("words beside readable hours leave the rest of the week unknown, never open")
    func words() throws {
        let hours = try #require(
            try hours(
                #"{"byday": "MO", "opens_at": "9:00", "closes_at": "13:00"}"#,
                #"{"description": "und jederzeit nach Vereinbarung"}"#))
        #expect(hours.answer(at: try moment("2026-03-02 10:00")) == .open)
        #expect(hours.answer(at: try moment("2026-03-02 15:00")) == .unknown)
    }

    @Test(
        "a field that cannot be read makes the days that it may concern unknown",
        arguments: [
            (#""byday": "MO,Dienstag""#, 7), (#""byday": "0MO""#, 7), (#""byday": "MO", "interval": 2"#, 1),
            (#""byday": "MO", "interval": 0, "dtstart": "2026-01-01""#, 1),
            (#""byday": "MO", "interval": 1.5, "dtstart": "2026-01-01""#, 1),
            (#""byday": "MO", "interval": 2, "wkst": "?", "dtstart": "2026-01-01""#, 1),
            (#""byday": "MO", "until": "bald""#, 1), (#""byday": "MO", "valid_from": "2026""#, 1),
            (#""byday": "MO", "count": 3"#, 1), (#""byday": "MO", "count": -1, "dtstart": "2026-01-01""#, 1),
            (#""byday": "MO,TU", "byweekno": "41,42""#, 2), (#""byday": "SA", "bymonth": 3"#, 1),
            (#""freq": "WEEKLY", "byday": "1MO,2MO,TU""#, 2), (#""freq": "WEEKLY", "bymonthday": 3, "byday": "WE""#, 1),
            (#""freq": "MONTHLY", "byday": "MO""#, 1), (#""freq": "MONTHLY""#, 7), (#""freq": "WEEKLY""#, 7),
            (#""freq": "sometimes", "byday": "MO""#, 7), (#""freq": "MONTHLY", "bymonthday": "32""#, 7),
            (#""dtstart": "2026-01-01""#, 7), (#""byday": "MO", "valid_to": "2026-02-28", "until": "x""#, 0),
        ])
    func fields(_ fields: String, _ days: Int) throws {
        let hours = try #require(try hours(#"{\#(fields), "opens_at": "9:00", "closes_at": "13:00"}"#))
        #expect(try noons(hours, from: "2026-03-02", days: 7) == [])
        #expect(try noons(hours, from: "2026-03-02", days: 7, .unknown).count == days)
        #expect(hours.answer(at: try moment("2026-03-02 13:00")) == .closed)
    }

    @Test(
        "without an end, a beginning or either the possible hours are unknown",
        arguments: [
            (#""opens_at": "19:00""#, 1_140..<1_440), (#""closes_at": "12:00""#, 0..<720),
            (#""freq": "WEEKLY""#, 0..<1_440),
            (#""opens_at": "19:00", "closes_at": "25:00""#, 1_140..<1_440), (#""opens_at": "24:00""#, 0..<1_440),
            (#""opens_at": "09:00", "closes_at": "09:00""#, 540..<1_440),
        ])
    func times(_ fields: String, _ span: Range<Int>) throws {
        let hours = try #require(try hours(#"{"byday": "MO", \#(fields)}"#))
        let day = try #require(CivilDay(text: "2026-03-02"))
        for minute in 0..<1_440 {
            let time = try #require(CivilTime(day: day, minuteOfDay: minute))
            #expect(hours.answer(at: time) == (span.contains(minute) ? .unknown : .closed), "minute \(minute)")
        }
    }

    @Test(
        "a description that narrows the hours makes them unknown",
        arguments: [
            "zweiter Montag im Monat", "gerade Kalenderwochen", "ungerade KW", "alle 14 Tage", "14-tägig",
            "alle zwei Wochen", "Termine nach Vereinbarung", "nur nach Absprache, auch nach Feierabend",
            "nicht in den Schulferien", "außer in den Ferien und an Feiertagen", "nur November bis März",
            "nur in den Sommerferien", "n. V.", "Entfällt bei Regen",
        ])
    func narrowing(_ text: String) throws {
        let schedule = #"{"byday": "MO", "opens_at": "9:00", "closes_at": "13:00", "description": "\#(text)"}"#
        #expect(try #require(try hours(schedule)).answer(at: moment("2026-03-02 12:00")) == .unknown)
    }

    @Test(
        "a description that says what the hours are for leaves them open",
        arguments: [
            "nur telefonisch", "Treff und Beratung", "außer an Feiertagen", "auch an Feiertagen", "Chat",
            "weitere Termine nach Vereinbarung", "und nach Vereinbarung", "Anmeldung nicht nötig", "ohne Anmeldung",
            "am ersten Mittwoch mit Imbiss", "Rufbereitschaft rund um die Uhr", "Gruppe Monatsblatt",
        ])
    func describing(_ text: String) throws {
        let schedule = #"{"byday": "MO", "opens_at": "9:00", "closes_at": "13:00", "notes": "\#(text)"}"#
        #expect(try #require(try hours(schedule)).answer(at: moment("2026-03-02 12:00")) == .open)
    }

    @Test("months in the words only repeat the dates that a schedule states")
    func season() throws {
        let hours = try #require(
            try hours(
                #"{"byday": "MO", "opens_at": "9:00", "closes_at": "13:00", "description": "nur November bis März", "#
                    + #""valid_from": "2025-11-01", "valid_to": "2026-03-31"}"#))
        #expect(hours.answer(at: try moment("2026-03-30 12:00")) == .open)
        #expect(hours.answer(at: try moment("2026-04-06 12:00")) == .closed)
    }
}
