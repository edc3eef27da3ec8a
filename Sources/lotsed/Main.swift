import ArgumentParser

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

@main
enum Main {
    static func main() async {
        // The socket is bound before its mode is set; until then nobody else may use it.
        umask(0o077)
        do {
            var command = try Lotsed.parseAsRoot()
            if let daemon = command as? Lotsed {
                try await daemon.run()
            } else {
                // The parser's own commands, such as the one that prints the help.
                try command.run()
            }
        } catch let failure as Failure {
            StandardError.print("lotsed: \(failure.message)")
            exit(failure.code.rawValue)
        } catch {
            guard Lotsed.exitCode(for: error) == .validationFailure else { Lotsed.exit(withError: error) }
            StandardError.print(Lotsed.fullMessage(for: error))
            exit(Failure.Code.usage.rawValue)
        }
    }
}
