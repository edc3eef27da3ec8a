import ArgumentParser
import Lotse
import LotseAPI
import LotseClient

struct SimilarCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "similar", abstract: "Show documents that say the like of one.")

    @Argument(help: "The id of a document or of a section, as hits have it.")
    var id: String
    @OptionGroup var place: PlaceOptions
    @Option(help: ArgumentHelp("Most hits.", valueName: "n"))
    var limit = 10
    @Option(help: ArgumentHelp("Only documents with this value; may be repeated.", valueName: "key=value"))
    var filter: [String] = []
    @Flag(help: "Print the answer as JSON.")
    var json = false

    func run() async throws {
        let request = SimilarRequest(id: id, limit: limit, filter: try SearchCommand.conditions(filter))
        let found = try await Failure.translating { () async throws -> SimilarResponse? in
            if let socket = place.socket {
                return try await LotseClient.withClient(socket: socket) { try await $0.similar(request) }
            }
            return try SearchEngine(indexPath: place.index.path, readers: 1).similar(request)
        }
        guard let response = found else {
            throw Failure(.incomplete, "no document has this id; hits of lotse search show ids that exist")
        }
        if json {
            Output.line(response.jsonText())
            return
        }
        for (number, hit) in response.hits.enumerated() {
            if number > 0 { Output.line() }
            HitPrinter.show(hit, number: number + 1)
            var words: [String] = []
            for match in hit.matched where !words.contains(match.query) { words.append(match.query) }
            if !words.isEmpty { Output.line("   Gemeinsam: " + words.prefix(8).joined(separator: ", ")) }
        }
    }
}
