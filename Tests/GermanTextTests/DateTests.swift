import GermanText
import Testing

@Suite("Dates and times")
struct DateTests {
    @Test(
        "all forms of a full date are one term",
        arguments: [
            "07.03.2018", "7.3.2018", "7. 3. 2018", "7. März 2018", "07. März 2018", "7.März 2018", "7. Mrz. 2018",
            "7.3.18",
            "7. 3. 18", "2018-03-07", "7.\u{A0}März\u{A0}2018", "7. Maerz 2018", "7. MÄRZ 2018",
        ])
    func full(text: String) throws {
        let tokens = try Harness().tokens("am \(text), um")
        #expect(tokens.map(\.text) == ["am", text, "um"])
        #expect(tokens[1].terms == ["date:2018-03-07", "date:2018-03", "date:--03-07", "date:2018"])
        #expect(tokens[1].flags.contains(.noWord))
    }

    @Test("a day without a year", arguments: ["7. März", "07.03."])
    func day(text: String) throws {
        let tokens = try Harness().tokens("am \(text) um")
        #expect(tokens.map(\.text) == ["am", text, "um"])
        #expect(tokens[1].terms == ["date:--03-07"])
    }

    @Test("a month with its year keeps its word and gets the month")
    func month() throws {
        let tokens = try Harness().tokens("im März 2018")
        #expect(tokens.map(\.text) == ["im", "März", "2018"])
        #expect(tokens[1].terms(.date) == ["2018-03"])
        #expect(tokens[1].terms(.exact) == ["märz"])
        #expect(try Harness().tokens("im Oktober 2020")[1].terms(.date) == ["2020-10"])
    }

    @Test(
        "numbers that are no date stay numbers",
        arguments: [
            "32.01.2018", "07.13.2018", "3. Sitzung", "1.", "1.2. Ziele", "2018/2019", "12.000", "1.2.3", "31.02",
            "0.0.0000", "99.99.9999", "7. Maßnahme",
        ])
    func noDates(text: String) throws {
        #expect(try Harness().terms(text, .date) == [])
    }

    @Test("the hour behind a day is no year")
    func hour() throws {
        let harness = try Harness()
        #expect(harness.terms("am 07.03. 18 Uhr", .date) == ["--03-07"])
        #expect(harness.texts("am 07.03. 18:30 Uhr") == ["am", "07.03.", "18:30", "Uhr"])
    }

    @Test(
        "times of day are one token in both spellings",
        arguments: [
            ("um 10:30 Uhr", "10:30"), ("um 10.30 Uhr", "10:30"), ("um 09:05", "9:05"), ("um 9.05\u{A0}Uhr", "9:05"),
        ])
    func times(text: String, term: String) throws {
        #expect(try Harness().tokens(text)[1].terms == ["stem:" + term])
    }

    @Test("a score or a version is no time", arguments: ["25:30", "10:75", "3.10", "10:305"])
    func noTimes(text: String) throws {
        #expect(try Harness().tokens(text).count == 2)
    }
}
