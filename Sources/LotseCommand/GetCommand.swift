import ArgumentParser
import Lotse
import LotseAPI
import LotseClient

struct GetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "get", abstract: "Print a whole document.")

    @Argument(help: "The document's id, as hits have it.")
    var id: String
    @OptionGroup var place: PlaceOptions
    @Flag(help: "Print the document as JSON.")
    var json = false

    func run() async throws {
        let wanted = id.split(separator: "#", maxSplits: 1).first.map(String.init) ?? id
        let found = try await Failure.translating { () async throws -> DocumentResponse? in
            if let socket = place.socket {
                return try await LotseClient.withClient(socket: socket) { try await $0.document(id: wanted) }
            }
            return try SearchEngine(indexPath: place.index.path, readers: 1).document(id: wanted)
        }
        guard let document = found else {
            throw Failure(.incomplete, "no document has this id; hits of lotse search show ids that exist")
        }
        if json {
            Output.line(document.jsonText())
            return
        }
        Output.line(document.title)
        if let subtitle = document.subtitle { Output.line(subtitle) }
        for (key, value) in document.metadata.sorted(by: { $0.key < $1.key }) {
            Output.line("\(key): \(value.joined(separator: ", "))")
        }
        for section in document.sections {
            Output.line()
            if !section.path.isEmpty { Output.line("## " + section.path.joined(separator: " › ")) }
            Output.line(section.text)
        }
    }
}
