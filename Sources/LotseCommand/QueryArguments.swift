/// Lets words of a query begin with a hyphen: `lotse search Sucht -Alkohol`.
///
/// The parser of arguments would read `-Alkohol` as short options, and print the help for its `h`. No command here has a short
/// option but `-h`, so whatever else begins with a single hyphen is a word.
enum QueryArguments {
    private static let commands: Set = ["search", "suggest", "analyze"]

    /// The arguments with such words moved behind `--`, in their order, where everything is taken as it is.
    static func withWordsApart(_ arguments: [String]) -> [String] {
        guard let command = arguments.first, commands.contains(command) else { return arguments }
        let end = arguments.firstIndex(of: "--") ?? arguments.endIndex
        let words = arguments[..<end].filter(isWord)
        guard !words.isEmpty else { return arguments }
        return arguments[..<end].filter { !isWord($0) } + ["--"] + words + arguments[end...].dropFirst()
    }

    private static func isWord(_ argument: String) -> Bool {
        argument.hasPrefix("-") && !argument.hasPrefix("--") && argument != "-h" && argument != "-"
    }
}
