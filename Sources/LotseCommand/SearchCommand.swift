public import ArgumentParser
import Foundation
import Lotse
public import LotseAPI
import LotseClient

extension MatchMode: ExpressibleByArgument {}

/// Where a command finds the index: in a folder, or behind a daemon's socket.
struct PlaceOptions: ParsableArguments {
    @OptionGroup var index: IndexOption
    @Option(help: ArgumentHelp("Ask the daemon on this socket instead of opening the index.", valueName: "path"))
    var socket: String?
}

struct SearchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "search", abstract: "Search the index.")

    @Argument(help: "What to search for; several words need no quotation marks.")
    var query: [String]
    @OptionGroup var place: PlaceOptions
    @Flag(help: "Print the answer as JSON.")
    var json = false
    @Option(help: ArgumentHelp("Hits on a page.", valueName: "n"))
    var limit = 10
    @Option(help: ArgumentHelp("The page.", valueName: "n"))
    var page = 1
    @Option(help: ArgumentHelp("Only documents with this value; may be repeated.", valueName: "key=value"))
    var filter: [String] = []
    @Option(help: ArgumentHelp("Count the values of this key; may be repeated.", valueName: "key"))
    var facet: [String] = []
    @Option(help: ArgumentHelp("The order: relevance, date, title or distance.", valueName: "order"))
    var sort = "relevance"
    @Option(help: "How many words must be found: auto, all or any.")
    var match = MatchMode.auto
    @Flag(help: "Do not let recent and complete profiles come earlier.")
    var noPreference = false
    @Flag(help: "Explain the answer.")
    var explain = false

    func run() async throws {
        let request = try makeRequest()
        let response = try await Failure.translating { () async throws -> SearchResponse in
            if let socket = place.socket {
                return try await LotseClient.withClient(socket: socket) { try await $0.search(request) }
            }
            return try SearchEngine(indexPath: place.index.path, readers: 1).search(request)
        }
        if json { Output.line(response.jsonText()) } else { HitPrinter.show(response) }
    }

    private func makeRequest() throws -> SearchRequest {
        var request = SearchRequest(query: query.joined(separator: " "), page: page, perPage: limit)
        request.match = match
        request.facets = facet
        request.sort = Sort(rawValue: sort)
        request.preference = !noPreference
        request.explain = explain
        request.filter = try SearchCommand.conditions(filter)
        return request
    }

    /// Filters from `key=value`.
    static func conditions(_ options: [String]) throws -> [String: [String]] {
        var filter: [String: [String]] = [:]
        for condition in options {
            guard let sign = condition.firstIndex(of: "=") else {
                throw ValidationError("--filter needs key=value.")
            }
            filter[String(condition[..<sign]), default: []].append(
                String(condition[condition.index(after: sign)...]))
        }
        return filter
    }
}

/// Prints an answer for a person.
enum HitPrinter {
    static func show(_ response: SearchResponse) {
        for note in response.notes { Output.line("(\(note))") }
        if let better = response.didYouMean, !better.applied { Output.line("Meinten Sie: \(better.query)?") }
        if let crisis = response.crisis {
            for line in lines(of: crisis) { Output.line(line) }
            Output.line("")
        }
        let total = response.total
        let about = total.exact ? "" : "etwa "
        Output.line(total.value == 1 ? "1 Treffer" : "\(about)\(total.value) Treffer")
        let first = (response.page - 1) * response.perPage
        for (number, hit) in response.hits.enumerated() {
            Output.line()
            show(hit, number: first + number + 1)
            if response.explanation != nil { explain(hit) }
        }
        for line in response.explanation ?? [] { Output.line("\n" + line) }
        for (name, counts) in response.facets.sorted(by: { $0.key < $1.key }) where !counts.isEmpty {
            Output.line()
            Output.line(name + ": " + counts.map { "\($0.value) \($0.count)" }.joined(separator: ", "))
        }
    }

    /// Help and its phone numbers.
    static func lines(of crisis: CrisisNotice) -> [String] {
        [crisis.message]
            + crisis.resources.map { resource in
                let more = resource.description.map { " (\($0))" } ?? ""
                return "  \(resource.name): \(resource.phone ?? "")\(more)"
            }
    }

    static func show(_ hit: Hit, number: Int) {
        Output.line("\(number). \(([hit.title] + hit.path).joined(separator: " › "))")
        let more =
            switch hit.moreSections {
            case 0: ""
            case 1: "  (+1 weiterer Abschnitt)"
            default: "  (+\(hit.moreSections) weitere Abschnitte)"
            }
        let distance = hit.distance.map { "  (\(kilometres($0)) km)" } ?? ""
        Output.line("   \(hit.id)\(more)\(distance)")
        for snippet in hit.snippets { Output.line("   " + marked(snippet)) }
    }

    /// Which word of the query met which form by which rule.
    private static func explain(_ hit: Hit) {
        let preference = hit.preference.map { ", davon \($0) für ein aktuelles, vollständiges Profil" } ?? ""
        let allWords = hit.allWords.map { ", davon \($0) für alle Wörter zusammen" } ?? ""
        let functionWords =
            hit.functionWords.map { ", davon \($0) für Funktionswörter der Frage in Überschriften" } ?? ""
        Output.line("   Gewicht \(hit.score)\(allWords)\(functionWords)\(preference)")
        for match in hit.matched {
            let weight = match.weight.map { ", Gewicht \($0)" } ?? ""
            Output.line("   „\(match.query)“ fand „\(match.term)“ (\(rule(match.how))\(weight))")
        }
    }

    private static func rule(_ how: String) -> String {
        switch how {
        case "exact": "wie geschrieben"
        case "stem": "gebeugte Form"
        case "part": "Teil eines Wortes"
        case "gender": "Genderform"
        case "variant": "andere Rechtschreibung"
        case "completed": "ergänzter Bindestrich"
        case "abbreviation": "Abkürzung"
        case "synonym": "gleichbedeutend"
        case "date": "Datum"
        default: how
        }
    }

    private static func kilometres(_ metres: Int) -> String {
        "\(metres / 1000),\(metres % 1000 / 100)"
    }

    /// The plain text with the marks of a terminal; the HTML is for pages.
    private static func marked(_ snippet: Snippet) -> String {
        marked(snippet, with: Output.isTerminal ? ("\u{1B}[1m", "\u{1B}[0m") : ("[", "]"))
    }

    /// The plain text with marks before and after the words that were found.
    static func marked(_ snippet: Snippet, with marks: (String, String)) -> String {
        let bytes = Array(snippet.text.utf8)
        var output: [UInt8] = []
        var index = 0
        for range in snippet.highlights {
            output += bytes[index..<range.lowerBound] + Array(marks.0.utf8) + bytes[range] + Array(marks.1.utf8)
            index = range.upperBound
        }
        return String(decoding: output + bytes[index...], as: UTF8.self)
    }
}
