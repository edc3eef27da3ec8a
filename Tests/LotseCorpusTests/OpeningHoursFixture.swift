import Testing

@testable import LotseCorpus

/// The hours of a profile with these schedules, JSON objects.
func hours(_ schedules: String...) throws -> OpeningHours? {
    OpeningHours(profileJSON: #"{"name": "Haus am Steg", "schedules": [\#(schedules.joined(separator: ","))]}"#)
}

/// `2026-03-02 09:30`
func moment(_ text: String) throws -> CivilTime {
    let parts = text.split { "- :".contains($0) }.compactMap { Int($0) }
    try #require(parts.count == 5)
    return try #require(
        CivilTime(year: parts[0], month: parts[1], day: parts[2], minuteOfDay: parts[3] * 60 + parts[4]))
}

/// The days of a span on which something is, or may be, open at noon, as `03-02`.
func noons(_ hours: OpeningHours, from: String, days: Int, _ answer: OpeningHours.Answer = .open) throws -> [String] {
    let start = try #require(CivilDay(text: from))
    return try (0..<days).compactMap { offset in
        let day = try #require(CivilDay(number: start.number + offset))
        let noon = try #require(CivilTime(day: day, minuteOfDay: 720))
        guard hours.answer(at: noon) == answer else { return nil }
        let date = day.date
        return "\(date.month < 10 ? "0" : "")\(date.month)-\(date.day < 10 ? "0" : "")\(date.day)"
    }
}
