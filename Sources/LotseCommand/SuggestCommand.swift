import ArgumentParser
import Lotse
import LotseAPI
import LotseClient

struct SuggestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suggest", abstract: "Show what the beginning of a query may become.")

    @Argument(help: "What was typed so far; several words need no quotation marks.")
    var beginning: [String]
    @OptionGroup var place: PlaceOptions
    @Option(help: ArgumentHelp("Most suggestions, at most 9.", valueName: "n"))
    var limit = 8
    @Flag(help: "Print the answer as JSON.")
    var json = false

    func run() async throws {
        let request = SuggestRequest(query: beginning.joined(separator: " "), limit: limit)
        let response = try await Failure.translating { () async throws -> SuggestResponse in
            if let socket = place.socket {
                return try await LotseClient.withClient(socket: socket) {
                    try await $0.suggest(request.query, limit: request.limit)
                }
            }
            return try SearchEngine(indexPath: place.index.path, readers: 1).suggest(request)
        }
        if json {
            Output.line(response.jsonText())
            return
        }
        for suggestion in response.suggestions { Output.line("\(suggestion.text)  (\(suggestion.kind.german))") }
    }
}

extension SuggestionKind {
    fileprivate var german: String {
        switch self {
        case .title: "Titel"
        case .heading: "Überschrift"
        case .institution: "Einrichtung"
        case .topic: "Thema"
        case .phrase: "Begriff"
        default: rawValue
        }
    }
}
