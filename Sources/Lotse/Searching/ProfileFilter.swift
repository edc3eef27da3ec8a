import Foundation
import LotseAPI
import LotseCorpus
import Xapian

/// The conditions that only profiles of institutions can fulfil: to be near a place, and to be open.
///
/// Both are looked up in the table of all profiles and become lists of documents: a network has hundreds of them.
struct ProfileFilter {
    /// Metres from the place that was asked for, by document; nil where none was.
    private(set) var distances: [String: Double]?
    /// The documents that may be found; nil where any may.
    private(set) var documents: [String]?
    /// What the reader should know, in German.
    private(set) var notes: [String] = []

    /// The filter keys that are answered here.
    static let keys: Set<String> = ["near", "open"]

    /// Reads the conditions.
    ///
    /// - Throws: `Problem` (400) for a value that is none.
    init(_ filter: [String: [String]], table: ProfileTable, now: Date = .now) throws(LotseAPI.Problem) {
        for (key, values) in filter {
            switch key.lowercased() {
            case "near": try near(values, table)
            case "open": try open(values, table, now)
            default: break
            }
        }
    }

    /// The documents as a query without weight.
    var query: Query? {
        documents.map { .any($0.map { .term(IndexTerms.document($0)) }) }
    }

    private mutating func restrict(to found: [String]) {
        guard let before = documents else {
            documents = found
            return
        }
        let both = Set(found)
        documents = before.filter { both.contains($0) }
    }

    private mutating func near(_ values: [String], _ table: ProfileTable) throws(LotseAPI.Problem) {
        var distances: [String: Double] = [:]
        for value in values {
            let (place, radius) = try ProfileFilter.circle(value, table.postalCodes)
            guard let place else {
                notes.append("Die Postleitzahl ist nicht bekannt; Orte in ihrer Nähe lassen sich nicht bestimmen.")
                continue
            }
            for profile in table.profiles {
                guard let nearest = profile.places.map({ $0.distance(to: place) }).min(), nearest <= radius else {
                    continue
                }
                distances[profile.document] = min(nearest, distances[profile.document] ?? .infinity)
            }
        }
        self.distances = distances
        restrict(to: table.profiles.map(\.document).filter { distances[$0] != nil })
    }

    /// `05101,10` or `52.30,9.60,10`: a postal code or coordinates, and kilometres.
    private static func circle(_ value: String, _ codes: PostalCodes) throws(LotseAPI.Problem) -> (
        place: Place?, radius: Double
    ) {
        let parts = value.split(separator: ",", omittingEmptySubsequences: false)
            .map { $0.trimmingCharacters(in: .whitespaces) }
        guard parts.count == 2 || parts.count == 3, let kilometres = Double(parts[parts.count - 1]),
            kilometres > 0, kilometres <= 20_000
        else { throw notPlace }
        if parts.count == 2 {
            guard parts[0].count == 5, parts[0].allSatisfy({ $0.isASCII && $0.isNumber }) else { throw notPlace }
            return (codes.place(of: parts[0]), kilometres * 1000)
        }
        guard let latitude = Double(parts[0]), let longitude = Double(parts[1]),
            let place = Place(latitude: latitude, longitude: longitude)
        else { throw notPlace }
        return (place, kilometres * 1000)
    }

    private static let notPlace = LotseAPI.Problem.badRequest(
        field: "filter",
        detail: "The filter near takes a postal code and kilometres (05101,10), or latitude, longitude and kilometres "
            + "(52.30,9.60,10).")

    private mutating func open(_ values: [String], _ table: ProfileTable, _ now: Date) throws(LotseAPI.Problem) {
        var found: Set<String> = []
        var unknown = 0
        for value in values {
            let time = try ProfileFilter.time(value, now)
            for profile in table.profiles {
                switch profile.hours?.answer(at: time) ?? .unknown {
                case .open: found.insert(profile.document)
                case .closed: break
                case .unknown: unknown += 1
                }
            }
        }
        notes.append(OpeningHours.holidayNotice)
        if unknown > 0 {
            notes.append(
                unknown == 1
                    ? "Bei einer Einrichtung ist nicht bekannt, ob sie geöffnet hat; sie fehlt hier."
                    : "Bei \(unknown) Einrichtungen ist nicht bekannt, ob sie geöffnet haben; sie fehlen hier.")
        }
        restrict(to: table.profiles.map(\.document).filter { found.contains($0) })
    }

    /// `now`, or a local time such as `2026-05-18T09:30`; seconds are passed over.
    private static func time(_ value: String, _ now: Date) throws(LotseAPI.Problem) -> CivilTime {
        var time: CivilTime?
        if value == "now" {
            var calendar = Calendar(identifier: .gregorian)
            calendar.timeZone = TimeZone(identifier: "Europe/Berlin") ?? .current
            let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute], from: now)
            time = CivilTime(
                year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0,
                minuteOfDay: (parts.hour ?? 0) * 60 + (parts.minute ?? 0))
        } else if let match = value.wholeMatch(of: /(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::\d\d)?/),
            let year = Int(match.1), let month = Int(match.2), let day = Int(match.3), let hour = Int(match.4),
            let minute = Int(match.5), hour < 24, minute < 60
        {
            time = CivilTime(year: year, month: month, day: day, minuteOfDay: hour * 60 + minute)
        }
        guard let time else {
            throw LotseAPI.Problem.badRequest(
                field: "filter", detail: "The filter open takes now, or a local time such as 2026-05-18T09:30.")
        }
        return time
    }
}
