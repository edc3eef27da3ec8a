// Lotse behind the adapter protocol of the benchmarks (benchmarks/peers/README.md): a JSON object a line in, one out.
import Foundation

var adapter = Adapter()
while let line = readLine() {
    let answer: Answer
    do {
        answer = try adapter.answer(JSONDecoder().decode(Command.self, from: Data(line.utf8)))
    } catch {
        answer = Answer(error: "\(error)")
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    FileHandle.standardOutput.write(try encoder.encode(answer) + Data("\n".utf8))
}
