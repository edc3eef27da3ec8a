import QuerySyntax
import Testing

@Suite("Dates and ranges of dates")
struct DateTests {
    @Test(
        "years, months and days are read in ISO and in German order",
        arguments: [
            ("datum:2019", "2019-01-01..2019-12-31"), ("date:2019-05", "2019-05-01..2019-05-31"),
            ("datum:2019-05-17", "2019-05-17..2019-05-17"), ("datum:17.05.2019", "2019-05-17..2019-05-17"),
            ("datum:7.3.2018", "2018-03-07..2018-03-07"), ("datum:05.2019", "2019-05-01..2019-05-31"),
            ("Datum:\"2019\"", "2019-01-01..2019-12-31"), ("datum:0987-4", "0987-04-01..0987-04-30"),
            ("datum:2019,", "2019-01-01..2019-12-31"),
        ])
    func dates(query: String, expected: String) { #expect(sketch(query) == expected) }

    @Test(
        "ranges hold both ends, and one end may be open",
        arguments: [
            ("datum:2018..2020", "2018-01-01..2020-12-31"), ("datum:2018-03..2018-12-31", "2018-03-01..2018-12-31"),
            ("datum:..2020", "..2020-12-31"), ("datum:2019..", "2019-01-01.."),
            ("datum:01.01.2018..31.12.2019", "2018-01-01..2019-12-31"),
            ("datum:05.2018..2019-02", "2018-05-01..2019-02-28"),
            ("datum:2019..2019-05", "2019-01-01..2019-05-31"), ("datum:2019-05..2019", "2019-05-01..2019-12-31"),
            ("a datum:2018..2020 b", "[a 2018-01-01..2020-12-31 b]"),
            ("datum:2018 bis 2020", "2018-01-01..2020-12-31"), ("datum:\"5.2018 bis 2020\"", "2018-05-01..2020-12-31"),
            ("datum:2018 - 2020", "2018-01-01..2020-12-31"), ("datum:5.2018 – 2020", "2018-05-01..2020-12-31"),
            ("datum:2018 - Bericht", "[2018-01-01..2018-12-31 Bericht]"),
            ("datum:2018 -Bericht", "[2018-01-01..2018-12-31 -Bericht]"),
            ("datum:2018 bis bald", "[2018-01-01..2018-12-31 bis bald]"),
            ("datum:2018 bis", "[2018-01-01..2018-12-31 bis]"),
            ("datum:2018 bis , a", "[2018-01-01..2018-12-31 bis a]"),
            ("datum:\"2018 BIS  2020\"", "2018-01-01..2020-12-31"),
            ("datum:2018-2020", "2018-01-01..2020-12-31"), ("datum:2018–2020", "2018-01-01..2020-12-31"),
            ("datum:2020-2018", "2018-01-01..2020-12-31 ! reversedRange"),
        ])
    func ranges(query: String, expected: String) { #expect(sketch(query) == expected) }

    @Test(
        "months end on their last day, also in leap years",
        arguments: [
            ("2020-02", "29"), ("2019-02", "28"), ("2000-02", "29"), ("1900-02", "28"), ("2024-02", "29"),
            ("2019-01", "31"), ("2019-03", "31"), ("2019-04", "30"), ("2019-06", "30"), ("2019-07", "31"),
            ("2019-08", "31"), ("2019-09", "30"), ("2019-10", "31"), ("2019-11", "30"), ("2019-12", "31"),
        ])
    func lastDays(month: String, day: String) {
        #expect(QueryParser.parse("datum:\(month)").root == .dateRange(from: "\(month)-01", to: "\(month)-\(day)"))
        #expect(QueryParser.parse("datum:..\(month)").root == .dateRange(from: nil, to: "\(month)-\(day)"))
        #expect(QueryParser.parse("datum:\(month)-\(day)").notes.isEmpty)
    }

    @Test(
        "a range that ends before it begins is turned around with a note",
        arguments: [
            ("datum:2020..2018", "2018-01-01..2020-12-31 ! reversedRange"),
            ("datum:31.12.2019..01.01.2018", "2018-01-01..2019-12-31 ! reversedRange"),
        ])
    func reversed(query: String, expected: String) { #expect(sketch(query) == expected) }

    @Test(
        "what is no date is read as words with a note",
        arguments: [
            "gestern", "2019-13", "2019-02-29", "31.04.2019", "17.05.19", "2019-", "2018-2020-2021", "2018-20200",
            "2018...2020", "12:30",
            "99999", "2019-05-17-1", "2018..x", "0000", "00.2019", "2019/05", "1.2.3.2019", "２０１９",
        ])
    func unreadable(value: String) {
        #expect(sketch("datum:\(value)") == "\(value) ! unreadableDate")
    }

    @Test(
        "phrases, beginnings of words and groups are no dates either",
        arguments: [
            ("datum:\"1. Mai\"", "\"1. Mai\" ! unreadableDate"), ("datum:201*", "201* ! unreadableDate"),
            ("datum:(2018 2019)", "[2018 2019] ! unreadableDate"),
        ])
    func unfit(query: String, expected: String) { #expect(sketch(query) == expected) }
}
