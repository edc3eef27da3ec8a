import NIOConcurrencyHelpers

/// A value that several threads share.
final class Shared<Value: Sendable>: Sendable {
    private let content: NIOLockedValueBox<Value>

    init(_ value: Value) { content = NIOLockedValueBox(value) }

    var value: Value { content.withLockedValue { $0 } }

    func update<Result: Sendable>(_ change: @Sendable (inout Value) -> Result) -> Result {
        content.withLockedValue { change(&$0) }
    }
}

extension Shared<Int> {
    func increment() { update { $0 += 1 } }
}
